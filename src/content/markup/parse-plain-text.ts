import type { Element, Root, RootContent } from "hast";
import { countOf } from "../../base/count-of.ts";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";
import { isByline } from "./byline.ts";
import { linkAddresses } from "./link-addresses.ts";
import { plainTextLines, trimLines } from "./plain-text-lines.ts";

/** A line that was removed: its text, and its number in the text, from 1. */
export interface RemovedLine {
  readonly text: string;
  readonly line: number;
}

// Lines between the paragraphs of a web page that was copied as text.
const boilerplate = new RegExp(
  `^(?:${[
    "advertisement",
    "advertising",
    "ad",
    "sponsored",
    "sponsored content",
    "recommended",
    "recommended for you",
    "recommended stories",
    "related",
    "related articles",
    "related stories",
    "related topics",
    "more on this story",
    "more from .{1,40}",
    "most read",
    "most popular",
    "trending",
    "read more",
    "read next",
    "up next",
    "share",
    "share this article",
    "share this story",
    "skip to content",
    "skip advertisement",
    "sign up",
    "subscribe",
    "newsletter",
    "comments",
    "story continues below advertisement",
    "article continues below",
    "continue reading",
    "editors[’'] picks",
    "print",
    "save",
    "back to top",
  ].join("|")})[.:]?$`,
  "i",
);

const closingPunctuation = /[.!?…:;,。！？؟।"”’»)\]]$/u;

/**
 * Parses text without markup: the first line is the title (unless the title is known), blank lines separate blocks, a one-line
 * block without closing punctuation between paragraphs is a heading, `---` and `* * *` are rules, and boilerplate lines are removed. Items,
 * poems and addresses keep their lines, and web addresses become links.
 */
export function parsePlainText(text: string, knownTitle?: string): { title?: string; tree: Root; removed: RemovedLine[] } {
  const removed: RemovedLine[] = [];
  const blocks = splitBlocks(text).filter(({ lines, line }) => {
    const isBoilerplate = lines.length === 1 && boilerplate.test(lines[0] ?? "");
    if (isBoilerplate) removed.push({ text: lines[0] ?? "", line });
    return !isBoilerplate;
  });
  if (blocks.length > limits.markdownMarks) throw tooMany(blocks[limits.markdownMarks]?.line);
  const title = takeTitle(blocks, knownTitle);
  const children = blocks.flatMap((block, index): RootContent[] => {
    const { isUnderlined, lines } = block;
    if (isUnderlined) return [elementNode("h2", {}, [textNode(lines.join("\n"))]), textNode("\n")];
    if (index === 0 && blocks.length > 1 && isByline(lines)) return [byline(block), textNode("\n")];
    const isBetween = [blocks[index - 1], blocks[index + 1]].every((other) => other !== undefined && !isHeading(other.lines));
    if (isRule(lines)) return [elementNode("hr", {}), textNode("\n")];
    const heads = isBetween && isHeading(lines) && !isRule(blocks[index + 1]?.lines ?? []);
    const isLast = index > 0 && index === blocks.length - 1;
    return [heads ? elementNode("h2", {}, [textNode(lines.join("\n"))]) : paragraph(block, isLast), textNode("\n")];
  });
  return { ...(title !== undefined && { title }), tree: { type: "root", children }, removed };
}

function paragraph({ line, lines }: Block, isLast: boolean): Element {
  let at = line;
  const children = plainTextLines(lines, isLast).flatMap((shown, index) => {
    if (index > 0) at++;
    const nodes = linkAddresses(shown);
    for (const node of nodes) {
      if (node.type === "text") at += countOf("\n", node.value);
      else node.position = { start: { line: at, column: 1 }, end: { line: at, column: 1 } };
    }
    return index === 0 ? nodes : [elementNode("br", {}), textNode("\n"), ...nodes];
  });
  return elementNode("p", {}, children);
}

function tooMany(line: number | undefined): ArticleError {
  const message = `Cannot compile the article: it has more than ${limits.markdownMarks} paragraphs up to here; make several articles of it`;
  return new ArticleError(message, { line: line ?? 1 });
}

// Of an article, above its text: no part of its summary.
function byline({ line, lines }: Block): Element {
  const position = { start: { line, column: 1 }, end: { line, column: 1 } };
  const shown = lines.flatMap((one, index) => (index === 0 ? [textNode(one)] : [elementNode("br", {}), textNode(`\n${one}`)]));
  return { ...elementNode("header", {}, [elementNode("p", {}, shown)]), position };
}

interface Block {
  readonly lines: string[];
  readonly line: number;
  /** True for a heading with a line of signs below it, which is removed. */
  readonly isUnderlined?: true;
}

function splitBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const [index, line] of text.split(/\r?\n|\r/).entries()) {
    if (line.trim() === "") isOpen = false;
    else if (isOpen) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ lines: [line], line: index + 1 });
      isOpen = true;
    }
  }
  return blocks.map((block) => ({ ...block, lines: trimLines(block.lines) })).flatMap(withoutUnderline);
}

function withoutUnderline(block: Block): Block[] {
  const [heading = "", underline = "", ...rest] = block.lines;
  if (!isUnderline(heading, underline)) return [block];
  const head: Block = { lines: [heading], line: block.line, isUnderlined: true };
  return rest.length === 0 ? [head] : [head, { lines: rest, line: block.line + 2 }];
}

// As wide as the heading. Spaces between words are those of columns.
function isUnderline(heading: string, underline: string): boolean {
  const isLine = /^([-=~_*–—─═])\1{2,100}$/u.test(underline) && Math.abs(heading.length - underline.length) <= maxDifference;
  return isLine && /\p{L}/u.test(heading) && !/\S(?: {2,}|\t)\S/.test(heading) && !noHeading.test(heading) && !isRule([heading]);
}

const maxDifference = 3; // characters

function takeTitle(blocks: Block[], knownTitle: string | undefined): string | undefined {
  const line = blocks[0]?.lines[0];
  const first = line?.replace(/^#{1,6}\s+(?=\S)/, ""); // a title that was written as in Markdown
  if (knownTitle !== undefined && knownTitle !== line && knownTitle !== first) return undefined;
  const { line: start = 1, lines: [, ...below] = [] } = blocks.shift() ?? {};
  const rest = isRule(below.slice(0, 1)) ? below.slice(1) : below; // its underline
  if (rest.length > 0) blocks.unshift({ lines: rest, line: start + 1 + below.length - rest.length });
  return first;
}

// A quotation, an item of a list and an address alone on their line are not headings.
const noHeading = /^(?:[>*+•–—-]\s|(?:https?:\/\/|www\.)\S+$)/;

const words = /[\p{L}\p{N}]/u;

function isHeading(lines: readonly string[]): boolean {
  const [line = ""] = lines;
  return lines.length === 1 && !closingPunctuation.test(line) && !noHeading.test(line) && words.test(line);
}

// One sign at least three times, also with spaces: ---, * * *, =====.
const rule = /^([-–—―─━═_=*#~+•·])(?:[ \t]{0,9}\1){2,200}$/u;

function isRule(lines: readonly string[]): boolean {
  return lines.length === 1 && rule.test(lines[0] ?? "");
}
