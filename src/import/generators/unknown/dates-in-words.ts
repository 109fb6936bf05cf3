import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { dateInWords } from "../../../content/metadata/date-in-words.ts";
import { instantOf } from "../../site-rules/front-matter-date.ts";

const keys: ReadonlySet<string> = new Set([...metadataKeys.date, ...metadataKeys.updated].map((key) => key.toLowerCase()));

/** Returns the dates of front matter that are written in words, by their keys, in numbers. */
export function datesInWords(frontMatter: FrontMatterTable): Record<string, string> {
  const dates = Object.entries(frontMatter).flatMap(([key, value]): [string, string][] => {
    const text = keys.has(key.toLowerCase()) ? (textIn(value) ?? "") : "";
    const date = instantOf(text) === undefined ? dateInWords(text) : undefined;
    return date === undefined ? [] : [[key, date]];
  });
  return Object.fromEntries(dates);
}
