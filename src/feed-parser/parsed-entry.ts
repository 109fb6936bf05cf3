import type { Author, Episode } from "../model/entry.ts";

/** An entry as its source has it, whatever the source. What is not there is undefined, never empty. */
export interface ParsedEntry {
  /** Permanent identity, exactly as it was written. */
  readonly id?: string | undefined;
  /** Plain text; empty where there is none. */
  readonly title: string;
  /** Absolute URL of its page. */
  readonly link?: string | undefined;
  /** As it was written; without a zone it is in the site's. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  /** Plain text. */
  readonly summary?: string | undefined;
  /** HTML as it was written, not sanitized. */
  readonly content: string;
  /** The content as it was written, where that was plain text: the article is written so. */
  readonly plain?: string | undefined;
  /** Absolute URL that references in the content are relative to. */
  readonly base?: string | undefined;
  readonly image?: { readonly url: string; readonly alt?: string | undefined } | undefined;
  readonly enclosure?: ImportedEnclosure | undefined;
  readonly podcast?: Episode | undefined;
  /** As it was written; undefined where the source says nothing of this entry or of the whole. */
  readonly language?: string | undefined;
  readonly draft: boolean;
  /** Other addresses that it has had: absolute URLs or paths. */
  readonly aliases: readonly string[];
  /** What its new owner has to know or do, each a sentence. */
  readonly notes: readonly string[];
  /** The limit that it exceeds, a clause: it does not become an article, and has nothing but a title. */
  readonly refusal?: string | undefined;
}

/** A file that comes with an entry. */
export interface ImportedEnclosure {
  /** Absolute URL. */
  readonly url: string;
  readonly type?: string | undefined;
  /** Bytes. */
  readonly length?: number | undefined;
  /** Whole seconds. */
  readonly duration?: number | undefined;
  readonly title?: string | undefined;
}

/** What a document of a source holds. */
export interface ImportedDocument {
  readonly entries: readonly ParsedEntry[];
  /** Absolute URL of the document with the entries before these. */
  readonly next?: string | undefined;
  /** What is wrong with the document, or was left out of it, each a sentence. */
  readonly notes: readonly string[];
}
