import type { Root, RootContent } from "hast";
import { elementNode } from "../../html/hast-nodes.ts";
import { textStart } from "../../html/text-start.ts";
import { type Delimiter, type Inline, type InlineRange, replaceRanges } from "./inline-ranges.ts";
import { mapTexts } from "./map-texts.ts";
import { mapProse } from "./markdown-lines.ts";

// A noncharacter of Unicode, which no text may contain. URLs have it percent-encoded.
const hidden = "\uFDD1";
const written = /\uFDD1|%EF%B7%91/g;

/**
 * Replaces the single tildes of a text with a stand-in, since the parsers strike out the text between any two of them: `~5 kg of H~2~O`
 * would lose its subscript. {@link convertTildes} finds out what they mean.
 */
export function hideTildes(text: string): string {
  if (!text.includes("~")) return text;
  return mapProse(text, hideIn, (code) => (code.startsWith("<") ? hideIn(code) : code)); // Markdown is parsed in <code>
}

function hideIn(text: string): string {
  return text.replace(/\\[\s\S]|~+/g, (found) => (found === "~" ? hidden : found));
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

/** A hidden tilde, and the text next to it: `x` for an element that ends before it, a space for the end of a line or block. */
interface Tilde extends Delimiter {
  readonly before: string;
  readonly after: string;
}

function tildesIn({ children, texts }: Inline): Tilde[] {
  return texts.flatMap((text, node) => {
    if (text === undefined) return [];
    return [...text.value.matchAll(/\uFDD1/g)].map(({ index: offset }) => ({
      node,
      offset,
      length: 1,
      before: text.value.slice(Math.max(0, offset - 2), offset) || besides(children[node - 1]),
      after: text.value.slice(offset + 1, offset + 3) || besides(children[node + 1]),
    }));
  });
}

function besides(node: RootContent | undefined): string {
  if (node?.type === "element") return node.tagName === "br" ? " " : "x";
  if (node?.type === "raw") return node.value.startsWith("</") ? "x" : "(";
  return " ";
}

const base = /[\p{L}\p{M}\p{N})\]′']$/u;
const lowered = /^(?:[\p{L}\p{M}\p{N}\p{Sm}\-*/().,_'′°]|\\ ){1,100}$/u;

function subscriptsIn(inline: Inline): InlineRange[] {
  const tildes = tildesIn(inline);
  const ranges: InlineRange[] = [];
  for (let index = 1; index < tildes.length; index++) {
    const [start, end] = [tildes[index - 1] as Tilde, tildes[index] as Tilde];
    if (!isSubscript(textBetween(inline, start, end), start, end)) continue;
    ranges.push({ start, end, replace: (content) => [elementNode("sub", {}, withSpaces(content))] });
    index++;
  }
  return ranges;
}

function isSubscript(text: string, start: Tilde, end: Tilde): boolean {
  if (!base.test(start.before) || !lowered.test(text) || text.includes("..")) return false;
  const isRange = /\p{N}$/u.test(start.before) && /^\p{N}/u.test(end.after) && /^\p{N}(?:.*\p{N})?$/u.test(text);
  return !isRange; // 10~20,30~40
}

const [maxText, maxNodes] = [200, 50]; // between two tildes: reading all of it for each would take quadratic time

// A space at its end means that there is more.
function textBetween({ children }: Inline, start: Tilde, end: Tilde): string {
  let text = "";
  for (let index = start.node; index <= end.node; index++) {
    if (text.length > maxText || index > start.node + maxNodes) return `${text} `;
    const child = children[index];
    const [from, to] = [index === start.node ? start.offset + 1 : 0, index === end.node ? end.offset : undefined];
    if (child?.type === "text") text += child.value.slice(from, to);
    else if (child?.type === "element") text += textStart(child, maxText);
  }
  return text;
}

/** Returns inline content with spaces for the escaped spaces that Pandoc needs in `P~a\ cat~`. */
export function withSpaces<T extends RootContent>(content: readonly T[]): T[] {
  return content.map((node) => (node.type === "text" ? { ...node, value: node.value.replaceAll("\\ ", " ") } : node));
}

// GFM's rule: the nearest tilde that may open closes. One within a word, and one before a slash (~/bin), do not open here.
function struckIn(inline: Inline): InlineRange[] {
  const ranges: InlineRange[] = [];
  let start: Tilde | undefined;
  for (const tilde of tildesIn(inline)) {
    if (start !== undefined && closes(tilde) && isStruck(textBetween(inline, start, tilde), tilde)) {
      ranges.push({ start, end: tilde, replace: (content) => [elementNode("del", {}, content)] });
      start = undefined;
    } else if (opens(tilde)) start = tilde;
  }
  return ranges;
}

const punctuation = /^[\p{P}\p{S}]/u;

function opens({ after, before }: Tilde): boolean {
  return /^[^\s/]/.test(after) && !/[\p{L}\p{M}\p{N}]$/u.test(before) && (!punctuation.test(after) || isApart(before.slice(-1)));
}

function closes({ after, before }: Tilde): boolean {
  return /\S$/.test(before) && (!punctuation.test(before.slice(-1)) || isApart(after));
}

function isApart(neighbour: string): boolean {
  return /^\s/.test(neighbour) || punctuation.test(neighbour);
}

function isStruck(text: string, end: Tilde): boolean {
  return !/\s/.test(text) || !/^[\p{L}\p{M}\p{N}]/u.test(end.after);
}
