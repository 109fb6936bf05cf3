// What the edge compresses by itself; the other media types of ours are compressed here, or nowhere.
const compressedAtEdge = /^(?:text\/(?:html|plain)|application\/(?:json|rss\+xml|xml))(?:;|$)/;

/** Whether a representation of this media type has to be compressed before it reaches the edge. */
export function isOursToCompress(contentType: string): boolean {
  return !compressedAtEdge.test(contentType);
}

/**
 * Whether an Accept-Encoding lets the answer be gzip (RFC 9110 §12.5.3): named, or meant by `*`, with a weight above zero.
 * @param acceptEncoding the header; null where there is none
 */
export function acceptsGzip(acceptEncoding: string | null): boolean {
  const weights = new Map<string, number>();
  for (const part of (acceptEncoding ?? "").toLowerCase().split(",")) {
    const [coding = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter))?.replace(/^q\s*=\s*/, "");
    weights.set(coding === "x-gzip" ? "gzip" : coding, weight === undefined ? 1 : Number(weight));
  }
  return (weights.get("gzip") ?? weights.get("*") ?? 0) > 0; // what is no number is not above zero
}

/** Compresses bytes as gzip (RFC 1952). */
export async function gzip(bytes: Uint8Array): Promise<Uint8Array> {
  const compressed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(compressed).arrayBuffer());
}

/** The entity tag of the gzip bytes of a representation: other bytes, another tag (RFC 9110 §8.8.3). */
export function gzipTag(etag: string): string {
  return etag.replace(/"$/, '-gzip"');
}
