import { shortCode } from "../../configuration/hiding-code.ts";
import { parseModule } from "../../configuration/script-module.ts";
import { unknownValue } from "../../constants/condition-operators.ts";
import { codeFeedFilters } from "../../feed-code/feed-filters.ts";
import type { HidingCode, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { textsIn } from "./gatsby-filters.ts";
import type { GatsbyNodes, SourcePlace } from "./gatsby-nodes.ts";
import { listQueries, passesFilter } from "./graphql-queries.ts";

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
