/**
 * A cache of the lists and code spans of a text, for queries at increasing offsets. Without it, a text with many possible starts of
 * code would be scanned from each of them.
 */
export class KnownLines {
  /** True for a text in HTML, where only elements are code: neither indented lines nor backticks. */
  readonly isHtml: boolean;
  readonly #text: string;
  #list = { offset: 0, isIn: false };
  #paragraph = { end: 0, runs: new Map<number, number[]>() };

  constructor(text: string, isHtml = false) {
    this.isHtml = isHtml;
    this.#text = text;
  }

  /** Returns whether the line at an offset is below a list item, so that indented text belongs to the item. */
  isInList(offset: number): boolean {
    this.#list = { offset, isIn: this.#findItem(offset) };
    return this.#list.isIn;
  }

  #findItem(offset: number): boolean {
    for (let end = offset - 1; end > 0; ) {
      if (end < this.#list.offset) return this.#list.isIn;
      const begin = this.#text.lastIndexOf("\n", end - 1) + 1;
      const line = this.#text.slice(begin, end);
      if (/^\S/.test(line)) return /^(?:[-*+]|\d+[.)])\s/.test(line);
      if (/^ {1,3}(?:[-*+]|\d+[.)])\s/.test(line)) return true;
      end = begin - 1;
    }
    return false;
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
