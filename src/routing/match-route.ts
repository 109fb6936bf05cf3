import { pathKey } from "../base/canonical-url.ts";
import type { Moves } from "../model/compiled-content.ts";
import type { Entry } from "../model/entry.ts";
import { archivePage, type FeedPage, frontPage, newestPage, pathOfPage, urlOfPage } from "../model/feed-page.ts";
import { type FeedAddress, parseFeedAddress, pathOfAddress } from "../model/feed-path.ts";
import type { Format } from "../model/format.ts";
import { wholeSite } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { formerFeeds, formerList } from "./legacy-feed-paths.ts";
import { fixedPaths, isFixed, withoutSlash } from "./path-registry.ts";

/** What an address leads to. */
export type Destination = Standing | { readonly kind: "removed" };

type Standing =
  | { readonly kind: "feed"; readonly page: FeedPage; readonly format: Format }
  | { readonly kind: "page"; readonly page: FeedPage }
  | { readonly kind: "entry"; readonly entry: Entry }
  | { readonly kind: "moved"; readonly url: string };

/** Where a path as a request has it leads in a snapshot; undefined where it leads nowhere, or not yet. */
export type FindDestination = (path: string, snapshot: Snapshot) => Destination | undefined;

/** Makes what finds destinations on a site. What stands at an address comes before what once did. */
export function createFindDestination(site: Site, { redirects, removed }: Moves): FindDestination {
  const gone = new Set(removed);

  function find(path: string, snapshot: Snapshot): Destination | undefined {
    const key = pathKey(path);
    if (key === undefined) return undefined;
    return standing(key, snapshot) ?? moved(key, snapshot) ?? neighbour(key, snapshot) ?? former(key, snapshot);
  }

  // The feed, page or entry whose own address it is, or that was there once.
  function standing(key: string, snapshot: Snapshot): Standing | undefined {
    const address = parseFeedAddress(key);
    const feed = address === undefined ? undefined : feedAt(address, snapshot);
    if (feed !== undefined) return feed;
    const entry = snapshot.byPath.get(key) ?? snapshot.unpublished.find(({ path }) => pathKey(path) === key);
    if (entry === undefined) return undefined;
    return pathKey(entry.path) === key ? { kind: "entry", entry } : { kind: "moved", url: entry.url };
  }

  function feedAt({ format, number, selection }: FeedAddress, snapshot: Snapshot): Standing | undefined {
    const page = selection === "" && number === undefined ? frontPage(snapshot, site.limit) : pageOf(selection, number, snapshot);
    if (page === undefined) return undefined;
    return format === undefined ? { kind: "page", page } : { kind: "feed", page, format };
  }

  function pageOf(selection: string, number: number | undefined, snapshot: Snapshot): FeedPage | undefined {
    const selected = selection === "" ? { selection: wholeSite, entries: snapshot.entries } : snapshot.selections.get(selection);
    if (selected === undefined) return undefined;
    return number === undefined ? newestPage(selected, site.limit) : archivePage(selected, site.limit, number);
  }

  function moved(key: string, snapshot: Snapshot): Destination | undefined {
    const from = withoutSlash(key);
    if (gone.has(from)) return { kind: "removed" };
    const to = Object.hasOwn(redirects, from) ? redirects[from] : undefined;
    return to === undefined ? movedFeed(key, snapshot) : follow(to, snapshot);
  }

  // A redirect of a selection's page takes its feeds along.
  function movedFeed(key: string, snapshot: Snapshot): Standing | undefined {
    const from = parseFeedAddress(key);
    const to = from === undefined || !Object.hasOwn(redirects, from.selection) ? undefined : redirects[from.selection];
    const target = to === undefined ? undefined : parseFeedAddress(pathKey(to.replace(/\/?$/, "/")) ?? to);
    if (target === undefined || from === undefined) return undefined;
    const feed = feedAt({ selection: target.selection, ...(from.format !== undefined && { format: from.format }) }, snapshot);
    return feed && { kind: "moved", url: urlOf(feed) };
  }

  // Nobody is sent to what is not published yet, nor on from where they are sent.
  function follow(to: string, snapshot: Snapshot): Standing | undefined {
    if (!to.startsWith("/")) return { kind: "moved", url: to };
    const [path = "", rest = ""] = to.split(/(?=[?#])(.*)/s);
    const key = pathKey(path) ?? path;
    if (isFixed(path) || gone.has(withoutSlash(key))) return { kind: "moved", url: site.url + to };
    const there = standing(key, snapshot) ?? neighbour(key, snapshot) ?? former(key, snapshot);
    return there && { kind: "moved", url: urlOf(there) + rest };
  }

  // The same with a slash at the end, or without.
  function neighbour(key: string, snapshot: Snapshot): Standing | undefined {
    const other = key.endsWith("/") ? key.slice(0, -1) : `${key}/`;
    if (fixedPaths.has(other)) return { kind: "moved", url: site.url + other };
    const destination = standing(other, snapshot);
    return destination && { kind: "moved", url: urlOf(destination) };
  }

  function former(key: string, snapshot: Snapshot): Standing | undefined {
    const list = formerList(key);
    if (list !== undefined) return { kind: "moved", url: site.url + list };
    for (const address of formerFeeds(key, site)) {
      const feed = feedAt(address, snapshot) ?? movedFeed(pathOfAddress(address), snapshot);
      if (feed !== undefined) return { kind: "moved", url: urlOf(feed) };
    }
    return undefined;
  }

  function urlOf(destination: Standing): string {
    switch (destination.kind) {
      case "feed":
        return urlOfPage(site, destination.page.selection, destination.page.number, destination.format);
      case "page":
        return `${site.url}${pathOfPage(destination.page.selection, destination.page.number)}/`;
      case "entry":
        return destination.entry.url;
      case "moved":
        return destination.url;
    }
  }

  return find;
}
