/**
 * Returns whether `npm start` serves a host name. The page of an attacker can give its own name the address of this machine (DNS
 * rebinding), and then read drafts. That is impossible with an IP address, and with names that never leave the machine (RFC 6761 §6.3).
 * @param hostname of a URL, so an IPv6 address is in brackets
 * @param others further names that the owner has chosen; `*` allows any
 */
export function isDevelopmentHost(hostname: string, others: readonly string[]): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, "");
  return /^(?:.*\.)?localhost$/.test(name) || isAddress(name) || others.some((other) => other === "*" || other.toLowerCase() === name);
}

// The URL parser makes every IPv4 address four numbers.
function isAddress(name: string): boolean {
  return name.startsWith("[") || /^(?:\d{1,3}\.){3}\d{1,3}$/.test(name);
}

/** Creates the response to a request for another host (RFC 9110 §15.5.20). */
export function misdirected(hostname: string): Response {
  const text = `npm start does not serve ${hostname}, since a page there could read your drafts: open the site as localhost or by its IP address.\n`;
  return new Response(text, { status: 421, headers: { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" } });
}

/** Removes the headers that allow pages of other sites to read a response. */
export function keepToOwnOrigin(response: Response): Response {
  for (const name of [...response.headers.keys()]) if (name.startsWith("access-control-")) response.headers.delete(name);
  response.headers.set("cross-origin-resource-policy", "same-origin");
  return response;
}
