/**
 * The file that a static host serves at an address: `/articles/moon` is `articles/moon.html`, `/feeds/` is `feeds/index.html`.
 * Undefined where no file can be called so.
 * @param path percent-encoded
 */
export function staticFile(path: string): string | undefined {
  const segments = path.split("/").slice(1).map(decode);
  if (segments.some((segment) => segment === undefined || segment === "." || segment === ".." || /[/\\\0]/.test(segment))) return undefined;
  const file = segments.pop() ?? "";
  return [...segments, file === "" ? "index.html" : /\.[a-z0-9]+$/i.test(file) ? file : `${file}.html`].join("/");
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
