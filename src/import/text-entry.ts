import { oneLine } from "../base/one-line.ts";
import { toHtml } from "../content/html/html.ts";
import { parsePlainText } from "../content/markup/parse-plain-text.ts";
import { dateOfDigits } from "../content/metadata/date-of-path.ts";
import { isMarkedAsDraft } from "../content/metadata/is-draft.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import { checkContent } from "../limits/content-limits.ts";
import { parseFileName } from "../model/file-name.ts";
import { splitText } from "./site-rules/site-file.ts";

const hiddenNote = "It begins with front matter that may hide it: move its keys into the front matter of the copy";

/**
 * Parses a plain text: its first line is the title, and the file name may contain its date.
 * @param name of the file, or the last part of its address
 * @throws LimitError
 */
export function textEntry(text: string, name: string): ParsedEntry {
  checkContent(text);
  const plain = text.replace(/\r\n?/g, "\n").trim();
  const { title, tree } = parsePlainText(text, undefined);
  const { frontMatter, isUnreadable } = splitText(name, plain);
  const isHidden = isUnreadable === true || isMarkedAsDraft(frontMatter);
  return {
    title: oneLine(title ?? ""),
    published: parseFileName(name).date ?? dateOfDigits(name),
    authors: [],
    categories: [],
    content: toHtml(tree),
    plain,
    draft: isHidden,
    aliases: [],
    notes: isHidden ? [hiddenNote] : [],
  };
}
