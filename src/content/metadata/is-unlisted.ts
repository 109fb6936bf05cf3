import { closestWord } from "../../base/closest-word.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import { asTable, isFalse, isNull, isTrue, readSwitch } from "../front-matter/front-matter-value.ts";

/** Returns whether front matter excludes an article from all feeds, in the way of any known generator. `feed: true` has priority. */
export function isMarkedAsUnlisted(data: FrontMatter["data"]): boolean {
  if (isTrue(data["feed"])) return false;
  return isFalse(data["feed"]) || isMisspelledFalse(data["feed"]) || isExcludedElsewhere(data) || unclearListing(data) !== undefined;
}

const excludingKeys = [
  "unlisted", // Docusaurus, Quartz
  "hidden", // Hexo
  "eleventyExcludeFromCollections",
  "exclude_from_feed", // templates of Jekyll
  "feed_exclude",
] as const;

function isExcludedElsewhere(data: FrontMatter["data"]): boolean {
  const list = listOf(data);
  return (
    isFalse(list) ||
    notInAllLists.has(list ?? "") ||
    excludingKeys.some((key) => isTrue(data[key])) ||
    (textIn(data["status"]) ?? "").toLowerCase() === "hidden" // Pelican
  );
}

const notInAllLists = new Set(["never", "local"]); // gohugo.io/content-management/build-options

// Hugo
function listOf(data: FrontMatter["data"]): string | undefined {
  return textIn({ ...asTable(data["_build"]), ...asTable(data["build"]) }["list"])?.toLowerCase();
}

/** Returns the key that may exclude an article from the feeds, and whose value is neither true nor false. It counts as excluding. */
export function unclearListing(data: FrontMatter["data"]): string | undefined {
  const list = listOf(data);
  if (list !== undefined && list !== "always" && !notInAllLists.has(list) && readSwitch(list) === undefined)
    return data["build"] === undefined ? "_build" : "build";
  return excludingKeys.find((key) => {
    const value = data[key];
    return typeof value === "string" && !isNull(value) && readSwitch(value) === undefined;
  });
}

function isMisspelledFalse(feed: FrontMatter["data"][string] | undefined): boolean {
  return typeof feed === "string" && readSwitch(feed) === undefined && closestWord(feed.trim(), ["false"]) !== undefined;
}
