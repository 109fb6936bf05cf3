import { digest } from "../base/digest.ts";
import { createLruCache } from "../base/lru-cache.ts";
import { chunkPath } from "./stored-content.ts";

/** Gives the text of the chunk of a name. Rejects where it cannot be had whole and unchanged. */
export type ReadChunk = (name: string) => Promise<string>;

const memoCharacters = 8 * 1024 * 1024; // an isolate has 128 MiB
const mostOfOne = memoCharacters / 8; // or a large one would push out all others

/**
 * Makes what reads chunks, and remembers those that were read last.
 * @param fetchAsset answers with the static asset at a path
 */
export function createChunkReader(fetchAsset: (path: string) => Promise<Response>): ReadChunk {
  const memo = createLruCache<string>(memoCharacters, ({ length }) => length);

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
    const known = memo.get(name);
    if (known !== undefined) return known;
    const text = await read(name);
    if (text.length <= mostOfOne) memo.set(name, text);
    return text;
  };
}
