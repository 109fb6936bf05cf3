import { pathKey, pathOf } from "../../base/canonical-url.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { PathRegistry } from "../../routing/path-registry.ts";
import { ambiguousAliases, describeAmbiguous } from "./ambiguous-aliases.ts";
import { fileOf, listedFirst, type ParsedArticle, reporterAtKeys } from "./article.ts";

const notUtf8 = "it is not percent-encoded UTF-8; encode it so, or write it without encoding";

/**
 * Reserves the addresses of all articles, and reports collisions: no two entries may share an address or an id, and no entry may use an
 * address of the site itself. Of two articles, the one that was published first keeps the address or the id, which subscribers know.
 */
export function reserveAddresses(articles: readonly ParsedArticle[], registry: PathRegistry, report: Report): void {
  const ids = new Map<string, string>();
  for (const article of inOrder(articles, ({ published }) => published.instant)) {
    const fault = reserveAddress(article, registry);
    if (fault !== undefined) {
      const key = article.metadata.keys["permalink"] ?? article.metadata.keys["slug"] ?? "slug";
      reporterAtKeys(article, report)(key, "error", `Cannot use the address ${article.identity.path}: ${fault}`);
      continue;
    }
    const { id } = article.identity;
    const existing = ids.get(id);
    if (existing === undefined) ids.set(id, fileOf(article.source));
    else reporterAtKeys(article, report)("id", "error", `Cannot use the id ${JSON.stringify(id)}: ${existing} has it already`);
  }
}

/** Reserves the aliases of all articles. Returns those that cannot be used, by source: an address of another article leads to that article. */
export function reserveAliases(
  articles: readonly ParsedArticle[],
  registry: PathRegistry,
  report: Report,
): ReadonlyMap<string, ReadonlySet<string>> {
  const unusable = new Map<string, Set<string>>();
  const leaveOut = (source: string, alias: string) => unusable.set(source, (unusable.get(source) ?? new Set()).add(alias));
  const sorted = inOrder(articles);
  const ambiguous = ambiguousAliases(sorted, registry);
  for (const article of sorted) {
    const { metadata, source } = article;
    const warn = (message: string) => reporterAtKeys(article, report)(metadata.keys["aliases"] ?? "aliases", "warning", message);
    for (const alias of metadata.aliases) {
      const key = pathKey(pathOf(alias));
      const others = key === undefined || !alias.includes("?") ? undefined : ambiguous.get(key);
      if (others !== undefined) {
        leaveOut(source, alias);
        if (others[0]?.alias === alias && others[0].source === source) warn(describeAmbiguous(others));
        continue;
      }
      const owner = key === undefined ? undefined : registry.reserve(key, fileOf(source));
      const fault = key === undefined ? notUtf8 : owner && `${owner} has that address already`;
      if (fault === undefined) continue;
      warn(`Cannot use the alias ${alias}: ${fault}`);
      leaveOut(source, alias);
    }
  }
  return unusable;
}

/** Returns an article without the aliases that it cannot use. */
export function withoutAliases(article: ParsedArticle, unusable: ReadonlySet<string> | undefined): ParsedArticle {
  const { metadata } = article;
  return unusable === undefined
    ? article
    : { ...article, metadata: { ...metadata, aliases: metadata.aliases.filter((alias) => !unusable.has(alias)) } };
}

// Returns the reason why an entry cannot have its address.
function reserveAddress({ identity, source }: ParsedArticle, registry: PathRegistry): string | undefined {
  const key = pathKey(identity.path);
  if (key === undefined) return notUtf8;
  const owner = registry.reserve(key, fileOf(source));
  return owner && `${owner} has it already; give one of them another slug or permalink`;
}

function inOrder(articles: readonly ParsedArticle[], rank = (_: ParsedArticle) => 0): ParsedArticle[] {
  return [...articles].sort((a, b) => listedFirst(a, b) || rank(a) - rank(b) || (a.source < b.source ? -1 : 1));
}
