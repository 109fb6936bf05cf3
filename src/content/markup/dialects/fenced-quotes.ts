import { isBlankText, markdownLines } from "./lines/markdown-lines.ts";

const mark = /^>>>[ \t]*$/;

/**
 * Writes GitLab's quotations of several lines, between two lines `>>>`, with the sign of a quotation on each line. Both have text after
 * them, or before: a prompt of Python has code on its line. The number of lines stays the same.
 */
export function convertFencedQuotes(text: string): string {
  if (!/^>>>[ \t]{0,20}$/m.test(text)) return text;
  const lines = markdownLines(text, false);
  const written = lines.map((line) => line.text);
  let start = -1;
  for (const [index, line] of lines.entries()) {
    if (line.isVerbatim || !mark.test(line.text)) continue;
    const hasText = written.slice(start + 1, index).some((other) => !isBlankText(other));
    if (start < 0 || !hasText) start = index;
    else {
      for (let at = start + 1; at < index; at++) written[at] = `> ${written[at]}`.trimEnd();
      written[start] = "";
      written[index] = "";
      start = -1;
    }
  }
  return written.join("\n");
}
