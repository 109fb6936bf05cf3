import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { isFalse, isTrue, textOf } from "../../../content/front-matter/front-matter-value.ts";
import { writtenDate } from "../../site-rules/front-matter-date.ts";

const dateKeys = [
  "created",
  "date created",
  "created_at",
  "creation date",
  "modified",
  "lastmod",
  "updated",
  "last-modified",
  "date modified",
];

/** Returns the keys that the front matter of a note lacks here: its date under the names of Obsidian, and `draft` for `publish: false`. */
export function noteKeys(frontMatter: FrontMatterTable): Record<string, FrontMatterValue> {
  const dates = dateKeys.map((key) => textOf(frontMatter[key]));
  const date = writtenDate(frontMatter) === undefined ? dates.find((text) => text !== undefined) : undefined;
  const isHidden = isFalse(frontMatter["publish"]) && frontMatter["draft"] === undefined;
  return { ...(date !== undefined && { date }), ...(isHidden && { draft: "true" }) };
}

/** Returns whether a note is marked for publication. */
export function isPublished(frontMatter: FrontMatterTable): boolean {
  return isTrue(frontMatter["publish"]);
}
