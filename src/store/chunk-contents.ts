import type { CompiledContent } from "../content/compile.ts";
import type { CompiledEntry } from "../content/compile-entry.ts";
import { digest } from "../content/digest.ts";
import type { Place, StoredContent } from "./stored-content.ts";

/** What is stored where. */
export interface ChunkedContent {
  readonly stored: StoredContent;
  /** The text of each chunk by its name, the digest of it: another text is another file, and no Worker reads what is not its own. */
  readonly chunks: ReadonlyMap<string, string>;
}

/** How much goes where, in characters. */
export interface ChunkLimits {
  /** Contents that the Worker itself holds. */
  readonly bundled: number;
  /** Contents in a chunk; a longer one has a chunk of its own. */
  readonly chunk: number;
}

/** Some dozens of articles in the Worker, and chunks that hold a feed of them. docs/scaling.md has what was measured. */
export const chunkLimits: ChunkLimits = { bundled: 256 * 1024, chunk: 128 * 1024 };

/**
 * Takes the contents out that are too much for the Worker. It keeps the newest, which everybody asks for. The others are
 * chunked from the oldest on: a new entry changes the last chunk and no other, and neighbours lie together.
 */
export async function chunkContents(content: CompiledContent, limits = chunkLimits): Promise<ChunkedContent> {
  const kept = countBundled(content.entries, limits.bundled);
  if (kept === content.entries.length) return { stored: content, chunks: new Map() };

  const texts: string[] = [];
  const places = new Map<string, Place>();
  for (const { content: text, id } of content.entries.slice(kept).reverse()) {
    const last = texts.at(-1);
    if (last === undefined || last.length + text.length > limits.chunk) texts.push("");
    const [number, start] = [texts.length - 1, texts.at(-1)?.length ?? 0];
    texts[number] += text;
    places.set(id, [number, start, start + text.length]);
  }
  const chunks = await Promise.all(texts.map(digest));
  const entries = content.entries.map((entry) => {
    const { content: text, ...rest } = entry;
    const place = places.get(entry.id);
    return place === undefined ? { ...rest, content: text } : { ...rest, place };
  });
  return { stored: { ...content, entries, chunks }, chunks: new Map(chunks.map((name, number) => [name, texts[number] ?? ""])) };
}

/** How many of the entries, newest first, the Worker itself holds the contents of. */
export function countBundled(entries: readonly CompiledEntry[], limit: number): number {
  let total = 0;
  const first = entries.findIndex(({ content }) => {
    total += content.length;
    return total > limit;
  });
  return first === -1 ? entries.length : first;
}
