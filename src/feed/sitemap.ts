import { newestUpdate } from "../model/entry.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { countSitemaps, entriesOfSitemap, sitemapSize } from "../routing/sitemap-files.ts";
import type { Site } from "../settings/site-settings.ts";
import { writeXml, type XmlParts } from "./xml.ts";

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

interface Location {
  readonly url: string;
  /** Milliseconds since 1970. */
  readonly updated?: number;
}

/** Renders the sitemap (sitemaps.org/protocol.html), or the index of its files. */
export function renderSitemap(site: Site, snapshot: Snapshot, size = sitemapSize): string {
  const count = countSitemaps(snapshot, size);
  if (count === 1) return urlset(locationsOf(site, snapshot));
  const locations = locationsOf(site, snapshot);
  const files = Array.from({ length: count }, (_, index) => ({
    url: `${site.url}/sitemap/${index + 1}.xml`,
    ...newest(locations.slice(index * size, (index + 1) * size)),
  }));
  return writeXml({ sitemapindex: { _attributes: { xmlns: namespace }, sitemap: files.map(location) } });
}

/** Renders one file of a sitemap with several files; 1 is the first. */
export function renderSitemapFile(site: Site, snapshot: Snapshot, number: number, size = sitemapSize): string {
  return urlset(locationsOf(site, snapshot).slice((number - 1) * size, number * size));
}

// The oldest entries first, so that new ones change only the last file.
function locationsOf(site: Site, snapshot: Snapshot): Location[] {
  const { selections } = snapshot;
  return [
    ...entriesOfSitemap(snapshot)
      .toReversed()
      .map(({ updated, url }) => ({ url, ...newest([{ updated }]) })), // an entry without a date has no lastmod
    ...[...selections.values()].map(({ entries, selection }) => ({ url: `${site.url}${selection.path}/`, ...newest(entries) })),
    { url: `${site.url}/feeds/` },
  ];
}

function newest(parts: readonly Pick<Location, "updated">[]): Pick<Location, "updated"> {
  const latest = newestUpdate(parts);
  return latest === 0 ? {} : { updated: latest };
}

function urlset(locations: readonly Location[]): string {
  return writeXml({ urlset: { _attributes: { xmlns: namespace }, url: locations.map(location) } });
}

function location({ updated, url }: Location): XmlParts {
  return { loc: url, ...(updated !== undefined && { lastmod: new Date(updated).toISOString() }) };
}
