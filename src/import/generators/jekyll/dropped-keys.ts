import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { isNull } from "../../../content/front-matter/front-matter-value.ts";
import type { ArticlePlan } from "../../site-rules/old-site.ts";
import { pictureFolderKeys } from "./jekyll-pictures.ts";

/**
 * Returns the keys that the copy of a text lacks: it has the addresses of its pictures, and `tag` replaces `tags`
 * (Jekyll::Utils.pluralized_array_from_hash).
 * @param others further keys that it lacks
 */
export function droppedKeys(frontMatter: FrontMatterTable, others: readonly string[] = []): Pick<ArticlePlan, "dropped"> {
  const names = [...pictureFolderKeys, ...(isNull(frontMatter["tag"] ?? "") ? [] : ["tags"]), ...others];
  const dropped = names.filter((key) => frontMatter[key] !== undefined);
  return dropped.length === 0 ? {} : { dropped };
}

/** Returns whether jekyll-feed shows `author` of a post, and not its `authors` (jekyll-feed, lib/jekyll-feed/feed.xml). */
export function hasUnusedAuthors({ author, authors }: FrontMatterTable): boolean {
  return authors !== undefined && author !== undefined && !isBlank(author);
}

// The values that the filter `default` of Liquid replaces.
function isBlank(value: FrontMatterValue): boolean {
  if (typeof value === "string") return isNull(value) || value === "false";
  return Object.keys(value).length === 0;
}
