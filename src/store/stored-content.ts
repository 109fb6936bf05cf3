import type { CompiledContent } from "../model/compiled-content.ts";
import type { Entry } from "../model/entry.ts";

/** The location of an entry's content: the number of the chunk, and start and end in it, in UTF-16 code units. */
export type ContentLocation = readonly [chunk: number, start: number, end: number];

/** An entry with its content, or with the location of its content. */
export type StoredEntry = Entry & ({ readonly content: string } | { readonly place: ContentLocation });

/** The publication and expiry times of entries in chunks, without drafts; in milliseconds since 1970. */
export interface OlderTimes {
  /** The publication time of each entry of the site's feed, newest first. */
  readonly published: readonly number[];
  /** The times of those of them that expire. */
  readonly expiring: readonly (readonly [published: number, expires: number])[];
  /** The publication and expiry times of the entries that are not in the site's feed; absent without such entries. */
  readonly others?: readonly number[];
}

/** The older entries, which are in a chunk instead of the Worker. */
export interface OlderEntries extends OlderTimes {
  /** The name of the chunk that contains them. */
  readonly chunk: string;
}

/** Rendered documents by their entity tags, which identify the bytes. */
export type RenderedDocuments = Readonly<Record<string, Uint8Array>>;

/**
 * The data that is compiled into the Worker: the newest entries. The older entries and contents are in chunks among the static
 * assets, because a Worker that contained them would start slowly and exceed its memory.
 */
export interface StoredContent extends Omit<CompiledContent, "entries"> {
  /** Newest first. */
  readonly entries: readonly StoredEntry[];
  /** The older entries; absent if all are bundled. */
  readonly older?: OlderEntries;
  /** The names of the chunks of contents by number; absent if the Worker contains every content. */
  readonly chunks?: readonly string[];
  /** Documents rendered by the build. */
  readonly documents?: RenderedDocuments;
}

/** The folder of chunks among the static assets. It is not public: wrangler.toml sends its requests to the Worker. */
export const chunkFolder = "/_contents/";

/** Returns the path of a chunk among the static assets. */
export function chunkPath(name: string): string {
  return `${chunkFolder}${name}.txt`;
}
