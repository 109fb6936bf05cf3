import { codeEnd, codeStart } from "./code/find-code.ts";
import { KnownLines } from "./code/known-lines.ts";
import { isInlineTex, isTex, isTexInBrackets, isTexInParentheses } from "./looks-like-tex.ts";

/** A formula in Markdown. */
export interface FoundFormula {
  /** The offset of its first sign. */
  readonly start: number;
  /** The offset after its last sign. */
  readonly end: number;
  readonly tex: string;
  /** True for a displayed formula with no other text on its lines. */
  readonly isDisplay: boolean;
}

const environments = "(?:equation|align(?:at|ed)?|gather(?:ed)?|multline|eqnarray|flalign|split|cases|array|[bBpvV]?matrix)\\*?";
const bracket = "(?<bracket>\\\\{1,2}[(\\[])";
const opening = `(?<escape>\\\\(?:\\$|\\\\(?![(\\[])))|\\\\begin\\{(?<environment>${environments})\\}|${bracket}|\\$\`|(?<dollars>\\$+)`;
const attribute = "=\"[^\"<>\\n]{0,300}\"|='[^'<>\\n]{0,300}'";
const pieces = new RegExp(`${opening}|(?<attribute>${attribute})|${codeStart}`, "gm");
const maxLength = 10_000; // UTF-16 units of one formula

/**
 * Finds the formulas of a Markdown text outside its code: `$…$`, `$$…$$`, GitHub's `` $`…`$ ``, `\(…\)`, `\[…\]` (also with two
 * backslashes, of which Markdown removes one), and `\begin{equation}…\end{equation}`.
 */
export function findFormulas(text: string): FoundFormula[] {
  const found: FoundFormula[] = [];
  if (!/\$|\\[([b]/.test(text)) return found;
  const scan = new Scan(text);
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    const formula = formulaAt(match, scan);
    if (formula !== undefined) found.push(formula);
    pieces.lastIndex = formula?.end ?? scan.endOf(match);
  }
  return found;
}

function formulaAt({ 0: piece, groups = {}, index: start }: RegExpExecArray, scan: Scan): FoundFormula | undefined {
  const { bracket, dollars, environment } = groups;
  if (dollars !== undefined) return dollars.length > 2 ? undefined : inDollars(scan, start, dollars);
  if (piece === "$`") return formulaIn(scan, { start, opening: piece, closing: "`$" }, (tex) => !/[\n`]/.test(tex));
  if (environment !== undefined) {
    const whole = formulaIn(scan, { start, opening: piece, closing: `\\end{${environment}}`, isDisplay: true }, isInParagraph);
    return whole && { ...whole, tex: `${piece}${whole.tex}\\end{${environment}}` };
  }
  if (bracket === undefined || scan.text[start - 1] === "!") return undefined;
  const slashes = bracket.slice(0, -1);
  return bracket.endsWith("(")
    ? formulaIn(scan, { start, opening: piece, closing: `${slashes})` }, (tex) => isInParagraph(tex) && isTexInParentheses(tex))
    : formulaIn(
        scan,
        { start, opening: piece, closing: `${slashes}]`, isDisplay: true },
        (tex, after) => !/^[([:]/.test(after) && !hasBlankLine(tex) && isTexInBrackets(tex),
      );
}

function inDollars(scan: Scan, start: number, sign: string): FoundFormula | undefined {
  const { text } = scan;
  const isRow = /^[ \t]*\|/.test(text.slice(scan.lineStart(start), start));
  if (sign === "$$")
    return formulaIn(scan, { start, opening: sign, closing: sign, isDisplay: true }, (tex, after) => {
      if (after.startsWith("$")) return false;
      return (isInParagraph(tex) && isTex(tex) && !(isRow && tex.includes("|"))) || isOnOwnLines(tex);
    });
  const before = text.slice(Math.max(0, start - 1), start);
  return formulaIn(
    scan,
    { start, opening: sign, closing: sign },
    (tex, after) => isInParagraph(tex) && !(isRow && tex.includes("|")) && isInlineTex({ tex, before, after }),
  );
}

interface Marks {
  readonly start: number;
  readonly opening: string;
  readonly closing: string;
  readonly isDisplay?: boolean;
}

// Accepts the text up to the next closing mark, if no other formula begins before it.
function formulaIn(
  scan: Scan,
  { closing, isDisplay = false, opening, start }: Marks,
  isFormula: (tex: string, after: string) => boolean,
): FoundFormula | undefined {
  const { text } = scan;
  const from = start + opening.length;
  const index = closing === "$" ? scan.closingDollar(from) : scan.next(closing, from);
  const other = opening === closing ? -1 : scan.next(opening, from);
  if (index < 0 || index - from > maxLength || (other >= 0 && other < index)) return undefined;
  const end = index + closing.length;
  const tex = text.slice(from, index);
  if (!isFormula(tex, text.slice(end, end + 4))) return undefined;
  const before = text.slice(scan.lineStart(start), start);
  const isAlone = isDisplay && /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]) +)?$/.test(before) && /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 100));
  return { start, end, tex: withoutMarkers(before, tex), isDisplay: isAlone };
}

const maxNested = 10;

// A formula that has an open brace after a command for text.
function isInText(tex: string): boolean {
  if (!/\\(?:text\w{0,10}|mbox|hbox)\{/.test(tex)) return false;
  const braces = tex.replace(/\\[\s\S]/g, "").match(/[{}]/g) ?? [];
  return braces.reduce((depth, brace) => depth + (brace === "{" ? 1 : -1), 0) > 0;
}

// Each search continues where the last one ended. Otherwise, a text full of starts without ends would take quadratic time.
class Scan {
  readonly text: string;
  readonly #lines: KnownLines;
  readonly #next = new Map<string, number>();
  #line = { start: 0, end: -1 };

  constructor(text: string) {
    this.text = text;
    this.#lines = new KnownLines(text);
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

  /** Returns the end of a piece that is no formula: after its code. */
  endOf({ 0: piece, groups = {}, index }: RegExpExecArray): number {
    const isCode = Object.values(groups).every((group) => group === undefined) && piece !== "$`";
    return isCode ? Math.max(index + piece.length, codeEnd(this.text, index, piece, this.#lines)) : index + piece.length;
  }
}

// $$ alone on its line begins a formula that may have empty lines.
function isOnOwnLines(tex: string): boolean {
  return /^[ \t]*\n/.test(tex) && /\n[ \t>]*$/.test(tex) && isTex(tex);
}

// A paragraph ends at an empty line, and where a list, a heading or a row of a table begins.
function isInParagraph(tex: string): boolean {
  return !hasBlankLine(tex) && !/\n[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6}|\|)[ \t]/.test(tex);
}

function hasBlankLine(tex: string): boolean {
  return /\n[ \t>]*\n/.test(tex);
}

// The lines of a formula in a quotation or a list begin with the markers of the first one.
function withoutMarkers(before: string, tex: string): string {
  if (!tex.includes("\n")) return tex;
  if (/^[ \t]*>/.test(before)) return tex.replace(/\n[ \t]*(?:>[ \t]?){0,50}/g, "\n");
  const indent = before.length - before.trimStart().length;
  return tex
    .split("\n")
    .map((line, index) => (index === 0 ? line : line.slice(Math.min(indent, line.length - line.trimStart().length))))
    .join("\n");
}
