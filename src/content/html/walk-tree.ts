import type { Parents, RootContent } from "hast";

/** The result of a visitor: skip the node's children, end the walk, or replace the node and continue after the replacement. */
export type Step = "skip" | "end" | { readonly instead: readonly RootContent[] } | undefined;

/** Called for each node in document order, with its index among its siblings. */
export type Visitor<T extends RootContent = RootContent> = (node: T, index: number, parent: Parents) => Step;

/**
 * Walks a tree. The visitor may change the tree after the current node. (`unist-util-visit` takes ten times as long, and each
 * article is walked ten times.)
 */
export function walkTree(tree: Parents, visitor: Visitor): void {
  walk(tree, visitor);
}

/** Walks the elements of a tree, as {@link walkTree} walks all nodes. */
export function walkElements(tree: Parents, visitor: Visitor<Extract<RootContent, { type: "element" }>>): void {
  walk(tree, (node, index, parent) => (node.type === "element" ? visitor(node, index, parent) : undefined));
}

function walk(parent: Parents, visitor: Visitor): "end" | undefined {
  const { children } = parent;
  let changed: RootContent[] | undefined; // the nodes so far, after the first replacement: a splice for each would be quadratic
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
