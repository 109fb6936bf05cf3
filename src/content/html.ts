import type { Element, Root } from "hast";
import { raw } from "hast-util-raw";
import { toHtml as stringify } from "hast-util-to-html";
import { VFile } from "vfile";
import { walkElements } from "./walk-tree.ts";
import { firstLineOf, writeHtml } from "./write-html.ts";

/** Parses HTML as a browser would, mending what is broken. Of a whole page the head's elements stand before the rest. */
export function parseHtml(text: string): Root {
  const end = { line: text.split("\n").length, column: 1, offset: text.length };
  const position = { start: { line: 1, column: 1, offset: 0 }, end };
  return raw({ type: "root", children: [{ type: "raw", value: text, position }] }, { file: new VFile(text) }) as Root;
}

/** Writes a tree as HTML: every element closed, every attribute quoted, numeric references only. */
export function toHtml(tree: Root): string {
  return (writeHtml(tree) ?? stringify(withFirstLines(tree), { characterReferences: { useNamedReferences: false } })).trim();
}

function withFirstLines(tree: Root): Root {
  if (firstLinesIn(tree).length === 0) return tree;
  const copy = structuredClone(tree);
  for (const element of firstLinesIn(copy)) element.children.unshift({ type: "text", value: firstLineOf(element) });
  return copy;
}

function firstLinesIn(tree: Root): Element[] {
  const found: Element[] = [];
  walkElements(tree, (element) => {
    if (firstLineOf(element) !== "") found.push(element);
    return undefined;
  });
  return found;
}
