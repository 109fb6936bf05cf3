/** A person or organization that wrote an entry (RFC 4287 §3.2). */
export interface Author {
  readonly name: string;
  /** Absolute URL of a page about the author. */
  readonly url?: string | undefined;
  readonly email?: string | undefined;
  /** Absolute URL of a picture. */
  readonly image?: string | undefined;
}

/** A media file of an entry: a picture or an enclosure. */
export interface MediaFile {
  /** Absolute URL. */
  readonly url: string;
  /** Media type, such as `image/png`; empty for a remote picture of unknown type. */
  readonly type: string;
  /** Size in bytes; 0 when unknown (a remote file). */
  readonly length: number;
  /** Pixels, if known. */
  readonly width?: number;
  readonly height?: number;
  /** Duration of a recording in whole seconds, never 0, if known. */
  readonly duration?: number;
}

/** The podcast fields of an entry. */
export interface Episode {
  /** A whole number from 1 on, like the season. */
  readonly episode?: number;
  readonly season?: number;
  readonly episodeType?: "full" | "trailer" | "bonus";
  readonly explicit?: boolean;
  /** The title without the numbers of the episode and the season, if the entry's own title contains them. */
  readonly episodeTitle?: string;
  /** True if directories of podcasts should not show the episode. */
  readonly block?: boolean;
  readonly persons?: readonly Person[];
  readonly transcripts?: readonly Transcript[];
  readonly chapters?: EpisodeFile;
}

/** A person in an episode or a podcast (podcast namespace, `podcast:person`). */
export interface Person {
  readonly name: string;
  /** A role of the Podcast Taxonomy Project, such as `guest`; absent for a host. */
  readonly role?: string | undefined;
  /** A group of the same taxonomy, such as `writing`; absent for the cast. */
  readonly group?: string | undefined;
  /** Absolute URL of a picture. */
  readonly image?: string | undefined;
  /** Absolute URL of a page about the person. */
  readonly url?: string | undefined;
}

/** A file about an episode. */
export interface EpisodeFile {
  /** Absolute URL. */
  readonly url: string;
  /** Media type. */
  readonly type: string;
}

/** A transcript of an episode. */
export interface Transcript extends EpisodeFile {
  /** BCP 47 tag; absent for the language of the feed. */
  readonly language?: string;
}

/**
 * A compiled article without its content. Stores load the content separately, so that a request that needs no rendering loads none.
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
  /** Absolute URL of the page on another site that the entry is about (JSON Feed 1.1, `external_url`). */
  readonly externalUrl?: string;
  /** Plain text; empty if the article has no title (every format allows that). */
  readonly title: string;
  /**
   * First public instant, in milliseconds since 1970. If it is in the future, the entry is scheduled. 0 for an unlisted entry without a
   * date, which is public from the beginning.
   */
  readonly published: number;
  /** The instant from which the entry is no longer public, in milliseconds since 1970. */
  readonly expires?: number;
  /** Last meaningful change, in milliseconds since 1970, never before `published`. */
  readonly updated: number;
  /** At least one: the site's author if the article names no author. */
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  /** BCP 47 tag. */
  readonly language: string;
  /** Writing direction of that language. */
  readonly direction: "ltr" | "rtl";
  /** Plain text; empty if the content has no text. */
  readonly summary: string;
  /** The picture that represents the entry. */
  readonly image?: MediaFile & { readonly alt?: string };
  /** The only enclosure of the entry (RSS 2.0 allows one). */
  readonly enclosure?: MediaFile & { readonly title?: string };
  /** Contains at least one field. */
  readonly podcast?: Episode;
  /** Former canonical paths, percent-encoded, which redirect to this entry. */
  readonly aliases: readonly string[];
  /** True for a draft, which is compiled only during development. */
  readonly draft: boolean;
  /** True for an entry that has a page but is in no feed or list; absent for all others. */
  readonly unlisted?: true;
  /**
   * Excludes its page from the sitemap alone, or from all search engines: then the page has `noindex`, and is not in the sitemap either.
   * Absent for all others.
   */
  readonly excludedFrom?: "sitemap" | "search engines";
  /** Digest of all fields above and the content, so that any change changes the hash. */
  readonly hash: string;
}

/** An entry with its content, as it is stored. */
export type CompiledEntry = Entry & { readonly content: string };

/** Returns whether an entry has a date. Only an unlisted entry may have none. */
export function hasDate({ published, unlisted }: Pick<Entry, "published" | "unlisted">): boolean {
  return unlisted !== true || published !== 0;
}

/** Returns the latest update of entries, in milliseconds since 1970; 0 if none has one. */
export function newestUpdate(entries: readonly { readonly updated?: number }[]): number {
  return entries.reduce((newest, { updated = 0 }) => Math.max(newest, updated), 0);
}

/** Returns whether an entry changed after its publication. A part of a second only makes two updates different. */
export function isUpdated({ published, updated }: Pick<Entry, "published" | "updated">): boolean {
  const isSameSecond = updated - published < 1000;
  return !isSameSecond; // true for an invalid date, too, so that rendering fails
}

/** The fields that determine when an entry is public: from `published` to `expires`, unless it is a draft. */
export type PublicationWindow = Pick<Entry, "expires" | "published"> & Partial<Pick<Entry, "draft">>;

/** Returns whether an entry is public at an instant (milliseconds since 1970). */
export function isPublic({ draft, expires, published }: PublicationWindow, now: number): boolean {
  return !draft && published <= now && (expires === undefined || now < expires);
}

/** Returns whether an entry was public and is no longer, at an instant (milliseconds since 1970). */
export function hasExpired({ draft, expires, published }: PublicationWindow, now: number): boolean {
  return !draft && expires !== undefined && published < expires && expires <= now;
}
