import type { ElementContent, Root } from "hast";
import { elementNode } from "../../../html/hast-nodes.ts";
import { guard } from "../lines/guard.ts";
import { type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";
import { type Sign, signsIn, textBetween, withSpaces } from "./inline-signs.ts";

/**
 * Converts `x^2^`, `19^th^`, `e^i\ pi^`, `Na^+^`, `^14^C` and `A^T^A` (Pandoc, markdown-it, Goldmark, MkDocs). Other carets are text:
 * `a^2 + b^2`, `a^b^c`, `^_^`, and the shell's `^old^new^`.
 */
export function convertSuperscripts(tree: Root): void {
  replaceRanges(tree, superscriptsIn);
}

function superscriptsIn(inline: Inline): InlineRange[] {
  const ranges: InlineRange[] = [];
  let open: Sign | undefined; // an unpaired caret at the start of an earlier word
  for (const run of runsIn(inline)) {
    const isInSubstitution = open !== undefined && run.length === 2 && isShort(textBetween(inline, open, run[0] as Sign));
    if (!isInSubstitution) ranges.push(...pairsIn(inline, run));
    open = run.length === 1 && opensSubstitution(run[0] as Sign) ? run[0] : undefined;
  }
  return ranges;
}

// Chinese and Japanese have no spaces between a formula and the next one.
const apart = /[\s\p{Lo}\u3000-\u303F\uFF00-\uFF65]/u;

// Carets with no space between each other, so that any of them may belong to its neighbours.
function runsIn(inline: Inline): Sign[][] {
  const runs: Sign[][] = [];
  for (const caret of signsIn(inline, "^").filter(({ after }) => !after.startsWith(guard))) {
    const before = runs.at(-1)?.at(-1);
    if (before === undefined || apart.test(between(inline, before, caret))) runs.push([caret]);
    else runs.at(-1)?.push(caret);
  }
  return runs;
}

function between(inline: Inline, start: Sign, end: Sign): string {
  return textBetween(inline, start, end).replaceAll(guard, "").replaceAll("\\ ", "");
}

// Pairs the carets of a run from its start. If a pair is invalid, or other pairs are possible, all of them stay text.
function pairsIn(inline: Inline, run: readonly Sign[]): InlineRange[] {
  const possible = run.slice(1).map((end, index) => isSuperscript(between(inline, run[index] as Sign, end), run[index] as Sign, end));
  const isOdd = run.length % 2 === 1;
  if (possible.some((isPossible, index) => (index % 2 === 0 ? !isPossible : isOdd && isPossible))) return [];
  return possible.flatMap((_, index) => {
    const replace = (content: ElementContent[]) => [elementNode("sup", {}, withSpaces(content))];
    return index % 2 === 0 ? [{ start: run[index] as Sign, end: run[index + 1] as Sign, replace }] : [];
  });
}

// ^old words^new^, but not a key: ^C.
function opensSubstitution({ after, before }: Sign): boolean {
  return /[\s(["“]$/.test(before) && /^[^\s^]/.test(after) && !/^[A-Z](?![\p{L}\p{N}])/u.test(after);
}

function isShort(text: string): boolean {
  return text.length <= 50 && !/[.,;:!?)]\s/.test(text);
}

const base = /[\p{L}\p{N})\]⟧⟩⟫⌉⌋]$/u;
// A charge of an ion or a particle: Na^+^, OH^-^, (NO~3~)^-^, e^-^. After a word or another script, `^-^` is a smile.
const charge = /^[+\-−–±]{1,3}$/;
const charged = /[A-Z][a-z]?$|^(?:[^\p{L}])?[\p{Script=Latin}\p{Script=Greek}]$|[)\]\p{N}]$/u;

const raised = /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}+\-−*/().,=]{1,30}$|^\[\d{1,3}\]$|^[†‡§¶*]{1,3}$/u;

// Within a word, only a number and the sign of a transposed matrix are clear: `a^b^c` may be nested powers or operators.
const raisedInWord = /^(?:[+\-−]?\d+[+\-−]?|[-−]?[TH]|⊤|[†*])$/;

function isSuperscript(text: string, start: Sign, end: Sign): boolean {
  if (charge.test(text)) return isCharge(start.before, end.after);
  if (!base.test(start.before)) return isMassNumber(text, start, end) || isAffiliation(text, start, end);
  if (/^\p{L}/u.test(end.after)) return raisedInWord.test(text);
  return raised.test(text) && !/^[\p{N}^]/u.test(end.after);
}

// The next ion may follow: Na^+^Cl^-^.
function isCharge(before: string, after: string): boolean {
  return charged.test(before) && !/^[\p{Ll}\p{Lo}\p{N}^]/u.test(after);
}

// Before the symbol of an element: ^14^C.
function isMassNumber(text: string, { before }: Sign, { after }: Sign): boolean {
  return /[\s(["“/,–-]$/.test(before) && /^\d{1,3}m?\d?$/.test(text) && /^\p{L}/u.test(after);
}

const affiliation = /^(?:\d{1,2}|[a-h*†‡§¶])(?:,(?:\d{1,2}|[a-h*†‡§¶])){0,5}$/; // other letters are smiles: ^o^

// At the start of a line, before a name: ^1^ University of X.
function isAffiliation(text: string, { before, offset }: Sign, { after }: Sign): boolean {
  const isAtStart = before.endsWith("\n") || (offset === 0 && before === " ");
  return isAtStart && affiliation.test(text) && /^[ \t]?\p{Lu}/u.test(after);
}
