/** The kind of block that indented lines may continue. */
type Block = "list" | "other" | "none";

// Footnotes, definitions and MkDocs's admonitions and tabs: their text is indented by four spaces.
const opener = '(?:\\[\\^[^\\]\\s]{1,200}\\]:|:[ \\t]|(?:!!!|\\?\\?\\?\\+?)[ \\t]*[A-Za-z][\\w \\t-]{0,100}(?:"|$)|===[!+]?[ \\t]+")';
const blockOfFour = new RegExp(`^ {0,3}${opener}`);
const itemOrOpener = new RegExp(`^(?:${opener}|(?:[-*+]|\\d{1,9}[.)])\\s)`);
const isDeep = /^(?: {4}|\t)(?: {4}|\t)/;

// Looking further back for each line would take quadratic time.
const maxLinesBack = 100;
const maxIndentation = 200;

function indentationOf(line: string): number {
  let width = 0;
  for (const sign of line) {
    if (sign !== " " && sign !== "\t") break;
    width += sign === "\t" ? 4 - (width % 4) : 1;
  }
  return width;
}

/**
 * A cache of the lists and code spans of a text, for queries at increasing offsets. Without it, a text with many possible starts of
 * code would be scanned from each of them.
 */
export class KnownLines {
  /** True for a text in HTML, where only elements are code: neither indented lines nor backticks. */
  readonly isHtml: boolean;
  readonly #text: string;
  #block: { readonly offset: number; readonly kind: Block } = { offset: 0, kind: "none" };
  #paragraph = { end: 0, runs: new Map<number, number[]>() };

  constructor(text: string, isHtml = false) {
    this.isHtml = isHtml;
    this.#text = text;
  }

  /**
   * Returns whether the line at an offset is below the first line of a list item, footnote, definition or admonition, so that indented
   * text belongs to it.
   */
  isContinued(offset: number): boolean {
    return this.#blockAt(offset) !== "none";
  }

  /** Returns the indentation of code in the block at an offset, whose line is indented after an empty one; undefined for text. */
  codeIndentation(offset: number): number | undefined {
    const block = this.#blockAt(offset);
    if (block === "none") return 4;
    return block === "list" || !isDeep.test(this.#text.slice(offset, offset + 8)) ? undefined : this.#deepCode(offset);
  }

  #blockAt(offset: number): Block {
    this.#block = { offset, kind: this.#findBlock(offset) };
    return this.#block.kind;
  }

  #findBlock(offset: number): Block {
    for (let end = offset - 1; end > 0; ) {
      if (end < this.#block.offset) return this.#block.kind;
      const begin = this.#text.lastIndexOf("\n", end - 1) + 1;
      const line = this.#text.slice(begin, end);
      if (/^ {0,3}(?:[-*+]|\d+[.)])\s/.test(line)) return "list";
      if (blockOfFour.test(line)) return "other";
      if (/^\S/.test(line)) return "none";
      end = begin - 1;
    }
    return "none";
  }

  // Code has four spaces more than the text of the block, which has four more than its first line.
  #deepCode(offset: number): number | undefined {
    const indentation = indentationOf(this.#text.slice(offset, offset + maxIndentation));
    let end = offset - 1;
    for (let count = 0; end > 0 && count < maxLinesBack; count++) {
      const begin = this.#text.lastIndexOf("\n", end - 1) + 1;
      const line = this.#text.slice(begin, Math.min(end, begin + maxIndentation));
      const outer = indentationOf(line);
      if (line.trim() !== "" && outer < indentation) {
        const content = outer + (itemOrOpener.test(line.trimStart()) ? 4 : 0);
        return indentation >= content + 4 ? content + 4 : undefined;
      }
      end = begin - 1;
    }
    return undefined;
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
