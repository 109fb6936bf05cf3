import type { Entry } from "../model/entry.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** The maximum number of addresses in one file; the protocol allows 50,000, which would be more than 10 MB. */
export const sitemapSize = 5000;

/** Returns the entries whose pages are in the sitemap, newest first. */
export function entriesOfSitemap({ entries }: Pick<Snapshot, "entries">): readonly Entry[] {
  return entries.filter(({ excludedFrom }) => excludedFrom === undefined);
}

/** Returns the number of sitemap files of a snapshot. If there is more than one, `/sitemap.xml` lists them. */
export function countSitemaps(snapshot: Snapshot, size = sitemapSize): number {
  return Math.ceil((entriesOfSitemap(snapshot).length + snapshot.selections.size + 1) / size);
}
