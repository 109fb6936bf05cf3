import type { Literal, Parent } from "mdast";
import { type AttributeData, wordNames } from "./expressions/resolve-expressions.ts";
import type { MdxElement, MdxProperties } from "./mdx-element.ts";

/** The nodes that replace one of MDX. */
export interface PlainNodes {
  readonly nodes: readonly unknown[];
  /** The component or expression of which something is lost, as it is written. */
  readonly name?: string;
}

const addresses = /^(?:href|to|url|link|src|value)$/;
const ofHtml = /^(?:alt|title|label|href)$/; // a picture without an address has its own warning

/**
 * Shows the elements in the attributes of an element instead of their words, `title={<>A <b>b</b></>}`, and names it if a value that it
 * shows is not known.
 */
export function withAttributes({ name, nodes }: PlainNodes, element: MdxElement, properties: MdxProperties): PlainNodes {
  const { lost, rich } = (element.data ?? {}) as AttributeData;
  const shown = rich === undefined ? { nodes, isWhole: true } : withRich(nodes, rich, new Set<unknown>(element.children));
  const own = name ?? lost ?? (!shown.isWhole || hasUnread(element, properties) ? `<${element.name ?? ""}>` : undefined);
  return { nodes: shown.nodes, ...(own !== undefined && { name: own }) };
}

// Children of the element are not searched.
function withRich(nodes: readonly unknown[], rich: NonNullable<AttributeData["rich"]>, kept: ReadonlySet<unknown>) {
  const found = new Set<string>();
  const replaced = (given: readonly unknown[]): readonly unknown[] =>
    given.flatMap((one): readonly unknown[] => {
      const { children, type, value } = one as Partial<Parent & Literal>;
      if (kept.has(one)) return [one];
      const parts = type === "text" ? rich.get(String(value)) : undefined;
      if (parts === undefined) return [children ? { ...(one as Parent), children: replaced(children) } : one];
      found.add(String(value));
      return parts;
    });
  const isShown = (words: string) => found.has(words) || JSON.stringify(nodes).includes(`"value":${JSON.stringify(words)}`);
  return { nodes: replaced(nodes), isWhole: [...rich.keys()].every(isShown) };
}

function hasUnread({ attributes, name: element }: MdxElement, properties: MdxProperties): boolean {
  const isHtml = /^[a-z][a-z\d-]*$/.test(element ?? "");
  return attributes.some((attribute) => {
    if (attribute.type === "mdxJsxExpressionAttribute") return true;
    const { name, value } = attribute;
    if (value === null || typeof value !== "object" || properties[name] !== undefined) return false;
    return isHtml ? ofHtml.test(name) : wordNames.test(name) || addresses.test(name);
  });
}
