import type { Element, Nodes, Root } from "hast";

const phrasing = words("a abbr b br cite code del em i img ins kbd mark q s samp small span strong sub sup u var");
const flow = new Set([...phrasing, ...words("blockquote div h1 h2 h3 h4 h5 h6 hr ol p pre table ul")]);
const empty = words("br hr img"); // they have no end tag, so their children would come after them

// The children that an element may have without a parser moving them (HTML Standard §13.2.6), and whether it may contain text.
const within: Readonly<Record<string, { readonly elements: ReadonlySet<string>; readonly hasText: boolean }>> = {
  ...table(phrasing, { elements: phrasing, hasText: true }),
  ...table(words("h1 h2 h3 h4 h5 h6 p pre td th"), { elements: phrasing, hasText: true }),
  ...table(words("blockquote div li"), { elements: flow, hasText: true }),
  ...table(words("ol ul"), { elements: words("li"), hasText: false }),
  table: { elements: words("tbody thead"), hasText: false },
  ...table(words("tbody thead"), { elements: words("tr"), hasText: false }),
  tr: { elements: words("td th"), hasText: false },
};

/**
 * Returns true if an HTML parser certainly builds the same tree from the serialized HTML. It may return false for such a tree as well,
 * because it supports only the elements that Markdown produces, and similar ones.
 */
export function isWellNested(tree: Root): boolean {
  return tree.children.every((child) => isAllowedIn(child, flow, true, false));
}

function isAllowedIn(node: Nodes, elements: ReadonlySet<string>, hasText: boolean, isInLink: boolean): boolean {
  if (node.type === "text") return hasText ? !node.value.includes("\r") : /^[\n\t ]*$/.test(node.value);
  if (node.type !== "element" || !elements.has(node.tagName)) return false;
  const { children, tagName } = node;
  if (Object.values(node.properties).some((value) => typeof value === "string" && value.includes("\r"))) return false;
  if (empty.has(tagName)) return children.length === 0;
  const inside = within[tagName];
  if (inside === undefined || losesItsStart(node) || (tagName === "a" && isInLink)) return false;
  return children.every((child) => isAllowedIn(child, inside.elements, inside.hasText, isInLink || tagName === "a"));
}

// Parsers drop a newline directly after <pre>.
function losesItsStart({ children: [first], tagName }: Element): boolean {
  return tagName === "pre" && first?.type === "text" && first.value.startsWith("\n");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

function table<T>(names: ReadonlySet<string>, value: T): Record<string, T> {
  return Object.fromEntries([...names].map((name) => [name, value]));
}
