/**
 * The file of a static host at an address. Hosts add `.html` to the address of a page and `index.html` to one that ends with a slash:
 * `/articles/moon` is `articles/moon.html`, and so is `/v1.2` a page with `v1.2.html`. Anything else keeps its name.
 * @param path percent-encoded
 * @returns undefined where no file can have the name
 */
export function staticFile(path: string, isPage: boolean): string | undefined {
  const segments = path.split("/").slice(1).map(decode);
  const name = segments.pop();
  if (name === undefined || !segments.every(isName)) return undefined;
  if (name === "") return [...segments, "index.html"].join("/");
  if (!isName(name)) return undefined;
  return [...segments, isPage && !/\.html$/i.test(name) ? `${name}.html` : name].join("/");
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

// An empty one would be lost: a//b is a/b to a file system.
function isName(segment: string | undefined): segment is string {
  return segment !== undefined && segment !== "" && segment !== "." && segment !== ".." && !/[/\\\p{Cc}]/u.test(segment);
}

const maxNameBytes = 255; // of most file systems
const maxPathBytes = 1000; // macOS allows 1023 with the folders above

// Shown for whatever is missing in their folder or, on some hosts, everywhere.
const fallbackPage = /(?:^|\/)(?:404|200)\.html$/i;

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file. A colon would write a hidden stream of another file.
const reservedOnWindows = /[<>:"|?*]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:[./]|$)/iu;

/**
 * The reason why a file cannot be written, or would be taken for another thing by a host; undefined where there is none.
 * @param isWindows whether it is to be written on Windows
 */
export function faultOfFile(file: string, isWindows: boolean): string | undefined {
  const longest = Math.max(...file.split("/").map(bytesOf));
  if (longest > maxNameBytes) return `the name of its file would have ${longest} bytes, and ${maxNameBytes} are possible`;
  if (bytesOf(file) > maxPathBytes) return `the path of its file would have ${bytesOf(file)} bytes, and ${maxPathBytes} are safe`;
  if (fallbackPage.test(file)) return `static hosts show ${file} at addresses where nothing is`;
  if (isWindows && reservedOnWindows.test(file)) return `Windows has no files of the name ${file}`;
  return undefined;
}

const encoder = new TextEncoder();

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
