import type { Element } from "hast";
import { elementNode, textNode } from "../html/hast-nodes.ts";

/**
 * Creates the code that shows a formula: its TeX to the letter.
 * @param isBlock true for a formula on its own lines
 */
export function formulaNode(tex: string, isBlock: boolean): Element {
  const code = elementNode("code", { dataFormula: "" }, [textNode(tex.replace(/^\s*\n/, "").trim())]);
  return isBlock ? elementNode("pre", {}, [code]) : code;
}

/** Returns whether an element shows a formula that was converted already. */
export function showsFormula(element: Element): boolean {
  const { children, properties } = element;
  return "dataFormula" in properties || children.some((child) => child.type === "element" && showsFormula(child));
}
