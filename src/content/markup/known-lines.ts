/**
 * The lines of a text as far as they are known, for questions at ever higher offsets: a text full of beginnings is not gone through
 * from each of them.
 */
export class KnownLines {
  readonly #text: string;
  #list = { offset: 0, isIn: false };
  #paragraph = { end: 0, runs: new Map<number, number[]>() };

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether the line at an offset is below an item of a list: what is indented there belongs to the item. */
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
   * The end of the span of code that so many backticks begin at an offset: as many, within the paragraph (CommonMark §6.1); behind
   * them, where there are no others.
   */
  endOfSpan(offset: number, length: number): number {
    if (offset >= this.#paragraph.end) this.#paragraph = this.#paragraphAt(offset);
    const starts = this.#paragraph.runs.get(length) ?? [];
    while ((starts.at(-1) ?? Number.POSITIVE_INFINITY) <= offset) starts.pop();
    return (starts.at(-1) ?? offset) + length;
  }

  // The starts of backticks beside each other, by how many they are; the next one last.
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
