import { tableOf } from "../../base/table-values.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { findPackage } from "../configuration/find-package.ts";
import { readScript } from "../configuration/script-module.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { codeIds, feedScripts } from "../feed-code/code-ids.ts";
import { redirectsOfTable, statedRedirects } from "../old-pages/stated-redirects.ts";
import { isMdx, mdxTemplates } from "../site-rules/mdx-templates.ts";
import type { Generator, OldSettings, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { AstroAddresses } from "./astro/astro-address.ts";
import { AstroCode } from "./astro/astro-code.ts";
import { type Collection, notesOfCollections } from "./astro/astro-collections.ts";
import { findAstroFeeds, noteOfTitles } from "./astro/astro-feeds.ts";
import { AstroIds } from "./astro/astro-ids.ts";
import { astroLists } from "./astro/astro-lists.ts";
import { AstroPlaces } from "./astro/astro-places.ts";
import { AstroPlans } from "./astro/astro-plans.ts";
import type { AstroRoute } from "./astro/astro-routes.ts";
import { readAstroSettings } from "./astro/astro-settings.ts";
import { breaksOfRemark } from "./markdown-breaks.ts";

/** Astro 2 to 7: collections of content, and Markdown files in `src/pages`. */
export const astro: Generator = {
  name: "Astro",
  open(folder) {
    const config = findConfig(folder.paths, /(?:^|\/)astro\.config\.[cm]?[jt]s$/) ?? findPackage(folder, "astro", "astro.config.mjs");
    return config && openSite(folder, config);
  },
};

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const script = readScript(folder, path);
  const options = tableOf(script?.exported);
  const places = new AstroPlaces(folder, root, options);
  const addresses = new AstroAddresses(options);
  const feeds = findAstroFeeds(folder, places.pages);
  const settings = readAstroSettings(folder, places.source, script, feeds);
  const code = new AstroCode(folder, options, settings.url);
  const ownIds = places.published.filter(({ hasOwnIds }) => hasOwnIds).map(({ name }) => name);
  const ids = new AstroIds(feeds, addresses.base, settings.url, ownIds, code);
  const written = codeIds(folder, {
    scripts: feedScripts(folder, root).filter((file) => writesWithout(folder, file, feeds.length > 0)),
    tables: [options],
    base: addresses.base,
  });
  const plans = new AstroPlans(folder, root, places, addresses, ids, code, settings);
  const { defaultAuthor } = plans;
  const isUnread = script === undefined && folder.read(path) !== undefined;
  const stated = statedRedirects(redirectsOfTable(options["redirects"], addresses.base), path);
  const notes = [
    ...notesOf(path, isUnread, options, settings),
    ...noteOfTitles(feeds, settings.title),
    ...notesOfCollections(folder, places.source),
  ];
  const notesOfRoutes = () =>
    places.published.flatMap((each) => (plans.hasAddresses(each) === true ? [] : noteOf(each, places.routeOf(each))));
  return {
    settings: settings.author === undefined && defaultAuthor !== undefined ? { ...settings, author: { name: defaultAuthor } } : settings,
    base: addresses.base,
    redirects: stated.redirects,
    lists: astroLists(folder, places.pages, feeds, addresses.base),
    get notes() {
      return [
        ...notes,
        ...notesOfRoutes(),
        ...stated.notes,
        ...ids.notes(addresses.endWithSlash),
        ...(written.note === undefined ? [] : [written.note]),
      ];
    },
    idOf: written.idOf,
    plan: (file) => plans.plan(file),
    outOfFeedBy: (file) =>
      plans.outOfFeedBy(
        file,
        feeds.flatMap(({ calls }) => calls),
      ),
    markdown: { breaks: breaksOfRemark(folder) },
    futureSetting: "Astro publishes posts of any date",
    mayCompareDates: true,
    pageFiles: [{ folder: places.pages, name: /^(.+)\.(?:astro|html)$/ }],
    hasAnySchema: true,
    readsJsYaml: true,
    ...mdxTemplates(isMdx),
    pathsOf: sourceAliases(folder, root, places.source),
  };
}

// Feeds of other packages than @astrojs/rss, whose modules may have markup of items, too.
function writesWithout(folder: SiteFolder, path: string, hasFeeds: boolean): boolean {
  const source = folder.read(path) ?? "";
  return !source.includes("@astrojs/rss") && (!hasFeeds || /\bnew (?:Feed|RSS)\(/.test(source));
}

function notesOf(path: string, isUnread: boolean, options: Readonly<Record<string, unknown>>, settings: OldSettings): string[] {
  const isComputed = "site" in options && typeof options["site"] !== "string" && settings.url === undefined;
  return [
    ...(isComputed ? [`Cannot compute site in ${path}: write url into the settings`] : []),
    ...(isUnread ? [`Cannot read ${path}: its defaults were assumed`] : []),
  ];
}

function noteOf({ hasOwnIds, isGlobbed, name }: Collection, route: AstroRoute | undefined): string[] {
  if (route === undefined)
    return [
      `Cannot find the page in src/pages that publishes the ${isGlobbed ? "folder" : "collection"} ${name}: its addresses are unknown; write permalink into the settings`,
    ];
  if ((route.matched || route.prefix !== undefined) && route.endsWithId && !hasOwnIds) return [];
  const where = hasOwnIds
    ? `generateId computes the addresses of the collection ${name}`
    : `${route.path} computes the addresses of the collection ${name}`;
  return [`${where}: they are unknown; write permalink into the settings or the posts`];
}
