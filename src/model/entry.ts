/** A person or body that wrote something (RFC 4287 §3.2). */
export interface Author {
  readonly name: string;
  /** Absolute URL of a page about the author. */
  readonly url?: string | undefined;
  readonly email?: string | undefined;
}

/** A file of an article that is served by itself: a picture or an enclosure. */
export interface MediaFile {
  /** Absolute URL. */
  readonly url: string;
  /** Media type, such as `image/png`; empty for a picture elsewhere of which it is not known. */
  readonly type: string;
  /** Size in bytes; 0 when unknown (a remote file). */
  readonly length: number;
  /** Pixels, where the file says so. */
  readonly width?: number;
  readonly height?: number;
  /** Whole seconds, never 0: of a recording that says how long it plays. */
  readonly duration?: number;
}

/** What an entry says of itself as an episode of a podcast. */
export interface Episode {
  /** From 1 on, as is the season. */
  readonly episode?: number;
  readonly season?: number;
  readonly episodeType?: "full" | "trailer" | "bonus";
  readonly explicit?: boolean;
}

/**
 * The compiled unit: one article, validated, with everything about it except its content, which a store hands out
 * by itself so that a poll that needs no rendering loads no bodies.
 */
export interface Entry {
  /** Permanent identity (RFC 4287 §4.2.6): unique, never reused, unchanged by an edit. Usually, but not always, a URL. */
  readonly id: string;
  /** The article's file below the articles folder, such as `2024/moon.md`. */
  readonly source: string;
  /** Canonical path on the site, percent-encoded: `/articles/moon`. */
  readonly path: string;
  /** Absolute URL of its page. */
  readonly url: string;
  /** Plain text; empty where the article has none (every format allows that). */
  readonly title: string;
  /** First public instant, in milliseconds since 1970. In the future: the entry is scheduled. */
  readonly published: number;
  /** From when on nobody sees it any more, in milliseconds since 1970. */
  readonly expires?: number;
  /** Last meaningful change, in milliseconds since 1970, never before `published`. */
  readonly updated: number;
  /** At least one: the site's author where the article names none. */
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
  /** Writing direction of that language. */
  readonly direction: "ltr" | "rtl";
  /** Plain text; empty where there is nothing to summarize. */
  readonly summary: string;
  /** The picture that stands for the entry. */
  readonly image?: MediaFile & { readonly alt?: string };
  /** The one file that comes with the entry (RSS 2.0 allows no second). */
  readonly enclosure?: MediaFile & { readonly title?: string };
  /** At least one of its fields. */
  readonly podcast?: Episode;
  /** Former canonical paths, percent-encoded; they redirect here. */
  readonly aliases: readonly string[];
  /** A draft is compiled only while developing. */
  readonly draft: boolean;
  /** Digest of everything above and of the content: different bytes, different hash. */
  readonly hash: string;
}

/** An entry with its content, as it is stored. */
export type CompiledEntry = Entry & { readonly content: string };

/** What says when an entry is public. */
export type EntryTimes = Pick<Entry, "draft" | "expires" | "published">;

/** Whether an entry is public at an instant (milliseconds since 1970). */
export function isPublic({ draft, expires, published }: EntryTimes, now: number): boolean {
  return !draft && published <= now && (expires === undefined || now < expires);
}
