import type { FrontMatter } from "../front-matter/front-matter.ts";
import { asTable, isFalse, isTrue, textOf } from "../front-matter/front-matter-value.ts";

const notInAllLists = new Set(["never", "local"]); // gohugo.io/content-management/build-options

/** Returns whether front matter excludes an article from all feeds, in the way of any known generator. `feed: true` has priority. */
export function isMarkedAsUnlisted(data: FrontMatter["data"]): boolean {
  if (isTrue(data["feed"])) return false;
  return isFalse(data["feed"]) || isExcludedElsewhere(data);
}

function isExcludedElsewhere(data: FrontMatter["data"]): boolean {
  const { list } = { ...asTable(data["_build"]), ...asTable(data["build"]) }; // Hugo
  return (
    isFalse(list) ||
    notInAllLists.has((textOf(list) ?? "").toLowerCase()) ||
    isTrue(data["unlisted"]) || // Docusaurus, Quartz
    isTrue(data["hidden"]) || // Hexo
    (textOf(data["status"]) ?? "").toLowerCase() === "hidden" || // Pelican
    isTrue(data["eleventyExcludeFromCollections"]) ||
    isTrue(data["exclude_from_feed"]) || // templates of Jekyll
    isTrue(data["feed_exclude"])
  );
}
