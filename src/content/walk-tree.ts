import type { Parents, Root, RootContent } from "hast";

/** What a visitor answers: go on with the next node, not into this one, nor any further; or at an index among its siblings. */
export type Step = "skip" | "end" | { readonly skipTo: number } | undefined;

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
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index] as RootContent;
    const step = visitor(node, index, parent);
    if (step === "end") return step;
    if (typeof step === "object") {
      index = step.skipTo;
      continue;
    }
    if (step === undefined && node.type === "element" && walk(node, visitor) === "end") return "end";
    index++;
  }
  return undefined;
}
