import { textIn } from "../../base/table-values.ts";
import type { Entry } from "../../model/entry.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asList, asTable, isFalse, isTrue } from "../front-matter/front-matter-value.ts";
import { exclusionOfUnlisted, isMisspelledFalse, isUnclear } from "./is-unlisted.ts";

/** Returns what front matter excludes the page of an article from, in the way of any known generator. */
export function searchExclusionOf(data: FrontMatter["data"]): Entry["excludedFrom"] {
  if (forbidsIndex(data)) return "search engines";
  return exclusionOfUnlisted(data) ?? (isOutsideSitemap(data["sitemap"]) ? "sitemap" : undefined);
}

/** Returns the key that may keep an article from search engines, and whose value is not clear. It counts as excluding. */
export function unclearExclusion(data: FrontMatter["data"]): string | undefined {
  return indexKeys.find((key) => isUnclear(data[key])) ?? (isMisspelledFalse(data["sitemap"]) ? "sitemap" : undefined);
}

const indexKeys = [
  "noindex",
  "robotsNoIndex", // PaperMod for Hugo
] as const;

// Hugo and Zola have keys of themes in a table.
function forbidsIndex(data: FrontMatter["data"]): boolean {
  const tables = [data, asTable(data["params"]), asTable(data["extra"])];
  const isNoindex = tables.some((table) => indexKeys.some((key) => isTrue(table[key]) || isUnclear(table[key])));
  return isNoindex || [...tables.map(({ robots }) => robots), ...robotsOfHead(data)].some(hasNoindex);
}

// The values of `<meta name="robots">`, and Next.js's `robots: { index: false }`.
function hasNoindex(robots: FrontMatterValue | undefined): boolean {
  if (isFalse(robots) || isFalse(asTable(robots)["index"])) return true;
  const rules = asList(robots).flatMap((value) => textIn(value)?.toLowerCase().split(",") ?? []);
  return rules.some((rule) => /\bnoindex\b/.test(rule) || rule.trim() === "none");
}

// vitepress.dev/reference/frontmatter-config: `head: [["meta", { name: robots, content: noindex }]]`; in VuePress 1, a list of tables `meta`.
function robotsOfHead({ head, meta }: FrontMatter["data"]): (FrontMatterValue | undefined)[] {
  const tables = [...asList(head), ...asList(meta)].flatMap((element) => asList(element)).map(asTable);
  return tables.filter(({ name }) => textIn(name)?.toLowerCase() === "robots").map(({ content }) => content);
}

// jekyll-sitemap and Hexo have `sitemap: false`, Hugo `sitemap.disable`, VuePress `sitemap.exclude`, and Eleventy `sitemap.ignore`.
function isOutsideSitemap(sitemap: FrontMatterValue | undefined): boolean {
  const table = asTable(sitemap);
  const isNamed = ["disable", "exclude", "ignore"].some((word) => isTrue(table[word]) || textIn(sitemap)?.toLowerCase() === word);
  return isNamed || isFalse(sitemap) || isMisspelledFalse(sitemap);
}
