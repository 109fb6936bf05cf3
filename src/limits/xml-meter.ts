import { maxContentLength } from "./content-limits.ts";
import { LimitError, shown, splitIt } from "./limit-error.ts";

/** The limits of a document, or of one part of it that is kept in memory. */
export interface XmlLimits {
  readonly elements: number;
  readonly attributes: number;
  /** Tags, attributes, comments and the like. */
  readonly pieces: number;
}

/** The counts of a meter at a moment. */
export interface XmlCounts {
  readonly elements: number;
  readonly attributes: number;
  readonly pieces: number;
}

const maxDepth = 256; // parsers recurse into nested elements

/** Counts the parts of XML during parsing. Every method throws a LimitError if a limit is exceeded. */
export class XmlMeter {
  readonly #limits: XmlLimits;
  #elements = 0;
  #attributes = 0;
  #pieces = 0;
  #depth = 0;
  #textLength = 0; // since the last tag began, comments and attributes included

  constructor(limits: XmlLimits) {
    this.#limits = limits;
  }

  open(): void {
    this.#depth++; // first, so that the depth is right after a refusal, too
    this.#textLength = 0;
    this.count();
    if (++this.#elements > this.#limits.elements)
      throw new LimitError(`it has more than ${shown(this.#limits.elements)} elements`, splitIt);
    if (this.#depth > maxDepth) throw new LimitError(`its elements are nested more than ${maxDepth} deep`, splitIt);
  }

  close(): void {
    this.#textLength = 0;
    this.#depth = Math.max(0, this.#depth - 1);
    this.count();
  }

  addAttribute(): void {
    this.count();
    const { attributes } = this.#limits;
    if (++this.#attributes > attributes) throw new LimitError(`it has more than ${shown(attributes)} attributes`, splitIt);
  }

  /**
   * Adds text, a name, a comment or the like.
   * @param length UTF-16 units
   */
  addText(length: number): void {
    this.#textLength += length;
    if (this.#textLength > maxContentLength)
      throw new LimitError(`one of its texts, comments or tags has more than ${shown(maxContentLength)} characters`, splitIt);
  }

  /** Counts any other part. */
  count(): void {
    if (++this.#pieces > this.#limits.pieces)
      throw new LimitError(`it has more than ${shown(this.#limits.pieces)} tags, attributes and comments`, splitIt);
  }

  /** Returns the counts, to return to them when a part is dropped. */
  get counts(): XmlCounts {
    return { elements: this.#elements, attributes: this.#attributes, pieces: this.#pieces };
  }

  /** Returns to earlier counts, or starts those of another part; open elements stay open. */
  restart({ attributes, elements, pieces }: XmlCounts = { elements: 0, attributes: 0, pieces: 0 }): void {
    this.#elements = elements;
    this.#attributes = attributes;
    this.#pieces = pieces;
  }
}
