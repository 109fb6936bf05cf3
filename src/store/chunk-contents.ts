import { digest } from "../base/digest.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import type { CompiledEntry } from "../model/entry.ts";
import { isPublic } from "../model/entry.ts";
import { createListing, type Listing } from "../model/listing.ts";
import { serializeOlder } from "./serialized-entry.ts";
import type { ContentLocation, OlderEntries, OlderTimes, StoredContent, StoredEntry } from "./stored-content.ts";

/** The concatenated contents of several entries. */
export interface Chunk {
  /** The digest of the text. It names the file, so a Worker never reads the chunk of another build. */
  readonly name: string;
  /** The entries of the contents. */
  readonly entries: readonly CompiledEntry[];
  /** Absent if the name was already cached. */
  readonly text?: string;
}

/** The stored content and its chunks. */
export interface ChunkedContent {
  readonly stored: StoredContent;
  /** The chunks of contents. */
  readonly chunks: readonly Chunk[];
  /** The chunk of the older entries; absent without older entries. */
  readonly older?: OlderChunk;
}

/** The older entries as a text, without their contents. */
export interface OlderChunk {
  /** The digest of the text. */
  readonly name: string;
  readonly text: string;
}

/** The limits of the bundled contents and of a chunk, in characters. */
export interface ChunkLimits {
  /** Contents that are compiled into the Worker. */
  readonly bundled: number;
  /** Contents in a chunk; a longer one gets its own chunk. */
  readonly chunk: number;
}

/** Cached facts about entries that make it unnecessary to load their contents. */
export interface CachedContents {
  /** Returns an entry without its content, and the content's length in UTF-16 code units. */
  formOf(entry: CompiledEntry): { readonly fields: Omit<CompiledEntry, "content">; readonly length: number };
  /** Returns the name of the chunk with the contents of these entries; undefined if the chunk must be computed. */
  nameOf(entries: readonly CompiledEntry[]): string | undefined;
}

/** Enough for a feed of articles in the Worker, and in each chunk. docs/scaling.md has the measurements. */
export const chunkLimits: ChunkLimits = { bundled: 128 * 1024, chunk: 128 * 1024 };

const spare = 2; // the Worker bundles the entries of two feeds, some without contents, because entries may expire

const nothingCached: CachedContents = {
  formOf: ({ content, ...fields }) => ({ fields, length: content.length }),
  nameOf: () => undefined,
};

/**
 * Moves the contents that do not fit into the Worker to chunks. The newest stay, since most requests need them. Chunks are filled
 * from the oldest content on, so that a new entry changes only the last chunk, and adjacent entries share a chunk.
 * @param now milliseconds since 1970
 * @param digestOf computes the result of `digest()`, perhaps faster
 */
export async function chunkContents(
  content: CompiledContent,
  now: number,
  limits: ChunkLimits = chunkLimits,
  cached: CachedContents = nothingCached,
  digestOf: (text: string) => string | Promise<string> = digest,
): Promise<ChunkedContent> {
  const lengths = content.entries.map((entry) => cached.formOf(entry).length);
  const kept = countBundled(lengths, limits.bundled);
  if (kept === content.entries.length) return { stored: content, chunks: [] };

  const groups: CompiledEntry[][] = [];
  const places = new Map<string, ContentLocation>();
  let end = Infinity; // length of the last group
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
  const chunks = await Promise.all(groups.map((entries) => makeChunk(entries, cached, digestOf)));
  const placed = content.entries
    .slice(kept)
    .map((entry) => ({ ...cached.formOf(entry).fields, place: places.get(entry.id) as ContentLocation }));
  const entries = [...content.entries.slice(0, kept), ...placed];
  const listing = createListing(content.site);
  const stored = { ...content, entries, chunks: chunks.map(({ name }) => name) };
  const newest = Math.max(kept, countNewest(entries, spare * content.site.limit, now, listing));
  const behind = entries.slice(newest);
  if (behind.length === 0) return { stored, chunks };
  const text = serializeOlder(behind, content.site);
  const name = await digestOf(text);
  const older: OlderEntries = { chunk: name, ...timesOf(behind, listing) };
  return { stored: { ...stored, entries: entries.slice(0, newest), older }, chunks, older: { name, text } };
}

function timesOf(entries: readonly StoredEntry[], { isInSiteFeed }: Listing): OlderTimes {
  const listed = entries.filter(isInSiteFeed);
  const others = entries
    .filter((entry) => !isInSiteFeed(entry))
    .flatMap(({ expires, published }) => (expires === undefined ? [published] : [published, expires]));
  return {
    published: listed.map(({ published }) => published),
    expiring: listed.flatMap(({ expires, published }) => (expires === undefined ? [] : [[published, expires]])),
    ...(others.length > 0 && { others }),
  };
}

async function makeChunk(
  entries: readonly CompiledEntry[],
  cached: CachedContents,
  digestOf: (text: string) => string | Promise<string>,
): Promise<Chunk> {
  const name = cached.nameOf(entries);
  if (name !== undefined) return { name, entries };
  const text = entries.map(({ content }) => content).join("");
  return { name: await digestOf(text), entries, text };
}

// Returns the number of entries up to the one after the wanted number of public ones of the site's feed.
function countNewest(entries: readonly StoredEntry[], wanted: number, now: number, { isInSiteFeed }: Listing): number {
  let found = 0;
  const first = entries.findIndex((entry) => isPublic(entry, now) && isInSiteFeed(entry) && ++found > wanted);
  return first === -1 ? entries.length : first;
}

/** Counts the contents of these lengths, newest first, that do not fit into the Worker and are files next to it. */
export function countUnbundledContents(lengths: readonly number[]): number {
  return lengths.length - countBundled(lengths, chunkLimits.bundled);
}

/** Counts the contents of these lengths, newest first, that fit into the Worker. */
export function countBundled(lengths: readonly number[], limit: number): number {
  let total = 0;
  const first = lengths.findIndex((length) => {
    total += length;
    return total > limit;
  });
  return first === -1 ? lengths.length : first;
}
