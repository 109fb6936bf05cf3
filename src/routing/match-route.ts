import { encodePath, pathKey, singleSlashes } from "../base/canonical-url.ts";
import type { Redirects } from "../model/compiled-content.ts";
import { type Entry, hasExpired, isPublic } from "../model/entry.ts";
import { archivePage, type FeedPage, newestPage, newestSitePage, pathOfPage, urlOfPage } from "../model/feed-page.ts";
import { type FeedPath, formatFeedPath, parseFeedPath } from "../model/feed-path.ts";
import type { Format } from "../model/format.ts";
import { findRecording, type Recordings } from "../model/recording.ts";
import { wholeSite } from "../model/selection.ts";
import { limitOf } from "../model/selection-settings.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { legacyFeedPaths, legacyListPath } from "./legacy-feed-paths.ts";
import { movedPaths } from "./moved-paths.ts";
import { fixedPaths, isFixedPath, withoutTrailingSlash } from "./path-registry.ts";

/** The result of matching a path. A sitemap file has a number from 1; whether the file exists depends on the number of pages. */
export type RouteMatch = PathMatch | { readonly kind: "sitemap file"; readonly number: number };

type PathMatch = CurrentMatch | { readonly kind: "gone" };

type CurrentMatch =
  | { readonly kind: "feed"; readonly page: FeedPage; readonly format: Format }
  | { readonly kind: "page"; readonly page: FeedPage }
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "moved"; readonly url: string };

/** Matches the path of a request in a snapshot. Returns undefined if there is nothing at the path, or nothing public yet. */
export type MatchRoute = (path: string, snapshot: Snapshot) => RouteMatch | undefined;

const sitemapFile = /^\/sitemap\/([1-9][0-9]*)\.xml$/;

// Of WordPress. There are no comments, so readers of their feeds should stop.
const commentFeed = /\/comments\/feed(?:\/(?:atom|rdf|rss2?))?\/?$/;

