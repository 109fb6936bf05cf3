import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { BlockScan } from "../../content/markup/code/code-blocks.ts";
import { keepBlankLines, mayBreakHtml } from "../../content/markup/code/keep-html-blocks.ts";
import { LineCursor } from "../../content/markup/code/line-cursor.ts";
import { markInlineHtml, mayHaveInlineHtml } from "../../content/markup/code/mark-inline-html.ts";
import { OpenElements } from "../../content/markup/code/open-elements.ts";
import { keepsBlankLines } from "../../content/markup/shortcodes/keeps-blank-lines.ts";

/**
 * Fills the blank lines of HTML in a text of kramdown or Python-Markdown, and marks inline elements that begin a paragraph, unless the copy
 * has a mark of its generator, by which the compiler does so.
 */
export function keepHtml(source: string, text: string, data: FrontMatterTable): string {
  if (!(mayBreakHtml(text) || mayHaveInlineHtml(text)) || keepsBlankLines(source, { body: text, data })) return text;
  return markInlineHtml(keepBlankLines(text));
}

const endTag = /<\/[a-z][a-z0-9-]{0,50}[ \t]{0,9}>$|<hr[^<>]{0,1000}>$/i;
const notText = /^[ \t>]*(?:$|<|\{[:%{])/;

/**
 * Writes a blank line between HTML and Markdown on the line below its end tag: kramdown and Python-Markdown end a block of HTML there, and
 * CommonMark at the next blank line.
 */
export function endHtmlBlocks(text: string): string {
  if (!text.includes(">\n")) return text;
  const marked = markInlineHtml(text);
  const lines = marked.split("\n");
  const scan = new BlockScan(marked);
  const elements = new OpenElements(marked);
  const written: string[] = [];
  let [block, offset] = [0, 0];
  for (const [index, line] of text.split("\n").entries()) {
    const read = lines[index] ?? "";
    const wasHtml = scan.isHtml;
    scan.read(new LineCursor(read, 0, read.length));
    offset += read.length + 1;
    written.push(line);
    if (!scan.isHtml) continue;
    if (!wasHtml) {
      block++;
      elements.endBlock();
    }
    elements.read(line, block);
    const next = lines[index + 1] ?? "";
    if (!endTag.test(line.trimEnd()) || notText.test(next) || !elements.isClosed(offset)) continue;
    if (!scan.continuesHtml(new LineCursor(next, 0, next.length))) continue;
    const blank = /^[ \t]*(?:>[ \t]*)*/.exec(next)?.[0].trimEnd() ?? "";
    scan.read(new LineCursor(blank, 0, blank.length));
    written.push(blank);
  }
  return written.join("\n");
}
