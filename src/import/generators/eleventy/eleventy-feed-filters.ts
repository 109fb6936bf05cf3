import type { AnyNode } from "acorn";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { declarationsOf } from "../../configuration/declared-names.ts";
import { conditionData, type Filter, type FilteredList, hiddenByAll } from "../../configuration/hiding-code.ts";
import { loadedCode } from "../../configuration/loaded-code.ts";
import { callsIn } from "../../configuration/script-module.ts";
import { Instant, unknownValue } from "../../constants/condition-operators.ts";
import { constantValue } from "../../constants/constant-value.ts";
import { listFilters } from "../../constants/list-filters.ts";
import { instantOf, writtenDate } from "../../site-rules/front-matter-date.ts";
import type { HidingCode, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import type { Data } from "./directory-data.ts";

/**
 * Reads the filters of the collections of feeds, `addCollection("posts", (api) => api.getAll().filter((post) => !post.data.archive))`.
 * Returns the rule that finds the one that leaves a post out of all of them.
 * @param path the configuration @param names those of the collections of feeds
 */
export function collectionFilters(
  folder: SiteFolder,
  path: string,
  names: readonly string[],
): (file: SiteFile, data: Data) => HidingCode | undefined {
  const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // a plugin is no configuration
  const found = loadedCode(quiet, path).flatMap((code) => collectionsIn(code));
  const lists = names.map((name): FilteredList => found.find((each) => each.name === name) ?? { filters: [], path });
  return ({ frontMatter, path: file }, all) => {
    const date = new Instant("published", instantOf(writtenDate(frontMatter) ?? dateOfPath(file)));
    const data = conditionData(all as FrontMatterTable);
    const item = {
      data,
      date,
      inputPath: `./${file}`,
      url: unknownValue,
      page: unknownValue,
      fileSlug: unknownValue,
      content: unknownValue,
    };
    return hiddenByAll(lists, [item]);
  };
}

function collectionsIn({ path, program, source }: ReturnType<typeof loadedCode>[number]): (FilteredList & { readonly name: unknown })[] {
  if (program === undefined) return [];
  const declared = declarationsOf(program);
  return callsIn(program, "addCollection").flatMap(([name, given]) => {
    const collect = given?.type === "Identifier" ? declared(given.name) : given;
    if (collect === undefined) return [];
    const textOf = ({ end, start }: AnyNode) => source.slice(start, end);
    const filters = listFilters(collect, declared).map(
      ({ argument, rule }): Filter => ({ node: rule, text: textOf(argument), code: textOf(rule), declared }),
    );
    return [{ name: constantValue(name, () => undefined), filters, path }];
  });
}
