import type { CompiledContent } from "../content/compile.ts";
import type { CompiledEntry } from "../content/compile-entry.ts";
import { digest } from "../content/digest.ts";
import type { Place, StoredContent } from "./stored-content.ts";

/** A text of several contents, one behind the other. */
export interface Chunk {
  /** The digest of the text: another text is another file, and no Worker reads what is not its own. */
  readonly name: string;
  /** Whose contents they are. */
  readonly entries: readonly CompiledEntry[];
  /** Absent where the name was known already. */
  readonly text?: string;
}

/** What is stored where. */
export interface ChunkedContent {
  readonly stored: StoredContent;
  readonly chunks: readonly Chunk[];
}

/** How much goes where, in characters. */
export interface ChunkLimits {
  /** Contents that the Worker itself holds. */
  readonly bundled: number;
  /** Contents in a chunk; a longer one has a chunk of its own. */
  readonly chunk: number;
}

/** What is known of entries without a look at their contents. */
export interface KnownContents {
  /** An entry without its content, and how long that is in UTF-16 code units. */
  formOf(entry: CompiledEntry): { readonly fields: Omit<CompiledEntry, "content">; readonly length: number };
  /** What the chunk of the contents of these entries is called; undefined where it has to be made. */
  nameOf(entries: readonly CompiledEntry[]): string | undefined;
}

/** Some dozens of articles in the Worker, and chunks that hold a feed of them. docs/scaling.md has what was measured. */
export const chunkLimits: ChunkLimits = { bundled: 256 * 1024, chunk: 128 * 1024 };

const nothingKnown: KnownContents = {
  formOf: ({ content, ...fields }) => ({ fields, length: content.length }),
  nameOf: () => undefined,
};

/**
 * Takes the contents out that are too much for the Worker. It keeps the newest, which everybody asks for. The others are
 * chunked from the oldest on: a new entry changes the last chunk and no other, and neighbours lie together.
 */
export async function chunkContents(
  content: CompiledContent,
  limits: ChunkLimits = chunkLimits,
  known: KnownContents = nothingKnown,
): Promise<ChunkedContent> {
  const lengths = content.entries.map((entry) => known.formOf(entry).length);
  const kept = countBundled(lengths, limits.bundled);
  if (kept === content.entries.length) return { stored: content, chunks: [] };

  const groups: CompiledEntry[][] = [];
  const places = new Map<string, Place>();
  let end = Infinity; // of what lies in the last group
  for (let index = content.entries.length - 1; index >= kept; index--) {
    const [entry, length] = [content.entries[index] as CompiledEntry, lengths[index] as number];
    if (end + length > limits.chunk) {
      groups.push([]);
      end = 0;
    }
    groups.at(-1)?.push(entry);
    places.set(entry.id, [groups.length - 1, end, end + length]);
    end += length;
  }
  const chunks = await Promise.all(groups.map((entries) => makeChunk(entries, known)));
  const entries = content.entries.map((entry) => {
    const place = places.get(entry.id);
    return place === undefined ? entry : { ...known.formOf(entry).fields, place };
  });
  return { stored: { ...content, entries, chunks: chunks.map(({ name }) => name) }, chunks };
}

async function makeChunk(entries: readonly CompiledEntry[], known: KnownContents): Promise<Chunk> {
  const name = known.nameOf(entries);
  if (name !== undefined) return { name, entries };
  const text = entries.map(({ content }) => content).join("");
  return { name: await digest(text), entries, text };
}

/** How many contents of these lengths, newest first, the Worker itself holds. */
export function countBundled(lengths: readonly number[], limit: number): number {
  let total = 0;
  const first = lengths.findIndex((length) => {
    total += length;
    return total > limit;
  });
  return first === -1 ? lengths.length : first;
}
