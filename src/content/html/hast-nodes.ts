import type { Element, ElementContent, Properties, Text } from "hast";

/** Creates a text node. */
export function textNode(value: string): Text {
  return { type: "text", value };
}

/** Creates an element. */
export function elementNode(tagName: string, properties: Properties, children: readonly ElementContent[] = []): Element {
  return { type: "element", tagName, properties, children: [...children] };
}

/** Returns the first of the named properties that is a text with other characters than white space, trimmed. */
export function firstProperty({ properties }: Element, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = properties[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return undefined;
}

/** Returns whether an element has a property. Most elements of Markdown have none. */
export function hasProperties({ properties }: Element): boolean {
  for (const _ in properties) return true;
  return false;
}

/** Returns the classes of an element. MDX has them as one text. */
export function classesOf({ properties }: Element): readonly string[] {
  const value: unknown = properties["className"] ?? properties["class"];
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" ? value.split(/\s+/) : [];
}

/** Returns the nearest sibling that is not white space, in the direction `step` (1 or -1). */
export function siblingAt<T extends { readonly type: string }>(nodes: readonly T[], index: number, step: 1 | -1): T | undefined {
  for (let at = index + step; at >= 0 && at < nodes.length; at += step) {
    const node = nodes[at] as T;
    const isBlank = node.type === "comment" || (node.type === "text" && "value" in node && String(node.value).trim() === "");
    if (!isBlank) return node;
  }
  return undefined;
}
