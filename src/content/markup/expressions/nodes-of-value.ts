import type { Expression, SimpleLiteral } from "estree";
import type { JSXAttribute, JSXElement, JSXFragment, JSXSpreadAttribute } from "estree-jsx";
import type { MdxJsxAttribute, MdxJsxAttributeValueExpression, MdxJsxExpressionAttribute } from "mdast-util-mdx";
import type { Evaluator } from "./evaluate.ts";
import { isList, isPrimitive, Markup, type Scope, textOfValue, type Value } from "./value.ts";

/** The text of an expression. Other than in Markdown, white space at the ends of its lines is kept. */
export interface ExpressionText {
  readonly type: "expressionText";
  readonly value: string;
}

/** An expression whose value is not known. */
interface UnknownExpression {
  readonly type: "mdxTextExpression";
  readonly value: string;
}

/** An element of JSX within an expression, in the form of one outside. */
export interface ElementNode {
  readonly type: "mdxJsxFlowElement" | "mdxJsxTextElement";
  readonly name: string | null;
  readonly attributes: (MdxJsxAttribute | MdxJsxExpressionAttribute)[];
  readonly children: ValueNode[];
}

/** A node that shows the value of an expression. */
export type ValueNode = ExpressionText | UnknownExpression | ElementNode;

type Child = JSXElement["children"][number];

const stepsOfNode = 20; // nodes need more memory than values
const stepsOfElement = 100;

/** Creates the nodes that show the values of expressions. */
export class NodeWriter {
  readonly #evaluator: Evaluator;
  readonly #text: string;

  /** @param text the article's text, for the expressions that stay */
  constructor(evaluator: Evaluator, text: string) {
    this.#evaluator = evaluator;
    this.#text = text;
  }

  /** Returns the nodes that show a value as React does; undefined for an object, a function, and an unknown value. */
  nodesOf(value: Value, isFlow: boolean): ValueNode[] | undefined {
    if (!this.#evaluator.allows(stepsOfNode)) return undefined;
    const text = textOfValue(value);
    if (text !== undefined) return text === "" ? [] : [{ type: "expressionText", value: text }];
    if (isPrimitive(value)) return [];
    if (value instanceof Markup) return this.#jsx(value.jsx, value.scope, isFlow);
    if (!isList(value)) return undefined;
    return value.flatMap((item) => this.nodesOf(item, isFlow) ?? [{ type: "mdxTextExpression", value: "…" } as const]);
  }

  #expression(expression: Expression, scope: Scope): MdxJsxAttributeValueExpression {
    const { end = 0, start = 0 } = expression as { readonly start?: number; readonly end?: number };
    return { type: "mdxJsxAttributeValueExpression", value: this.#text.slice(start, end), data: { expression, scope } as object };
  }

  #jsx(jsx: JSXElement | JSXFragment, scope: Scope, isFlow: boolean): ValueNode[] | undefined {
    if (!this.#evaluator.allows(stepsOfElement)) return undefined;
    const written = jsx.children.filter((child) => child.type !== "JSXText" || jsxText(child.value) !== "");
    const isFlowContent = isFlow && written.every(({ type }) => type === "JSXElement" || type === "JSXFragment" || isExpression(type));
    const children = written.flatMap((child) => this.#child(child, scope, isFlowContent));
    if (jsx.type === "JSXFragment") return children;
    const attributes = jsx.openingElement.attributes.map((attribute) => this.#attribute(attribute, scope));
    return [{ type: isFlow ? "mdxJsxFlowElement" : "mdxJsxTextElement", name: nameOf(jsx.openingElement.name), attributes, children }];
  }

  #child(child: Child, scope: Scope, isFlow: boolean): ValueNode[] {
    if (child.type === "JSXText") return [{ type: "expressionText", value: jsxText(child.value) }];
    if (child.type === "JSXElement" || child.type === "JSXFragment") return this.#jsx(child, scope, isFlow) ?? [lost];
    if (child.type === "JSXSpreadChild") return [lost];
    const { expression } = child;
    if (expression.type === "JSXEmptyExpression") return [];
    return this.nodesOf(this.#evaluator.valueOf(expression, scope), isFlow) ?? [lost];
  }

  #attribute(attribute: JSXAttribute | JSXSpreadAttribute, scope: Scope): MdxJsxAttribute | MdxJsxExpressionAttribute {
    if (attribute.type === "JSXSpreadAttribute") {
      const data: ScopedData = { expression: attribute.argument, scope };
      return { type: "mdxJsxExpressionAttribute", value: "…", data: data as object };
    }
    const name =
      attribute.name.type === "JSXIdentifier" ? attribute.name.name : `${attribute.name.namespace.name}:${attribute.name.name.name}`;
    const { value } = attribute;
    if (value === null) return { type: "mdxJsxAttribute", name, value: null };
    if (value.type === "Literal") return { type: "mdxJsxAttribute", name, value: String((value as SimpleLiteral).value) };
    const expression = value.type === "JSXExpressionContainer" ? value.expression : value;
    if (expression.type === "JSXEmptyExpression") return { type: "mdxJsxAttribute", name, value: null };
    return { type: "mdxJsxAttribute", name, value: this.#expression(expression as Expression, scope) };
  }
}

/** An expression in an element of JSX within another expression, with the names that it can use. */
export interface ScopedData {
  readonly expression: Expression;
  readonly scope: Scope;
}

const lost: UnknownExpression = { type: "mdxTextExpression", value: "…" };

function isExpression(type: Child["type"]): boolean {
  return type === "JSXExpressionContainer" || type === "JSXSpreadChild";
}

function nameOf(name: JSXElement["openingElement"]["name"]): string {
  if (name.type === "JSXIdentifier") return name.name;
  if (name.type === "JSXNamespacedName") return `${name.namespace.name}:${name.name.name}`;
  return `${nameOf(name.object)}.${name.property.name}`;
}

// React: white space at the start and the end of a line is not shown, and neither are blank lines.
function jsxText(written: string): string {
  const lines = written.split(/\r\n?|\n/);
  const texts = lines.map((line, index) => {
    const [start, end] = [index === 0 ? 0 : startOf(line), index === lines.length - 1 ? line.length : endOf(line)];
    return line.slice(start, Math.max(start, end));
  });
  return texts.filter((text) => text !== "").join(" ");
}

function startOf(line: string): number {
  const start = line.search(/[^ \t]/);
  return start === -1 ? line.length : start;
}

function endOf(line: string): number {
  let end = line.length;
  while (end > 0 && /[ \t]/.test(line[end - 1] ?? "")) end--;
  return end;
}
