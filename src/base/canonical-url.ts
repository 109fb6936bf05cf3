// RFC 3986 §2: what may stand in a URI. The URL Standard lets some more through, such as | and [ in a path, and % alone.
const notUri = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|[[\]]|%(?![0-9A-Fa-f]{2})/gu;

/**
 * An absolute URL in one canonical spelling: the URL Standard's, with the characters escaped that it leaves and RFC 3986
 * forbids. Returns undefined for what is no absolute URL.
 */
export function canonicalUrl(url: string, base?: string): string | undefined {
  const parsed = URL.parse(url, base);
  if (parsed === null) return undefined;
  const authorityEnd = parsed.href.indexOf(parsed.host) + parsed.host.length;
  return parsed.href.slice(0, authorityEnd) + parsed.href.slice(authorityEnd).replace(notUri, encodeURIComponent);
}

/** A path as it stands in a URL. Text such as `/a b/ü` becomes `/a%20b/%C3%BC`; what is encoded stays so. */
export function canonicalPath(path: string): string {
  const url = canonicalUrl(path.replace(/^\/+/, "/").replaceAll("\\", "%5C"), "http://x");
  return url?.slice("http://x".length).replace(/[?#].*$/s, "") ?? "/";
}

/** The canonical path of an address as authors write it: with or without origin, with or without a leading slash. */
export function pathOf(address: string): string {
  const path = /^https?:/i.test(address) ? (URL.parse(address)?.pathname ?? address) : address;
  return canonicalPath(`/${path}`);
}

/** The key under which a path is looked up: decoded and in one Unicode form; undefined for malformed encodings. */
export function pathKey(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return undefined;
  }
}
