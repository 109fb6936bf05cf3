import type { Element, ElementContent } from "hast";
import { descendants } from "../html/find-elements.ts";
import { classesOf, elementNode, textNode } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import { walkElements } from "../html/walk-tree.ts";
import type { Convert } from "./convert.ts";

// Chroma, Rouge, Pygments, Hexo, GitHub, highlightjs-line-numbers.
const gutterCell = /^(?:gutter|rouge-gutter|lineno|linenos|linenodiv|line-numbers?|blob-num|hljs-ln-numbers|code-gutter)$/;
const gutterInLine =
  /^(?:ln|lnt|lineno|linenos|line-numbers?|hljs-ln-n|hljs-ln-numbers|react-syntax-highlighter-line-number|line-numbers-rows)$/;
const codeCell = /^(?:code|rouge-code|lntd|blob-code|hljs-ln-code|codecell)$/;

/** Replaces a table of line numbers and code with the code. */
export const removeGutter: Convert = (table, { parent }) => {
  const rows = descendants(table, "tr").map(({ children }) => children.filter((child) => child.type === "element"));
  if (!rows.some(hasGutter)) return undefined;
  const cells = rows.flatMap((cells) => cells.filter((cell, index) => !isGutter(cell, index, cells)));
  for (const cell of cells) walkElements({ type: "root", children: [cell] }, removeNumbers);
  const isInCode = parent.type === "element" && /^(?:code|pre)$/.test(parent.tagName); // Rouge's table is in `<pre><code>`
  if (cells.some((cell) => descendants(cell, "pre", 1).length > 0))
    return cells.flatMap(({ children }) => (isInCode ? withoutBlocks(children) : children));
  const lines = cells.map((cell) => textStart(cell, maxLine).replace(/\n$/, ""));
  const code = textNode(`${lines.join("\n")}\n`);
  return isInCode ? [code] : [elementNode("pre", {}, [elementNode("code", {}, [code])])];
};

function withoutBlocks(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) =>
    child.type === "element" && /^(?:code|div|pre)$/.test(child.tagName) ? withoutBlocks(child.children) : [child],
  );
}

const maxLine = 100_000; // UTF-16 units

/** Removes the line numbers within code, and a block of nothing but line numbers. */
export const removeNumbersInCode: Convert = (pre) => {
  if (classesOf(pre).some((name) => gutterCell.test(name)) && hasOnlyNumbers(pre)) return [];
  walkElements({ type: "root", children: [pre] }, removeNumbers);
  return undefined;
};

function removeNumbers(element: Element): { readonly instead: readonly [] } | undefined {
  return classesOf(element).some((name) => gutterInLine.test(name)) && hasOnlyNumbers(element, 1000) ? { instead: [] } : undefined;
}

function hasGutter(cells: readonly Element[]): boolean {
  return cells.length > 1 && cells.some((cell, index) => isGutter(cell, index, cells)) && cells.some(isCode);
}

function isGutter(cell: Element, index: number, cells: readonly Element[]): boolean {
  const classes = classesOf(cell);
  const isFirst = index === 0 && cells.length === 2 && classes.includes("lntd"); // Chroma gives both cells this class
  return (isFirst || classes.some((name) => gutterCell.test(name))) && hasOnlyNumbers(cell);
}

function isCode(cell: Element): boolean {
  return classesOf(cell).some((name) => codeCell.test(name)) || descendants(cell, "pre", 1).length > 0;
}

function hasOnlyNumbers(element: Element, length = maxLine): boolean {
  return /^[\s\d]*$/.test(textStart(element, length));
}
