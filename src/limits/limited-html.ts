import { type DefaultTreeAdapterMap, type ParserOptions, parseFragment } from "parse5";
import { checkContent } from "./content-limits.ts";
import { LimitError, shown } from "./limit-error.ts";
import { observedTreeAdapter } from "./observed-tree-adapter.ts";

type Options = Omit<ParserOptions<DefaultTreeAdapterMap>, "treeAdapter">;

const maxNodes = 100_000;

/**
 * Parses the HTML of an entry as browsers do.
 * @throws LimitError
 */
export function parseHtmlTree(html: string, options: Options = {}): DefaultTreeAdapterMap["documentFragment"] {
  checkContent(html);
  return parseFragment(html, { ...options, treeAdapter: countingTreeAdapter() });
}

/** Returns the elements of a tree, in the order of the text. Iterative, since a deeply nested page would overflow the stack. */
export function* elementsOf(root: DefaultTreeAdapterMap["node"]): Generator<DefaultTreeAdapterMap["element"]> {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("tagName" in node) yield node;
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
}

/** Creates a parse5 adapter for one tree, which throws a LimitError if it has too many nodes. */
export function countingTreeAdapter(): ReturnType<typeof observedTreeAdapter> {
  let nodes = 0;
  return observedTreeAdapter(() => {
    const advice = "close its tags, or write the article by hand";
    if (++nodes > maxNodes) throw new LimitError(`its HTML makes more than ${shown(maxNodes)} elements and comments`, advice);
  });
}
