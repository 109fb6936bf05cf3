import { BlockScan } from "./code-blocks.ts";
import { LineCursor } from "./line-cursor.ts";

// The span-level elements of kramdown and Python-Markdown. The content of code, kbd and samp is no Markdown.
const names =
  "a|abbr|acronym|b|bdi|bdo|big|br|button|cite|data|del|dfn|em|font|i|img|input|ins|label|mark|nobr|q|ruby|s|select|small|span|strike|" +
  "strong|sub|sup|time|tt|u|var|wbr";
const inlineTag = new RegExp(
  `^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)?</?(?:${names})(?=[\\s/>])(?![^<>\\n]*\\smarkdown\\b)[^<>\\n]{0,1000}>[ \\t]*$`,
  "i",
);
const startTag = /^<\/?([a-z][a-z0-9-]{0,50})(?![a-z0-9-])/i;
const inlineNames = new Set(names.split("|"));
const space = "&#32;"; // a space that is no white space of the line

/**
 * Marks the lines that have only a tag of an inline element before Markdown: `<br>`, `<img …>`, `<a …>`. With a space after the tag, written
 * as a character reference, they begin a paragraph, as in kramdown and Python-Markdown, and not a block of HTML (CommonMark §4.6, the
 * seventh kind). The number of lines stays the same.
 */
export function markInlineHtml(text: string): string {
  if (!mayHaveInlineHtml(text)) return text;
  const lines = text.split("\n");
  const scan = new BlockScan(text);
  for (const [index, line] of lines.entries()) {
    const wasHtml = scan.isHtml;
    scan.read(new LineCursor(line, 0, line.length));
    if (wasHtml || !scan.isHtml || !inlineTag.test(line) || !precedesMarkdown(lines, index)) continue;
    const end = line.lastIndexOf(">") + 1;
    lines[index] = line.slice(0, end) + space + line.slice(end);
    scan.readAsParagraph();
  }
  return lines.join("\n");
}

/** Returns whether a text may have a line with only a tag of an inline element. */
export function mayHaveInlineHtml(text: string): boolean {
  return text.includes("<") && text.split("\n").some((line) => line.includes("<") && inlineTag.test(line));
}

// Returns whether a line below, up to a blank line, has more than tags. A block of HTML in between ends the paragraph.
function precedesMarkdown(lines: readonly string[], index: number): boolean {
  for (let next = index + 1; next < lines.length; next++) {
    const text = (lines[next] ?? "").replace(/^[ \t>]*/, "");
    if (text === "") return false;
    const [, name] = startTag.exec(text) ?? [];
    if (text.startsWith("<") && (name === undefined || !inlineNames.has(name.toLowerCase()))) return false;
    if (text.replace(/<[^<>]{1,1000}>/g, "").trim() !== "") return true;
  }
  return false;
}
