import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { declaredNames } from "../../configuration/declared-names.ts";
import { conditionData, type Filter, type FilteredList, hiddenByAll } from "../../configuration/hiding-code.ts";
import { loadedCode } from "../../configuration/loaded-code.ts";
import { callsIn } from "../../configuration/script-module.ts";
import { nameOf, visitNodes } from "../../constants/code-nodes.ts";
import { Instant, unknownValue } from "../../constants/condition-operators.ts";
import { constantValue } from "../../constants/constant-value.ts";
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
  const names = new Map(declaredNames(program));
  const declared = (name: string) => names.get(name);
  return callsIn(program, "addCollection").flatMap(([name, given]) => {
    const collect = given?.type === "Identifier" ? declared(given.name) : given;
    const filters: Filter[] = [];
    if (collect === undefined) return [];
    visitNodes(collect, (node) => {
      if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || nameOf(node.callee) !== "filter") return;
      const [argument] = node.arguments;
      const rule = argument?.type === "Identifier" ? declared(argument.name) : argument;
      if (argument === undefined || rule === undefined || !("params" in rule)) return;
      const [text, code] = [argument, rule].map(({ end, start }) => source.slice(start, end));
      filters.push({ node: rule, text: text ?? "", code: code ?? "", declared });
    });
    return [{ name: constantValue(name, () => undefined), filters, path }];
  });
}
