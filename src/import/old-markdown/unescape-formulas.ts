import { type MarkdownLine, markdownLines } from "../../content/markup/dialects/lines/markdown-lines.ts";
import { findFormulas } from "../../content/markup/formulas/find-formulas.ts";
import { withoutEscapes } from "../../content/markup/formulas/without-escapes.ts";

/**
 * Removes the backslashes of Markdown in formulas between dollars, `$a\_1$` and `$$\\{ x \\}$$`: here, TeX stays as it is written. A formula
 * that has signs without a backslash was not escaped, and in HTML and code no parser removes any.
 * @param areAll false for those between single dollars only
 */
export function unescapeFormulas(text: string, areAll: boolean): string {
  if (!text.includes("$") || !text.includes("\\")) return text;
  const verbatim = markdownLines(text, false).filter(({ isVerbatim }) => isVerbatim);
  let [written, from, next] = ["", 0, 0];
  for (const { end, isTag, start } of findFormulas(text)) {
    const isInDollars = (areAll ? /^\$(?!`)/ : /^\$(?![$`])/).test(text.slice(start, start + 2));
    if (isTag === true || !isInDollars) continue;
    while (endOf(verbatim[next]) < start) next++;
    if ((verbatim[next]?.offset ?? Number.POSITIVE_INFINITY) <= start) continue;
    const tex = text.slice(start, end);
    written += text.slice(from, start) + withoutEscapes(areAll || isInTable(text, start) ? tex : withoutEscapedBars(tex));
    from = end;
  }
  return written + text.slice(from);
}

// To kramdown, a bar begins a table, so that conditions are `$P(A \| B)$`, and norms `$\\|x\\|$`. Here, cells need the backslash.
function withoutEscapedBars(tex: string): string {
  return tex.replace(/(?<!\\)(\\{0,2})\\\|/g, (_, before: string) => (before === "\\" ? "\\|" : `${before}|`));
}

function isInTable(text: string, offset: number): boolean {
  const end = text.indexOf("\n", offset);
  return /(?<!\\)\|/.test(text.slice(text.lastIndexOf("\n", offset) + 1, end < 0 ? undefined : end));
}

function endOf(line: MarkdownLine | undefined): number {
  return line === undefined ? Number.POSITIVE_INFINITY : line.offset + line.text.length;
}
