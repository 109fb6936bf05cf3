import type { CompiledContent } from "../model/compiled-content.ts";
import type { Entry } from "../model/entry.ts";

/** Where an entry's content is: the number of the chunk, and its start and end there in UTF-16 code units. */
export type ContentLocation = readonly [chunk: number, start: number, end: number];

/** An entry with its content, or with the place of it. */
export type StoredEntry = Entry & ({ readonly content: string } | { readonly place: ContentLocation });

/** When entries are public that lie beside the Worker, and that are no drafts; in milliseconds since 1970. */
export interface OlderTimes {
  /** When each of them appears, newest first. */
  readonly published: readonly number[];
  /** Of those that expire, when they do so. */
  readonly expiring: readonly (readonly [published: number, expires: number])[];
}

/** Entries that lie beside the Worker. */
export interface OlderEntries extends OlderTimes {
  /** The name of the chunk that has them. */
  readonly chunk: string;
}

/** Documents by their entity tags, which no other bytes have. */
export type RenderedDocuments = Readonly<Record<string, Uint8Array>>;

/**
 * What the Worker is made of: the newest of what was compiled. The older entries and their contents lie in chunks among the static
 * assets, since a Worker that held them would start slowly and take more memory than there is.
 */
export interface StoredContent extends Omit<CompiledContent, "entries"> {
  /** Newest first. */
  readonly entries: readonly StoredEntry[];
  /** Those behind them; absent where there are none. */
  readonly older?: OlderEntries;
  /** The names of the chunks of contents by their number; absent where the Worker holds every content. */
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
