// Media types that the edge compresses. The Worker compresses the other ones.
const compressedAtEdge = /^(?:text\/(?:html|plain)|application\/(?:json|rss\+xml|xml))(?:;|$)/;

/** Returns whether the Worker must compress a representation of this media type because the edge does not. */
export function isOursToCompress(contentType: string): boolean {
  return !compressedAtEdge.test(contentType);
}

/**
 * Returns whether an Accept-Encoding header accepts gzip (RFC 9110 §12.5.3): by name or by `*`, with a weight above zero.
 * @param acceptEncoding the header; null if it is absent
 */
export function acceptsGzip(acceptEncoding: string | null): boolean {
  const weights = new Map<string, number>();
  for (const part of (acceptEncoding ?? "").toLowerCase().split(",")) {
    const [coding = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
    weights.set(coding === "x-gzip" ? "gzip" : coding, weight === undefined ? 1 : Number(weight));
  }
  return (weights.get("gzip") ?? weights.get("*") ?? 0) > 0; // false for an invalid weight (NaN)
}

/** Compresses bytes as gzip (RFC 1952). */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

/** Returns the entity tag of the gzip form: different bytes need a different tag (RFC 9110 §8.8.3). */
export function gzipTag(etag: string): string {
  return etag.replace(/"$/, '-gzip"');
}
