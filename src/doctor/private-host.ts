const names = /^(?:localhost|.+\.(?:localhost|local|internal|lan))\.?$/;
// RFC 1918, RFC 6598, loopback, link-local and this network.
const ipv4 = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(?:\.\d+){2,3}$/;
const ipv6 = /^\[(?:::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*)\]$/;

/** Whether an address means a machine that only its own network can reach. */
export function isPrivateHost(url: string): boolean {
  const host = URL.parse(url)?.hostname ?? "";
  return names.test(host) || ipv4.test(host) || ipv6.test(host);
}

/**
 * Why an address that a document or a redirect names is not to be asked; undefined where it may. A public feed must not make
 * whoever reads it ask around in their own network.
 */
export function reasonNotToAsk(to: string, from: string): string | undefined {
  const url = URL.parse(to);
  if (url === null) return "it is no address";
  if (!/^https?:$/.test(url.protocol)) return "it is neither http nor https";
  return isPrivateHost(to) && !isPrivateHost(from) ? "it is the address of a private network, which nobody else can reach" : undefined;
}
