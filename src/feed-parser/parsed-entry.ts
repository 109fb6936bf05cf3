import type { EpisodeMetadata } from "../content/metadata/episode-metadata.ts";
import type { Author } from "../model/entry.ts";
import type { InlineChapter } from "./episode-elements.ts";
import type { FeedSite } from "./feed-site.ts";

/** An entry as written in its source, in any format. A missing value is undefined, never empty. */
export interface ParsedEntry {
  /** Permanent id, exactly as written. */
  readonly id?: string | undefined;
  /** Plain text; empty for an entry without a title. */
  readonly title: string;
  /** Absolute URL of its page. */
  readonly link?: string | undefined;
  /** The path of its page, if the source does not state its origin. */
  readonly path?: string | undefined;
  /** As written; without a zone it is in the site's time zone. */
  readonly published?: string | undefined;
  /** True if the source has no date, and the owner gave it. */
  readonly isDatedByOwner?: boolean | undefined;
  readonly updated?: string | undefined;
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  /** Plain text. */
  readonly summary?: string | undefined;
  /** HTML as written, not sanitized. */
  readonly content: string;
  /** The original content if it is plain text: the article is then written as plain text. */
  readonly plain?: string | undefined;
  /** Absolute URL that references in the content are relative to. */
  readonly base?: string | undefined;
  /** True if all references in the content are absolute, or paths of the new site. */
  readonly isResolved?: true;
  readonly image?: ImportedImage | undefined;
  readonly enclosure?: ImportedEnclosure | undefined;
  /** Its files have absolute URLs. */
  readonly podcast?: EpisodeMetadata | undefined;
  /** The chapters of an episode that are not a file of their own. */
  readonly chapters?: readonly InlineChapter[] | undefined;
  /** As written; undefined if neither the entry nor the source declares a language. */
  readonly language?: string | undefined;
  readonly draft: boolean;
  /** True for a page of a site that is in none of its feeds. It needs no date. */
  readonly unlisted?: boolean | undefined;
  /** True if the old site kept it from search engines. */
  readonly noindex?: boolean | undefined;
  /** Former addresses: absolute URLs or paths. */
  readonly aliases: readonly string[];
  /** Notes for the user, one sentence each. */
  readonly notes: readonly string[];
  /** The names of its elements that have no counterpart here, such as `podcast:location`. */
  readonly dropped?: readonly string[] | undefined;
  /** The limit that the entry exceeds, a clause. Such an entry has only a title, and does not become an article. */
  readonly refusal?: string | undefined;
}

/** The picture of an entry. */
export interface ImportedImage {
  readonly url: string;
  readonly alt?: string | undefined;
  /** HTML. */
  readonly caption?: string | undefined;
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

/** The link to the previous entries: that of an archive or of a paged feed (RFC 5005 §4, §3), or that of JSON Feed. */
export type NextName = "prev-archive" | "next" | "next_url";

/** The content of a document. */
export interface ImportedDocument {
  readonly entries: readonly ParsedEntry[];
  /** Absolute URL of the document with the previous entries. */
  readonly next?: string | undefined;
  /** The name of the link to that document, as the format writes it: `prev-archive`. */
  readonly nextName?: NextName | undefined;
  /** The site of a feed. */
  readonly site?: FeedSite;
  /** The document's faults and its skipped parts, one sentence each. */
  readonly notes: readonly string[];
  /** True if it has an archive that cannot be followed. */
  readonly isIncomplete?: boolean;
  /** True if the document is itself the article: a text or a web page. */
  readonly isArticle?: boolean;
}
