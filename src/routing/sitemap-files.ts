import type { Edition } from "../model/snapshot.ts";

/** Addresses in one file; the protocol allows 50,000, which would be 10 MB and more. */
export const sitemapSize = 5000;

/** How many files an edition's sitemap has. Where there is more than one, `/sitemap.xml` lists them. */
export function countSitemaps(edition: Edition, size = sitemapSize): number {
  return Math.ceil((edition.entries.length + edition.selections.size + 1) / size);
}
