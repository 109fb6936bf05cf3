import { pathKey } from "../base/canonical-url.ts";
import { type FeedPath, parseFeedPath } from "../model/feed-path.ts";
import { atom, type Format, jsonFeed, rss } from "../model/format.ts";
import { authorSelection, categorySelection, languageSelection, type Selection } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";

// The feed paths of WordPress, Ghost, Blogger, Medium, Jekyll, Hugo, Zola, Astro, Eleventy, Hexo and Pelican: the endings that follow
// the path of a site or of a term. docs/moving.md lists them, and a test compares the two lists.
const formatsByEnding: Readonly<Record<string, Format | undefined>> = {
  "": undefined,
  "/feed": rss,
  "/feed.rss": rss,
  "/feed.xml": rss,
  "/feed/feed.xml": rss,
  "/feed/rdf": rss,
  "/feed/rss": rss,
  "/feed/rss2": rss,
  "/index.rss": rss,
  "/index.xml": rss,
  "/rss": rss,
  "/rss.xml": rss,
  "/rss2": rss,
  "/rss2.xml": rss,
  "/atom": atom,
  "/atom.xml": atom,
  "/feed.atom": atom,
  "/feed/atom": atom,
  "/feed/atom.xml": atom,
  "/index.atom": atom,
  "/feed.json": jsonFeed,
  "/feed/feed.json": jsonFeed,
  "/feed/json": jsonFeed,
  "/index.json": jsonFeed,
  "/json": jsonFeed,
};

// Complete paths of a site's feed.
const formatsBySitePath: Readonly<Record<string, Format>> = {
  "/feeds/all.atom.xml": atom,
  "/feeds/all.rss.xml": rss,
  "/feeds/posts/default": atom,
};

// The folders whose subfolders are named after terms.
const selectionsByFolder: Readonly<Record<string, (name: string, site: Site) => Selection>> = {
  author: authorSelection,
  authors: authorSelection,
  categories: categorySelection,
  category: categorySelection,
  lang: languageSelection,
  language: languageSelection,
  languages: languageSelection,
  tag: categorySelection,
  tags: categorySelection,
};

// /tag/rss/feed/atom is the Atom feed of the category rss, not an RSS feed.
const longestEndingsFirst = Object.entries(formatsByEnding).sort(([a], [b]) => b.length - a.length);

// The paths of lists of terms, and the page that replaces them: here, one page lists all terms.
const listPages: Readonly<Record<string, string>> = {
  "/authors": "/feeds/#authors",
  "/categories": "/feeds/#categories",
  "/languages": "/feeds/#languages",
  "/tags": "/feeds/#categories",
};

/** Returns the page that replaces another system's list of categories or authors at a decoded path. */
export function legacyListPath(path: string): string | undefined {
  const trimmed = path.replace(/\/$/, "").replace(/^\/(?:articles|blog|news|posts?)(?=\/)/, "");
  return Object.hasOwn(listPages, trimmed) ? listPages[trimmed] : undefined;
}

const termFolders = Object.keys(selectionsByFolder).join("|");
const termPath = new RegExp(`^(?:/(?:articles|blog|news|posts?))?/(?<folder>${termFolders})/(?<rest>.+)$`, "s");
const sitePath = /^(?:\/(?:articles|blog|news|posts?))?(?<ending>\/.*|)$/s;

// In Jekyll, Pelican and Nikola, the feed of a term, or its page, is a file with its name.
const termFiles: readonly { readonly pattern: RegExp; readonly format?: Format }[] = [
  { pattern: /^\/feed\/(?:by_tag\/)?(?<term>[^/]+)\.xml$/, format: atom },
  { pattern: /^\/feeds\/(?<term>[^/]+)\.atom\.xml$/, format: atom },
  { pattern: /^\/feeds\/(?<term>[^/]+)\.rss\.xml$/, format: rss },
  { pattern: new RegExp(`^(?:/feeds)?/(?<folder>${termFolders})/(?<term>[^/]+)\\.atom(?:\\.xml)?$`), format: atom },
  { pattern: new RegExp(`^(?:/feeds)?/(?<folder>${termFolders})/(?<term>[^/]+?)(?:\\.rss)?\\.xml$`), format: rss },
  { pattern: /^\/categories\/cat_(?<term>[^/]+)\.xml$/, format: rss },
  { pattern: /^\/categories\/cat_(?<term>[^/.]+)$/ },
  { pattern: new RegExp(`^/(?<folder>${termFolders})/(?<term>[^/]+)\\.html$`) },
];

/** Returns whether a decoded path may be that of a feed, of a term, or of a list of entries or terms, here or in another system. */
export function isLegacyPath(path: string): boolean {
  const trimmed = path.replace(/\/$/, "");
  const { ending = "-" } = sitePath.exec(trimmed)?.groups ?? {};
  const isArchive = parseFeedPath(`${trimmed}/`)?.number !== undefined;
  return isArchive || Object.hasOwn(formatsByEnding, ending) || legacyListPath(path) !== undefined || termPath.test(trimmed);
}

/**
 * Returns the feeds or pages that a decoded legacy path of another system may mean: `/tag/Sea/feed/` is the RSS feed of the category
 * sea. An ambiguous path has several; the first that exists is used.
 */
export function legacyFeedPaths(path: string, site: Site): readonly FeedPath[] {
  const trimmed = path.replace(/\/$/, "");
  const found: FeedPath[] = [];
  const add = (path: string, format: Format | undefined) =>
    found.push({ selection: pathKey(path) ?? path, ...(format !== undefined && { format }) });

  if (Object.hasOwn(formatsBySitePath, trimmed)) add("", formatsBySitePath[trimmed]);
  const { ending = "" } = sitePath.exec(trimmed)?.groups ?? {};
  if (Object.hasOwn(formatsByEnding, ending)) add("", formatsByEnding[ending]);

  const { folder = "", rest = "" } = termPath.exec(trimmed)?.groups ?? {};
  for (const [ending, format] of longestEndingsFirst) {
    if (!rest.endsWith(ending)) continue;
    const term = rest.slice(0, rest.length - ending.length);
    // The complete name "a/b", or the last part for a subcategory.
    for (const name of new Set([term, term.slice(term.lastIndexOf("/") + 1)])) {
      const selection = name === "" ? undefined : selectionsByFolder[folder]?.(name, site);
      if (selection !== undefined) add(selection.path, format);
    }
  }
  for (const { format, pattern } of termFiles) {
    const { folder = "category", term } = pattern.exec(trimmed)?.groups ?? {};
    const selection = term === undefined ? undefined : selectionsByFolder[folder]?.(term, site);
    if (selection !== undefined) add(selection.path, format);
  }
  return found;
}
