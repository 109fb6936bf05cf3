import type { Parents, Root, RootContent } from "hast";

/** What a visitor answers: do not go into this node, or any further; or put others in its place and go on behind them. */
export type Step = "skip" | "end" | { readonly instead: readonly RootContent[] } | undefined;

/** Takes each node in the order of the document, with its place among its siblings. */
export type Visitor<T extends RootContent = RootContent> = (node: T, index: number, parent: Parents) => Step;

/**
 * Goes through a tree, which the visitor may change behind the node that it has. (The package for this takes ten times as long, and
 * every article is gone through ten times.)
 */
export function walkTree(tree: Root, visitor: Visitor): void {
  walk(tree, visitor);
}

/** The same for the elements alone. */
export function walkElements(tree: Root, visitor: Visitor<Extract<RootContent, { type: "element" }>>): void {
  walk(tree, (node, index, parent) => (node.type === "element" ? visitor(node, index, parent) : undefined));
}

function walk(parent: Parents, visitor: Visitor): "end" | undefined {
  const { children } = parent;
  let changed: RootContent[] | undefined; // the nodes so far, once one was replaced: a splice for each would move all behind it
  for (let index = 0; index < children.length; index++) {
    const node = children[index] as RootContent;
    const step = visitor(node, index, parent);
    if (typeof step === "object") {
      changed ??= children.slice(0, index);
      for (const other of step.instead) changed.push(other);
      continue;
    }
    changed?.push(node);
    if (step === "skip") continue;
    if (step === "end" || (node.type === "element" && walk(node, visitor) === "end")) {
      if (changed !== undefined) parent.children = changed.concat(children.slice(index + 1)) as Parents["children"];
      return "end";
    }
  }
  if (changed !== undefined) parent.children = changed as Parents["children"];
  return undefined;
}
