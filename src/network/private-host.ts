import { isIpAddress, isPublicAddress } from "./public-address.ts";

// RFC 6761, RFC 6762, RFC 8375, and names that ICANN reserves for private networks.
const privateNames = /^(?:localhost|.+\.(?:localhost|local|internal|lan|home\.arpa))$/;

/** Returns whether a URL names a host of a private network, judged by its text alone: names are not resolved. */
export function isPrivateHost(url: string): boolean {
  const host = hostOf(url);
  return isIpAddress(host) ? !isPublicAddress(host) : privateNames.test(host);
}

/** Returns whether others cannot reach the host of a URL: RFC 6761 reserves .test and .invalid, and a name without a dot is a local one. */
export function isUnreachableHost(url: string): boolean {
  return isLocalHost(url) || /\.(?:test|invalid)$/.test(hostOf(url));
}

/** Returns whether the host of a URL is that of a private network, or a name without a dot, which is a local one: `http://localhost:8080`. */
export function isLocalHost(url: string): boolean {
  const host = hostOf(url);
  return isPrivateHost(url) || (host !== "" && !/[.:]/.test(host));
}

/**
 * Returns the reason why an address from a document or a redirect must not be requested; undefined if it may be. A public feed must
 * not make its reader send requests into the reader's own network (SSRF).
 * @param from the URL of the document or of the redirect
 */
export function reasonNotToRequest(to: string, from: string): string | undefined {
  const url = URL.parse(to);
  if (url === null) return "it is not a URL";
  if (!/^https?:$/.test(url.protocol)) return "it is neither http nor https";
  return isPrivateHost(to) && hostOf(to) !== hostOf(from) ? privateReason : undefined;
}

/** Returns whether a URL names this machine. */
export function isThisMachine(url: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|::1)$/.test(hostOf(url));
}

/** The reason not to request an address of a private network. */
export const privateReason = "it is the address of a private network, which others cannot reach";

/** Returns the host of a URL in one spelling: an IP address without brackets, a name without a trailing dot. */
export function hostOf(url: string): string {
  return (URL.parse(url)?.hostname ?? "").replace(/^\[|\]$|\.$/g, "");
}
