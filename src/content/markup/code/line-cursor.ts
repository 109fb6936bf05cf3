/** A position in a line of Markdown that counts columns: a tab extends to the next multiple of four (CommonMark §2.2). */
export class LineCursor {
  readonly text: string;
  /** The offset of the next character. */
  at: number;
  /** The offset of the end of the line. */
  readonly end: number;
  #column = 0;

  constructor(text: string, start: number, end: number) {
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** Returns the width of the white space at the position. */
  indentation(): number {
    let column = this.#column;
    for (let at = this.at; at < this.end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 0x20) column++;
      else if (code === 0x09) column += 4 - (column % 4);
      else break;
    }
    return column - this.#column;
  }

  /** Moves over white space of at most this width; a part of a tab may remain. */
  skipSpace(width: number): void {
    for (let left = width; left > 0 && this.at < this.end; ) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x09) return;
      const rest = code === 0x09 ? 4 - (this.#column % 4) : 1;
      const step = Math.min(rest, left);
      this.#column += step;
      left -= step;
      if (step === rest) this.at++;
    }
  }

  /** Moves over characters without tabs. */
  skip(length: number): void {
    this.at += length;
    this.#column += length;
  }

  /** True if only white space follows. */
  get isBlank(): boolean {
    return this.#next() >= this.end;
  }

  /** Returns the first character that is not white space. */
  nextSign(): string | undefined {
    return this.text[this.#next()];
  }

  #next(): number {
    let at = this.at;
    while (at < this.end && (this.text.charCodeAt(at) === 0x20 || this.text.charCodeAt(at) === 0x09)) at++;
    return at;
  }

  /** Returns the match of a sticky expression at the position. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }
}
