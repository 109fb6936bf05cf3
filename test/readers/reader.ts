import type { ReaderSample } from "./reader-samples.ts";

/** A file of an entry. Its length is in bytes. */
export interface FileAsRead {
  readonly url: string;
  readonly type: string;
  readonly length: number;
}

/** The fields of an entry in the words of Broadsheet. A field is undefined if the entry has no value for it. */
export interface EntryAsRead {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** Seconds since 1970. */
  readonly published: number;
  /** Seconds since 1970. RSS has no such element unless the entry has changed. */
  readonly updated: number | undefined;
  /** HTML. */
  readonly content: string;
  /** HTML in RSS, plain text in Atom and JSON Feed. */
  readonly summary: string;
  readonly image: string | undefined;
  readonly enclosures: readonly FileAsRead[];
  /** Seconds. */
  readonly duration: number | undefined;
  readonly episode: number | undefined;
  readonly season: number | undefined;
  readonly episodeType: string | undefined;
  readonly transcripts: readonly AttributesAsRead[];
  readonly chapters: AttributesAsRead | undefined;
  readonly persons: readonly AttributesAsRead[];
}

/** The attributes of an element, and its text as `name`. */
export type AttributesAsRead = Readonly<Record<string, string | undefined>>;

/** The fields of a feed. */
export interface FeedAsRead {
  readonly title: string;
  readonly guid: string | undefined;
  readonly locked: AttributesAsRead | undefined;
  readonly funding: readonly AttributesAsRead[];
  readonly persons: readonly AttributesAsRead[];
}

/** The names of the formats. */
export type FormatName = "rss" | "atom" | "json";

/** An independent reader of feeds. */
export interface Reader {
  readonly name: string;
  readonly formats: readonly FormatName[];
  /** The fields that it has, in a format. */
  fields(format: FormatName): { readonly feed: readonly (keyof FeedAsRead)[]; readonly entry: readonly (keyof EntryAsRead)[] };
  /** Reads a document. An adapter may only rename fields and decode them as the reader's documentation says. */
  read(
    document: string,
    format: FormatName,
  ): Promise<{ readonly feed: Partial<FeedAsRead>; readonly entries: readonly Partial<EntryAsRead>[] }>;
  /** Returns the fields that the reader itself changes or cannot read, each with its reason; null if it leaves out the entry. */
  readonly differs?: (entry: EntryAsRead, format: FormatName, sample: ReaderSample) => Partial<EntryAsRead> | null;
}

/** The fields of an entry that every reader has. */
export const plainFields = ["id", "url", "title", "published", "content", "enclosures"] as const satisfies readonly (keyof EntryAsRead)[];
