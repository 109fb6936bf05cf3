import type { Snapshot } from "../model/snapshot.ts";

/** Addresses in one file; the protocol allows 50,000, which would be 10 MB and more. */
export const sitemapSize = 5000;

/** How many files a snapshot's sitemap has. Where there is more than one, `/sitemap.xml` lists them. */
export function countSitemaps(snapshot: Snapshot, size = sitemapSize): number {
  return Math.ceil((snapshot.entries.length + snapshot.selections.size + 1) / size);
}
