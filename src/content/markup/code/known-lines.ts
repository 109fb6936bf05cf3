import { type CodeBlocks, type FencedCode, findCodeBlocks } from "./code-blocks.ts";
import { LineCursor } from "./line-cursor.ts";

// Footnotes, definitions and MkDocs's admonitions and tabs: their text is indented by four spaces.
const opener = '(?:\\[\\^[^\\]\\s]{1,200}\\]:|:[ \\t]|(?:!!!|\\?\\?\\?\\+?)[ \\t]*[A-Za-z][\\w \\t-]{0,100}(?:"|$)|===[!+]?[ \\t]+")';
const itemOrOpener = new RegExp(`^ {0,3}(?:(?:[-*+]|\\d+[.)])\\s|${opener})`);

// CommonMark §4.5: the rest of a fence's line contains no backticks; with others, the line begins with a code span.
const openingFence = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)]) +)?)(?:(`{3,})[^`\n]*|(~{3,})(?!~)[^\n]*)$/;

const closingFence = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/gm;

/**
 * A cache of the lists, code blocks and code spans of a text, for queries at increasing offsets. Without it, a text with many possible starts of
 * code would be scanned from each of them.
 */
export class KnownLines {
  /** The markup of the text. In HTML, neither indented lines nor backticks are code; in MDX, indented lines are text. */
  readonly markup: "html" | "markdown" | "mdx";
  readonly #text: string;
  #block = { offset: 0, isContinued: false };
  #blocks: CodeBlocks | undefined;
  #paragraph = { end: 0, runs: new Map<number, number[]>() };

  constructor(text: string, markup: KnownLines["markup"] = "markdown") {
    this.markup = markup;
    this.#text = text;
  }

  /**
   * Returns whether the line at an offset is below the first line of a list item, footnote, definition or admonition, so that indented
   * text belongs to it.
   */
  isContinued(offset: number): boolean {
    this.#block = { offset, isContinued: this.#findBlock(offset) };
    return this.#block.isContinued;
  }

  #findBlock(offset: number): boolean {
    for (let end = offset - 1; end > 0; ) {
      if (end < this.#block.offset) return this.#block.isContinued;
      const begin = this.#text.lastIndexOf("\n", end - 1) + 1;
      const line = this.#text.slice(begin, end);
      if (itemOrOpener.test(line)) return true;
      if (/^\S/.test(line)) return false;
      end = begin - 1;
    }
    return false;
  }

  /** Returns the end of the indented code whose first line begins at an offset, or undefined if none begins there. */
  endOfIndented(offset: number): number | undefined {
    if (this.markup === "mdx") return undefined;
    return this.#codeBlocks.indented.get(offset);
  }

  /** Returns the fenced code whose opening marks begin at an offset, or undefined if none begins there. */
  fencedCode(offset: number): FencedCode | undefined {
    const isOfMarkdown = this.markup !== "mdx" && !this.#codeBlocks.marksInHtml.has(offset);
    return isOfMarkdown ? this.#codeBlocks.fenced.get(offset) : this.#upToMarks(offset);
  }

  // In MDX, indented lines are no code, so that the closing fence may have any indentation.
  #upToMarks(offset: number): FencedCode | undefined {
    const start = this.#text.lastIndexOf("\n", offset - 1) + 1;
    const line = this.#lineAt(start);
    const [, prefix = "", backticks, marks = backticks] = openingFence.exec(this.#text.slice(start, line.end)) ?? [];
    if (marks === undefined || start + prefix.length !== offset) return undefined;
    const most = this.markup === "mdx" ? Number.POSITIVE_INFINITY : line.indentation() + 3;
    closingFence.lastIndex = line.end;
    for (let match = closingFence.exec(this.#text); match !== null; match = closingFence.exec(this.#text))
      if (match[1]?.startsWith(marks) && this.#lineAt(match.index).indentation() <= most)
        return { end: closingFence.lastIndex, isClosed: true };
    return { end: this.#text.length, isClosed: false };
  }

  #lineAt(start: number): LineCursor {
    const newline = this.#text.indexOf("\n", start);
    return new LineCursor(this.#text, start, newline < 0 ? this.#text.length : newline);
  }

  get #codeBlocks(): CodeBlocks {
    this.#blocks ??= findCodeBlocks(this.#text);
    return this.#blocks;
  }

  /**
   * Returns the end of the code span that a run of backticks at an offset begins: the next run of the same length in the paragraph
   * (CommonMark §6.1), or the end of the first run if there is no other.
   */
  endOfSpan(offset: number, length: number): number {
    if (offset >= this.#paragraph.end) this.#paragraph = this.#paragraphAt(offset);
    const starts = this.#paragraph.runs.get(length) ?? [];
    while ((starts.at(-1) ?? Number.POSITIVE_INFINITY) <= offset) starts.pop();
    return (starts.at(-1) ?? offset) + length;
  }

  // The offsets of runs of backticks, by length; the next run comes last.
  #paragraphAt(offset: number): { end: number; runs: Map<number, number[]> } {
    const blank = /\n[ \t]*\n/g;
    blank.lastIndex = offset;
    const end = blank.exec(this.#text)?.index ?? this.#text.length;
    const runs = new Map<number, number[]>();
    for (const { 0: run, index } of this.#text.slice(offset, end).matchAll(/`+/g)) {
      const starts = runs.get(run.length);
      if (starts === undefined) runs.set(run.length, [offset + index]);
      else starts.push(offset + index);
    }
    for (const starts of runs.values()) starts.reverse();
    return { end, runs };
  }
}
