import type { Site } from "../settings/site-settings.ts";
import type { Entry } from "./entry.ts";
import type { Format } from "./format.ts";
import { type Selected, type Selection, wholeSite } from "./selection.ts";
import type { PartialSnapshot } from "./snapshot.ts";

/** The part of a selection that one document shows. */
export interface FeedPage {
  readonly selection: Selection;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** The number of an archive page, of which 1 is the oldest; undefined for the newest entries, to which people subscribe. */
  readonly number?: number;
  /** How many archive pages the selection has. */
  readonly archivePages: number;
  /** The archive page on which people read on; undefined where they have seen everything. */
  readonly older?: number;
}

/** The newest entries of the site. */
export function newestSitePage({ count, newest }: PartialSnapshot, limit: number): FeedPage {
  return newestPage({ selection: wholeSite, entries: newest }, limit, count);
}

/** The newest entries of a selection, of which there are `count` in all. */
export function newestPage({ selection, entries }: Selected, limit: number, count: number = entries.length): FeedPage {
  const unseen = Math.ceil((count - limit) / archivePageSize(limit)); // the newest page may hold nothing new
  return {
    selection,
    entries: entries.slice(0, limit),
    archivePages: countArchivePages(count, limit),
    ...(unseen > 0 && { older: unseen }),
  };
}

/** An archive page of a selection (RFC 5005 §4); undefined where there is none of that number. */
export function archivePage({ selection, entries }: Selected, limit: number, number: number): FeedPage | undefined {
  const archivePages = countArchivePages(entries.length, limit);
  if (number < 1 || number > archivePages) return undefined;
  const size = archivePageSize(limit);
  const end = entries.length - (number - 1) * size; // counted from the oldest
  return { selection, entries: entries.slice(end - size, end), number, archivePages, ...(number > 1 && { older: number - 1 }) };
}

/** The path of a page, to which the name of a format is added: `/categories/sea/archive/3`. */
export function pathOfPage({ path }: Selection, number: number | undefined): string {
  return number === undefined ? path : `${path}/archive/${number}`;
}

/** The address of a feed document. */
export function urlOfPage(site: Site, selection: Selection, number: number | undefined, format: Pick<Format, "path">): string {
  return site.url + pathOfPage(selection, number) + format.path;
}

// Half a feed: as soon as a selection outgrows its feed there are two full pages, and so there is never an archive without
// a neighbour, nor one that is still filling up.
function archivePageSize(limit: number): number {
  return Math.ceil(limit / 2);
}

// As many full pages, from the oldest on, as it takes to hold what the feed has no room for.
function countArchivePages(total: number, limit: number): number {
  return total <= limit ? 0 : Math.max(2, Math.ceil((total - limit) / archivePageSize(limit)));
}
