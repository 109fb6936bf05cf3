/**
 * Remembers rendered bytes by the ETag that names them.
 *
 * It holds bytes and never promises of them: a rendering belongs to its request, and if that is cancelled nobody else
 * must be left waiting for it.
 */
export interface RepresentationMemo {
  get(etag: string): Uint8Array | undefined;
  set(etag: string, bytes: Uint8Array): void;
}

/**
 * Makes a memo of at most `limit` bytes: the representations that were not asked for longest go first.
 * @param limit bytes
 */
export function createRepresentationMemo(limit: number): RepresentationMemo {
  const known = new Map<string, Uint8Array>(); // in the order of last use
  let total = 0;

  return {
    get(etag) {
      const bytes = known.get(etag);
      if (bytes === undefined) return undefined;
      known.delete(etag);
      known.set(etag, bytes);
      return bytes;
    },
    set(etag, bytes) {
      if (known.has(etag) || bytes.byteLength > limit) return;
      known.set(etag, bytes);
      total += bytes.byteLength;
      for (const [oldest, { byteLength }] of known) {
        if (total <= limit) break;
        known.delete(oldest);
        total -= byteLength;
      }
    },
  };
}
