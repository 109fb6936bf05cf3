import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { callsIn, parseText, readScript } from "../../configuration/script-module.ts";
import { nameOf } from "../../constants/code-nodes.ts";
import { feedIdParts } from "../../feed-code/feed-id-parts.ts";
import { listLimit } from "../../feed-code/list-limit.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";
import type { FilteredCall } from "./astro-filters.ts";
import { type ItemLink, itemLinks } from "./astro-links.ts";
import { collectionCalls } from "./collection-calls.ts";
import { modulesOf } from "./imported-code.ts";

/** A feed of the package @astrojs/rss. */
export interface AstroFeed {
  readonly path: string;
  /** The options of `rss()` whose values are known. */
  readonly options: Table;
  /** The calls that load the collections of its items. */
  readonly calls: readonly FilteredCall[];
  /** The names of the collections of its items. */
  readonly collections: readonly string[];
  /** The links of its items. */
  readonly links: readonly ItemLink[];
  /** True if the links are ids that code writes itself: `customData: "<guid>…</guid>"`. */
  readonly hasOwnIds: boolean;
  /** The number of its items; undefined for all posts, and if only running the code would give it. */
  readonly limit: number | undefined;
  /** True if its items are the Markdown files of a folder of `src/pages`. */
  readonly hasPages: boolean;
}

/** Finds the feeds of a site. @param pages the folder of pages */
export function findAstroFeeds(folder: SiteFolder, pages: string): AstroFeed[] {
  return folder.paths
    .filter((path) => isIn(pages, path) && /\.[cm]?[jt]s$/.test(path) && (folder.read(path) ?? "").includes("@astrojs/rss"))
    .flatMap((path) => {
      const source = folder.read(path) ?? "";
      const [, name = "rss"] = /\bimport\s{1,9}([\w$]{1,50})[^;'"]{0,200}from\s{0,9}["']@astrojs\/rss["']/.exec(source) ?? [];
      const script = readScript(folder, path);
      const [options] = script?.calls(name)[0] ?? [];
      const modules = modulesOf(folder, path);
      const calls = collectionCalls(source, modules);
      const guids = [source, ...modules].flatMap(guidsIn);
      const links = guids.length > 0 ? guids : linksIn(source, modules);
      const feed = {
        path,
        options: withLanguage(tableOf(options)),
        calls: calls.map(({ filters, name: collection }) => ({ filters, name: collection, path })),
        collections: [...new Set(calls.map((call) => call.name))],
        links,
        hasOwnIds: guids.length > 0,
        limit: limitIn(source, name, (constant) => script?.constant(constant)),
      };
      return [{ ...feed, hasPages: /\bpagesGlobToRssItems\b/.test(source) }];
    });
}

/** Returns the tables of settings in feeds, that of the feed nearest to the root first. */
export function settingsOfFeeds(feeds: readonly AstroFeed[]): Table[] {
  return byDepth(feeds).map(({ options: { description, language, title } }) => ({ description, language, title }));
}

/** Returns the number of entries in the feed nearest to the root. */
export function limitOfFeeds(feeds: readonly AstroFeed[]): number | undefined {
  return byDepth(feeds)[0]?.limit;
}

/** Returns a note if several feeds have titles, of which the site has only the first. */
export function noteOfTitles(feeds: readonly AstroFeed[], title: string | undefined): string[] {
  const [first, ...others] = byDepth(feeds).filter(({ options }) => textIn(options["title"]) !== undefined);
  if (first === undefined || textIn(first.options["title"]) !== title) return [];
  const named = others.filter(({ options }) => textIn(options["title"]) !== title);
  const names = named.map(({ options, path }) => `${JSON.stringify(options["title"])} in ${path}`).join(", ");
  return names === "" ? [] : [`The title of the site is that of the feed in ${first.path}; other feeds have other titles: ${names}`];
}

function byDepth(feeds: readonly AstroFeed[]): AstroFeed[] {
  const depth = ({ path }: AstroFeed) => path.split("/").length;
  return feeds.toSorted((a, b) => depth(a) - depth(b));
}

// `rss({ items: posts.slice(0, 20).map(…) })`
function limitIn(source: string, name: string, constant: (name: string) => unknown): number | undefined {
  const program = source.includes("slice") ? parseText(source) : undefined;
  const [options] = program === undefined ? [] : (callsIn(program, name)[0] ?? []);
  const items =
    options?.type === "ObjectExpression"
      ? options.properties.find((each) => each.type === "Property" && nameOf(each.key) === "items")
      : undefined;
  return program !== undefined && items?.type === "Property" ? listLimit(program, items.value, constant) : undefined;
}

// `customData: "<language>en-us</language>"`
function withLanguage(options: Table): Table {
  const language = /<language>([\w-]{2,20})<\/language>/.exec(textIn(options["customData"]) ?? "")?.[1];
  return language === undefined ? options : { ...options, language };
}

// The elements of `customData` replace those that @astrojs/rss makes.
function guidsIn(source: string): ItemLink[] {
  const program = source.includes("<guid") ? parseText(source) : undefined;
  return program === undefined ? [] : feedIdParts([program]).map((parts) => ({ choices: [parts], collections: undefined }));
}

function linksIn(source: string, modules: readonly string[]): ItemLink[] {
  const program = parseText(source);
  return program === undefined
    ? []
    : itemLinks(
        program,
        modules.map(parseText).filter((module) => module !== undefined),
      );
}

/** Returns the link of the entries of a collection; undefined if it is unknown, and null if they are not in the feed. */
export function linkOfCollection({ links }: AstroFeed, collection: string): ItemLink | null | undefined {
  const own = links.filter(({ collections }) => collections === undefined || collections.includes(collection));
  if (own.length === 0 && links.length > 0) return null;
  const [link, ...others] = new Map(own.map((each) => [JSON.stringify(each.choices), each])).values();
  return others.length === 0 ? link : undefined;
}

/**
 * Returns the id that @astrojs/rss makes of a link: an absolute URL as it is, and another one with a slash at its end, unless it has the
 * ending of a file or the feed the option `trailingSlash: false` (github.com/withastro/astro, packages/astro-rss/src/util.ts).
 */
export function idOfLink(link: string, { options }: AstroFeed, origin: string): string | undefined {
  if (URL.canParse(link)) return link;
  const path = link.replace(/\/index\.html$/, "");
  const plain = path.replace(/(?<!\/)\/+$/, "");
  const isFile = path.lastIndexOf(".") > path.lastIndexOf("/");
  const ended = options["trailingSlash"] === false ? plain : isFile ? path : `${plain}/`;
  return URL.parse(ended.replace(/\/+/g, "/"), origin)?.href;
}
