import type { Site } from "../settings/site-settings.ts";
import type { Entry } from "./entry.ts";
import type { Format } from "./format.ts";
import { type Selected, type Selection, wholeSite } from "./selection.ts";
import type { PartialSnapshot } from "./snapshot.ts";

/** A page of a paged feed (pagination, RFC 5005): the part of a selection that one document contains. */
export interface FeedPage {
  readonly selection: Selection;
  /** Newest first. */
  readonly entries: readonly Entry[];
  /** The number of an archive page, where 1 is the oldest; undefined for the page of the newest entries, to which readers subscribe. */
  readonly number?: number;
  /** The number of archive pages of the selection. */
  readonly archivePages: number;
  /** The number of the next older archive page; undefined if there are no older entries. */
  readonly older?: number;
}

/** Returns the page of the site's newest entries. */
export function newestSitePage({ count, newest }: PartialSnapshot, limit: number): FeedPage {
  return newestPage({ selection: wholeSite, entries: newest }, limit, count);
}

/** Returns the page of the newest entries of a selection with `count` entries in total. */
export function newestPage({ selection, entries }: Selected, limit: number, count: number = entries.length): FeedPage {
  const unseen = Math.ceil((count - limit) / archivePageSize(limit)); // the newest archive page may contain no other entries
  return {
    selection,
    entries: entries.slice(0, limit),
    archivePages: countArchivePages(count, limit),
    ...(unseen > 0 && { older: unseen }),
  };
}

/** Returns an archive page of a selection (RFC 5005 §4), or undefined if there is no page with that number. */
export function archivePage({ selection, entries }: Selected, limit: number, number: number): FeedPage | undefined {
  const archivePages = countArchivePages(entries.length, limit);
  if (number < 1 || number > archivePages) return undefined;
  const size = archivePageSize(limit);
  const end = entries.length - (number - 1) * size; // counted from the oldest
  return { selection, entries: entries.slice(end - size, end), number, archivePages, ...(number > 1 && { older: number - 1 }) };
}

/** Returns the path of a page, to which a format's path is appended: `/categories/sea/archive/3`. */
export function pathOfPage({ path }: Selection, number: number | undefined): string {
  return number === undefined ? path : `${path}/archive/${number}`;
}

/** Returns the URL of a feed document. */
export function urlOfPage(site: Site, selection: Selection, number: number | undefined, format: Pick<Format, "path">): string {
  return site.url + pathOfPage(selection, number) + format.path;
}

// Half a feed: as soon as a selection outgrows its feed, it has two full archive pages. So an archive never has only one page, and
// no archive page changes.
function archivePageSize(limit: number): number {
  return Math.ceil(limit / 2);
}

// The number of full pages, counted from the oldest entry, that contain all entries that are not in the feed.
function countArchivePages(total: number, limit: number): number {
  return total <= limit ? 0 : Math.max(2, Math.ceil((total - limit) / archivePageSize(limit)));
}
