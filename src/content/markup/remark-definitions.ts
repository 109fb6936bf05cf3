import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { blockElements } from "../html/block-elements.ts";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import { isTerm, maxTerms } from "./dialects/lines/definition-lists.ts";

/**
 * Converts paragraphs with the marks of definitions, `Term` and `: its definition`, to lists, in place. The native parser knows them;
 * remark does not, and its extension takes quadratic time. A definition of several blocks stays as it is.
 */
export function convertDefinitions(parent: Root | Element): void {
  const children: RootContent[] = [];
  for (const child of parent.type === "element" && parent.tagName === "li" ? withParagraph(parent) : parent.children) {
    if (child.type === "element" && child.tagName !== "pre" && child.tagName !== "p") convertDefinitions(child);
    const list = child.type === "element" && child.tagName === "p" ? listOf(child, children) : undefined;
    if (list === undefined) children.push(child);
    else appendList(children, list);
  }
  parent.children = children as Parents["children"];
}

// The text of an item in a tight list is in no paragraph. It becomes one if that has definitions.
function withParagraph({ children }: Element): ElementContent[] {
  const end = children.findIndex((child) => child.type === "element" && blockElements.has(child.tagName));
  const words = end < 0 ? children : children.slice(0, end);
  const lines = linesOf(words);
  const first = lines.findIndex(isDefinition);
  const isList = first > 0 && areTerms(lines.slice(0, first));
  return isList ? [elementNode("p", {}, words), ...children.slice(words.length)] : children;
}

// Removes the paragraph of the terms from the children before, if a blank line separates it from the definition.
function listOf(paragraph: Element, before: RootContent[]): Element | undefined {
  const lines = linesOf(paragraph.children);
  const first = lines.findIndex(isDefinition);
  if (first > 0) return areTerms(lines.slice(0, first)) ? list(lines.slice(0, first), definitionsIn(lines.slice(first))) : undefined;
  if (first < 0) return undefined;
  const loose = definitionsIn(lines).map((children) => [elementNode("p", {}, children)]);
  const at = before.findLastIndex((node) => node.type !== "text");
  const previous = before[at];
  if (previous?.type !== "element") return undefined;
  if (previous.tagName === "dl") return list([], loose);
  const terms = previous.tagName === "p" ? linesOf(previous.children) : [];
  if (!areTerms(terms)) return undefined;
  before.splice(at);
  return list(terms, loose);
}

type Line = readonly ElementContent[];

function linesOf(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    const [first = "", ...others] = child.type === "text" ? child.value.split("\n") : [];
    if (child.type !== "text") lines.at(-1)?.push(child);
    else if (first !== "") lines.at(-1)?.push({ ...child, value: first });
    for (const value of others) lines.push(value === "" ? [] : [textNode(value)]);
  }
  return lines;
}

const colon = /^:[ \t]+/;

function isDefinition([first]: Line): boolean {
  return first?.type === "text" && colon.test(first.value);
}

function areTerms(lines: readonly Line[]): boolean {
  return lines.length > 0 && lines.length <= maxTerms && lines.every((line) => isTerm(line.map(markdownOf).join("")));
}

// Code may contain what would begin a list or end a sentence.
function markdownOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  const text = textStart(node, 1000);
  return node.tagName === "code" ? `\`${text}\`` : text;
}

// A line without a colon continues the definition before it.
function definitionsIn(lines: readonly Line[]): ElementContent[][] {
  const definitions: ElementContent[][] = [];
  for (const line of lines) {
    const [first, ...rest] = line;
    if (first?.type === "text" && isDefinition(line)) definitions.push([{ ...first, value: first.value.replace(colon, "") }, ...rest]);
    else definitions.at(-1)?.push(textNode("\n"), ...line);
  }
  return definitions;
}

function list(terms: readonly Line[], definitions: readonly Line[]): Element {
  return elementNode("dl", {}, [
    ...terms.map((line) => elementNode("dt", {}, line)),
    ...definitions.map((line) => elementNode("dd", {}, line)),
  ]);
}

function appendList(children: RootContent[], list: Element): void {
  const last = children.findLast((node) => node.type !== "text" || node.value.trim() !== "");
  if (last?.type === "element" && last.tagName === "dl") last.children.push(...list.children);
  else children.push(list);
}
