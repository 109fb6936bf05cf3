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
    for (let index = 0; index < chunk.length; index++) {
      const code = chunk.charCodeAt(index);
      if (this.#isInString) this.#readString(code);
      else if (code === quote) [this.#isInString, this.#stringLength] = [true, 0];
      else if (code === openBracket || code === openBrace) this.#open();
      else if (code === comma) this.#next(this.#position + index);
      else if (code === closeBracket || code === closeBrace) this.#depth--;
    }
    this.#position += chunk.length;
    if (this.#position - this.#rowStart > this.#limits.length)
      throw new LimitError(`it has a value of more than ${shown(this.#limits.length)} characters`, splitIt);
  }

  #readString(code: number): void {
    if (++this.#stringLength > maxContentLength)
      throw new LimitError(`one of its texts has more than ${shown(maxContentLength)} characters`, splitIt);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === backslash) this.#isEscaped = true;
    else if (code === quote) this.#isInString = false;
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
