import type { Expression, ObjectExpression } from "estree";
import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { MdxElement } from "./mdx-element.ts";

const tabSets = /^(?:(?:Code)?Tabs|TabGroup)$/;
const tabs = /^(?:Tab(?:Item|Panel)?|Tabs\.(?:Tab|Item|Panel))$/;

/** Returns whether an element has the name of a tab: `<TabItem>` of Docusaurus and Starlight, `<Tab>` and `<Tabs.Tab>` of Nextra. */
export function isTab({ name }: Pick<MdxElement, "name">): boolean {
  return tabs.test(name ?? "");
}

/** Returns whether an element is a set of tabs. */
export function isTabSet({ name }: Pick<MdxElement, "name">): boolean {
  return tabSets.test(name ?? "");
}

/**
 * Gives tabs the labels that the set around them has, in place: `values={[{ label: "macOS", value: "mac" }]}` (Docusaurus) by their values,
 * `items={["npm", "yarn"]}` (Nextra, Fumadocs) in their order.
 */
export function labelTabs(tree: Root): void {
  visit(tree, (node) => {
    if (!isElement(node) || !isTabSet(node)) return;
    const found = tabsIn(node);
    const [values, items] = [entriesOf(node, "values"), entriesOf(node, "items")];
    for (const [index, tab] of found.entries()) {
      const value = stringOf(tab, "value");
      const named = value === undefined ? undefined : values.find((entry) => entry.value === value);
      const item = hasOwnLabel(tab) || value !== undefined ? undefined : items[index];
      const label = named?.label ?? item?.label;
      if (label !== undefined) tab.attributes = [...tab.attributes.filter((one) => !isNamed(one, "label")), labelAttribute(label)];
    }
  });
}

function isElement(node: Nodes): node is MdxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

// The tabs of the set, but not those of a set within a tab. Tabs on lines of text are in paragraphs.
function tabsIn({ children }: { readonly children: readonly Nodes[] }): MdxElement[] {
  return children.flatMap((child) => {
    if (child.type === "paragraph") return tabsIn(child);
    return isElement(child) && isTab(child) ? [child] : [];
  });
}

type Attribute = MdxElement["attributes"][number];

function isNamed(attribute: Attribute, name: string): boolean {
  return attribute.type === "mdxJsxAttribute" && attribute.name === name;
}

function hasOwnLabel({ attributes }: MdxElement): boolean {
  return ["label", "title"].some((name) => attributes.some((attribute) => isNamed(attribute, name)));
}

function labelAttribute(value: string): Attribute {
  return { type: "mdxJsxAttribute", name: "label", value };
}

function attributeOf({ attributes }: MdxElement, name: string): string | Expression | undefined {
  const value = attributes.find((attribute) => isNamed(attribute, name))?.value;
  if (value === null || typeof value !== "object") return value ?? undefined;
  const [statement] = value.data?.estree?.body ?? [];
  return statement?.type === "ExpressionStatement" ? statement.expression : undefined;
}

function stringOf(element: MdxElement, name: string): string | undefined {
  const value = attributeOf(element, name);
  return typeof value === "string" ? value : literalText(value);
}

/** A tab in the attribute of its set. */
interface TabEntry {
  readonly label: string | undefined;
  readonly value: string | undefined;
}

function entriesOf(element: MdxElement, name: string): TabEntry[] {
  const value = attributeOf(element, name);
  if (typeof value === "string" || value?.type !== "ArrayExpression") return [];
  return value.elements.map((entry) => {
    if (entry?.type === "ObjectExpression") return entryOf(entry);
    const label = entry === null || entry.type === "SpreadElement" ? undefined : literalText(entry);
    return { label, value: label };
  });
}

function entryOf({ properties }: ObjectExpression): TabEntry {
  const texts = new Map(
    properties.flatMap((property) => {
      if (property.type !== "Property" || property.computed) return [];
      const { key, value } = property;
      return [[key.type === "Identifier" ? key.name : literalText(key as Expression), literalText(value as Expression)] as const];
    }),
  );
  const value = texts.get("value");
  return { label: texts.get("label") ?? value, value };
}

/** Returns the text of an expression that is a string, a number or a template without expressions. */
export function literalText(expression: Expression | undefined): string | undefined {
  if (expression?.type === "Literal")
    return typeof expression.value === "string" || typeof expression.value === "number" ? String(expression.value) : undefined;
  if (expression?.type !== "TemplateLiteral" || expression.expressions.length > 0) return undefined;
  return expression.quasis[0]?.value.cooked ?? undefined;
}
