import type { Element } from "hast";
import { classesOf } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import { type Convert, mayContainBlocks } from "./convert.ts";
import { formulaNode, showsFormula } from "./formula-node.ts";

const maxLength = 100_000; // UTF-16 units of one formula

/** A formula in the class of its element. */
interface FormulaOfClass {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/**
 * Returns the formula in an element that a script would draw: `<span class="math inline">\(x\)</span>` (Pandoc, Quarto), the same without
 * delimiters (Pandoc for KaTeX, remark-math), and those of Sphinx, MkDocs and kramdown. Returns undefined for a formula in plain HTML, such
 * as `<em>x</em>`.
 */
export function formulaOfClass(element: Element): FormulaOfClass | undefined {
  const classes = classesOf(element);
  const kind = classes.find((name) => /^(?:math|math-inline|math-display|arithmatex|kdmath)$/.test(name));
  if (kind === undefined || !isText(element)) return undefined;
  const text = textStart(element, maxLength).trim();
  const [, tex = text] = /^(?:\\[([]|\$\$?)([\s\S]*?)(?:\\[)\]]|\$\$?)$/.exec(text) ?? [];
  const isMarked = tex !== text || showsFormula(element);
  const isCertain = kind !== "math" || classes.includes("inline") || classes.includes("display");
  if (tex.trim() === "" || !(isMarked || isCertain)) return undefined;
  const isDisplay = element.tagName === "div" || classes.some((name) => /display/.test(name)) || /^(?:\\\[|\$\$)/.test(text);
  return { tex, isDisplay };
}

/** Replaces an element with the class of a formula with its TeX. */
export const convertFormulaOfClass: Convert = (element, { parent }) => {
  const formula = formulaOfClass(element);
  return formula && [formulaNode(formula.tex, formula.isDisplay && mayContainBlocks(parent))];
};

// A formula that was converted already is code.
function isText({ children }: Element): boolean {
  return children.every(
    (child) =>
      child.type === "text" || (child.type === "element" && showsFormula(child) && (children.length === 1 || isBlank(children, child))),
  );
}

function isBlank(children: Element["children"], but: Element): boolean {
  return children.every((child) => child === but || (child.type === "text" && child.value.trim() === ""));
}
