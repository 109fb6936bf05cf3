import { renderOpml } from "../feed/opml.ts";
import { renderSitemap, renderSitemapFile } from "../feed/sitemap.ts";
import type { Resource } from "../http/resource.ts";
import type { Entry } from "../model/entry.ts";
import { type FeedPage, pathOfPage } from "../model/feed-page.ts";
import type { Edition } from "../model/snapshot.ts";
import { entryPage } from "../preview/entry-page.tsx";
import { feedsPage } from "../preview/feeds-page.tsx";
import { selectionPage } from "../preview/selection-page.tsx";
import { countSitemaps } from "../routing/sitemap-files.ts";
import { hashOf, type Sources, shown } from "./feed-resource.ts";

const html = "text/html; charset=utf-8";

/** A page of a feed as people see it; the front page shows, while developing, also what is not published yet. */
export function pageResource({ site, fingerprint }: Sources, page: FeedPage, edition: Edition): Resource {
  const { archivePages, entries, number, older, selection } = page;
  const unpublished = selection.kind === "site" && number === undefined ? edition.unpublished : [];
  return {
    key: `${pathOfPage(selection, number)}/`,
    contentType: html,
    parts: () => [fingerprint, html, shown(site), selection, number, archivePages, older, entries.map(hashOf), unpublished.map(hashOf)],
    render: async () => selectionPage(site, page, unpublished),
  };
}

/** An entry as a page. */
export function entryResource({ site, store, fingerprint }: Sources, entry: Entry, edition: Edition): Resource {
  const status = () => (edition.entries.includes(entry) ? "published" : entry.draft ? "draft" : "scheduled");
  return {
    key: entry.path,
    contentType: html,
    parts: () => [fingerprint, html, shown(site), entry.hash, status()],
    async render() {
      const [content = ""] = await store.contents([entry]);
      return entryPage(site, { entry, content, status: status() });
    },
  };
}

/** The page of all feeds. */
export function feedsResource(sources: Sources, edition: Edition): Resource {
  return listResource(sources, "/feeds/", html, edition, () => feedsPage(sources.site, edition));
}

/** All feeds as OPML. */
export function opmlResource(sources: Sources, edition: Edition): Resource {
  return listResource(sources, "/opml.xml", "text/x-opml; charset=utf-8", edition, () => renderOpml(sources.site, edition));
}

const xml = "application/xml; charset=utf-8";

/** The sitemap. */
export function sitemapResource(sources: Sources, edition: Edition): Resource {
  return listResource(sources, "/sitemap.xml", xml, edition, () => renderSitemap(sources.site, edition));
}

/** A file of a sitemap that is too large for one; undefined where there is none of that number. */
export function sitemapFileResource(sources: Sources, edition: Edition, number: number): Resource | undefined {
  const count = countSitemaps(edition);
  if (count === 1 || number < 1 || number > count) return undefined;
  return listResource(sources, `/sitemap/${number}.xml`, xml, edition, () => renderSitemapFile(sources.site, edition, number));
}

/** What crawlers are told (RFC 9309): everything may be read, and there is a list of it. */
export function robotsResource({ site, fingerprint }: Sources): Resource {
  return {
    key: "/robots.txt",
    contentType: "text/plain; charset=utf-8",
    parts: () => [fingerprint, "/robots.txt", site.url],
    render: async () => `User-agent: *\nAllow: /\n\nSitemap: ${site.url}/sitemap.xml\n`,
  };
}

// What lists the whole edition.
function listResource({ site, fingerprint }: Sources, key: string, contentType: string, edition: Edition, render: () => string): Resource {
  return {
    key,
    contentType,
    parts: () => [fingerprint, key, shown(site), edition.entries.map(hashOf)],
    render: async () => render(),
  };
}
