import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { includesAny } from "../../../base/includes-any.ts";
import { classesOf, elementNode, siblingAt } from "../../html/hast-nodes.ts";
import { textStart } from "../../html/text-start.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { isDrawnTable } from "./lines/drawn-tables.ts";

/** Returns whether a text may have the lines and captions of tables of kramdown and Pandoc. */
export function mayHaveTableMarks(text: string): boolean {
  return includesAny(text, "|", "--- ", "---\n", "=== ") && /^[ \t>]*(?:\|[-=+:| \t]{2,}$|(?:\\?:|Table:)[ \t]+\S)/m.test(text);
}

/** Removes kramdown's lines between the rows of tables, and makes captions of Pandoc's `: Words` and `Table: Words` after or before a table, also one in code. */
export function convertTableMarks(tree: Root): void {
  walkElements(tree, (element, index, parent) => {
    if (element.tagName === "tbody") element.children = element.children.filter((row) => row.type !== "element" || !isLine(row));
    if (element.tagName !== "p") return undefined;
    if (isLineOfTable(textStart(element, 200).trim()) && isBeforeTable(index, parent)) return { instead: [] };
    return takeCaption(element, index, parent) ? { instead: [] } : undefined;
  });
}

// |===, or |---|---| below the head: all cells with a text are lines.
function isLine(row: Element): boolean {
  const cells = row.children.filter((cell): cell is Element => cell.type === "element").map((cell) => textStart(cell, 100).trim());
  return /^(?=.*[-=]{3})[-=+:]+$/.test(cells[0] ?? "") && cells.every((cell) => cell === "" || /^[-=+:]{3,}$/.test(cell));
}

function isLineOfTable(text: string): boolean {
  return /^\|[-=+:| \t]*$/.test(text) && /---|===/.test(text);
}

function isBeforeTable(index: number, parent: Parents): boolean {
  const after = siblingAt(parent.children, index, 1);
  return after?.type === "element" && after.tagName === "table";
}

function takeCaption(paragraph: Element, index: number, parent: Parents): boolean {
  const [first, ...others] = paragraph.children;
  const mark = first?.type === "text" ? /^(?::|Table:)[ \t]+(?=\S)/.exec(first.value)?.[0] : undefined;
  if (mark === undefined || first?.type !== "text") return false;
  const table = [-1 as const, 1 as const].map((step) => siblingAt(parent.children, index, step)).find(isTableWithoutCaption);
  if (table === undefined) return false;
  const words: ElementContent[] = [{ ...first, value: first.value.slice(mark.length) }, ...others];
  if (table.tagName === "pre") asFigure(table, words);
  else table.children.unshift(elementNode("caption", {}, words));
  table.properties["id"] ??= paragraph.properties["id"];
  return true;
}

// A table that is shown as code.
function asFigure(pre: Element, caption: ElementContent[]): void {
  const { children, properties } = pre;
  Object.assign(pre, elementNode("figure", {}, [elementNode("pre", properties, children), elementNode("figcaption", {}, caption)]));
}

function isTableWithoutCaption(node: RootContent | undefined): node is Element {
  if (node?.type !== "element") return false;
  if (node.tagName === "pre") return isDrawn(node);
  return node.tagName === "table" && !node.children.some((child) => child.type === "element" && child.tagName === "caption");
}

function isDrawn({ children: [code] }: Element): boolean {
  if (code?.type !== "element" || code.tagName !== "code" || classesOf(code).length > 0) return false;
  const [text] = code.children;
  return text?.type === "text" && isDrawnTable(text.value);
}
