// The characters that a URI may not contain (RFC 3986 §2). The URL Standard allows some of them, such as | and [ in a path, and a
// single %.
const notUri = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|[[\]]|%(?![0-9A-Fa-f]{2})/gu;

/**
 * Returns the canonical spelling of an absolute URL: that of the URL Standard, with the characters escaped that RFC 3986 forbids.
 * Returns undefined if it is not an absolute URL.
 */
export function canonicalUrl(url: string, base?: string): string | undefined {
  const parsed = URL.parse(url, base);
  if (parsed === null) return undefined;
  const authorityEnd = parsed.href.indexOf(parsed.host) + parsed.host.length;
  return parsed.href.slice(0, authorityEnd) + parsed.href.slice(authorityEnd).replace(notUri, encodeURIComponent);
}

/** Percent-encodes a path: `/a b/ü` becomes `/a%20b/%C3%BC`. Encoded characters stay as they are. */
export function canonicalPath(path: string): string {
  const url = canonicalUrl(path.replace(/^\/+/, "/").replaceAll("\\", "%5C"), "http://x");
  return url?.slice("http://x".length).replace(/[?#].*$/s, "") ?? "/";
}

/** Returns the canonical path of an address that an author wrote, with or without origin and leading slash. */
export function pathOf(address: string): string {
  const path = /^https?:/i.test(address) ? (URL.parse(address)?.pathname ?? address) : address;
  return canonicalPath(`/${path}`);
}

/** Returns the lookup key of a path: decoded and in one Unicode form. Returns undefined for an invalid encoding. */
export function pathKey(path: string): string | undefined {
  try {
    return decodeURIComponent(path).normalize("NFC");
  } catch {
    return undefined;
  }
}

/** Percent-encodes a decoded path: the opposite of {@link pathKey}. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/** Returns a path with each run of slashes as one. */
export function singleSlashes(path: string): string {
  return path.replace(/\/{2,}/g, "/");
}

/** Returns a host as URLs write it: in lower case, and in Punycode. Returns a text that is not a host as it is. */
export function canonicalHost(host: string): string {
  return URL.parse(`https://${host}`)?.host || host;
}
