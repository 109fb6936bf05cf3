import { linesOf } from "../../base/text-lines.ts";

const reference = /&(?:#[xX]?[\dA-Fa-f]{1,8}|[A-Za-z][A-Za-z\d]{1,31});/g;

// Lines that always end a paragraph: an empty line, a heading, a list item (CommonMark §4.2, §5.2).
const paragraphEnd = /^(?:[ \t]*| {0,3}#{1,6}[ \t].*| {0,3}[-+*][ \t]+\S.*)$/;
const tableHead = /^\|[^`\\]*\|[ \t]*$/;
const delimiterRow = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;

/**
 * Returns an upper bound of the characters that the native Markdown parser copies: for each character reference, it copies the text
 * before it in the same paragraph or cell.
 */
export function copiedCharacters(text: string): number {
  if (!text.includes("&")) return 0;
  let [copied, references, length] = [0, 0, 0];
  let [lines, head, isTable] = [0, "", false];
  for (const line of linesOf(text)) {
    if (paragraphEnd.test(line)) {
      copied += references * length;
      [references, length, lines, isTable] = [0, 0, 0, false];
    }
    if (++lines === 2) isTable = delimiterRow.test(line) && tableHead.test(head) && columnsOf(line) === columnsOf(head);
    head = line;
    const found = line.includes("&") ? (line.match(reference)?.length ?? 0) : 0;
    if (isTable) copied += found * line.length;
    else [references, length] = [references + found, length + line.length];
  }
  return copied + references * length;
}

function columnsOf(row: string): number {
  return row.split("|").length;
}
