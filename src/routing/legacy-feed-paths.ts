import { pathKey } from "../base/canonical-url.ts";
import type { FeedPath } from "../model/feed-path.ts";
import { atom, type Format, jsonFeed, rss } from "../model/format.ts";
import { authorSelection, categorySelection, languageSelection, type Selection } from "../model/selection.ts";
import type { Site } from "../settings/site-settings.ts";

// The feed paths of WordPress, Ghost, Blogger, Medium, Jekyll, Hugo, Zola, Astro, Eleventy, Hexo and Pelican. docs/moving.md lists
// them, and a test compares the two lists.
const files: Readonly<Record<string, Format | undefined>> = {
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

const whole: Readonly<Record<string, Format>> = {
  "/feeds/all.atom.xml": atom,
  "/feeds/all.rss.xml": rss,
  "/feeds/posts/default": atom,
};

const kinds: Readonly<Record<string, (name: string, site: Site) => Selection>> = {
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

// The longest first: /tag/rss/feed/atom is the Atom feed of the category rss, not an RSS feed.
const endings = Object.entries(files).sort(([a], [b]) => b.length - a.length);

// Here, one page lists all terms.
const lists: Readonly<Record<string, string>> = {
  "/authors": "/feeds/#authors",
  "/categories": "/feeds/#categories",
  "/languages": "/feeds/#languages",
  "/tags": "/feeds/#categories",
};

/** Returns the page that replaces another system's list of categories or authors at a decoded path. */
export function legacyListPath(path: string): string | undefined {
  const trimmed = path.replace(/\/$/, "");
  return Object.hasOwn(lists, trimmed) ? lists[trimmed] : undefined;
}

const ofTerm = new RegExp(`^/(?<kind>${Object.keys(kinds).join("|")})/(?<rest>.+)$`, "s");
const ofSite = /^(?:\/(?:articles|blog|news|posts?))?(?<file>\/.*|)$/s;

// In Jekyll and Pelican, the feed of a term is a file with its name.
const namedAfterTerm = [
  { pattern: /^\/feed\/(?:by_tag\/)?(?<term>[^/]+)\.xml$/, format: atom },
  { pattern: /^\/feeds\/(?<term>[^/]+)\.atom\.xml$/, format: atom },
  { pattern: /^\/feeds\/(?<term>[^/]+)\.rss\.xml$/, format: rss },
];

/**
 * Returns the feeds or pages that a decoded legacy path of another system may mean: `/tag/Sea/feed/` is the RSS feed of the category
 * sea. An ambiguous path has several; the first that exists is used.
 */
export function legacyFeedPaths(path: string, site: Site): readonly FeedPath[] {
  const trimmed = path.replace(/\/$/, "");
  const found: FeedPath[] = [];
  const add = (path: string, format: Format | undefined) =>
    found.push({ selection: pathKey(path) ?? path, ...(format !== undefined && { format }) });

  if (Object.hasOwn(whole, trimmed)) add("", whole[trimmed]);
  const { file = "" } = ofSite.exec(trimmed)?.groups ?? {};
  if (Object.hasOwn(files, file)) add("", files[file]);

  const { kind = "", rest = "" } = ofTerm.exec(trimmed)?.groups ?? {};
  for (const [ending, format] of endings) {
    if (!rest.endsWith(ending)) continue;
    const term = rest.slice(0, rest.length - ending.length);
    // The complete name "a/b", or the last part for a subcategory.
    for (const name of new Set([term, term.slice(term.lastIndexOf("/") + 1)])) {
      const selection = name === "" ? undefined : kinds[kind]?.(name, site);
      if (selection !== undefined) add(selection.path, format);
    }
  }
  for (const { format, pattern } of namedAfterTerm) {
    const term = pattern.exec(trimmed)?.groups?.["term"];
    if (term !== undefined) add(categorySelection(term, site).path, format);
  }
  return found;
}
