import { KnownLines } from "./known-lines.ts";

const marker = "^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)]) +)?"; // markers of quotations and lists

/** The pattern of where code may begin: a fence, backticks, code in HTML, a comment, or indented lines after an empty one. */
export const codeStart: string = [
  `${marker}(?:\`{3,}|~{3,})[^\\n]*$`,
  "`+",
  "<(?:pre|code|kbd|samp|script|style)\\b",
  "<!--",
  "(?<=^[ \\t]*\\n|(?<![\\s\\S]))(?: {4}|\\t)",
].join("|");

// CommonMark §4.5: the rest of a fence's line contains no backticks; with others, the line begins with a code span.
const fenceStart = new RegExp(`${marker}(?:(\`{3,})[^\`\\n]*|(~{3,})(?!~)[^\\n]*)$`);

/**
 * Returns the end of the code that begins at an offset of Markdown or HTML, or the end of `start` if it is not code.
 * @param start the match of {@link codeStart} at the offset
 * @param known the lines found by earlier calls with the same text and lower offsets
 */
export function codeEnd(text: string, offset: number, start: string, known: KnownLines = new KnownLines(text)): number {
  if (known.isHtml && !start.startsWith("<")) return offset + 1;
  const [, backticks, fence = backticks] = fenceStart.exec(start) ?? [];
  if (fence !== undefined && (offset === 0 || text[offset - 1] === "\n")) return endOfFence(text, offset + start.length, fence);
  const span = /`+/.exec(start);
  if (span !== null) return known.endOfSpan(offset + span.index, span[0].length);
  if (start.startsWith("<")) return endOfElement(text, offset, start);
  const indentation = known.codeIndentation(offset);
  return indentation === undefined ? offset + start.length : endOfIndented(text, offset, Math.floor(indentation / 4));
}

// Returns the end of the last line before one with fewer steps of indentation. Blank lines are part of the code.
function endOfIndented(text: string, offset: number, steps: number): number {
  const blank = /[ \t]*(?:\n|$)/y;
  for (let end = text.indexOf("\n", offset); end >= 0; end = text.indexOf("\n", end + 1)) {
    blank.lastIndex = end + 1;
    if (stepsAt(text, end + 1, steps) < steps && !blank.test(text)) return end;
  }
  return text.length;
}

function stepsAt(text: string, offset: number, max: number): number {
  let [steps, at] = [0, offset];
  for (; steps < max; steps++) {
    if (text[at] === "\t") at++;
    else if (text.startsWith("    ", at)) at += 4;
    else break;
  }
  return steps;
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
