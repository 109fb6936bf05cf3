import type { MdxElement, MdxProperties } from "./mdx-element.ts";
import { literalOf } from "./shortcodes/string-literal.ts";

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
 * @param texts the texts of imported files by name
 */
export function verbatimComponent(
  element: MdxElement,
  properties: MdxProperties,
  texts: ReadonlyMap<string, string>,
): VerbatimComponent | undefined {
  const name = element.name ?? "";
  const isBlock = element.type === "mdxJsxFlowElement";
  if (formulas.test(name)) {
    const text = textOf(element, properties, texts, ["math", "tex", "formula", "expression", "equation", "latex"]);
    return text === undefined ? undefined : { kind: "formula", text, isBlock: isBlock || /Block|Display|Equation/.test(name) };
  }
  const text = codes.test(name) ? textOf(element, properties, texts, ["code"]) : undefined;
  if (text === undefined) return undefined;
  const language = ["language", "lang"].map((key) => properties[key]).find((value) => typeof value === "string");
  return { kind: "code", text, isBlock, language: typeof language === "string" ? language : undefined };
}

// An attribute, or the only child, which is a literal: <Math>{String.raw`\frac{1}{2}`}</Math>.
function textOf(
  { children }: MdxElement,
  properties: MdxProperties,
  texts: ReadonlyMap<string, string>,
  names: readonly string[],
): string | undefined {
  const given = names.map((name) => properties[name]).find((value) => typeof value === "string" && value.trim() !== "");
  if (typeof given === "string") return given;
  const [child, ...others] = children.filter((node) => node.type !== "text" || node.value.trim() !== "");
  if (others.length > 0 || (child?.type !== "mdxTextExpression" && child?.type !== "mdxFlowExpression")) return undefined;
  return literalOf(child.value) ?? texts.get(child.value.trim());
}
