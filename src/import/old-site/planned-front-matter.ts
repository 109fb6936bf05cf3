import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { withoutForeignKeys } from "../site-rules/foreign-keys.ts";
import type { ArticlePlan, SiteFile } from "../site-rules/old-site.ts";

/** Returns the front matter that the copy of an article will have. */
export function plannedFrontMatter(
  { frontMatter }: SiteFile,
  { corrections, dropped = [], hiddenBy, isProtected, isUnfenced, keys, replacement }: ArticlePlan,
): FrontMatterTable {
  return {
    ...keys,
    ...withoutForeignKeys(replacement?.frontMatter ?? frontMatter, dropped),
    ...corrections,
    ...((isProtected || hiddenBy || isUnfenced) && { draft: "true" }),
  };
}
