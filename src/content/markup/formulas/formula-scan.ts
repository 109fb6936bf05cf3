import { codeEnd } from "../code/find-code.ts";
import { KnownLines } from "../code/known-lines.ts";
import { isMyst } from "../dialects/lines/myst-comments.ts";
import { tableRows } from "./table-rows.ts";

/** The maximum length of a formula in UTF-16 units. */
export const maxLength = 10_000;
const maxNested = 10;

const commands =
  /\\(?:frac|sqrt|sum|prod|int|lim|infty|partial|nabla|alpha|beta|gamma|delta|epsilon|theta|lambda|mu|pi|sigma|phi|omega|math[a-z]{2,9}|left|cdot|times|leq?|geq?|neq?|to|mapsto|in|subset|forall|exists|begin)(?![A-Za-z])/;

// A formula that has an open brace after a command for text.
function isInText(tex: string): boolean {
  if (!/\\(?:text\w{0,10}|mbox|hbox)\{/.test(tex)) return false;
  const braces = tex.replace(/\\[\s\S]/g, "").match(/[{}]/g) ?? [];
  return braces.reduce((depth, brace) => depth + (brace === "{" ? 1 : -1), 0) > 0;
}

/**
 * Searches in a Markdown text for formulas, from its start to its end. Each search continues where the last one ended: otherwise, a text
 * full of starts without ends would take quadratic time.
 */
export class FormulaScan {
  readonly text: string;
  readonly #lines: KnownLines;
  readonly #next = new Map<string, number>();
  #line = { start: 0, end: -1 };
  #tableRows: ReadonlySet<number> | undefined;
  #labels: ReadonlySet<string> | undefined;
  #isMyst: boolean | undefined;
  #hasTex: boolean | undefined;
  readonly #findLetters: () => boolean;
  #hasLetters: boolean | undefined;

  /** @param findLetters returns whether the text has formulas with letters */
  constructor(text: string, markup: "markdown" | "mdx", isMyst?: boolean, findLetters: () => boolean = () => false) {
    this.text = text;
    this.#isMyst = isMyst;
    this.#findLetters = findLetters;
    this.#lines = new KnownLines(text, markup);
  }

  /** Returns the offset of the next occurrence of a mark, or -1. */
  next(mark: string, from: number): number {
    const known = this.#next.get(mark);
    if (known !== undefined && (known >= from || known < 0)) return known;
    const index = this.text.indexOf(mark, from);
    this.#next.set(mark, index);
    return index;
  }

  /** Returns the offset of the dollar sign that closes a formula, or -1. `\text{…}` may contain formulas. */
  closingDollar(from: number): number {
    let index = this.#nextDollar(from);
    for (let tries = 0; tries < maxNested && index >= 0 && isInText(this.text.slice(from, Math.min(index, from + maxLength))); tries++)
      index = this.#nextDollar(index + 1);
    return index;
  }

  // Without a backslash before it.
  #nextDollar(from: number): number {
    for (let index = this.next("$", from); index >= 0; index = this.next("$", index + 1)) {
      let slashes = 0;
      while (slashes < 100 && this.text[index - slashes - 1] === "\\") slashes++;
      if (slashes % 2 === 0) return index;
    }
    return -1;
  }

  /** The labels to which the text refers: `` {eq}`a` ``, `[](#a)`. */
  get labels(): ReadonlySet<string> {
    this.#labels ??= new Set([...this.text.matchAll(/(?:\{eq\}`|\]\(#?)([\w:.-]{1,100})/g)].map(([, label = ""]) => label));
    return this.#labels;
  }

  /** True for text with directives or roles of MyST. */
  get isMyst(): boolean {
    this.#isMyst ??= isMyst(this.text);
    return this.#isMyst;
  }

  /** Returns whether the text has commands that are certainly of TeX. */
  readonly hasTex = (): boolean => {
    this.#hasTex ??= commands.test(this.text);
    return this.#hasTex;
  };

  /** Returns whether the text has formulas with letters, without which signs alone are no formula. */
  readonly hasLetters = (): boolean => {
    this.#hasLetters ??= this.#findLetters();
    return this.#hasLetters;
  };

  /** Returns the offset of the line of an offset, which is not lower than that of an earlier call. */
  lineStart(offset: number): number {
    while (this.#line.end < offset && this.#line.end < this.text.length) {
      const end = this.text.indexOf("\n", this.#line.end + 1);
      if (end >= offset || end < 0) {
        this.#line = { start: this.#line.end + 1, end: end < 0 ? this.text.length : end };
        break;
      }
      this.#line = { start: this.#line.end + 1, end };
    }
    return this.#line.start;
  }

  /** Returns whether an offset, which is not lower than that of an earlier call, is in a row of a table. */
  isInTable(offset: number): boolean {
    this.#tableRows ??= tableRows(this.text);
    return this.#tableRows.has(this.lineStart(offset));
  }

  /** Returns the end of a piece that is not a formula: after its code. */
  endOf({ 0: piece, groups = {}, index }: RegExpExecArray): number {
    const isCode = Object.values(groups).every((group) => group === undefined) && piece !== "$`";
    return isCode ? Math.max(index + piece.length, codeEnd(this.text, index, piece, this.#lines)) : index + piece.length;
  }
}
