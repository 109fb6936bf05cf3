import { closestWord } from "../../base/closest-word.ts";
import { textIn } from "../../base/table-values.ts";
import type { Entry } from "../../model/entry.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import { asTable, isFalse, isNull, isTrue, readSwitch } from "../front-matter/front-matter-value.ts";

/** Returns whether front matter excludes an article from all feeds, in the way of any known generator. `feed: true` has priority. */
export function isMarkedAsUnlisted(data: FrontMatter["data"]): boolean {
  if (isTrue(data["feed"])) return false;
  const isExcluded = isFalse(data["feed"]) || isMisspelledFalse(data["feed"]) || excludingKeys.some((key) => isTrue(data[key]));
  return isExcluded || isUnlistedByState(data) || unclearListing(data) !== undefined;
}

/**
 * Returns what a key that makes an article unlisted excludes it from besides the feeds, as its generator does. `feed: false` and the keys
 * of templates of feeds exclude it from nothing else.
 */
export function exclusionOfUnlisted(data: FrontMatter["data"]): Entry["excludedFrom"] {
  if (!isMarkedAsUnlisted(data)) return undefined;
  if (secretKeys.some((key) => isTrue(data[key]) || isUnclear(data[key]))) return "search engines";
  const isOutside = isUnlistedByState(data) || isTrue(data["eleventyExcludeFromCollections"]) || unclearList(data) !== undefined;
  return isOutside ? "sitemap" : undefined;
}

// Their pages have `noindex`, too: only who knows the address can find them.
const secretKeys = [
  "unlisted", // docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog, Quartz
  "hidden", // hexo-hide-posts
] as const;

const excludingKeys = [
  ...secretKeys,
  "eleventyExcludeFromCollections", // sitemaps have the pages of collections
  "exclude_from_feed", // templates of Jekyll
  "feed_exclude",
] as const;

function isUnlistedByState(data: FrontMatter["data"]): boolean {
  const list = listOf(data);
  const isHidden = (textIn(data["status"]) ?? "").toLowerCase() === "hidden"; // Pelican
  return isFalse(list) || notInAllLists.has(list ?? "") || isHidden;
}

const notInAllLists = new Set(["never", "local"]); // gohugo.io/content-management/build-options

// Hugo
function listOf(data: FrontMatter["data"]): string | undefined {
  return textIn({ ...asTable(data["_build"]), ...asTable(data["build"]) }["list"])?.toLowerCase();
}

/** Returns the key that may exclude an article from the feeds, and whose value is neither true nor false. It counts as excluding. */
export function unclearListing(data: FrontMatter["data"]): string | undefined {
  return unclearList(data) ?? excludingKeys.find((key) => isUnclear(data[key]));
}

function unclearList(data: FrontMatter["data"]): string | undefined {
  const list = listOf(data);
  if (list === undefined || list === "always" || notInAllLists.has(list) || readSwitch(list) !== undefined) return undefined;
  return data["build"] === undefined ? "_build" : "build";
}

/** Returns whether a switch has a value that is neither true nor false. */
export function isUnclear(value: FrontMatter["data"][string] | undefined): boolean {
  return typeof value === "string" && !isNull(value) && readSwitch(value) === undefined;
}

/** Returns whether a switch is a misspelled `false`. */
export function isMisspelledFalse(value: FrontMatter["data"][string] | undefined): boolean {
  return typeof value === "string" && readSwitch(value) === undefined && closestWord(value.trim(), ["false"]) !== undefined;
}
