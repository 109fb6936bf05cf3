import { codeStart } from "../code/find-code.ts";
import { isTexInEscapes, isTexInMarks } from "./escaped-brackets.ts";
import { tagClose, tagOpen } from "./formula-mark.ts";
import { FormulaScan, maxLength } from "./formula-scan.ts";
import { isLoneSigns } from "./lone-signs.ts";
import { isInlineTex, isTex } from "./looks-like-tex.ts";
import { withoutEscapes } from "./without-escapes.ts";
import { isOfWordPress, isWordPressTex, withoutWordPress } from "./wordpress-formula.ts";

/** A formula in Markdown. */
export interface FoundFormula {
  /** The offset of its first sign. */
  readonly start: number;
  /** The offset after its last sign. */
  readonly end: number;
  readonly tex: string;
  /** True for a displayed formula with no other text on its lines. */
  readonly isDisplay: boolean;
  /** The label after it, which is before its end: `$$ … $$ (label)` (MyST). */
  readonly label?: string;
  /** True for the TeX of a tag, whose signs are not shown anywhere. */
  readonly isTag?: true;
}

const environments = "(?:equation|align(?:at|ed)?|gather(?:ed)?|multline|eqnarray|flalign|split|cases|array|[bBpvV]?matrix)\\*?";
const bracket = "(?<bracket>\\\\{1,2}[(\\[])";
const opening = `(?<escaped>\\\\\\$(?=\\$(?!\\$)))|(?<escape>\\\\(?:\\$|\\\\(?![(\\[])))|\\\\begin\\{(?<environment>${environments})\\}|${bracket}|\\$\`|(?<dollars>\\$+)`;
const attribute = "=\"[^\"<>\\n\uF8F4]{0,300}\"|='[^'<>\\n\uF8F4]{0,300}'";
const autolink = "<https?://[^<>\\s\uF8F4]{1,1000}>";
const pieces = new RegExp(`(?<tag>${tagOpen})|${opening}|(?<attribute>${attribute})|(?<autolink>${autolink})|${codeStart}`, "gm");

/**
 * Finds the formulas of a Markdown text outside its code: `$…$`, `$$…$$`, GitHub's `` $`…`$ ``, `\(…\)`, `\[…\]` (also with two
 * backslashes, of which Markdown removes one), and `\begin{equation}…\end{equation}`.
 * @param markup `html` for the text of HTML, which has no escaped brackets
 * @param isMyst whether the article has directives or roles of MyST; undefined to search for them
 */
