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

// CommonMark §4.5: the rest of a fence's line contains no backticks; with others, the line begins with a code span.
const fenceStart = new RegExp(`${marker}(?:(\`{3,})[^\`\\n]*|(~{3,})(?!~)[^\\n]*)$`);

/**
 * Returns the end of the code that begins at an offset of Markdown or HTML, or the end of `start` if it is not code.
 * @param start the match of {@link codeStart} at the offset
 * @param known the lines found by earlier calls with the same text and lower offsets
 */
export function codeEnd(text: string, offset: number, start: string, known: KnownLines = new KnownLines(text)): number {
  if (known.markup === "html" && !start.startsWith("<")) return offset + 1;
  const indented = /^[^`~<]*(?: {4}|\t)/.test(start) ? known.endOfIndented(offset) : undefined;
  if (indented !== undefined) return indented;
  const [, backticks, fence = backticks] = fenceStart.exec(start) ?? [];
  if (fence !== undefined && (offset === 0 || text[offset - 1] === "\n")) return endOfFence(text, offset + start.length, fence);
  const span = /`+/.exec(start);
  if (span !== null) return known.endOfSpan(offset + span.index, span[0].length);
  return start.startsWith("<") ? endOfElement(text, offset, start) : offset + start.length;
}

function endOfFence(text: string, offset: number, fence: string): number {
  const closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`, "gm");
  closing.lastIndex = offset;
  return closing.exec(text) === null ? text.length : closing.lastIndex;
}

// An unclosed element extends to the end of the text, as in every browser.
function endOfElement(text: string, offset: number, start: string): number {
  const closing = new RegExp(start === "<!--" ? "-->" : `</${start.slice(1)}\\s*>`, "gi");
  closing.lastIndex = offset;
  return closing.exec(text) === null ? text.length : closing.lastIndex;
}
