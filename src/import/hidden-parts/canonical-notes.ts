import { withoutWww } from "../../base/short-address.ts";

/**
 * Returns a note about the canonical URL of a post if it is on another site, since search engines find the post there.
 * @param home the URL of the old site; empty if it is unknown
 */
export function canonicalNotes(url: string | undefined, home: string): string[] {
  const canonical = placeOf(url ?? "");
  if (url === undefined || canonical === undefined || `${canonical}/`.startsWith(`${placeOf(home) ?? " "}/`)) return [];
  return [`Its canonical URL was left out, since each page here is the original: name ${url} in the text, or write noindex: true`];
}

// The host and the path, without `www.` and the last slash.
function placeOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed === null ? undefined : withoutWww(parsed.host) + parsed.pathname.replace(/\/$/, "");
}
