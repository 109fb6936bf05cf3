import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { conditionData, type Filter, filterResult, onlySelects, shortCode } from "../../configuration/hiding-code.ts";
import { unknownValue } from "../../constants/condition-operators.ts";
import type { HidingCode } from "../../site-rules/old-site.ts";
import type { Collection } from "./astro-collections.ts";
import type { PageCall } from "./astro-routes.ts";

/**
 * Returns the filters that keep an entry of a collection off all pages: `getCollection("blog", ({ data }) => !data.secret)`. Returns undefined
 * for an entry that one of the pages publishes, or whose page selects entries by what is no secret, such as their language.
 * @param id the id of the entry
 */
export function entryHiddenBy(
  calls: readonly PageCall[],
  { defaults, name }: Collection,
  id: string,
  frontMatter: FrontMatterTable,
): HidingCode | undefined {
  const own = calls.filter((call) => call.name === name);
  const entry = { id, slug: id, collection: name, data: conditionData(frontMatter, defaults), body: unknownValue, filePath: unknownValue };
  const failing = own.map(({ filters, path }) => ({ path, ...firstFailing(filters, entry) }));
  const first = failing.find(({ filter }) => filter !== undefined);
  if (first?.filter === undefined || failing.some(({ filter }) => filter === undefined)) return undefined;
  return {
    condition: `${shortCode(first.filter.text)} in ${first.path}`,
    isCertain: failing.every(({ isCertain }) => isCertain),
  };
}

interface Failing {
  readonly filter?: Filter;
  readonly isCertain: boolean;
}

function firstFailing(filters: readonly Filter[], entry: unknown): Failing {
  const results = filters.map((filter) => ({ filter, result: filterResult(filter, [entry]) }));
  const failed = results.find(({ result }) => result === false);
  if (failed !== undefined) return { filter: failed.filter, isCertain: true };
  const unknown = results.find(({ filter, result }) => result === unknownValue && !onlySelects(filter));
  return { ...(unknown && { filter: unknown.filter }), isCertain: false };
}
