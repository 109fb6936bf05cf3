import type { Element, Parents, Root, RootContent, Text } from "hast";
import { blockElements } from "../../html/block-elements.ts";
import { classesOf, elementNode, textNode } from "../../html/hast-nodes.ts";
import { splitParagraph } from "../../html/split-paragraph.ts";
import { mayContainBlocks } from "../../plain-html/convert.ts";
import { formulaNode } from "../../plain-html/formula-node.ts";
import { formulaOfClass } from "../../plain-html/formula-of-class.ts";
import { findFormulas } from "./find-formulas.ts";
import { writtenFormula } from "./heading-formulas.ts";
import { withoutWordPress } from "./wordpress-formula.ts";

/** Returns whether HTML may have formulas in TeX. */
export function mayHaveFormulas(html: string): boolean {
  return /[$\uF8F4]|\\[([b]|math/.test(html);
}

/**
 * Replaces the formulas in the text of HTML with code, in place, as in Markdown: `\(…\)`, `\[…\]`, `$$…$$`, `$…$` and
 * `\begin{equation}…`, which scripts such as MathJax would draw, and WordPress's `$latex …$`.
 */
export function showFormulas(tree: Root): void {
  showIn(tree);
}

const verbatim = new Set("annotation code iframe kbd math noscript option pre samp script style svg template textarea title".split(" "));

function showIn(parent: Parents, isInHeading = false): void {
  const children: readonly RootContent[] = parent.children;
  const written: RootContent[] = [];
  for (let index = 0; index < children.length; ) {
    const run = lineAt(children, index);
    if (run.length === 0) written.push(...converted(children[index] as RootContent, parent, isInHeading));
    else {
      const [isFirst, isLast] = [isEdge(children[index - 1]), isEdge(children[index + run.length])];
      const place = { isFirst, isLast, allowsBlocks: allowsBlocks(parent), isInHeading };
      written.push(...nodesOf(run, place));
    }
    index += Math.max(run.length, 1);
  }
  parent.children = written as Parents["children"];
}

// A line of text begins and ends at a block.
function isEdge(sibling: RootContent | undefined): boolean {
  return sibling === undefined || (sibling.type === "element" && blockElements.has(sibling.tagName));
}

// A paragraph is split at its blocks.
function allowsBlocks(parent: Parents): boolean {
  return mayContainBlocks(parent) || (parent.type === "element" && parent.tagName === "p");
}

function converted(node: RootContent, parent: Parents, isInHeading: boolean): readonly RootContent[] {
  if (node.type !== "element" || verbatim.has(node.tagName) || isIgnored(node)) return [node];
  const formula = formulaOfClass(node);
  if (formula !== undefined) return [formulaNode(formula.tex, formula.isDisplay && allowsBlocks(parent))];
  showIn(node, isInHeading || node.tagName === "h1");
  return node.tagName === "p" ? splitParagraph(node) : [node];
}

// The classes that make MathJax ignore an element.
function isIgnored(element: Element): boolean {
  return classesOf(element).some((name) => /^(?:tex2jax|mathjax)_ignore$/.test(name));
}

/** Texts, and line breaks between them: WordPress puts a line break at the end of each line of a formula. */
type Line = readonly (Text | Element)[];

function lineAt(children: readonly RootContent[], start: number): Line {
  const line: (Text | Element)[] = [];
  for (let index = start; index < children.length; index++) {
    const node = children[index] as RootContent;
    if (node.type !== "text" && !(node.type === "element" && node.tagName === "br")) break;
    line.push(node);
  }
  return line;
}

interface Place {
  /** True if no text is before it in its block. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly allowsBlocks: boolean;
  /** True in a heading of level 1. */
  readonly isInHeading: boolean;
}

const lineBreak = "\uF8F3"; // a private character instead of <br>

function nodesOf(line: Line, place: Place): readonly RootContent[] {
  const text = line.map((node) => (node.type === "text" ? node.value.replaceAll(lineBreak, "\uFFFD") : lineBreak)).join("");
  const nodes: RootContent[] = [];
  let last = 0;
  for (const { end, start, tex } of formulasIn(text)) {
    const isBlock =
      place.allowsBlocks && /^(?:\$\$|\\{1,2}\[|\\begin)/.test(text.slice(start, start + 8)) && isAlone(text, start, end, place);
    const before = text.slice(last, start);
    const formula = place.isInHeading ? writtenFormula(text.slice(start, end).replaceAll(lineBreak, ""), tex) : formulaNode(tex, isBlock);
    nodes.push(...inline(isBlock ? before.slice(0, endOfText(before)) : before), formula);
    last = isBlock ? startOfText(text, end) : end;
  }
  return nodes.length === 0 ? line : [...nodes, ...inline(text.slice(last))];
}

// HTML has no code in backticks or by indentation, and its lines mean nothing: the search gets one line that does not begin with a space.
function formulasIn(text: string): { readonly start: number; readonly end: number; readonly tex: string }[] {
  if (!/\$|\\[([b]/.test(text)) return [];
  const searched = `.${text.replace(/[\n\uF8F3]/g, " ").replace(/<(?=!--|\/?[a-z])/gi, "\u2039")}`;
  return findFormulas(searched, "html").flatMap(({ end: after, start: before, tex: { length } }) => {
    const [start, end] = [before - 1, after - 1];
    const marks = (end - start - length) / 2; // the signs before and after the TeX
    const written = text.slice(start + marks, end - marks);
    const isInOneParagraph = marks !== 1 || !/\n[ \t]*\n/.test(written); // $…$
    return isInOneParagraph ? [{ start, end, tex: withoutWordPress(written.replace(/\uF8F3\n?/g, "\n")) }] : [];
  });
}

const maxIndentation = 200; // UTF-16 units

// No other text is on the lines of the formula.
function isAlone(text: string, start: number, end: number, { isFirst, isLast }: Place): boolean {
  const before = text.slice(Math.max(0, start - maxIndentation), start);
  const after = text.slice(end, end + maxIndentation);
  const isAtStart = isFirst && start <= maxIndentation && before.trim() === "";
  const isAtEnd = isLast && text.length - end <= maxIndentation && after.trim() === "";
  return (isAtStart || /[\n\uF8F3][ \t]*$/.test(before)) && (isAtEnd || /^[ \t]*[\n\uF8F3]/.test(after));
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && (character === lineBreak || character.trim() === "");
}

function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text[end - 1])) end--;
  return end;
}

function startOfText(text: string, from: number): number {
  let start = from;
  while (start < text.length && isBlank(text[start])) start++;
  return start;
}

function inline(text: string): RootContent[] {
  return text
    .split(lineBreak)
    .flatMap((part, index) => [...(index === 0 ? [] : [elementNode("br", {})]), ...(part === "" ? [] : [textNode(part)])]);
}
