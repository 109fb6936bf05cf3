import { withoutWww } from "../base/short-address.ts";

/**
 * Returns the address of an entry's own page from the candidates in its source. It prefers an address on the site itself,
 * since a weblog's entry may link to the page that it comments on.
 * @param candidates absolute URLs or any other text, the most likely first
 * @param home URL of the site
 */
export function entryUrl(candidates: readonly (string | undefined)[], home: string | undefined, base = home): string | undefined {
  const urls = candidates.map((candidate) => httpUrl(candidate, base)).filter((url) => url !== undefined);
  const host = hostOf(home);
  return (urls.find((url) => hostOf(url) === host) ?? urls[0])?.href;
}

/** UTF-16 units: a parsed URL is several times as large. */
export const maxUrlLength = 65_536;

/** Returns an absolute http(s) URL; undefined for anything else. */
export function httpUrl(reference: string | undefined, base?: string): URL | undefined {
  const url = reference === undefined || reference.length > maxUrlLength ? null : URL.parse(reference.trim(), base);
  return url !== null && /^https?:$/.test(url.protocol) ? url : undefined;
}

function hostOf(url: string | URL | undefined): string | undefined {
  const parsed = typeof url === "string" ? URL.parse(url) : url;
  return parsed ? withoutWww(parsed.host) : undefined;
}
