import type { CompiledEntry } from "../model/entry.ts";
import { type FeedPage, pathOfPage, urlOfPage } from "../model/feed-page.ts";
import type { Format } from "../model/format.ts";
import type { Selection } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";

/** What a feed document says, whatever its format. */
export interface FeedDocument {
  readonly site: Site;
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Permanent identity of the feed (RFC 4287 §4.2.6), the same for its archive. */
  readonly id: string;
  /** The page that people read. */
  readonly homeUrl: string;
  /** The document's own address. */
  readonly feedUrl: string;
  /** Whether it is a page of the archive, which never gets another entry (RFC 5005 §4). */
  readonly isArchive: boolean;
  /** Where the rest of the feed is, and who tells of changes. */
  readonly links: FeedLinks;
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** Newest first, with full content. */
  readonly entries: readonly CompiledEntry[];
}

/** The links of a feed document that not every one has: URLs by their relation (RFC 5005 §4, WebSub §4). */
export interface FeedLinks {
  readonly hub?: string;
  readonly current?: string;
  readonly "prev-archive"?: string;
  readonly "next-archive"?: string;
}

// An empty feed has to say when it was updated, and `now` would make it new at every poll.
const neverUpdated = Date.UTC(2000, 0, 1);

/** Puts together what a page of a feed says; `entries` are the page's, with their content. */
export function feedDocument(site: Site, page: FeedPage, format: Pick<Format, "path">, entries: readonly CompiledEntry[]): FeedDocument {
  const { number, selection } = page;
  return {
    site,
    title: selectionTitle(site, selection),
    description: site.description,
    language: selection.kind === "language" ? selection.name : site.language,
    id: `${site.idBase}${selection.path}/`,
    homeUrl: `${site.url}${pathOfPage(selection, number)}/`,
    feedUrl: urlOfPage(site, selection, number, format),
    isArchive: number !== undefined,
    links: linksOf(site, page, format),
    updated: entries.reduce((newest, { updated }) => Math.max(newest, updated), entries.length === 0 ? neverUpdated : 0),
    entries,
  };
}

/**
 * What a selection is called where it stands alone, such as in a list of subscriptions: `Gazette: Sea`. An author stands in
 * front, `Sea – Gazette`: somebody may be called like a category.
 */
export function selectionTitle(site: Site, selection: Selection): string {
  const name = selectionName(site, selection);
  if (selection.kind === "site") return name;
  return selection.kind === "author" ? `${name} – ${site.title}` : `${site.title}: ${name}`;
}

/** What a selection is called where it is clear whose it is: `Sea`, `Deutsch`. */
export function selectionName(site: Site, { kind, name }: Selection): string {
  if (kind === "site") return site.title;
  return kind === "language" ? languageName(name) : name;
}

/** A language as its speakers call it; the tag where nobody knows. */
export function languageName(tag: string): string {
  const { baseName } = new Intl.Locale(tag); // extensions and private use have no names
  return new Intl.DisplayNames([tag], { type: "language" }).of(baseName) ?? tag;
}

/** The feed's links beside `self`, in one format. */
export function linksOf(site: Site, { archivePages, number, selection }: FeedPage, format: Pick<Format, "path">): FeedLinks {
  const at = (page: number | undefined) => urlOfPage(site, selection, page, format);
  if (number === undefined) {
    return { ...(site.hub !== undefined && { hub: site.hub }), ...(archivePages > 0 && { "prev-archive": at(archivePages) }) };
  }
  return {
    current: at(undefined),
    ...(number > 1 && { "prev-archive": at(number - 1) }),
    ...(number < archivePages && { "next-archive": at(number + 1) }),
  };
}
