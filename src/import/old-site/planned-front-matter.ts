import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import type { ArticlePlan, SiteFile } from "../site-rules/old-site.ts";

/** Returns the front matter that the copy of an article will have. */
export function plannedFrontMatter(
  { frontMatter }: SiteFile,
  { corrections, hiddenBy, isProtected, keys, replacement }: ArticlePlan,
): FrontMatterTable {
  return { ...keys, ...(replacement?.frontMatter ?? frontMatter), ...corrections, ...((isProtected || hiddenBy) && { draft: "true" }) };
}
