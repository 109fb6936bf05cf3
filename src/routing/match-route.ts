import { pathKey } from "../base/canonical-url.ts";
import type { Moves } from "../model/compiled-content.ts";
import type { Entry } from "../model/entry.ts";
import { archivePage, type FeedPage, frontPage, newestPage, pathOfPage, urlOfPage } from "../model/feed-page.ts";
import { type FeedAddress, parseFeedAddress, pathOfAddress } from "../model/feed-path.ts";
import type { Format } from "../model/format.ts";
import { wholeSite } from "../model/selection.ts";
import type { Edition } from "../model/snapshot.ts";
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

/** Where a path as a request has it leads in an edition; undefined where it leads nowhere, or not yet. */
export type FindDestination = (path: string, edition: Edition) => Destination | undefined;

/** Makes what finds destinations on a site. What stands at an address comes before what once did. */
export function createFindDestination(site: Site, { redirects, removed }: Moves): FindDestination {
  const gone = new Set(removed);

  function find(path: string, edition: Edition): Destination | undefined {
    const key = pathKey(path);
    if (key === undefined) return undefined;
    return standing(key, edition) ?? moved(key, edition) ?? neighbour(key, edition) ?? former(key, edition);
  }

  // The feed, page or entry whose own address it is, or that was there once.
  function standing(key: string, edition: Edition): Standing | undefined {
    const address = parseFeedAddress(key);
    const feed = address === undefined ? undefined : feedAt(address, edition);
    if (feed !== undefined) return feed;
    const entry = edition.byPath.get(key) ?? edition.unpublished.find(({ path }) => pathKey(path) === key);
    if (entry === undefined) return undefined;
    return pathKey(entry.path) === key ? { kind: "entry", entry } : { kind: "moved", url: entry.url };
  }

  function feedAt({ format, number, selection }: FeedAddress, edition: Edition): Standing | undefined {
    const page = selection === "" && number === undefined ? frontPage(edition, site.limit) : pageOf(selection, number, edition);
    if (page === undefined) return undefined;
    return format === undefined ? { kind: "page", page } : { kind: "feed", page, format };
  }

  function pageOf(selection: string, number: number | undefined, edition: Edition): FeedPage | undefined {
    const selected = selection === "" ? { selection: wholeSite, entries: edition.entries } : edition.selections.get(selection);
    if (selected === undefined) return undefined;
    return number === undefined ? newestPage(selected, site.limit) : archivePage(selected, site.limit, number);
  }

  function moved(key: string, edition: Edition): Destination | undefined {
    const from = withoutSlash(key);
    if (gone.has(from)) return { kind: "removed" };
    const to = Object.hasOwn(redirects, from) ? redirects[from] : undefined;
    return to === undefined ? movedFeed(key, edition) : follow(to, edition);
  }

  // A redirect of a selection's page takes its feeds along.
  function movedFeed(key: string, edition: Edition): Standing | undefined {
    const from = parseFeedAddress(key);
    const to = from === undefined || !Object.hasOwn(redirects, from.selection) ? undefined : redirects[from.selection];
    const target = to === undefined ? undefined : parseFeedAddress(pathKey(to.replace(/\/?$/, "/")) ?? to);
    if (target === undefined || from === undefined) return undefined;
    const feed = feedAt({ selection: target.selection, ...(from.format !== undefined && { format: from.format }) }, edition);
    return feed && { kind: "moved", url: urlOf(feed) };
  }

  // Nobody is sent to what is not published yet, nor on from where they are sent.
  function follow(to: string, edition: Edition): Standing | undefined {
    if (!to.startsWith("/")) return { kind: "moved", url: to };
    const [path = "", rest = ""] = to.split(/(?=[?#])(.*)/s);
    const key = pathKey(path) ?? path;
    if (isFixed(path) || gone.has(withoutSlash(key))) return { kind: "moved", url: site.url + to };
    const there = standing(key, edition) ?? neighbour(key, edition) ?? former(key, edition);
    return there && { kind: "moved", url: urlOf(there) + rest };
  }

  // The same with a slash at the end, or without.
  function neighbour(key: string, edition: Edition): Standing | undefined {
    const other = key.endsWith("/") ? key.slice(0, -1) : `${key}/`;
    if (fixedPaths.has(other)) return { kind: "moved", url: site.url + other };
    const destination = standing(other, edition);
    return destination && { kind: "moved", url: urlOf(destination) };
  }

  function former(key: string, edition: Edition): Standing | undefined {
    const list = formerList(key);
    if (list !== undefined) return { kind: "moved", url: site.url + list };
    for (const address of formerFeeds(key, site)) {
      const feed = feedAt(address, edition) ?? movedFeed(pathOfAddress(address), edition);
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
