import { type MarkdownLine, markdownLines } from "../../content/markup/dialects/lines/markdown-lines.ts";
import { findFormulas } from "../../content/markup/formulas/find-formulas.ts";
import { withoutEscapes } from "../../content/markup/formulas/without-escapes.ts";

/**
 * Removes the backslashes of Markdown in formulas between dollars, `$a\_1$` and `$$\\{ x \\}$$`: here, TeX stays as it is written. A formula
 * that has signs without a backslash was not escaped, and in HTML and code no parser removes any.
 */
export function unescapeFormulas(text: string): string {
  if (!text.includes("$") || !text.includes("\\")) return text;
  const verbatim = markdownLines(text, false).filter(({ isVerbatim }) => isVerbatim);
  let [written, from, next] = ["", 0, 0];
  for (const { end, isTag, start } of findFormulas(text)) {
    if (isTag === true || !/^\$(?!`)/.test(text.slice(start, start + 2))) continue;
    while (endOf(verbatim[next]) < start) next++;
    if ((verbatim[next]?.offset ?? Number.POSITIVE_INFINITY) <= start) continue;
    written += text.slice(from, start) + withoutEscapes(text.slice(start, end));
    from = end;
  }
  return written + text.slice(from);
}

function endOf(line: MarkdownLine | undefined): number {
  return line === undefined ? Number.POSITIVE_INFINITY : line.offset + line.text.length;
}
