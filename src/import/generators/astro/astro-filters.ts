import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { conditionData, type FilteredList, hiddenByAll } from "../../configuration/hiding-code.ts";
import { unknownValue } from "../../constants/condition-operators.ts";
import type { HidingCode } from "../../site-rules/old-site.ts";
import type { Collection } from "./astro-collections.ts";

/** A call that loads a collection for pages or a feed. */
export interface FilteredCall extends FilteredList {
  /** The collection. */
  readonly name: string;
}

/**
 * Returns the filters that keep an entry of a collection off all pages, or out of all feeds: `getCollection("blog", ({ data }) =>
 * !data.secret)`. Returns undefined for an entry that one of them publishes, or whose page selects entries by what is no secret, such as
 * their language.
 * @param id the id of the entry
 */
export function entryHiddenBy(
  calls: readonly FilteredCall[],
  { defaults, name }: Pick<Collection, "defaults" | "name">,
  id: string,
  frontMatter: FrontMatterTable,
): HidingCode | undefined {
  const own = calls.filter((call) => call.name === name);
  const entry = { id, slug: id, collection: name, data: conditionData(frontMatter, defaults), body: unknownValue, filePath: unknownValue };
  return hiddenByAll(own, [entry]);
}
