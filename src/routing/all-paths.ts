import { newestPage, pathOfPage } from "../model/feed-page.ts";
import { formats } from "../model/format.ts";
import { limitOf } from "../model/selection-settings.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { siteDocumentPaths } from "./path-registry.ts";
import { countSitemaps } from "./sitemap-files.ts";

/** Returns all paths of a snapshot, percent-encoded: pages, feeds, archives and other documents. */
export function allPaths(site: Site, snapshot: Snapshot): string[] {
  const pages = [...snapshot.selections.values()].flatMap((selected) => {
    const { archivePages } = newestPage(selected, limitOf(selected.selection, site));
    const numbers = Array.from({ length: archivePages }, (_, index) => index + 1);
    return [undefined, ...numbers].map((number) => pathOfPage(selected.selection, number));
  });
  const sitemaps = countSitemaps(snapshot);
  return [
    ...pages.flatMap((page) => [`${page}/`, ...formats.map((format) => page + format.path)]),
    ...snapshot.entries.map(({ path }) => path),
    ...siteDocumentPaths,
    ...(sitemaps === 1 ? [] : Array.from({ length: sitemaps }, (_, index) => `/sitemap/${index + 1}.xml`)),
  ];
}
