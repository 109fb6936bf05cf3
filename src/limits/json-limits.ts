import { maxContentLength } from "./content-limits.ts";
import { LimitError, shown, splitIt } from "./limit-error.ts";

/** The limits of a JSON document, or of one row of it. */
export interface JsonLimits {
  readonly values: number;
  /** UTF-16 units. */
  readonly length: number;
  /** At this depth and above, the next value starts another row; 0 makes the document one row. */
  readonly rowDepth: number;
}

const maxDepth = 100;
const feedLimits: JsonLimits = { values: 1_000_000, length: Number.POSITIVE_INFINITY, rowDepth: 0 };

const [quote, comma, backslash] = [0x22, 0x2c, 0x5c];
const signInString = /["\\]/g;
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Measures depth and number of values of a JSON document that arrives in chunks. Syntax errors are left to the parser. */
export class JsonMeter {
  readonly #limits: JsonLimits;
  #depth = 0;
  #values = 0;
  #position = 0;
  #rowStart = 0;
  #stringLength = 0;
  #isInString = false;
  #isEscaped = false;

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** @throws LimitError */
  write(chunk: string): void {
    let index = 0;
    while (index < chunk.length) {
      if (this.#isInString) index = this.#readString(chunk, index);
      else this.#readSign(chunk.charCodeAt(index), this.#position + index++);
    }
    this.#position += chunk.length;
    if (this.#position - this.#rowStart > this.#limits.length)
      throw new LimitError(`it has a value of more than ${shown(this.#limits.length)} characters`, splitIt);
  }

  #readSign(code: number, position: number): void {
    if (code === quote) [this.#isInString, this.#stringLength] = [true, 0];
    else if (code === openBracket || code === openBrace) this.#open();
    else if (code === comma) this.#next(position);
    else if (code === closeBracket || code === closeBrace) this.#depth--;
  }

  // Returns the offset after the next quote or backslash, or after the chunk.
  #readString(chunk: string, start: number): number {
    signInString.lastIndex = start + (this.#isEscaped ? 1 : 0);
    const end = signInString.test(chunk) ? signInString.lastIndex : chunk.length + 1;
    this.#stringLength += Math.min(end, chunk.length) - start;
    if (this.#stringLength > maxContentLength)
      throw new LimitError(`one of its texts has more than ${shown(maxContentLength)} characters`, splitIt);
    const sign = chunk.charCodeAt(end - 1);
    this.#isEscaped = sign === backslash;
    this.#isInString = sign !== quote;
    return end;
  }

  #open(): void {
    this.#count();
    if (++this.#depth > maxDepth) throw new LimitError(`its values are nested more than ${maxDepth} deep`, splitIt);
  }

  #next(position: number): void {
    this.#count();
    if (this.#depth > this.#limits.rowDepth) return;
    this.#values = 0;
    this.#rowStart = position;
  }

  #count(): void {
    if (++this.#values > this.#limits.values) throw new LimitError(`it has more than ${shown(this.#limits.values)} values`, splitIt);
  }
}

/**
 * Checks JSON before it is parsed into memory.
 * @throws LimitError
 */
export function checkJson(text: string): void {
  new JsonMeter(feedLimits).write(text);
}
