import { linesOf } from "../../base/text-lines.ts";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";

// Weights of the characters that may begin an element, or a line that is one. A footnote's reference makes a way back, too.
const weights = new Uint8Array(128);
for (const sign of "\n*_~`[<>&@{") weights[sign.charCodeAt(0)] = 1;
const footnoteWeight = 4;

const maxWeight = 2.5; // of a character, since a footnote's reference has two

// So many marks of quotations and lists that there may be too many levels; in a shorter text there are few enough for any parser.
const deepLine = /^[ \t>*+\-.)\d]{1000}/m;
const short = 8192;

/**
 * Refuses Markdown that would become more elements than a limit, or elements within each other at more levels than one, before
 * a parser sees it. Text that only looks like Markdown, such as code, counts as well.
 * @throws ArticleError
 */
export function limitMarkdown(text: string): void {
  if (mayExceed(text)) limit(text, limits.markdownMarks);
}

// No article of ordinary length does, and to count its marks would take a tenth of the time that its parser takes.
function mayExceed(text: string): boolean {
  const max = limits.markdownMarks - maxWeight * text.length;
  if (max < 0 || (text.length > short && deepLine.test(text))) return true;
  const bars = countOf("|", text);
  return bars > 0 && (bars + 1) * (countOf("\n", text) + 1) > max;
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let index = text.indexOf(sign); index >= 0; index = text.indexOf(sign, index + 1)) count++;
  return count;
}

// What remark takes longest for, and how many times as long as for other marks: statements of MDX, and underlined headings.
const slowForRemark: readonly (readonly [RegExp, number])[] = [
  [/^(?:import|export)\b/gm, 20],
  [/^[ \t>]*(?:=+|-+)[ \t]*$/gm, 10],
];

/**
 * The same for remark, which takes time with the square of the number of elements. Character references do not count.
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
  let isStart = true; // so far, the line has nothing but marks of quotations and lists
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

// The last character of "-", "+", "*", "1." or "1)": CommonMark §5.2 demands a space or the line's end behind it.
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

// The parser fills up every row to as many cells as the head has. A table ends at an empty line, or earlier.
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

function tooMany(max: number, what: string, place?: { line: number; column: number }): ArticleError {
  const message = `Cannot compile the article: it has more than ${max} places where Markdown may begin an element, ${what}; make several articles of it`;
  return new ArticleError(message, place);
}

function tooDeep(place: { line: number }): ArticleError {
  const message = `Cannot compile the article: quotations and lists are nested in more than ${limits.depth} levels on this line`;
  return new ArticleError(message, place);
}
