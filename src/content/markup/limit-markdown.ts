import { countOf } from "../../base/count-of.ts";
import { linesOf } from "../../base/text-lines.ts";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";

// Weights of the characters that may begin an element, or end a line. A footnote reference also creates a link back.
const weights = new Uint8Array(128);
for (const sign of "\n*_~`[<>&@{") weights[sign.charCodeAt(0)] = 1;
const footnoteWeight = 4;

const maxWeight = 2.5; // per character: a footnote reference begins with two

// A line with so many markers of quotations and lists may have too many levels. A shorter text cannot have too many.
const deepLine = /^[ \t>*+\-.)\d]{1000}/m;
const short = 8192;

/**
 * Rejects Markdown that would become too many elements, or too deeply nested ones, before it is parsed. Text that only looks like
 * Markdown, such as code, counts as well.
 * @throws ArticleError
 */
export function limitMarkdown(text: string): void {
  if (mayExceed(text)) limit(text, limits.markdownMarks);
}

// No article of ordinary length does. Counting its marks would take a tenth of the parser's time.
function mayExceed(text: string): boolean {
  const max = limits.markdownMarks - maxWeight * text.length;
  if (max < 0 || (text.length > short && deepLine.test(text))) return true;
  const bars = countOf("|", text);
  return bars > 0 && (bars + 1) * (countOf("\n", text) + 1) > max;
}

// The marks that are slowest for remark, with their weights: statements of MDX, and underlined headings.
const slowForRemark: readonly (readonly [RegExp, number])[] = [
  [/^(?:import|export)\b/gm, 20],
  [/^[ \t>]*(?:=+|-+)[ \t]*$/gm, 10],
];

/**
 * Rejects Markdown with too many elements for remark, whose time is quadratic in their number. Character references do not count.
 * @throws ArticleError
 */
export function limitForRemark(text: string): void {
  const marks = slowForRemark.reduce((sum, [sign, weight]) => sum + weight * (text.match(sign)?.length ?? 0), 0);
  limit(text.replaceAll("&", " "), limits.remarkMarks, marks);
}

function limit(text: string, max: number, others = 0): void {
  const marks = countMarks(text, max, others);
  if (text.includes("|") && marks + countCells(text) > max) throw tooMany(max, "cells of tables included");
}

function countMarks(text: string, max: number, others: number): number {
  let [count, line, lineStart, markers] = [others, 1, 0, 0];
  let isStart = true; // so far, the line has only markers of quotations and lists
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isMarker = isListMarker(text, code, index);
    count += isMarker ? 1 : (weights[code] ?? 0);
    if (code === 0x5e && text.charCodeAt(index - 1) === 0x5b) count += footnoteWeight; // [^
    if (code === 0x3a && text.startsWith("://", index)) count++;
    if (code === 0x77 && text.startsWith("www.", index)) count++;
    if (count > max) throw tooMany(max, "counted up to here", { line, column: index - lineStart + 1 });
    if (code === 0x0a) {
      [line, lineStart, markers, isStart] = [line + 1, index + 1, 0, true];
    } else if (isStart) {
      if (isMarker || code === 0x3e) markers++;
      else if (!isWithinMarker(code)) isStart = false;
      if (markers > limits.depth) throw tooDeep({ line });
    }
  }
  return count;
}

// The last character of "-", "+", "*", "1." or "1)": CommonMark §5.2 requires a space or the line's end after it.
function isListMarker(text: string, code: number, index: number): boolean {
  const isBullet = code === 0x2d || code === 0x2b || code === 0x2a;
  if (!isBullet && !((code === 0x2e || code === 0x29) && isDigit(text.charCodeAt(index - 1)))) return false;
  const next = text.charCodeAt(index + 1);
  return next === 0x20 || next === 0x09 || next === 0x0a;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isWithinMarker(code: number): boolean {
  return code === 0x20 || code === 0x09 || isDigit(code);
}

// The parser pads every row to the number of cells in the head. A table ends at an empty line, or earlier.
function countCells(text: string): number {
  let [cells, rows, columns] = [0, 0, 0];
  for (const line of linesOf(text)) {
    rows++;
    if (isBlank(line)) {
      cells += rows * columns;
      [rows, columns] = [0, 0];
    } else if (line.includes("|") && /^[\s>|:*+\-.)\d]*$/.test(line)) {
      columns = Math.max(columns, line.split("|").filter((cell) => cell.includes("-")).length);
    }
  }
  return cells + rows * columns;
}

function isBlank(line: string): boolean {
  return line.trim() === "";
}

function tooMany(max: number, what: string, location?: { line: number; column: number }): ArticleError {
  const message = `Cannot compile the article: it has more than ${max} places where Markdown may begin an element, ${what}; make several articles of it`;
  return new ArticleError(message, location);
}

function tooDeep(location: { line: number }): ArticleError {
  const message = `Cannot compile the article: quotations and lists are nested in more than ${limits.depth} levels on this line`;
  return new ArticleError(message, location);
}
