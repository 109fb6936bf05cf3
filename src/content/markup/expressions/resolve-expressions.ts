import type { Expression, Program } from "estree";
import type { Nodes, Parent, Root } from "mdast";
import type { MdxJsxAttribute, MdxJsxExpressionAttribute, MdxJsxFlowElement, MdxJsxTextElement, MdxjsEsm } from "mdast-util-mdx";
import { visit } from "unist-util-visit";
import { blockElements } from "../../html/block-elements.ts";
import { literalOf } from "../shortcodes/string-literal.ts";
import type { Evaluator } from "./evaluate.ts";
import { NodeWriter, type ScopedData, type ValueNode } from "./nodes-of-value.ts";
import { entryOf, isList, isPrimitive, Markup, ObjectValue, type Scope, textOfValue, Unknown, unknown, type Value } from "./value.ts";

type MdxElement = MdxJsxFlowElement | MdxJsxTextElement;
type Attribute = MdxElement["attributes"][number];

/** HTML that an attribute contains: `set:html`, `dangerouslySetInnerHTML`. */
export interface HtmlContent {
  readonly type: "htmlContent";
  readonly value: string;
}

/** Facts of the attributes of an element, in its data. */
export interface AttributeData {
  /** The elements in attributes by their words: `title={<>A <b>b</b></>}`. */
  readonly rich?: ReadonlyMap<string, readonly ValueNode[]>;
  /** The element as it is written, if a value of its attributes is shown, but not known. */
  readonly lost?: string;
}

/** Facts of an attribute, in its data. */
export interface ComputedData {
  /** True if its text is not written in it: `src={cover}`. */
  readonly isComputed?: boolean;
}

/** The attributes whose words are shown. */
export const wordNames =
  /^(?:title|label|summary|header|heading|question|answer|subtitle|desc|description|caption|footer|cta|text|content|excerpt|hint|tip|alt|name|author|source|cite)$/;
const inner = /^(?:children|dangerouslySetInnerHTML|set:html|set:text|v-html|v-text)$/;
const containers: ReadonlySet<string> = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);
const stepsOfHtml = 10; // for each character: elements need more memory than text

/** Replaces the expressions of MDX whose values are known with these, in place. */
export class ExpressionResolver {
  readonly #evaluator: Evaluator;
  readonly #scope: Scope;
  readonly #writer: NodeWriter;

  /** @param text the article's text */
  constructor(evaluator: Evaluator, scope: Scope, text: string) {
    this.#evaluator = evaluator;
    this.#scope = scope;
    this.#writer = new NodeWriter(evaluator, text);
  }

  /** Replaces expressions with the nodes that show them, and attributes with their texts. */
  resolve(tree: Root): void {
    visit(tree, (node, index, parent) => {
      if (isElement(node)) this.#resolveElement(node);
      if (node.type !== "mdxTextExpression" && node.type !== "mdxFlowExpression") return undefined;
      const expression = expressionIn((node.data as MdxjsEsm["data"])?.estree);
      if (expression === undefined || parent === undefined || index === undefined) return undefined;
      const value = this.#evaluator.valueOf(expression, this.#scope);
      const nodes = node.type === "mdxFlowExpression" ? this.#flowOf(value, parent) : this.#writer.nodesOf(value, false);
      if (nodes === undefined) return undefined;
      (parent as Parent).children.splice(index, 1, ...(placed(nodes, node) as Parent["children"]));
      return index; // visit the replacement, too
    });
  }

