import { markdownLines } from "./lines/markdown-lines.ts";

const span = /(?<!`)(`{1,2})(?!`)[^`]{1,500}\1(?!`)/g;
const mayHave = /`[^`\n|]{0,500}\|[^`\n]{0,500}`/;
const bar = /(?<!\\)\|/g;

/**
 * Escapes the bars in inline code of tables, which separate no cells for kramdown: GFM (§4.10) would split the code. Only rows that have the
 * right number of cells then are changed. The number of lines stays the same.
 */
export function escapeBarsInCode(text: string): string {
  if (!mayHave.test(text)) return text;
  const lines = markdownLines(text, false);
  const written = lines.map((line) => line.text);
  for (let index = 1; index < lines.length; index++) {
    if (lines[index]?.isVerbatim || !isDelimiterRow(written[index] ?? "")) continue;
    const count = cellsOf(written[index] ?? "").length;
    for (let row = index - 1; row < lines.length && /[^ \t>]/.test(written[row] ?? "") && !lines[row]?.isVerbatim; row++)
      written[row] = escapedRow(written[row] ?? "", count);
  }
  return written.join("\n");
}

function escapedRow(row: string, count: number): string {
  if (!row.includes("`") || cellsOf(row).length === count) return row;
  const escaped = row.replace(span, (code: string) => code.replace(bar, "\\|"));
  return cellsOf(escaped).length === count ? escaped : row;
}

function isDelimiterRow(row: string): boolean {
  return row.includes("|") && cellsOf(row).every((cell) => /^:?-+:?$/.test(cell.trim()));
}

function cellsOf(row: string): string[] {
  const cells = row.replace(/^[ \t>]+/, "").trim();
  return cells.slice(cells.startsWith("|") ? 1 : 0, /(?<!\\)\|$/.test(cells) ? -1 : undefined).split(bar);
}
