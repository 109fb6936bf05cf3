import { escapeMarkup } from "../../../base/escape.ts";
import { codeBlock } from "./shortcode-html.ts";

/** The tags whose content is TeX. */
export const formulaNames: ReadonlySet<string> = new Set(["katex", "math", "mathjax", "latex", "tex"]);

/** The tags whose content is the code of a diagram. */
export const diagramNames: ReadonlySet<string> = new Set(["mermaid", "plantuml", "graphviz", "dot", "goat", "viz", "kroki"]);

/** All tags whose content is not Markdown. */
export const verbatimNames: ReadonlySet<string> = new Set([
  "highlight",
  "codeblock",
  "code",
  "raw",
  "verbatim",
  "comment",
  ...formulaNames,
  ...diagramNames,
]);

/** Returns a formula as its TeX to the letter; on lines of its own, it is a block. */
export function formulaHtml(within: string): string {
  const tex = within.trim().replace(/^(\${1,2}|\\[([])([\s\S]*?)(?:\${1,2}|\\[)\]])$/, "$2");
  return within.includes("\n") ? codeBlock("", tex) : `<code>${escapeMarkup(tex)}</code>`;
}
