import type { Nodes } from "mdast";
import type { ValueNode } from "./expressions/nodes-of-value.ts";
import type { MdxElement, MdxProperties } from "./mdx-element.ts";

const formulas = /^(?:(?:Inline|Block|Display)?(?:Math|TeX|Tex|Latex|LaTeX|Katex|KaTeX)(?:Inline|Block)?|MathJax|Equation|M)$/;
const codes = /^(?:CodeBlock|Code|CodeSnippet|Snippet|SyntaxHighlighter|Prism)$/;

/** The text of a component that shows a formula or code. */
export interface VerbatimComponent {
  readonly kind: "formula" | "code";
  readonly text: string;
  readonly isBlock: boolean;
  readonly language?: string | undefined;
}

/**
 * Returns the text of a component that shows a formula or code; undefined for other components, and for content that is Markdown.
 */
export function verbatimComponent(element: MdxElement, properties: MdxProperties): VerbatimComponent | undefined {
  const name = element.name ?? "";
  const isBlock = element.type === "mdxJsxFlowElement";
  if (formulas.test(name)) {
    const text = textOf(element, properties, ["math", "tex", "formula", "expression", "equation", "latex"]);
    return text === undefined ? undefined : { kind: "formula", text, isBlock: isBlock || /Block|Display|Equation/.test(name) };
  }
  const text = codes.test(name) ? textOf(element, properties, ["code"]) : undefined;
  if (text === undefined) return undefined;
  const language = ["language", "lang"].map((key) => properties[key]).find((value) => typeof value === "string");
  return { kind: "code", text, isBlock, language: typeof language === "string" ? language : undefined };
}

// An attribute, or the content, if it consists of expressions: <Math>{String.raw`\frac{1}{2}`}</Math>.
function textOf({ children }: MdxElement, properties: MdxProperties, names: readonly string[]): string | undefined {
  const given = names.map((name) => properties[name]).find((value) => typeof value === "string" && value.trim() !== "");
  if (typeof given === "string") return given;
  const nodes: readonly (ValueNode | Nodes)[] = children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const found = nodes.flatMap((node) => (node.type === "expressionText" ? [node.value] : []));
  return found.length === 0 || found.length < nodes.length ? undefined : found.join("");
}