  // Between blocks are line ends, which texts and elements on one line do not have.
  #flowOf(value: Value, { type }: Parent): readonly object[] | undefined {
    const nodes = this.#writer.nodesOf(value, true);
    const isMixed = nodes !== undefined && nodes.length > 1 && !nodes.every(isBlock);
    if (!isMixed || !containers.has(type)) return nodes;
    const children = this.#writer.nodesOf(value, false);
    return children && [{ type: "paragraph", children }];
  }

  /** Returns the value of an attribute of an element; undefined without it. */
  attributeValue({ attributes }: Pick<MdxElement, "attributes">, name: string): Value {
    const found = attributes.find((attribute) => attribute.type === "mdxJsxAttribute" && attribute.name === name);
    return found === undefined ? undefined : this.#valueOf(found as MdxJsxAttribute);
  }

  /** Returns the words of a value; undefined if it has none. */
  wordsOf(value: Value): string | undefined {
    const nodes = this.#writer.nodesOf(value, false);
    return nodes && (wordsIn(nodes) || undefined);
  }

  #valueOf({ value }: MdxJsxAttribute): Value {
    if (value === null || value === undefined) return true;
    if (typeof value === "string") return value;
    const { expression = expressionIn(value.data?.estree), scope = this.#scope } = (value.data ?? {}) as Partial<ScopedData>;
    return expression === undefined ? unknown : this.#evaluator.valueOf(expression, scope);
  }

  #resolveElement(element: MdxElement): void {
    if (element.attributes.length === 0) {
      if (isFragment(element)) element.name = null;
      return;
    }
    const writtenName = element.name;
    const facts = { rich: new Map<string, readonly ValueNode[]>(), isLost: false };
    const attributes = new Map<string, Attribute>();
    for (const attribute of element.attributes.flatMap((one) => this.#spread(one))) {
      if (attribute.type === "mdxJsxExpressionAttribute") {
        attributes.set("…", attribute);
        continue;
      }
      attributes.delete(attribute.name);
      const resolved = inner.test(attribute.name) ? this.#fill(element, attribute, facts) : this.#resolveAttribute(attribute, facts);
      if (resolved !== undefined) attributes.set(attribute.name, resolved);
    }
    element.attributes = [...attributes.values()];
    if (isFragment(element)) element.name = null;
    const data: AttributeData = { ...(facts.rich.size > 0 && { rich: facts.rich }), ...(facts.isLost && { lost: `<${writtenName}>` }) };
    if (Object.keys(data).length > 0) element.data = { ...element.data, ...(data as object) };
  }

  // {...{ title: "A" }}
  #spread(attribute: Attribute): Attribute[] {
    if (attribute.type === "mdxJsxAttribute") return [attribute];
    const { expression = spreadIn(attribute), scope = this.#scope } = (attribute.data ?? {}) as Partial<ScopedData>;
    const value = expression === undefined ? undefined : this.#evaluator.valueOf(expression, scope);
    if (!(value instanceof ObjectValue)) return value === undefined || value === null ? [] : [attribute];
    return [...value.entries].map(([name, entry]) => attributeOf(name, entry));
  }

  #resolveAttribute(
    attribute: MdxJsxAttribute,
    facts: { rich: Map<string, readonly ValueNode[]>; isLost: boolean },
  ): MdxJsxAttribute | undefined {
    const { name, value: written } = attribute;
    if (typeof written !== "object" || written === null) return attribute;
    const value = this.#valueOf(attribute);
    if (value === true) return { ...attribute, value: null };
    const text = textOfValue(name === "style" ? (styleOf(value) ?? value) : fileIn(name, value));
    if (text !== undefined) return { ...attribute, value: text, ...(literalOf(written.value) === undefined && computed) };
    if (isPrimitive(value)) return undefined;
    if (wordNames.test(name) && (value instanceof Markup || isList(value))) {
      const nodes = this.#writer.nodesOf(value, false) ?? [];
      const shown = wordsIn(nodes);
      if (shown.trim() !== "") {
        facts.rich.set(shown, nodes);
        return { ...attribute, value: shown };
      }
      facts.isLost ||= !isList(value) || value.length > 0;
      return attribute;
    }
    return attribute;
  }

  // Replaces the content of an element with that of an attribute.
  #fill(element: MdxElement, attribute: MdxJsxAttribute, facts: { isLost: boolean }): undefined {
    const { name } = attribute;
    const hasChildren = element.children.some((child) => child.type !== "text" || child.value.trim() !== "");
    if (name === "children" && hasChildren) return;
    const content = this.#contentOf(name, this.#valueOf(attribute), element.type === "mdxJsxFlowElement");
    facts.isLost ||= content === undefined;
    if (content !== undefined) element.children = placed(content, element) as MdxElement["children"];
  }

  #contentOf(name: string, value: Value, isFlow: boolean): readonly (ValueNode | HtmlContent)[] | undefined {
    const given = name === "dangerouslySetInnerHTML" && value instanceof ObjectValue ? entryOf(value, "__html") : value;
    const content = name.startsWith("v-") && typeof given === "string" ? (literalOf(given) ?? unknown) : given; // an expression in quotes
    const html = textOfValue(content);
    if (html === undefined || name === "children" || name.endsWith("text")) {
      const nodes = this.#writer.nodesOf(html ?? content, isFlow);
      return nodes === undefined || nodes.every(isBlock) ? nodes : this.#writer.nodesOf(html ?? content, false);
    }
    return this.#evaluator.allows(html.length * stepsOfHtml) ? [{ type: "htmlContent", value: html }] : undefined;
  }
}

const computed: { readonly data: ComputedData & MdxJsxAttribute["data"] } = { data: { isComputed: true } };

function isElement(node: Nodes): node is MdxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

function isBlock(node: ValueNode): boolean {
  return "children" in node && (blockElements.has(node.name ?? "") || /^[A-Z]/.test(node.name ?? ""));
}

function isFragment({ name }: MdxElement): boolean {
  return name === "Fragment" || name === "React.Fragment";
}

function expressionIn(estree: Program | null | undefined): Expression | undefined {
  const [statement] = estree?.body ?? [];
  return statement?.type === "ExpressionStatement" ? statement.expression : undefined;
}

function spreadIn({ data }: MdxJsxExpressionAttribute): Expression | undefined {
  const object = expressionIn(data?.estree);
  const [spread] = object?.type === "ObjectExpression" ? object.properties : [];
  return spread?.type === "SpreadElement" ? spread.argument : undefined;
}

// The value is known already: its scope has it by a name.
function attributeOf(name: string, value: Value): MdxJsxAttribute {
  const data: ScopedData = { expression: { type: "Identifier", name }, scope: new Map([[name, value]]) };
  return { type: "mdxJsxAttribute", name, value: { type: "mdxJsxAttributeValueExpression", value: "…", data: data as object } };
}

// src={photo}, sources={pictures}
function fileIn(name: string, value: Value): Value {
  return value instanceof ObjectValue ? entryOf(value, name === "sources" ? "light" : "src") : value;
}

function styleOf(value: Value): string | undefined {
  if (!(value instanceof ObjectValue)) return undefined;
  if ([...value.entries.values()].some((entry) => entry instanceof Unknown)) return undefined;
  const declarations = [...value.entries].flatMap(([name, text]) => {
    if (typeof text !== "string") return [];
    return [`${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${text}`];
  });
  return declarations.length === 0 ? undefined : declarations.join("; ");
}

function wordsIn(nodes: readonly ValueNode[]): string {
  return nodes.map((node) => ("children" in node ? wordsIn(node.children) : node.type === "expressionText" ? node.value : "")).join("");
}

// Problems of new nodes are reported at the expression.
function placed(nodes: readonly object[], { position }: Pick<Nodes, "position">): readonly object[] {
  return nodes.map((node) => ({
    ...node,
    ...("children" in node && { children: placed(node.children as object[], { position }) }),
    ...(position && { position }),
  }));
}
