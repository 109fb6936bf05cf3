import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { readablePath } from "../../site-rules/readable-path.ts";
import type { HugoAddresses, HugoPage } from "./hugo-address.ts";

/**
 * Returns front matter with the aliases as paths from the root of the site, on which they were below the path of baseURL; they may be
 * relative to the page (gohugo.io/content-management/urls, "Aliases"). Returns the same table if nothing changes.
 * @param path of the page, if it is known
 */
export function withAliases(
  frontMatter: FrontMatterTable,
  addresses: HugoAddresses,
  page: HugoPage,
  path: string | undefined,
): FrontMatterTable {
  const key = Object.keys(frontMatter).find((name) => name.toLowerCase() === "aliases");
  if (key === undefined || path === undefined) return frontMatter;
  const written = asList(frontMatter[key]).flatMap((alias) => textIn(alias) ?? []);
  const aliases = [...new Set(written.flatMap((alias) => addresses.aliasesOf(alias, page, path).map(readablePath)))];
  const isSame = aliases.length === written.length && aliases.every((alias, index) => alias === written[index]);
  return isSame ? frontMatter : { ...frontMatter, [key]: aliases };
}
