/**
 * Returns the file that a static host serves at an address. Hosts append `.html` to the address of a page, and `index.html` to one with a
 * trailing slash: `/articles/moon` is `articles/moon.html`, and the page `/v1.2` is `v1.2.html`. Other addresses keep their names.
 * @param path percent-encoded
 * @returns undefined if the address cannot be a file name
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

// File systems drop an empty segment: a//b is a/b.
function isName(segment: string | undefined): segment is string {
  return segment !== undefined && segment !== "" && segment !== "." && segment !== ".." && !/[/\\\p{Cc}]/u.test(segment);
}

/**
 * Returns the address that hosts give to a page's file, decoded: `x.html` and `x/index.html` are both `/x`, and `index.html` is `/`.
 * Undefined for a file that is not a page.
 */
export function addressOfPage(file: string): string | undefined {
  if (!/\.html$/i.test(file)) return undefined;
  return `/${file.slice(0, -".html".length).replace(/(?:^|\/)index$/i, "")}`;
}

const maxNameBytes = 255; // of most file systems
const maxPathBytes = 1000; // macOS allows 1023 with the folders above

// Hosts serve these for missing files in their folder, or in the whole site.
const fallbackPage = /(?:^|\/)(?:404|200)\.html$/i;

// Hosts read their settings from these files, and run the last one. Cloudflare refuses a folder of its name.
const fileOfHost = /^(?:_headers|_redirects|_worker\.js)(?=\/|$)/i;

// https://learn.microsoft.com/windows/win32/fileio/naming-a-file. A colon would write a hidden stream of another file.
const reservedOnWindows = /[<>:"|?*]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³])(?:[./]|$)/iu;

/**
 * Returns the reason why a file cannot be written, or would be misused by a host; undefined if there is no fault.
 * @param isWindows true if the export is written on Windows
 */
export function faultOfFile(file: string, isWindows: boolean): string | undefined {
  const longest = Math.max(...file.split("/").map(bytesOf));
  if (longest > maxNameBytes) return `the name of its file would have ${longest} bytes, and the limit is ${maxNameBytes}`;
  if (bytesOf(file) > maxPathBytes) return `the path of its file would have ${bytesOf(file)} bytes, and the limit is ${maxPathBytes}`;
  if (fallbackPage.test(file)) return `static hosts show ${file} for missing pages`;
  const [reserved] = fileOfHost.exec(file) ?? [];
  if (reserved !== undefined) return `static hosts read ${reserved} as settings or as a program`;
  if (isWindows && reservedOnWindows.test(file)) return `Windows does not allow the file name ${file}`;
  return undefined;
}

const encoder = new TextEncoder();

function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
