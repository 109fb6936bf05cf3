import { pathKey } from "../../base/canonical-url.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";
import { resolveReference } from "./reference-paths.ts";

/** The identities of all articles, by source. */
export type ArticleIdentities = ReadonlyMap<string, ArticleIdentity>;

// The sources of articles by the names of their pages.
const indexes = new WeakMap<ArticleIdentities, ReadonlyMap<string, string>>();

/**
 * Finds an article by the path of its file, or of its page with the extension of a source: other generators link to `/blog/moon.md`
 * wherever the file is.
 */
export function findArticle(path: string, identities: ArticleIdentities): ArticleIdentity | undefined {
  const found = identities.get(path);
  if (found !== undefined || !/\.(?:mdx?|markdown|html?)$/i.test(path)) return found;
  return identities.get(indexOf(identities).get(nameOf(path)) ?? "");
}

/**
 * Returns the path of the file at an address below an article's page: a generator publishes `content/08-moon/tide.svg` at `/moon/tide.svg`
 * if `/moon/` is the page of `content/08-moon/index.md`.
 */
export function findFileOfPage(path: string, identities: ArticleIdentities): string | undefined {
  const index = indexOf(identities);
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const source = index.get(path.slice(0, end).normalize("NFC"));
    if (source !== undefined) return resolveReference(source, path.slice(end + 1));
  }
  return undefined;
}

function indexOf(identities: ArticleIdentities): ReadonlyMap<string, string> {
  const index = indexes.get(identities) ?? byAddress(identities);
  indexes.set(identities, index);
  return index;
}

function byAddress(identities: ArticleIdentities): ReadonlyMap<string, string> {
  return new Map([...identities].map(([source, { path }]) => [nameOf((pathKey(path) ?? path).slice(1)), source]));
}

// Both spellings of a page: with and without an extension.
function nameOf(path: string): string {
  return path
    .normalize("NFC")
    .replace(/\/$/, "")
    .replace(/\.(?:mdx?|markdown|html?)$/i, "")
    .replace(/\/_?index$/, "");
}