export function findFormulas(text: string, markup: "html" | "markdown" | "mdx" = "markdown", isMyst?: boolean): FoundFormula[] {
  if (!/[$\uF8F4]|\\[([b]/.test(text)) return [];
  const lines = markup === "mdx" ? "mdx" : "markdown";
  const withoutSigns = () => formulasIn(new FormulaScan(text, lines, isMyst), markup);
  return formulasIn(new FormulaScan(text, lines, isMyst, () => withoutSigns().some(({ tex }) => /\p{L}/u.test(tex))), markup);
}

function formulasIn(scan: FormulaScan, markup: "html" | "markdown" | "mdx"): FoundFormula[] {
  const found: FoundFormula[] = [];
  const { text } = scan;
  let next = 0;
  for (let match = pieceAt(text, next); match !== null; match = pieceAt(text, next)) {
    const formula = formulaAt(match, scan, markup === "html");
    if (formula !== undefined) found.push(formula);
    next = formula?.end ?? (isInTitle(match, text) ? match.index + '="'.length : scan.endOf(match));
  }
  return found;
}

function pieceAt(text: string, offset: number): RegExpExecArray | null {
  pieces.lastIndex = offset;
  return pieces.exec(text);
}

// The title of a container is text: `::: {.callout-tip title="With $x$"}`.
function isInTitle({ groups = {}, index }: RegExpExecArray, text: string): boolean {
  if (groups["attribute"] === undefined || text.slice(index - 5, index) !== "title") return false;
  const before = text.slice(Math.max(0, index - 300), index);
  return /^[ \t>]*:{3,}/.test(before.slice(before.lastIndexOf("\n") + 1));
}

function formulaAt({ 0: piece, groups = {}, index: start }: RegExpExecArray, scan: FormulaScan, isHtml: boolean): FoundFormula | undefined {
  const { bracket, dollars, environment, escaped, tag } = groups;
  if (tag !== undefined) return inTag(scan, start);
  if (escaped !== undefined) return isHtml ? undefined : inEscapedDollars(scan, start);
  if (dollars !== undefined) return dollars.length > 2 ? undefined : inDollars(scan, start, dollars);
  if (piece === "$`") return formulaIn(scan, { start, opening: piece, closing: "`$" }, (tex) => !/[\n`]/.test(tex));
  if (environment !== undefined) {
    const whole = formulaIn(
      scan,
      { start, opening: piece, closing: `\\end{${environment}}`, isDisplay: true },
      (tex) => !hasBlankLine(tex),
    );
    return whole && { ...whole, tex: `${piece}${whole.tex}\\end{${environment}}` };
  }
  if (bracket === undefined || scan.text[start - 1] === "!") return undefined;
  return inBrackets(scan, start, bracket, isHtml);
}

// {{< katex >}}…{{< /katex >}}
function inTag(scan: FormulaScan, start: number): FoundFormula | undefined {
  const index = scan.next(tagClose, start);
  if (index < 0) return undefined;
  return { start, end: index + tagClose.length, tex: scan.text.slice(start + tagOpen.length, index), isDisplay: false, isTag: true };
}

function inBrackets(scan: FormulaScan, start: number, opening: string, isHtml: boolean): FoundFormula | undefined {
  const slashes = opening.slice(0, -1);
  const isSquare = opening.endsWith("[");
  const isCertain = isInElement(scan.text, start);
  const isTexIn = isHtml || slashes.length > 1 ? isTexInMarks : isTexInEscapes;
  const found = formulaIn(scan, { start, opening, closing: `${slashes}${isSquare ? "]" : ")"}`, isDisplay: isSquare }, (tex, place) => {
    if (isSquare ? hasBlankLine(tex) || /^[([:]/.test(place.after) : !isInParagraph(tex)) return false;
    if (!isSquare && isLoneSigns({ tex, hasLetters: scan.hasLetters, ...closeTo(place) })) return true;
    return isCertain || isTexIn({ tex, isSquare, hasTex: scan.hasTex, ...closeTo(place) });
  });
  return found !== undefined && !isHtml && slashes.length > 1 ? { ...found, tex: withoutEscapes(found.tex) } : found;
}

// Pandoc, MkDocs and kramdown: <span class="math display">\[x\]</span>.
function isInElement(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start).trimEnd();
  const tag = before.slice(before.lastIndexOf("<"));
  if (!/^<(?:span|div|p)\s/.test(tag) || tag.indexOf(">") !== tag.length - 1) return false;
  const classes = /\sclass=["']?([^"'<>]*)/.exec(tag)?.[1] ?? "";
  return classes.split(/\s/).some((name) => /^(?:math|arithmatex|kdmath)$/.test(name));
}

const placeholder = /^[A-Z][A-Z\d]{2,}(?:_[A-Z\d]+)*$|^[A-Z]+(?:_[A-Z\d]+)+$/; // of a template, between other words: $$NAME$$

function inDollars(scan: FormulaScan, start: number, sign: string): FoundFormula | undefined {
  if (sign === "$$")
    return formulaIn(scan, { start, opening: sign, closing: sign, isDisplay: true }, (tex, place) => {
      const { after, before, isAlone } = place;
      if (isLoneSigns({ tex, hasLetters: scan.hasLetters, ...closeTo(place) })) return true;
      if (after.startsWith("$") || !isTex(withoutWordPress(tex)) || (!isAlone && placeholder.test(tex))) return false;
      return isInParagraph(tex) || isOnOwnLines(tex, before) || continuesAsBlock(tex, before);
    });
  return formulaIn(
    scan,
    { start, opening: sign, closing: sign },
    (tex, place) =>
      isLoneSigns({ tex, hasLetters: scan.hasLetters, ...closeTo(place) }) ||
      (isInParagraph(tex) &&
        (isOfWordPress(tex) ? isWordPressTex(tex, place.after) : isInlineTex({ tex, hasTex: scan.hasTex, ...closeTo(place) }))),
  );
}

// kramdown: \$$ … $$ at the start of a block and alone on its lines is a formula within a line.
function inEscapedDollars(scan: FormulaScan, start: number): FoundFormula | undefined {
  return formulaIn(scan, { start, opening: "\\$$", closing: "$$" }, (tex, { after, before }) => {
    if (!isFirst.test(before) || !/^[ \t]*(?:\n|$)/.test(after) || !isInParagraph(tex) || !isTex(tex)) return false;
    const above = scan.text.slice(Math.max(0, start - before.length - 100), start - before.length);
    return /[^ \t>]/.test(before) || /^$|(?:^|\n)[ \t>]*\n$/.test(above);
  });
}

const isFirst = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)]) +)?$/;
const labelled = /^[ \t]*\(([A-Za-z][\w:.-]{0,100})\)(?=[ \t]*(?:\n|$))/;
const rest = /^[ \t]*(?:\{[ \t]*#[\w:.-]{1,100}[ \t]*\}[ \t]*)?(?:\n|$)/; // Quarto's label: {#eq-two}

interface Marks {
  readonly start: number;
  readonly opening: string;
  readonly closing: string;
  readonly isDisplay?: boolean;
}

const maxBefore = 500; // UTF-16 units: a line may have many formulas

/** The text around a formula: its line before it, and a few characters after it. */
interface Place {
  readonly before: string;
  readonly after: string;
  /** True for a displayed formula with no other text on its lines. */
  readonly isAlone: boolean;
}

// With the few characters before the formula that may be a part of a word.
function closeTo(place: Place): Place {
  return { ...place, before: place.before.slice(-10) };
}

// Accepts the text up to the next closing mark, if no other formula begins before it.
function formulaIn(
  scan: FormulaScan,
  { closing, isDisplay = false, opening, start }: Marks,
  isFormula: (tex: string, place: Place) => boolean,
): FoundFormula | undefined {
  const { text } = scan;
  const from = start + opening.length;
  const index = closing === "$" ? scan.closingDollar(from) : scan.next(closing, from);
  const other = opening === closing ? -1 : scan.next(opening, from);
  if (index < 0 || index - from > maxLength || (other >= 0 && other < index)) return undefined;
  const end = index + closing.length;
  const written = text.slice(from, index);
  if (written.includes(tagOpen)) return undefined;
  const tex = written.includes("|") && scan.isInTable(start) ? ofCell(written) : written;
  const before = text.slice(Math.max(scan.lineStart(start), start - maxBefore), start);
  const after = text.slice(end, end + 200);
  const isAlone = isDisplay && isFirst.test(before) && rest.test(after);
  if (tex === undefined || !isFormula(tex, { before, after, isAlone })) return undefined;
  const [shown = "", label = ""] = closing === "$$" ? (labelled.exec(after) ?? []) : [];
  if (label !== "" && isFirst.test(before) && (scan.labels.has(label) || (written.includes("\n") && scan.isMyst)))
    return { start, end: end + shown.length, tex: withoutMarkers(before, tex), isDisplay: true, label };
  return { start, end, tex: withoutMarkers(before, tex), isDisplay: isAlone };
}

// GFM: a bar ends a cell, and an escaped one is a bar.
function ofCell(written: string): string | undefined {
  return /(?<!\\)\|/.test(written) || written.includes("\n") ? undefined : written.replaceAll("\\|", "|");
}

const markersOnly = /^(?:[ \t>]|(?:[-*+:]|\d{1,9}[.)]|\[\^[^\]\s]{1,200}\]:)[ \t])*$/;

// $$ alone on its line begins a formula that may have empty lines.
function isOnOwnLines(tex: string, before: string): boolean {
  return markersOnly.test(before) && /^[ \t]*\n/.test(tex) && /\n[ \t>]*$/.test(tex);
}

// Its lines begin like a list or a heading, as `+ b` and `- c` do, and are no prose.
function continuesAsBlock(tex: string, before: string): boolean {
  const math = tex.replace(/\\[a-z]{1,20}\{[^{}]*\}/g, "");
  if (!/\\[A-Za-z]|[=^_<>]/.test(tex) || hasBlankLine(tex) || /[A-Za-z]{3}[.,]?\s+(?:[-*+#]+\s+)?[A-Za-z]{3}/.test(math)) return false;
  if (/\n[ \t>]*(?:#{1,6}[ \t][^\n]*[A-Za-z]{3,}|\|[ \t])/.test(math)) return false;
  const [item] = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/.exec(before) ?? [];
  return item === undefined || !/\n(?:[ \t]?>)*[ \t]?(?:[-*+]|\d{1,9}[.)])[ \t]/.test(tex); // not the next item
}

// A paragraph ends at an empty line, and where a list, a heading or a row of a table begins.
function isInParagraph(tex: string): boolean {
  return !hasBlankLine(tex) && !/\n[ \t>]*(?:[-*+]|\d{1,9}[.)]|#{1,6}|\|)[ \t]/.test(tex);
}

function hasBlankLine(tex: string): boolean {
  return /\n[ \t>]*\n/.test(tex);
}

const markers = /[ \t]*>[ \t]?|[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+|[ \t]+/y;

// The lines of a formula in a quotation or a list begin with the markers of the first one. Further ones are relations: `> > 0`.
function withoutMarkers(before: string, tex: string): string {
  if (!tex.includes("\n")) return tex;
  const own: string[] = [];
  markers.lastIndex = 0;
  for (let match = markers.exec(before); match !== null; match = markers.exec(before)) own.push(match[0]);
  return tex
    .split("\n")
    .map((line, index) => (index === 0 ? line : own.reduce(withoutMarker, line)))
    .join("\n");
}

function withoutMarker(line: string, marker: string): string {
  if (marker.includes(">")) return line.replace(/^[ \t]*>[ \t]?/, "");
  return line.slice(Math.min(marker.length, line.length - line.trimStart().length));
}
