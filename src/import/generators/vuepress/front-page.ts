import { textIn } from "../../../base/table-values.ts";
import { isTrue } from "../../../content/front-matter/front-matter-value.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";

/**
 * Returns whether a text is the front page of the site or of a language, which is no post, although it may have a date.
 * @param target its path below the content
 */
export function isFrontPage({ frontMatter }: Pick<SiteFile, "frontMatter">, target: string): boolean {
  const { home, layout } = frontMatter;
  return /^(?:index|readme)\.md$/i.test(target) || isTrue(home) || /^home$/i.test(textIn(layout) ?? "");
}
