/**
 * Reads the decompressed body of a response. A compressed one may become a thousand times as large, so what is over the limit is
 * cancelled and cut off.
 */
export async function readResponseBody(
  { body }: Response,
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly isTruncated: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk.subarray(0, maxBytes - length));
    length += chunk.length;
    if (length > maxBytes) break; // the loop's end cancels the rest
  }
  const bytes = new Uint8Array(Math.min(length, maxBytes));
  let start = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, start);
    start += chunk.length;
  }
  return { bytes, isTruncated: length > maxBytes };
}
