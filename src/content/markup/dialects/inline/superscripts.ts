import type { Root } from "hast";
import { elementNode } from "../../../html/hast-nodes.ts";
import { guard } from "../lines/guard.ts";
import { type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";
import { type Sign, signsIn, textBetween, withSpaces } from "./inline-signs.ts";

/**
 * Converts `x^2^`, `19^th^`, `e^i\ pi^`, `Na^+^` and `^14^C` (Pandoc, markdown-it, Goldmark). Other carets are text: `a^2 + b^2`, `a^b^c`, `^_^`.
 */
export function convertSuperscripts(tree: Root): void {
  replaceRanges(tree, superscriptsIn);
}

function superscriptsIn(inline: Inline): InlineRange[] {
  const carets = signsIn(inline, "^").filter(({ after }) => !after.startsWith(guard));
  const ranges: InlineRange[] = [];
  for (let index = 1; index < carets.length; index++) {
    const [start, end] = [carets[index - 1] as Sign, carets[index] as Sign];
    if (!isSuperscript(textBetween(inline, start, end).replaceAll(guard, ""), start, end)) continue;
    ranges.push({ start, end, replace: (content) => [elementNode("sup", {}, withSpaces(content))] });
    index++;
  }
  return ranges;
}

const base = /[\p{L}\p{N})\]]$/u;
// A charge of an ion or a particle: Na^+^, OH^-^, (NO~3~)^-^, e^-^. After a word or another script, `^-^` is a smile.
const charge = /^[+\-−–±]{1,3}$/;
const charged = /[A-Z][a-z]?$|^(?:[^\p{L}])?[\p{Script=Latin}\p{Script=Greek}]$|[)\]\p{N}]$/u;

const raised = /^(?=.*[\p{L}\p{N}])(?:[\p{L}\p{N}+\-−*/().,=]|\\ ){1,30}$|^\[\d{1,3}\]$|^[†‡§¶*]{1,3}$/u;

// Within a word, only a number is clear: powers of powers and operators of programs are written alike.
function isSuperscript(text: string, start: Sign, end: Sign): boolean {
  if (charge.test(text)) return isCharge(start.before, end.after);
  if (!base.test(start.before)) return isMassNumber(text, start, end) || isAffiliation(text, start, end);
  return raised.test(text) && (!/^[\p{L}\p{N}^]/u.test(end.after) || (/^[+-]?\d+[+-]?$/.test(text) && /^\p{L}/u.test(end.after)));
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
