import { includesAny } from "../../../../base/includes-any.ts";
import { blockElements } from "../../../html/block-elements.ts";
import { type MarkdownLine, markdownLines } from "./markdown-lines.ts";

// pandoc.org/MANUAL.html#tables: +---+---+ around the cells of a grid; columns below hyphens, as in reStructuredText below equals signs.
const gridRule = /^\+(?:[-=:]+\+)+$/;
const gridLine = /^[|+].*[|+]$/;
const columnsRule = /^(?=.*(?:---|===))(?:-{2,}(?: +-{2,})+|={2,}(?: +={2,})+)$/;
const rule = /^-{10,}$/;
const mayHave = /^[ \t>]*(?:\+[-=:]+\+|-{2,} +-{2,}|={2,} +={2,})/m;
const maxLines = 200; // of a table with blank lines in it
const containers = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?/; // of a line: quotations and a list item
const blockTag = /^<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)/i;
const loneTag = /^<\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?>$/i;

/**
 * Makes code of tables that are drawn with signs, so that readers see them as they are written: Markdown would join their lines to
 * paragraphs. The fences replace the blank lines around them, so that the number of lines stays the same. Tables that need the blank line
 * before them are indented instead.
 */
export function keepDrawnTables(text: string): string {
  if (!includesAny(text, "+-", "+=", "+:", "-- -", "--  ", "== =", "==  ") || !mayHave.test(text)) return text;
  const lines = markdownLines(text, false);
  const kept = lines.map((line) => line.text);
  let start = 0;
  let [lastFence, lastIndented] = [-1, -1]; // the lines after tables
  while (start < lines.length) {
    const end = !mayStart(lines, start) || !isBlank(lines[start - 1]) ? undefined : endOfTable(lines, start);
    if (end === undefined || !isBlank(lines[end])) {
      start++;
      continue;
    }
    const prefix = prefixOf(kept.slice(start, end));
    if (start === 0 || start - 1 === lastIndented || isBelowHtml(lines, start, prefix)) {
      for (let row = start; row < end; row++) kept[row] = `${prefix}    ${lines[row]?.text.slice(prefix.length)}`;
      lastIndented = end;
    } else {
      const fence = `${prefix}~~~~`;
      kept[start - 1] = start - 1 === lastFence ? (lines[lastFence]?.text ?? "") : fence; // two tables become one block
      if (end < lines.length) kept[end] = fence;
      lastFence = end;
    }
    start = end + 1;
  }
  return kept.join("\n");
}

/** Returns whether a text is such a table. */
export function isDrawnTable(text: string): boolean {
  const lines = text.split("\n", 10).map((line) => line.trim());
  return gridRule.test(lines[0] ?? "") || lines.some((line) => columnsRule.test(line));
}

// The markers of quotations and the indentation that all lines have.
function prefixOf(lines: readonly string[]): string {
  const starts = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t>]*/.exec(line)?.[0] ?? "");
  return starts.reduce((shortest, start) => (start.length < shortest.length ? start : shortest));
}

// A block of HTML only ends at a blank line (CommonMark §4.6, kinds 6 and 7), or with its list item or quotation.
function isBelowHtml(lines: readonly MarkdownLine[], start: number, prefix: string): boolean {
  let first = start - 1;
  while (first > 0 && !isBlank(lines[first - 1])) first--;
  for (let index = first; index < start - 1; index++) {
    const { isContinued, isVerbatim, isHtml, text } = lines[index] as MarkdownLine;
    const [before = ""] = containers.exec(text) ?? [];
    const content = text.slice(before.length).trimEnd();
    const name = blockTag.exec(content)?.[1]?.toLowerCase() ?? "";
    const startsHtml = (!isVerbatim || isHtml) && (blockElements.has(name) || (index === first && loneTag.test(content)));
    if (startsHtml) return before.length <= prefix.length || (!isContinued && before.trim() === "");
  }
  return false;
}

function contentOf(line: MarkdownLine | undefined): string {
  return line === undefined ? "" : line.text.replace(/^[ \t>]+/, "").trimEnd();
}

function isBlank(line: MarkdownLine | undefined): boolean {
  return contentOf(line) === "";
}

// Cells that are aligned on the right may make code of a line: so is the first one if hyphens with less indentation follow.
function mayStart(lines: readonly MarkdownLine[], start: number): boolean {
  const [first, second] = [lines[start], lines[start + 1]];
  return first?.isIndentedCode ? second?.isVerbatim === false && columnsRule.test(contentOf(second)) : !first?.isVerbatim;
}

function isTableLine(line: MarkdownLine | undefined): boolean {
  return !line?.isVerbatim || line.isIndentedCode;
}

// Returns the index of the line after the table that begins at a line; undefined if there is none.
function endOfTable(lines: readonly MarkdownLine[], start: number): number | undefined {
  const isGrid = gridRule.test(contentOf(lines[start]));
  let end = start;
  while (!isBlank(lines[end]) && (isGrid || isTableLine(lines[end]))) end++; // a fence in a cell of a grid may make code of the lines below it
  const block = lines.slice(start, end).map(contentOf);
  const [first = "", second = ""] = block;
  if (isGrid) return gridRule.test(block.at(-1) ?? "") && block.every((line) => gridLine.test(line)) ? end : undefined;
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
