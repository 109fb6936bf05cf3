import { isBlank, type MarkdownLine, markdownLines } from "../dialects/lines/markdown-lines.ts";
import { FormulaPlaces } from "../formulas/formula-places.ts";

const lineBreak = /(?<!\\)\\\\$/; // kramdown.gettalong.org/syntax.html#paragraphs

/**
 * Writes kramdown's line breaks, two backslashes at the end of a line, as those of CommonMark. In a table, which is any line with a bar for
 * kramdown, in code and in formulas they stay. The number of lines stays the same.
 */
export function convertKramdownBreaks(text: string): string {
  if (!text.includes("\\\\\n")) return text;
  const formulas = new FormulaPlaces(text, "markdown");
  const lines = markdownLines(text, false);
  const written = lines.map((line, index) => {
    const isBreak = isBreakAt(line, lines[index + 1]) && !formulas.has(line.offset + line.text.length - 1);
    return isBreak ? line.text.slice(0, -1) : line.text;
  });
  return written.join("\n");
}

function isBreakAt({ isVerbatim, text }: MarkdownLine, next: MarkdownLine | undefined): boolean {
  return lineBreak.test(text) && !text.includes("|") && !isVerbatim && !isBlank(next) && next?.isVerbatim === false;
}
