import { BlockScan } from "../../content/markup/code/code-blocks.ts";
import { LineCursor } from "../../content/markup/code/line-cursor.ts";
import { markInlineHtml } from "../../content/markup/code/mark-inline-html.ts";
import { OpenElements } from "../../content/markup/code/open-elements.ts";

/** The lines of a Markdown text that are HTML, for queries at increasing offsets. Nothing is searched before the first query. */
export class RawHtmlLines {
  readonly #text: string;
  readonly #isCommonMark: boolean;
  #lines: readonly RawLine[] | undefined;
  #next = 0;

  /** @param isCommonMark true if a line with only a tag of an inline element begins a block of HTML */
  constructor(text: string, isCommonMark: boolean) {
    this.#text = text;
    this.#isCommonMark = isCommonMark;
  }

  /** Returns whether an offset is in a block of HTML, in which signs of Markdown are text. */
  has(offset: number): boolean {
    this.#lines ??= readLines(this.#text, this.#isCommonMark ? this.#text : markInlineHtml(this.#text));
    while ((this.#lines[this.#next]?.end ?? Number.POSITIVE_INFINITY) < offset) this.#next++;
    return this.#lines[this.#next]?.isRaw === true;
  }
}

interface RawLine {
  readonly end: number;
  readonly isRaw: boolean;
}

function readLines(text: string, marked: string): RawLine[] {
  const markedLines = marked.split("\n");
  const scan = new BlockScan(marked);
  const elements = new OpenElements(text);
  const lines: RawLine[] = [];
  let end = -1;
  for (const [index, line] of text.split("\n").entries()) {
    const read = markedLines[index] ?? "";
    scan.read(new LineCursor(read, 0, read.length));
    end += line.length + 1;
    // Markdown is parsed in elements with the attribute `markdown`, except in HTML there.
    const isParsed = elements.hasMarkdown && !/^[ \t>]*</.test(line);
    lines.push({ end, isRaw: scan.isHtml && !isParsed && !/<[^<>]*\smarkdown\b/i.test(line) });
    if (scan.isHtml) elements.read(line, 0);
  }
  return lines;
}
