import type { Element, ElementContent, Parents, Root } from "hast";
import { textNode } from "../../html/hast-nodes.ts";
import { splitParagraph } from "../../html/split-paragraph.ts";
import { formulaNode } from "../../plain-html/formula-node.ts";
import { type EquationLabel, idOfLabels, referencedLabels } from "./equation-labels.ts";
import { type FoundFormula, findFormulas } from "./find-formulas.ts";
import { close, filler, open } from "./formula-mark.ts";
import { writtenFormula } from "./heading-formulas.ts";
import { withoutReferences } from "./without-references.ts";
import { withoutWordPress } from "./wordpress-formula.ts";

/** A Markdown text with marks instead of its formulas, so that no parser changes their backslashes, asterisks and underscores. */
export interface HiddenFormulas {
  /** It has as many lines as before. */
  readonly text: string;
  /** The labels of formulas to which the text refers. */
  readonly labels: ReadonlyMap<string, EquationLabel>;
  /** The labels after formulas, as in MyST, by the numbers of their marks. */
  readonly labelsOfMarks: ReadonlyMap<number, string>;
  /**
   * Puts the formulas into the tree of the text, in place: as code in its text, as they were written anywhere else.
   * @param isPlain true to keep their references, since addresses are made of titles and must not change
   */
  show(tree: Root, isPlain?: boolean): void;
}

type Formula = FoundFormula & {
  /** Its source. */
  readonly written: string;
  /** Its source in the text of the tree, in which references are decoded. Comments have none. */
  readonly shown: string;
  /** Its label, to which the text refers. */
  readonly id?: string | undefined;
};

const mark = /(?:\uF8F0|%EF%A3%B0)(\d+)(?:\uF8F1|%EF%A3%B1)(?:(?:\s|%0A)*(?:\uF8F2|%EF%A3%B2))*/gi;

/**
 * Replaces the formulas of a Markdown text, and the labels after them, with marks. Returns undefined without a formula.
 * @param isMyst whether it has directives or roles of MyST; undefined to search for them
 * @param isMdx true for formulas in indented lines, which are text
 */
export function hideFormulas(source: string, isMdx = false, isMyst?: boolean): HiddenFormulas | undefined {
  const found = /[\uF8F0-\uF8F2]/.test(source) ? [] : findFormulas(source, isMdx ? "mdx" : "markdown", isMyst);
  if (found.length === 0) return undefined;
  const formulas = found.map((formula) => {
    const written = source.slice(formula.start, formula.end);
    const tex = texOf(formula, written);
    return { ...formula, tex, written: formula.isTag ? tex : written, shown: formula.isTag ? tex : written };
  });
  const numbers = new Map(formulas.map((formula, number) => [keyOf(formula), number])); // equal labels of links stay equal
  const parts: string[] = [];
  let end = 0;
  for (const formula of formulas) {
    const fillers = `\n${indentationAt(source, formula.start)}${filler}`.repeat(formula.written.split("\n").length - 1);
    parts.push(source.slice(end, formula.start), `${open}${numbers.get(keyOf(formula))}${close}${fillers}`);
    end = formula.end;
  }
  const labels = referencedLabels(source, formulas);
  const shown = formulas.map((one) => ({
    ...one,
    shown: one.isTag ? one.tex : withoutReferences(one.written),
    id: one.label ?? idOfLabels(one.tex, labels),
  }));
  const labelsOfMarks = new Map(formulas.flatMap(({ label }, number) => (label === undefined ? [] : [[number, label] as const])));
  return {
    labels,
    labelsOfMarks,
    text: parts.join("") + source.slice(end),
    show: (tree, isPlain = false) => showIn(tree, isPlain ? formulas : shown),
  };
}

// Only code has no references: $`…`$. The content of a tag may begin with the name of a program: latex a.tex.
function texOf({ isTag, tex }: FoundFormula, written: string): string {
  if (isTag) return withoutReferences(tex);
  return written.startsWith("$`") ? tex : withoutWordPress(withoutReferences(tex));
}

// The lines of a formula belong to the same block as its first one, such as a footnote or an admonition.
function indentationAt(source: string, offset: number): string {
  const before = source.slice(Math.max(0, offset - 100), offset);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return line.slice(0, line.length - line.trimStart().length);
}

// In a table, the same text is another formula: a bar is escaped.
function keyOf({ tex, written }: Formula): string {
  return `${written}\n${tex}`;
}

const verbatim = new Set(["code", "kbd", "pre", "samp", "script", "style", "textarea", "title"]);

function showIn(parent: Parents, formulas: readonly Formula[], isInHeading = false): void {
  parent.children = parent.children.flatMap((child): Parents["children"] => {
    if (child.type === "text") return isMarked(child.value) ? nodesOf(child.value, formulas, isInHeading) : [child];
    if (child.type === "comment") return [{ ...child, value: restored(child.value, formulas, "written") }];
    if (child.type !== "element") return [child];
    restoreProperties(child, formulas);
    if (verbatim.has(child.tagName)) restoreTexts(child, formulas);
    else showIn(child, formulas, isInHeading || child.tagName === "h1");
    return child.tagName === "p" ? splitParagraph(child) : [child];
  }) as Parents["children"];
}

function nodesOf(value: string, formulas: readonly Formula[], isInHeading: boolean): ElementContent[] {
  const nodes: ElementContent[] = [];
  let end = 0;
  for (const match of value.matchAll(mark)) {
    const formula = formulas[Number(match[1])];
    if (formula === undefined) continue;
    const node = isInHeading ? writtenFormula(formula.shown, formula.tex) : formulaNode(formula.tex, formula.isDisplay);
    if (formula.id !== undefined && node.type === "element") node.properties["id"] = formula.id;
    nodes.push(textNode(value.slice(end, match.index)), node);
    end = match.index + match[0].length;
  }
  return [...nodes, textNode(value.slice(end))].filter((node) => node.type !== "text" || node.value !== "");
}

function isMarked(value: string): boolean {
  return value.includes(open);
}

function restored(value: string, formulas: readonly Formula[], as: "shown" | "written" = "shown"): string {
  return value.replace(mark, (whole, number: string) => formulas[Number(number)]?.[as] ?? whole);
}

function restoreTexts(element: Element, formulas: readonly Formula[]): void {
  for (const child of element.children) {
    if (child.type === "text") child.value = restored(child.value, formulas);
    if (child.type !== "element") continue;
    restoreProperties(child, formulas);
    restoreTexts(child, formulas);
  }
}

function restoreProperties({ properties }: Element, formulas: readonly Formula[]): void {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "string") properties[name] = restored(value, formulas);
    else if (Array.isArray(value)) properties[name] = value.map((item) => (typeof item === "string" ? restored(item, formulas) : item));
  }
}
