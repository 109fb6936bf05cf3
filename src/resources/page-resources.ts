import { lazy } from "../base/lazy.ts";
import { renderOpml } from "../feed/opml.ts";
import { renderSitemap, renderSitemapFile } from "../feed/sitemap.ts";
import { formatLinks } from "../http/link-header.ts";
import type { Resource } from "../http/resource.ts";
import type { Entry } from "../model/entry.ts";
import { type FeedPage, pathOfPage } from "../model/feed-page.ts";
import { selectionWith } from "../model/listing.ts";
import type { Selection } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { alternatesOf } from "../pages/alternates.ts";
import { entryPage } from "../pages/entry-page.tsx";
import { feedsPage } from "../pages/feeds-page.tsx";
import { navigationOf } from "../pages/navigation.ts";
import { neighboursOf, shownNeighbours } from "../pages/parts/more-articles.tsx";
import { selectionPage } from "../pages/selection-page.tsx";
import { countSitemaps } from "../routing/sitemap-files.ts";
import type { Site } from "../settings/site-settings.ts";
import { addressesOf, hashOf, listSettings, pageSettings, summaryOf } from "./etag-inputs.ts";
import type { Sources } from "./sources.ts";

const html = "text/html; charset=utf-8";

/** Creates the HTML page of a feed page. During development, the front page also lists unpublished and unlisted entries. */
export function pageResource({ site, code }: Sources, page: FeedPage, snapshot: Snapshot): Resource {
  const { archivePages, entries, number, older, selection } = page;
  const isFront = selection.kind === "site" && number === undefined;
  const { unlisted, unpublished } = isFront ? snapshot : { unlisted: [], unpublished: [] };
  const navigation = lazy(() => navigationOf(site, snapshot));
  return {
    path: `${pathOfPage(selection, number)}/`,
    contentType: html,
    link: () => linksOf(site, selection),
    etagInputs: () => [
      code.pages,
      html,
      pageSettings(site),
      navigation(),
      selection,
      number,
      archivePages,
      older,
      entries.map(summaryOf),
      unpublished.map(summaryOf),
      unlisted.map(hashOf),
    ],
    render: async () => selectionPage(site, page, { navigation: navigation(), unpublished, unlisted }),
  };
}

/** Creates the HTML page of an entry. */
export function entryResource({ site, store, code }: Sources, entry: Entry, snapshot: Snapshot): Resource {
  const navigation = lazy(() => navigationOf(site, snapshot));
  const neighbours = lazy(() => neighboursOf(entry, snapshot));
  const status = () => (snapshot.entries.includes(entry) ? "published" : entry.draft ? "draft" : "scheduled");
  return {
    path: entry.path,
    contentType: html,
    link: () => linksOf(site, selectionWith(entry, site)),
    etagInputs: () => [code.pages, html, pageSettings(site), navigation(), entry.hash, shownNeighbours(neighbours(), site), status()],
    async render() {
      const [content = ""] = await store.contents([entry]);
      return entryPage(site, { entry, content, status: status(), neighbours: neighbours(), navigation: navigation() });
    },
  };
}

/** Creates the HTML page that lists all feeds. */
export function feedsResource(sources: Sources, snapshot: Snapshot): Resource {
  const { site } = sources;
  const navigation = lazy(() => navigationOf(site, snapshot));
  const list = listResource(sources, "/feeds/", html, snapshot, () => feedsPage(site, snapshot, navigation()));
  return {
    ...list,
    link: () => linksOf(site),
    etagInputs: () => [...list.etagInputs(), site.words, navigation()],
  };
}

/** Creates the OPML list of all feeds. */
export function opmlResource(sources: Sources, snapshot: Snapshot): Resource {
  return listResource(sources, "/opml.xml", "text/x-opml; charset=utf-8", snapshot, () => renderOpml(sources.site, snapshot));
}

const xml = "application/xml; charset=utf-8";

/** Creates the sitemap, or its index if it has several files. */
export function sitemapResource(sources: Sources, snapshot: Snapshot): Resource {
  return listResource(sources, "/sitemap.xml", xml, snapshot, () => renderSitemap(sources.site, snapshot));
}

/** Creates a file of a sitemap with several files; undefined if there is no such file. */
export function sitemapFileResource(sources: Sources, snapshot: Snapshot, number: number): Resource | undefined {
  const count = countSitemaps(snapshot);
  if (count === 1 || number < 1 || number > count) return undefined;
  return listResource(sources, `/sitemap/${number}.xml`, xml, snapshot, () => renderSitemapFile(sources.site, snapshot, number));
}

/** Creates robots.txt (RFC 9309): it allows every page and names the sitemap. */
export function robotsResource({ site, code }: Sources): Resource {
  return {
    path: "/robots.txt",
    contentType: "text/plain; charset=utf-8",
    etagInputs: () => [code.pages, "/robots.txt", site.url],
    render: async () => `User-agent: *\nAllow: /\n\nSitemap: ${site.url}/sitemap.xml\n`,
  };
}

// A resource that lists the whole snapshot.
function listResource({ site, code }: Sources, path: string, contentType: string, snapshot: Snapshot, render: () => string): Resource {
  return {
    path,
    contentType,
    etagInputs: () => [code.pages, path, listSettings(site), addressesOf(snapshot)],
    render: async () => render(),
  };
}

// The feeds of a page, for programs that ask only for its headers (HEAD).
function linksOf(site: Site, selection?: Selection): string {
  return formatLinks(alternatesOf(site, selection).map(({ href, type }) => ({ rel: "alternate", href, type })));
}
