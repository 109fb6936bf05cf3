import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { keepBlankLines, mayBreakHtml } from "../../content/markup/code/keep-html-blocks.ts";
import { keepsBlankLines } from "../../content/markup/shortcodes/keeps-blank-lines.ts";
import { markupOf } from "../../model/markup-of.ts";

/** Fills the blank lines of HTML in a text of kramdown or Python-Markdown, if the copy has no mark of its generator. */
export function fillBlankLinesInHtml(source: string, body: string, data: FrontMatterTable): string {
  if (markupOf(source) !== "markdown") return body;
  const text = body.replaceAll("\r\n", "\n");
  if (!mayBreakHtml(text) || keepsBlankLines(source, { body: text, data })) return body;
  const filled = keepBlankLines(text);
  if (filled === text) return body;
  return text === body ? filled : filled.replaceAll("\n", "\r\n");
}
