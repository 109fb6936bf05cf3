import ipaddr from "ipaddr.js";

// IANA has assigned no global unicast addresses outside this block.
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

// isValid() makes an error with its stack for every name of a host, which takes 80 microseconds.
const mayBeAddress = /^[\da-fx.]+$|:/i;

/** Returns whether a text is an IP address, without brackets. */
export function isIpAddress(text: string): boolean {
  return mayBeAddress.test(text) && ipaddr.isValid(text);
}

/**
 * Returns whether an IP address belongs to the public internet. Not public are all blocks of IANA's registries of special-purpose
 * addresses, and all IPv6 blocks that embed an IPv4 address (mapped, NAT64, 6to4, Teredo), since a gateway would deliver those to a
 * private network.
 */
export function isPublicAddress(address: string): boolean {
  if (!isIpAddress(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed.range() === "unicast" && (parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast));
}
