import { blockElements } from "../../../html/block-elements.ts";
import { codeEnd, codeStart, isIndentation } from "../../code/find-code.ts";
import { KnownLines } from "../../code/known-lines.ts";

/** The start of a line that has only the markers of quotations and of one list item. */
export const onlyMarkers = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/;

/** A line of Markdown. */
export interface MarkdownLine {
  readonly text: string;
  /** The place of its first character in the text. */
  readonly offset: number;
  /** True for code, comments and blocks of HTML, in which no Markdown is parsed. */
  readonly isVerbatim: boolean;
  /** True for indented code, in which a fence is text. */
  readonly isIndentedCode: boolean;
  /** True for blocks of HTML, code in them excluded. */
  readonly isHtml: boolean;
  /** True below the first line of a list item, footnote or definition, which ends before a line with less indentation. */
  readonly isContinued: boolean;
}

/** Returns whether a line has nothing but white space and signs of quotations; true for a line before or after the text. */
export function isBlank(line: MarkdownLine | undefined): boolean {
  return line === undefined || isBlankText(line.text);
}

/** Returns whether the text of a line has nothing but white space and signs of quotations. */
export function isBlankText(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}

/** Splits Markdown or MDX into lines. In MDX, Markdown is parsed within elements, too. */
export function markdownLines(text: string, isMdx: boolean): MarkdownLine[] {
  const code = codeRanges(text, isMdx);
  const known = new KnownLines(text);
  const lines: MarkdownLine[] = [];
  let [offset, range, isBlank, isHtml] = [0, 0, true, false];
  for (const line of text.split("\n")) {
    while ((code[range]?.end ?? Number.POSITIVE_INFINITY) <= offset) range++;
    const isCode = isInCode(code[range], offset + line.length - line.trimStart().length); // <pre> may be indented
    const wasBlank = isBlank;
    isBlank = line.trim() === "";
    if (isBlank) isHtml = false;
    else if (wasBlank && !isCode && !isMdx) isHtml = startsHtml(line);
    const isIndented = line.startsWith(" ") || line.startsWith("\t");
    lines.push({
      text: line,
      offset,
      isVerbatim: isCode || isHtml,
      isIndentedCode: isCode && code[range]?.isIndented === true,
      isHtml: isHtml && !isCode,
      isContinued: isIndented && known.isContinued(offset),
    });
    offset += line.length + 1;
  }
  return lines;
}

interface Range {
  readonly start: number;
  readonly end: number;
  /** True for a part of a paragraph, not for a block. */
  readonly isInline: boolean;
  readonly isIndented: boolean;
}

// A line that begins with inline code is prose.
function isInCode(range: Range | undefined, offset: number): boolean {
  return range !== undefined && (range.isInline ? range.start < offset : range.start <= offset);
}

// Several conversions in a row search the same text.
let last: { readonly text: string; readonly isMdx: boolean; readonly ranges: readonly Range[] } = { text: "", isMdx: false, ranges: [] };

// Returns the places of code and comments, in their order.
function codeRanges(text: string, isMdx: boolean): readonly Range[] {
  if (text !== last.text || isMdx !== last.isMdx) last = { text, isMdx, ranges: findRanges(text, isMdx) };
  return last.ranges;
}

function findRanges(text: string, isMdx: boolean): Range[] {
  const known = new KnownLines(text, isMdx ? "mdx" : "markdown");
  const starts = new RegExp(codeStart, "gm");
  const ranges: Range[] = [];
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const [start] = match;
    const end = codeEnd(text, match.index, start, known);
    if (end > match.index + start.length || !isIndentation(start)) {
      const isIndented = / {4}|\t/.test(start) && end === known.endOfIndented(match.index);
      const isInline = /^(?:`+|<(?:code|kbd|samp))$/i.test(start);
      ranges.push({ start: match.index, end, isInline, isIndented });
    }
    starts.lastIndex = Math.max(end, match.index + 1);
  }
  return ranges;
}

/** Replaces the text of Markdown outside of code and comments with `prose`, and these with `code`. Both get the offset of their piece. */
export function mapProse(
  text: string,
  prose: (text: string, offset: number) => string,
  code: (text: string, offset: number) => string = (piece) => piece,
  isMdx = false,
): string {
  let [mapped, done] = ["", 0];
  for (const { end, start } of codeRanges(text, isMdx)) {
    mapped += prose(text.slice(done, start), done) + code(text.slice(start, end), start);
    done = end;
  }
  return mapped + prose(text.slice(done), done);
}

// CommonMark §4.6, kind 6. With the attribute `markdown`, the block contains Markdown.
function startsHtml(line: string): boolean {
  const [, name = "", rest = ""] = /^ {0,3}<\/?([a-z][a-z0-9-]*)(?=[\s/>]|$)(.*)$/i.exec(line) ?? [];
  return blockElements.has(name.toLowerCase()) && !/\smarkdown\b/.test(rest);
}
