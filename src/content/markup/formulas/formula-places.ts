import { findFormulas } from "./find-formulas.ts";

/** The places of the formulas in a text with tags, for queries at increasing offsets. Nothing is searched before the first query. */
export class FormulaPlaces {
  readonly #text: string;
  readonly #markup: "html" | "markdown";
  #formulas: readonly { readonly start: number; readonly end: number }[] | undefined;
  #next = 0;

  constructor(text: string, markup: "html" | "markdown") {
    this.#text = text;
    this.#markup = markup;
  }

  /** Returns whether an offset is in a formula. */
  has(offset: number): boolean {
    this.#formulas ??= findFormulas(this.#text, this.#markup);
    while ((this.#formulas[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= offset) this.#next++;
    return (this.#formulas[this.#next]?.start ?? Number.POSITIVE_INFINITY) < offset;
  }

  /**
   * Returns whether a text that looks like an unknown tag is TeX: it is in a formula, and has a line break after a percent sign, which
   * begins a comment, or a name of at most one letter.
   */
  hasTag(offset: number, piece: string, name: string): boolean {
    return (name.length < 2 || /^\{%[ \t]*\n/.test(piece)) && this.has(offset);
  }

  /** Returns whether a text that looks like an unknown output, as in `e^{{f(x)}}`, is TeX. */
  hasOutput(offset: number, piece: string): boolean {
    return /^\{\{(?:\w\}\}|\w\(|[^{}]{0,500}[\\^])/.test(piece) && this.has(offset);
  }
}
