import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { feedLimit } from "../../configuration/feed-limit.ts";
import { shortCode } from "../../configuration/hiding-code.ts";
import { parseModule } from "../../configuration/script-module.ts";
import { unknownValue } from "../../constants/condition-operators.ts";
import { codeFeedFilters } from "../../feed-code/feed-filters.ts";
import type { HidingCode, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { textsIn } from "./gatsby-filters.ts";
import type { GatsbyNodes, SourcePlace } from "./gatsby-nodes.ts";
import { listQueries, passesFilter } from "./graphql-queries.ts";

/** Reads what the options of gatsby-plugin-feed state of its feeds: titles, and the number of entries in their queries. */
export function gatsbyFeedSettings(plugins: readonly Table[]): { readonly feeds: readonly Table[]; readonly limit: number | undefined } {
  const ofPlugin = plugins.filter((plugin) => /gatsby-plugin-(?:feed|rss)/.test(textIn(plugin["resolve"]) ?? ""));
  const feeds = ofPlugin.flatMap((plugin) => [tableOf(plugin["options"])["feeds"]].flat(1)).map(tableOf);
  const [limit, ...others] = new Set(
    feeds.map(({ query }) => /\ball\w{1,50}\([^()]{0,500}?\blimit:\s{0,9}(\d{1,4})\b/.exec(textIn(query) ?? "")?.[1]),
  );
  return {
    feeds: feeds.map(({ description, title }) => ({ title, description })),
    limit: others.length > 0 || limit === undefined ? undefined : feedLimit(Number(limit)),
  };
}

/**
 * Reads the filters of the feeds of gatsby-plugin-feed: those of their queries, and those in the code that makes the entries. Returns the
 * rule that finds the one that leaves a post out.
 * @param path the configuration @param nodes computes the fields of a post, which queries may read
 */
export function gatsbyFeedFilters(
  folder: SiteFolder,
  path: string,
  nodes: GatsbyNodes,
): (file: SiteFile, place: SourcePlace) => HidingCode | undefined {
  const source = folder.read(path) ?? "";
  const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // faults were reported already
  const program = /gatsby-plugin-feed/.test(source) ? parseModule(quiet, path) : undefined;
  const queries = program === undefined ? [] : textsIn({ program }).flatMap(listQueries);
  const inCode = codeFeedFilters(folder, program === undefined ? [] : [path]);
  return (file, place) => {
    const node = nodes.nodeOf(file, place);
    const failing = queries.map(({ filter, text }) => {
      const result = text === undefined ? true : passesFilter(filter, node, () => {});
      return result === true ? undefined : { condition: `${shortCode(text ?? "")} in ${path}`, isCertain: result !== unknownValue };
    });
    const [first] = failing;
    if (first === undefined || failing.includes(undefined)) return inCode(file);
    return { ...first, isCertain: failing.every((each) => each?.isCertain) };
  };
}
