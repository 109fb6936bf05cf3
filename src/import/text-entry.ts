import { oneLine } from "../base/one-line.ts";
import { toHtml } from "../content/html/html.ts";
import { parsePlainText } from "../content/markup/parse-plain-text.ts";
import { dateOfDigits } from "../content/metadata/date-of-path.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import { checkContent } from "../limits/content-limits.ts";
import { parseFileName } from "../model/file-name.ts";

/**
 * Parses a plain text: its first line is the title, and the file name may contain its date.
 * @param name of the file, or the last part of its address
 * @throws LimitError
 */
export function textEntry(text: string, name: string): ParsedEntry {
  checkContent(text);
  const { title, tree } = parsePlainText(text, undefined);
  return {
    title: oneLine(title ?? ""),
    published: parseFileName(name).date ?? dateOfDigits(name),
    authors: [],
    categories: [],
    content: toHtml(tree),
    plain: text.replace(/\r\n?/g, "\n").trim(),
    draft: false,
    aliases: [],
    notes: [],
  };
}
