import type { CompiledContent } from "../content/compile.ts";
import type { Entry, EntryTimes } from "../content/entry.ts";

/** Where an entry's content is: the number of the chunk, and its start and end there in UTF-16 code units. */
export type Place = readonly [chunk: number, start: number, end: number];

/** An entry with its content, or with the place of it. */
export type StoredEntry = Entry & ({ readonly content: string } | { readonly place: Place });

/** Documents by their entity tags, which no other bytes have. */
export type RenderedDocuments = Readonly<Record<string, Uint8Array>>;

/**
 * What the Worker is made of: everything that was compiled, but of the older entries' contents only the place. Those lie in
 * chunks among the static assets, since a Worker that held them would start slowly and take more memory than there is.
 */
export interface StoredContent extends Omit<CompiledContent, "entries"> {
  /** Newest first. */
  readonly entries: readonly StoredEntry[];
  /** The first of them, which are at hand where the others have yet to be read; absent where all are. */
  readonly newest?: readonly StoredEntry[];
  /** When each of them is public, in their order; absent where all are at hand. */
  readonly times?: readonly EntryTimes[];
  /** The names of the chunks by their number; absent where the Worker holds every content. */
  readonly chunks?: readonly string[];
  /** Documents as they were when it was built. */
  readonly documents?: RenderedDocuments;
}

/** The folder of chunks among the static assets. To the public there is nothing there: wrangler.toml lets the Worker answer. */
export const chunkFolder = "/_contents/";

/** The path of a chunk among the static assets. */
export function chunkPath(name: string): string {
  return `${chunkFolder}${name}.txt`;
}
