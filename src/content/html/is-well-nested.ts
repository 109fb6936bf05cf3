import type { Element, Nodes, Root } from "hast";

const phrasing = words("a abbr b br cite code del em i img ins kbd mark q s samp small span strong sub sup u var");
const flow = new Set([...phrasing, ...words("blockquote div h1 h2 h3 h4 h5 h6 hr ol p pre table ul")]);
const empty = words("br hr img"); // and no end tag, so what stood in them would stand behind them

// What may stand in an element without any parser moving it elsewhere (HTML Standard §13.2.6), and whether text may.
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
 * Whether a parser of HTML would build this very tree from what it is written as. No is also said of some trees of which that is
 * true: only the elements that Markdown makes, and those like them, are known here.
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

// Of the newline behind <pre>, parsers think that it is there for the looks.
function losesItsStart({ children: [first], tagName }: Element): boolean {
  return tagName === "pre" && first?.type === "text" && first.value.startsWith("\n");
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

function table<T>(names: ReadonlySet<string>, value: T): Record<string, T> {
  return Object.fromEntries([...names].map((name) => [name, value]));
}
