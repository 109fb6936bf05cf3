import { KnownLines } from "./known-lines.ts";

const marker = "^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)]) +)?"; // markers of quotations and lists

/** The pattern of where code may begin: a fence, backticks, code in HTML, a comment, or a line that may be indented in its block. */
export const codeStart: string = [
  `${marker}(?:\`{3,}|~{3,})[^\\n]*$`,
  "`+",
  "<(?:pre|code|kbd|samp|script|style)\\b",
  "<!--",
  "^[ \\t>*+\\-.)\\d]*?(?: {4}|\\t)",
].join("|");

/** Returns whether a match of {@link codeStart} is only the markers and the indentation of a line. */
export function isIndentation(start: string): boolean {
  return /^[ \t>*+\-.)\d]*$/.test(start);
}

/**
 * Returns the end of the code that begins at an offset of Markdown or HTML, or the end of `start` if it is not code.
 * @param start the match of {@link codeStart} at the offset
 * @param known the lines found by earlier calls with the same text and lower offsets
 */
export function codeEnd(text: string, offset: number, start: string, known: KnownLines = new KnownLines(text)): number {
  if (known.markup === "html" && !start.startsWith("<")) return offset + 1;
  const indented = /^[^`~<]*(?: {4}|\t)/.test(start) ? known.endOfIndented(offset) : undefined;
  if (indented !== undefined) return indented;
  const marks = /`+|~+/.exec(start);
  if (marks === null) return start.startsWith("<") ? endOfElement(text, offset, start) : offset + start.length;
  const at = offset + marks.index;
  const fenced = marks[0].length >= 3 ? known.fencedCode(at) : undefined;
  if (fenced !== undefined) return fenced.end;
  return marks[0].startsWith("`") ? known.endOfSpan(at, marks[0].length) : at + marks[0].length;
}

// An unclosed element extends to the end of the text, as in every browser.
function endOfElement(text: string, offset: number, start: string): number {
  const closing = new RegExp(start === "<!--" ? "-->" : `</${start.slice(1)}\\s*>`, "gi");
  closing.lastIndex = offset;
  return closing.exec(text) === null ? text.length : closing.lastIndex;
}
