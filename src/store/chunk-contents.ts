import { digest } from "../base/digest.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import type { CompiledEntry } from "../model/entry.ts";
import { isPublic } from "../model/entry.ts";
import { serializeOlder } from "./serialized-entry.ts";
import type { ContentLocation, OlderEntries, StoredContent, StoredEntry } from "./stored-content.ts";

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
  /** Of contents. */
  readonly chunks: readonly Chunk[];
  /** Of the older entries; absent where there are none. */
  readonly older?: OlderChunk;
}

/** A text of the older entries, without their contents. */
export interface OlderChunk {
  /** The digest of the text. */
  readonly name: string;
  readonly text: string;
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

/** A feed of articles in the Worker, and in each chunk. docs/scaling.md has what was measured. */
export const chunkLimits: ChunkLimits = { bundled: 128 * 1024, chunk: 128 * 1024 };

const spare = 2; // the Worker holds as many entries as two feeds, without contents if need be: some of them may expire

const nothingKnown: KnownContents = {
  formOf: ({ content, ...fields }) => ({ fields, length: content.length }),
  nameOf: () => undefined,
};

/**
 * Takes the contents out that are too much for the Worker. It keeps the newest, which everybody asks for. The others are
 * chunked from the oldest on: a new entry changes the last chunk and no other, and neighbours lie together.
 * @param now milliseconds since 1970
 */
export async function chunkContents(
  content: CompiledContent,
  now: number,
  limits: ChunkLimits = chunkLimits,
  known: KnownContents = nothingKnown,
): Promise<ChunkedContent> {
  const lengths = content.entries.map((entry) => known.formOf(entry).length);
  const kept = countBundled(lengths, limits.bundled);
  if (kept === content.entries.length) return { stored: content, chunks: [] };

  const groups: CompiledEntry[][] = [];
  const places = new Map<string, ContentLocation>();
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
  const placed = content.entries
    .slice(kept)
    .map((entry) => ({ ...known.formOf(entry).fields, place: places.get(entry.id) as ContentLocation }));
  const entries = [...content.entries.slice(0, kept), ...placed];
  const stored = { ...content, entries, chunks: chunks.map(({ name }) => name) };
  const newest = Math.max(kept, countNewest(entries, spare * content.site.limit, now));
  const behind = entries.slice(newest);
  if (behind.length === 0) return { stored, chunks };
  const text = serializeOlder(behind, content.site);
  const name = await digest(text);
  const older: OlderEntries = {
    chunk: name,
    published: behind.map(({ published }) => published),
    expiring: behind.flatMap(({ expires, published }) => (expires === undefined ? [] : [[published, expires]])),
  };
  return { stored: { ...stored, entries: entries.slice(0, newest), older }, chunks, older: { name, text } };
}

async function makeChunk(entries: readonly CompiledEntry[], known: KnownContents): Promise<Chunk> {
  const name = known.nameOf(entries);
  if (name !== undefined) return { name, entries };
  const text = entries.map(({ content }) => content).join("");
  return { name: await digest(text), entries, text };
}

// How many entries there are down to the one after so many public ones.
function countNewest(entries: readonly StoredEntry[], wanted: number, now: number): number {
  let found = 0;
  const first = entries.findIndex((entry) => isPublic(entry, now) && ++found > wanted);
  return first === -1 ? entries.length : first;
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
