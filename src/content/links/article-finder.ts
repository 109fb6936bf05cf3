import { pathKey } from "../../base/canonical-url.ts";
import { redirectKey } from "../../routing/redirects.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";
import { spellingsOf } from "./locate-article.ts";
import { resolveReference } from "./reference-paths.ts";

/** The identity of an article, and its aliases. */
export interface AddressedArticle extends ArticleIdentity {
  /** Further addresses, which redirect to its page. */
  readonly aliases?: readonly string[];
}

/** The identities of all articles, by source. */
export type ArticleIdentities = ReadonlyMap<string, AddressedArticle>;

// The sources of articles by the names of their pages, and by their paths without extensions; the articles by all of their addresses.
const byPageName = indexOf(byAddress);
const byStem = indexOf(byFileName);
const byEveryAddress = indexOf(byPathOrAlias);

/**
 * Finds an article by the path of its file, or of its page with the extension of a source: other generators link to `/blog/moon.md`
 * wherever the file is.
 */
export function findArticle(path: string, identities: ArticleIdentities): ArticleIdentity | undefined {
  const found = identities.get(path);
  if (found !== undefined || !/\.(?:mdx?|markdown|html?)$/i.test(path)) return found;
  return identities.get(byPageName(identities).get(nameOf(path)) ?? "");
}

/** Finds an article by the path of its file without the extension, or of the folder whose index it is: `notes/moon`, `notes`. */
export function findArticleByStem(path: string, identities: ArticleIdentities): ArticleIdentity | undefined {
  return identities.get(byStem(identities).get(path.normalize("NFC")) ?? "");
}

/** Finds the article at an address: that of its page, or an alias. @param path encoded */
export function findArticleAt(path: string, identities: ArticleIdentities): ArticleIdentity | undefined {
  return byEveryAddress(identities).get(redirectKey(path) ?? "");
}

/**
 * Returns the path of the file at an address below an article's page: a generator publishes `content/08-moon/tide.svg` at `/moon/tide.svg`
 * if `/moon/` is the page of `content/08-moon/index.md`.
 */
export function findFileOfPage(path: string, identities: ArticleIdentities): string | undefined {
  const index = byPageName(identities);
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const source = index.get(path.slice(0, end).normalize("NFC"));
    if (source !== undefined) return resolveReference(source, path.slice(end + 1));
  }
  return undefined;
}

function indexOf<T>(create: (identities: ArticleIdentities) => ReadonlyMap<string, T>) {
  const indexes = new WeakMap<ArticleIdentities, ReadonlyMap<string, T>>();
  return (identities: ArticleIdentities): ReadonlyMap<string, T> => {
    const index = indexes.get(identities) ?? create(identities);
    indexes.set(identities, index);
    return index;
  };
}

function byAddress(identities: ArticleIdentities): ReadonlyMap<string, string> {
  return new Map([...identities].map(([source, { path }]) => [nameOf((pathKey(path) ?? path).slice(1)), source]));
}

// A file comes before a folder, and the first file before another with the same name.
function byFileName(identities: ArticleIdentities): ReadonlyMap<string, string> {
  const sources = [...identities.keys()];
  const named = (index: number) => sources.map((source) => [spellingsOf(source.normalize("NFC"))[index] ?? source, source] as const);
  return new Map([...named(1), ...named(2)].reverse());
}

// The address of a page comes before an alias.
function byPathOrAlias(identities: ArticleIdentities): ReadonlyMap<string, ArticleIdentity> {
  const articles = [...identities.values()];
  const aliases = articles.flatMap((article) => (article.aliases ?? []).map((alias) => [redirectKey(alias) ?? "", article] as const));
  return new Map([...aliases, ...articles.map((article) => [redirectKey(article.path) ?? "", article] as const)]);
}

// Both spellings of a page: with and without an extension.
function nameOf(path: string): string {
  return path
    .normalize("NFC")
    .replace(/\/$/, "")
    .replace(/\.(?:mdx?|markdown|html?)$/i, "")
    .replace(/\/_?index$/, "");
}
