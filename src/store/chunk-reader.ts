import { digest } from "../base/digest.ts";
import { createLruCache } from "../base/lru-cache.ts";
import { chunkPath } from "./stored-content.ts";

/** Returns the text of the chunk with a name. Rejects if the chunk is missing, incomplete or changed. */
export type ReadChunk = (name: string) => Promise<string>;

const cacheCharacters = 8 * 1024 * 1024; // an isolate has 128 MiB
const maxPerItem = cacheCharacters / 8; // a larger one would evict all others

/**
 * Creates a reader of chunks with an LRU cache.
 * @param fetchAsset requests the static asset at a path
 */
export function createChunkReader(fetchAsset: (path: string) => Promise<Response>): ReadChunk {
  const cache = createLruCache<string>(cacheCharacters, ({ length }) => length);

  async function read(name: string): Promise<string> {
    const response = await fetchAsset(chunkPath(name));
    const bytes = await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`Cannot read the chunk ${name}: the static assets answered ${response.status}`);
    const text = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(bytes);
    if ((await digest(text)) !== name)
      throw new Error(`Cannot use the chunk ${name}: its ${bytes.byteLength} bytes are not those of the build`);
    return text;
  }

  return async (name) => {
    const cached = cache.get(name);
    if (cached !== undefined) return cached;
    const text = await read(name);
    if (text.length <= maxPerItem) cache.set(name, text);
    return text;
  };
}
