import { pathKey, pathOf } from "../../base/canonical-url.ts";
import type { PathRegistry } from "../../routing/path-registry.ts";

/** An alias, and the file of its article below `articles/`. */
export interface OwnAlias {
  readonly alias: string;
  readonly source: string;
}

interface AliasedArticle {
  readonly source: string;
  readonly metadata: { readonly aliases: readonly string[] };
}

/** Returns the aliases of several articles that differ only in their queries, by path. A redirect does not depend on a query. */
export function ambiguousAliases(articles: readonly AliasedArticle[], registry: PathRegistry): ReadonlyMap<string, readonly OwnAlias[]> {
  const withQuery = articles.flatMap(({ metadata, source }) =>
    metadata.aliases.flatMap((alias) => (alias.includes("?") ? [{ alias, source }] : [])),
  );
  const byPath = Map.groupBy(withQuery, ({ alias }) => pathKey(pathOf(alias)) ?? "");
  return new Map(
    [...byPath].filter(
      ([path, aliases]) => new Set(aliases.map(({ source }) => source)).size > 1 && path !== "" && registry.ownerOf(path) === undefined,
    ),
  );
}

const maxNamed = 5;

/** Describes such aliases of one path, with their articles. */
export function describeAmbiguous(aliases: readonly OwnAlias[]): string {
  const named = aliases.slice(0, maxNamed).map(({ alias, source }) => `${alias} of articles/${source}`);
  const more = aliases.length > maxNamed ? ` and ${aliases.length - maxNamed} more` : "";
  return `Cannot use the aliases ${named.join(", ")}${more}: a redirect cannot depend on a query; leave them out, or write the path without a query for one of them`;
}
