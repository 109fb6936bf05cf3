import type { Root } from "hast";
import { elementNode } from "../../../html/hast-nodes.ts";
import { mapProse } from "../lines/markdown-lines.ts";
import { type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";
import { type Sign, signsIn, textBetween, withSpaces } from "./inline-signs.ts";
import { mapTexts } from "./map-texts.ts";

// A noncharacter of Unicode, which no text may contain. URLs have it percent-encoded.
const hidden = "\uFDD1";
const written = /\uFDD1|%EF%B7%91/g;

/**
 * Replaces the single tildes of a text with a placeholder, since the parsers strike out all text between two tildes: `~5 kg of H~2~O`
 * would lose its subscript. {@link convertTildes} finds out what they mean.
 */
export function hideTildes(text: string, isMdx = false): string {
  if (!text.includes("~")) return text;
  return mapProse(text, hideIn, (code) => (code.startsWith("<") ? hideIn(code) : code), isMdx); // Markdown is parsed in <code>
}

function hideIn(text: string): string {
  return text.replace(/\\[\s\S]|~+/g, (found) => (found === "~" ? hidden : found));
}

/** Returns a text with its hidden tildes. */
export function showTildes(text: string): string {
  return text.replaceAll(hidden, "~");
}

/** Returns whether a text has hidden tildes. */
export function hasTildes(text: string): boolean {
  return text.includes(hidden);
}

/**
 * Converts `H~2~O` (Pandoc, markdown-it, MkDocs) to a subscript, and `~words~` (GitHub) to text that is struck out. Other tildes are text
 * again: "about", as in `~5 kg`, ranges, as in `10~20`, and home folders.
 */
export function convertTildes(tree: Root): void {
  replaceRanges(tree, subscriptsIn);
  replaceRanges(tree, struckIn);
  mapTexts(tree, (text) => text.replace(written, "~"));
}

const base = /(?:[\p{L}\p{M}\p{N})\]′']|[\p{L}\p{N}]\^)$/u; // x^2^~i~ has two

const scriptWithoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u; // there, a tilde is a range or a long vowel
const lowered = /^(?:[\p{L}\p{M}\p{N}\p{Sm}\-*/().,_'′°]|\\ ){1,100}$/u;

function subscriptsIn(inline: Inline): InlineRange[] {
  const tildes = signsIn(inline, hidden);
  const ranges: InlineRange[] = [];
  for (let index = 1; index < tildes.length; index++) {
    const [start, end] = [tildes[index - 1] as Sign, tildes[index] as Sign];
    if (!isSubscript(textBetween(inline, start, end), start, end)) continue;
    ranges.push({ start, end, replace: (content) => [elementNode("sub", {}, withSpaces(content))] });
    index++;
  }
  return ranges;
}

function isSubscript(text: string, start: Sign, end: Sign): boolean {
  const isOfIsotope = /^\d{1,3}$/.test(text) && /^\^\d/.test(end.after); // ~6~^14^C
  if (!(base.test(start.before) || isOfIsotope) || !lowered.test(text) || text.includes("..")) return false;
  if (!/[\p{L}\p{N}\p{Sm}*′'°]/u.test(text)) return false; // ~a~/~b~
  if (scriptWithoutSpaces.test(start.before) && scriptWithoutSpaces.test(text)) return false;
  const isRange = /\p{N}$/u.test(start.before) && /^\p{N}/u.test(end.after) && /^\p{N}(?:.*\p{N})?$/u.test(text);
  return !isRange; // 10~20,30~40
}

// GFM's rule: the nearest tilde that may open closes. One within a word, and one before a slash (~/bin), do not open here.
function struckIn(inline: Inline): InlineRange[] {
  const ranges: InlineRange[] = [];
  let start: Sign | undefined;
  for (const tilde of signsIn(inline, hidden)) {
    if (start !== undefined && closes(tilde) && isStruck(textBetween(inline, start, tilde), tilde)) {
      ranges.push({ start, end: tilde, replace: (content) => [elementNode("del", {}, content)] });
      start = undefined;
    } else if (opens(tilde)) start = tilde;
  }
  return ranges;
}

const punctuation = /^[\p{P}\p{S}]/u;

function opens({ after, before }: Sign): boolean {
  return (
    /^[^\s/\p{Pe}\p{Pf}.,;:!?]/u.test(after) &&
    !/[\p{L}\p{M}\p{N}]$/u.test(before) &&
    (!punctuation.test(after) || isApart(before.slice(-1)))
  );
}

// Not "about", as in (~$5) or 5 €/~6 $, and no operator, as in a ~= b.
function closes({ after, before }: Sign): boolean {
  if (/(?:^|[\s\p{Ps}\p{Pi}])$/u.test(before) || /^[\p{Sc}=]/u.test(after)) return false;
  return !punctuation.test(before.slice(-1)) || /^[\s\p{Pe}\p{Pf}.,;:!?"'*_]/u.test(after);
}

function isApart(neighbour: string): boolean {
  return /^\s/.test(neighbour) || punctuation.test(neighbour);
}

function isStruck(text: string, end: Sign): boolean {
  return !/\s/.test(text) || !/^[\p{L}\p{M}\p{N}]/u.test(end.after);
}