/** Creates the route matcher of a site. Current addresses take precedence over redirects and legacy paths. */
export function createRouteMatcher(site: Site, { moved, gone }: Redirects, recordings?: Recordings): MatchRoute {
  const gonePaths = new Set(gone);

  function match(path: string, snapshot: Snapshot): RouteMatch | undefined {
    const [, file] = sitemapFile.exec(path) ?? [];
    if (file !== undefined) return { kind: "sitemap file", number: Number(file) };
    return matchRecording(path, snapshot) ?? matchPath(path, snapshot);
  }

  // Public recordings are served at their own paths, so that the path has more slashes, or the recording is not public.
  function matchRecording(path: string, { since }: Snapshot): PathMatch | undefined {
    const recording = recordings && findRecording(recordings, singleSlashes(path));
    if (recording === undefined) return undefined;
    if (hasExpired(recording, since)) return { kind: "gone" };
    return isPublic(recording, since) ? { kind: "moved", url: site.url + encodePath(recording.path) } : undefined;
  }

  function matchPath(path: string, snapshot: Snapshot): PathMatch | undefined {
    const key = pathKey(path);
    if (key === undefined) return undefined;
    return matchKey(key, snapshot) ?? matchSingleSlashes(key, snapshot);
  }

  function matchKey(key: string, snapshot: Snapshot): PathMatch | undefined {
    const found = matchCurrent(key, snapshot) ?? matchRedirect(key, snapshot) ?? matchExpired(key, snapshot);
    return (
      found ?? matchTrailingSlash(key, snapshot) ?? matchLegacy(key, snapshot) ?? (commentFeed.test(key) ? { kind: "gone" } : undefined)
    );
  }

  // Matches the address or an alias of a feed, page or entry.
  function matchCurrent(key: string, snapshot: Snapshot): CurrentMatch | undefined {
    const address = parseFeedPath(key);
    const feed = address === undefined ? undefined : feedAt(address, snapshot);
    if (feed !== undefined) return feed;
    const entry = snapshot.byPath.get(key) ?? snapshot.unpublished.find(({ path }) => pathKey(path) === key);
    if (entry === undefined) return undefined;
    return pathKey(entry.path) === key ? { kind: "entry", entry } : { kind: "moved", url: entry.url };
  }

  function feedAt({ format, number, selection }: FeedPath, snapshot: Snapshot): CurrentMatch | undefined {
    const page = selection === "" && number === undefined ? newestSitePage(snapshot, site.limit) : pageOf(selection, number, snapshot);
    if (page === undefined) return undefined;
    return format === undefined ? { kind: "page", page } : { kind: "feed", page, format };
  }

  function pageOf(selection: string, number: number | undefined, snapshot: Snapshot): FeedPage | undefined {
    const selected = selection === "" ? { selection: wholeSite, entries: snapshot.listed } : snapshot.selections.get(selection);
    if (selected === undefined) return undefined;
    const limit = limitOf(selected.selection, site);
    return number === undefined ? newestPage(selected, limit) : archivePage(selected, limit, number);
  }

  function matchRedirect(key: string, snapshot: Snapshot): PathMatch | undefined {
    const from = withoutTrailingSlash(key);
    if (gonePaths.has(from)) return { kind: "gone" };
    const to = Object.hasOwn(moved, from) ? moved[from] : undefined;
    return to === undefined ? matchFeedRedirect(key, snapshot) : followRedirect(to, snapshot);
  }

  function matchExpired(key: string, { expiredPaths }: Snapshot): PathMatch | undefined {
    return expiredPaths.has(withoutTrailingSlash(key)) ? { kind: "gone" } : undefined;
  }

  // A redirect of a selection's page also redirects its feeds.
  function matchFeedRedirect(key: string, snapshot: Snapshot): CurrentMatch | undefined {
    const from = parseFeedPath(key);
    const to = from === undefined || !Object.hasOwn(moved, from.selection) ? undefined : moved[from.selection];
    const target = to === undefined ? undefined : parseFeedPath(pathKey(to.replace(/\/?$/, "/")) ?? to);
    if (target === undefined || from === undefined) return undefined;
    const feed = feedAt({ selection: target.selection, ...(from.format !== undefined && { format: from.format }) }, snapshot);
    return feed && { kind: "moved", url: urlOf(feed) };
  }

  // Redirects only to public targets, and to the end of a chain.
  function followRedirect(to: string, snapshot: Snapshot): PathMatch | undefined {
    if (!to.startsWith("/")) return { kind: "moved", url: to };
    const [path = "", rest = ""] = to.split(/(?=[?#])(.*)/s);
    const key = pathKey(path) ?? path;
    if (isFixedPath(path) || gonePaths.has(withoutTrailingSlash(key))) return { kind: "moved", url: site.url + to };
    const there = matchCurrent(key, snapshot) ?? matchTrailingSlash(key, snapshot) ?? matchLegacy(key, snapshot);
    return there ? { kind: "moved", url: urlOf(there) + rest } : matchExpired(key, snapshot);
  }

  // Matches the path with a trailing slash added or removed.
  function matchTrailingSlash(key: string, snapshot: Snapshot): CurrentMatch | undefined {
    const other = key.endsWith("/") ? key.slice(0, -1) : `${key}/`;
    if (fixedPaths.has(other)) return { kind: "moved", url: site.url + other };
    const match = matchCurrent(other, snapshot);
    return match && { kind: "moved", url: urlOf(match) };
  }

  // Matches the path with each run of slashes as one. The target has the origin of the site, since browsers read //x as another host.
  function matchSingleSlashes(key: string, snapshot: Snapshot): PathMatch | undefined {
    const single = singleSlashes(key);
    if (single === key) return undefined;
    if (fixedPaths.has(single)) return { kind: "moved", url: site.url + single };
    const match = matchKey(single, snapshot);
    return match === undefined || match.kind === "gone" ? match : { kind: "moved", url: urlOf(match) };
  }

  // A redirect of a folder applies to the feeds and lists below it, too.
  function matchLegacy(key: string, snapshot: Snapshot): CurrentMatch | undefined {
    const own = matchLegacyPath(key, snapshot);
    if (own !== undefined) return own;
    for (const path of movedPaths(key, moved)) {
      const address = parseFeedPath(path);
      const feed = address === undefined ? undefined : feedAt(address, snapshot);
      const match = feed ?? matchLegacyPath(path, snapshot);
      if (match !== undefined) return { kind: "moved", url: urlOf(match) };
    }
    return undefined;
  }

  function matchLegacyPath(key: string, snapshot: Snapshot): CurrentMatch | undefined {
    const list = legacyListPath(key);
    if (list !== undefined) return { kind: "moved", url: site.url + list };
    for (const address of legacyFeedPaths(key, site)) {
      const feed = feedAt(address, snapshot) ?? matchFeedRedirect(formatFeedPath(address), snapshot);
      if (feed !== undefined) return { kind: "moved", url: urlOf(feed) };
    }
    return undefined;
  }

  function urlOf(match: CurrentMatch): string {
    switch (match.kind) {
      case "feed":
        return urlOfPage(site, match.page.selection, match.page.number, match.format);
      case "page":
        return `${site.url}${pathOfPage(match.page.selection, match.page.number)}/`;
      case "entry":
        return match.entry.url;
      case "moved":
        return match.url;
    }
  }

  return match;
}
