import { pathKey } from "../../base/canonical-url.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";

type Identities = ReadonlyMap<string, ArticleIdentity>;

const indexes = new WeakMap<Identities, ReadonlyMap<string, ArticleIdentity>>();

/**
 * Finds an article by the path of its file, or of its page with the extension of a source: other generators link to `/blog/moon.md`
 * wherever the file is.
 * @param identities of all articles, by source
 */
export function findArticle(path: string, identities: Identities): ArticleIdentity | undefined {
  const found = identities.get(path);
  if (found !== undefined || !/\.(?:mdx?|markdown|html?)$/i.test(path)) return found;
  const index = indexes.get(identities) ?? byAddress(identities);
  indexes.set(identities, index);
  return index.get(nameOf(path));
}

function byAddress(identities: Identities): ReadonlyMap<string, ArticleIdentity> {
  return new Map([...identities.values()].map((identity) => [nameOf((pathKey(identity.path) ?? identity.path).slice(1)), identity]));
}

// Both spellings of a page: with and without an extension.
function nameOf(path: string): string {
  return path
    .normalize("NFC")
    .replace(/\/$/, "")
    .replace(/\.(?:mdx?|markdown|html?)$/i, "")
    .replace(/\/_?index$/, "");
}
