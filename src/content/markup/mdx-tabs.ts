import type { Nodes, Root } from "mdast";
import { visit } from "unist-util-visit";
import type { AttributeData, ExpressionResolver } from "./expressions/resolve-expressions.ts";
import { entryOf, isList, ObjectValue, textOfValue, Unknown, type Value } from "./expressions/value.ts";
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
export function labelTabs(tree: Root, resolver: ExpressionResolver): void {
  visit(tree, (node) => {
    if (!isElement(node) || !isTabSet(node)) return;
    const found = tabsIn(node);
    const [values, items] = [entriesOf(node, "values", resolver), entriesOf(node, "items", resolver)];
    let isLost = false;
    for (const [index, tab] of found.entries()) {
      const value = textOfValue(resolver.attributeValue(tab, "value"));
      const named = value === undefined ? undefined : values.find((entry) => entry.value === value);
      const item = hasOwnLabel(tab) || value !== undefined ? undefined : items[index];
      const label = named?.label ?? item?.label;
      isLost ||= label === undefined && !hasOwnLabel(tab) && isUnknown(node, value === undefined ? "items" : "values", resolver);
      if (label !== undefined) tab.attributes = [...tab.attributes.filter((one) => !isNamed(one, "label")), labelAttribute(label)];
    }
    if (isLost) node.data = { ...node.data, ...({ lost: `<${node.name}>` } satisfies AttributeData as object) };
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

function isUnknown(element: MdxElement, name: string, resolver: ExpressionResolver): boolean {
  return resolver.attributeValue(element, name) instanceof Unknown;
}

/** A tab in the attribute of its set. */
interface TabEntry {
  readonly label: string | undefined;
  readonly value: string | undefined;
}

function entriesOf(element: MdxElement, name: string, resolver: ExpressionResolver): TabEntry[] {
  const values = resolver.attributeValue(element, name);
  if (!isList(values)) return [];
  return values.map((entry): TabEntry => {
    const label = labelOf(entry, resolver);
    const value = textOfValue(entry instanceof ObjectValue ? entryOf(entry, "value") : entry);
    return { label: label ?? value, value };
  });
}

function labelOf(entry: Value, resolver: ExpressionResolver): string | undefined {
  return resolver.wordsOf(entry instanceof ObjectValue ? entryOf(entry, "label") : entry);
}
