const most = 100;
const remembered = new Map<string, URL | null>();

/**
 * Parses a URL with which many others are compared, such as that of a page or of the site, once. The result is shared: it must not be
 * changed. Returns null if it is not an absolute URL.
 */
export function parseBase(base: string): URL | null {
  const known = remembered.get(base);
  if (known !== undefined) return known;
  const url = URL.parse(base);
  if (remembered.size >= most) remembered.clear();
  remembered.set(base, url);
  return url;
}
