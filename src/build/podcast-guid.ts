import { createHash } from "node:crypto";

const namespace = "ead4c236bf5858c6a2c6a6b28d128cb6";

/**
 * Computes the identity of a podcast from the URL of its feed (podcast namespace, `podcast:guid`): a UUID of version 5 (RFC 9562
 * §5.5) of the URL without its scheme and without slashes at its end.
 */
export function podcastGuid(feedUrl: string): string {
  let name = feedUrl.replace(/^https?:\/\//i, "");
  while (name.endsWith("/")) name = name.slice(0, -1);
  const bytes = createHash("sha1").update(Buffer.from(namespace, "hex")).update(name).digest().subarray(0, 16);
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x50, 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
