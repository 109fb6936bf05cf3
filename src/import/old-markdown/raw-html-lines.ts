import { BlockScan } from "../../content/markup/code/code-blocks.ts";
import { LineCursor } from "../../content/markup/code/line-cursor.ts";
import { markInlineHtml } from "../../content/markup/code/mark-inline-html.ts";
import { OpenElements } from "../../content/markup/code/open-elements.ts";

/** The lines of a Markdown text that are HTML, for queries at increasing offsets. Nothing is searched before the first query. */
export class RawHtmlLines {
  readonly #text: string;
  #lines: readonly RawLine[] | undefined;
  #next = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns whether an offset is in a block of HTML, in which signs of Markdown are text. */
  has(offset: number): boolean {
    this.#lines ??= readLines(this.#text);
    while ((this.#lines[this.#next]?.end ?? Number.POSITIVE_INFINITY) < offset) this.#next++;
    return this.#lines[this.#next]?.isRaw === true;
  }
}

interface RawLine {
  readonly end: number;
  readonly isRaw: boolean;
}

function readLines(text: string): RawLine[] {
  const marked = markInlineHtml(text).split("\n");
  const scan = new BlockScan(marked.join("\n"));
  const elements = new OpenElements(text);
  const lines: RawLine[] = [];
  let end = -1;
  for (const [index, line] of text.split("\n").entries()) {
    const read = marked[index] ?? "";
    scan.read(new LineCursor(read, 0, read.length));
    end += line.length + 1;
    // Markdown is parsed in elements with the attribute `markdown`, except in HTML there.
    const isParsed = elements.hasMarkdown && !/^[ \t>]*</.test(line);
    lines.push({ end, isRaw: scan.isHtml && !isParsed && !/<[^<>]*\smarkdown\b/i.test(line) });
    if (scan.isHtml) elements.read(line, 0);
  }
  return lines;
}
