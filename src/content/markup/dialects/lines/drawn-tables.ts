import { type MarkdownLine, markdownLines } from "./markdown-lines.ts";

// pandoc.org/MANUAL.html#tables: +---+---+ around the cells of a grid; columns below hyphens, as in reStructuredText below equals signs.
const gridRule = /^\+(?:[-=:]+\+)+$/;
const gridLine = /^[|+].*[|+]$/;
const columnsRule = /^(?=.*(?:---|===))(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+)$/;
const rule = /^-{10,}$/;
const mayHave = /^[ \t>]*(?:\+[-=:]+\+|-{2,} +-{2,}|={2,} +={2,})/m;
const maxLines = 200; // of a table with blank lines in it

/**
 * Makes code of tables that are drawn with signs, so that readers see them as they are written: Markdown would join their lines to
 * paragraphs. The fences replace the blank lines around them, so that the number of lines stays the same.
 */
export function keepDrawnTables(text: string): string {
  if (!mayHave.test(text)) return text;
  const lines = markdownLines(text, false);
  const kept = lines.map((line) => line.text);
  let last = -1; // the line of the fence before
  for (let index = 0; index < lines.length; index++) {
    const end = lines[index]?.isVerbatim || !isBlank(lines[index - 1]) ? undefined : endOfTable(lines, index);
    if (end === undefined || !isBlank(lines[end])) continue;
    const prefix = prefixOf(kept.slice(index, end));
    const fence = `${prefix}~~~~`;
    if (index === 0) {
      for (; index < end; index++) kept[index] = `${prefix}    ${lines[index]?.text.slice(prefix.length)}`; // no line for a fence
      continue;
    }
    kept[index - 1] = index - 1 === last ? (lines[last]?.text ?? "") : fence; // two tables become one block
    if (end < lines.length) kept[end] = fence;
    [last, index] = [end, end];
  }
  return kept.join("\n");
}

// The markers of quotations and the indentation that all lines have.
function prefixOf(lines: readonly string[]): string {
  const starts = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t>]*/.exec(line)?.[0] ?? "");
  return starts.reduce((shortest, start) => (start.length < shortest.length ? start : shortest));
}

function contentOf(line: MarkdownLine | undefined): string {
  return line === undefined ? "" : line.text.replace(/^[ \t>]+/, "").trimEnd();
}

function isBlank(line: MarkdownLine | undefined): boolean {
  return contentOf(line) === "";
}

// Returns the index of the line after the table that begins at a line; undefined if there is none.
function endOfTable(lines: readonly MarkdownLine[], start: number): number | undefined {
  let end = start;
  while (!isBlank(lines[end]) && !lines[end]?.isVerbatim) end++;
  const block = lines.slice(start, end).map(contentOf);
  const [first = "", second = ""] = block;
  if (gridRule.test(first)) return gridRule.test(block.at(-1) ?? "") && block.every((line) => gridLine.test(line)) ? end : undefined;
  if (rule.test(first) && block.slice(2, 10).some((line) => columnsRule.test(line))) return endOfRules(lines, end, first);
  if (columnsRule.test(first)) return block.length > 2 && block.lastIndexOf(first) === block.length - 1 ? end : undefined;
  return columnsRule.test(second) && second.startsWith("-") && block.length > 2 && !first.includes("|") ? end : undefined;
}

// A table whose rows have several lines ends with a line like its first one.
function endOfRules(lines: readonly MarkdownLine[], from: number, first: string): number | undefined {
  for (let index = from - 1; index < Math.min(lines.length, from + maxLines); index++)
    if (contentOf(lines[index]) === first && isBlank(lines[index + 1])) return index + 1;
  return undefined;
}
