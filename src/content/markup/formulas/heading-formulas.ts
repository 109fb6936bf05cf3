import type { Element, Root, Text } from "hast";
import { textNode } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { formulaNode } from "../../plain-html/formula-node.ts";

declare module "hast" {
  interface TextData {
    /** The TeX of a formula, which is the whole text with its marks. */
    tex?: string;
  }
}

/** Creates a formula in a heading of level 1 as it is written, since the first of them is the title. */
export function writtenFormula(written: string, tex: string): Text {
  return { ...textNode(written), data: { tex } };
}

/** Converts the formulas in the headings of level 1 to code, in place, once the title is removed. */
export function showHeadingFormulas(tree: Root): void {
  walkElements(tree, (element) => {
    if (element.tagName === "h1") showIn(element);
    return undefined;
  });
}

function showIn(element: Element): void {
  element.children = element.children.map((child) => {
    if (child.type === "element") showIn(child);
    const tex = child.type === "text" ? child.data?.tex : undefined;
    return tex === undefined ? child : formulaNode(tex, false);
  });
}
