import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { isFalse, isTrue } from "../../../content/front-matter/front-matter-value.ts";
import { withoutForeignKeys } from "../../site-rules/foreign-keys.ts";
import { writtenDate } from "../../site-rules/front-matter-date.ts";
import type { ArticlePlan, SiteFile } from "../../site-rules/old-site.ts";

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
  const dates = dateKeys.map((key) => textIn(frontMatter[key]));
  const date = writtenDate(frontMatter) === undefined ? dates.find((text) => text !== undefined) : undefined;
  const isHidden = isFalse(frontMatter["publish"]) && frontMatter["draft"] === undefined;
  return { ...(date !== undefined && { date }), ...(isHidden && { draft: "true" }) };
}

// The keys that only Obsidian and Quartz read.
const foreignKeys = ["created", "date created", "created_at", "creation date", "publish"];

/**
 * Plans a copy of a note without the keys that {@link noteKeys} translates. Returns an empty plan if the note has no such key.
 * @param others further keys to leave out, in lower case
 */
export function withoutNoteKeys({ body, frontMatter }: SiteFile, others: readonly string[] = []): Pick<ArticlePlan, "replacement"> {
  const copied = withoutForeignKeys(frontMatter, [...foreignKeys, ...others]);
  return copied === frontMatter ? {} : { replacement: { frontMatter: copied, body } };
}

/** Returns whether a note is marked for publication. */
export function isPublished(frontMatter: FrontMatterTable): boolean {
  return isTrue(frontMatter["publish"]);
}
