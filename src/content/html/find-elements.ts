import type { Element, ElementContent } from "hast";
import { walkElements } from "./walk-tree.ts";

/** Returns an element and its descendants with a tag name, in document order: the first `max` of them. */
export function descendants(node: ElementContent, tagName: string, max: number = Number.POSITIVE_INFINITY): Element[] {
  const found: Element[] = [];
  walkElements({ type: "root", children: [node] }, (element) => {
    if (element.tagName === tagName) found.push(element);
    return found.length < max ? undefined : "end";
  });
  return found;
}

/** Returns the first of an element and its descendants, in document order, that meets a condition. */
export function findElement(root: Element, isWanted: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  walkElements({ type: "root", children: [root] }, (element) => {
    if (!isWanted(element)) return undefined;
    found = element;
    return "end";
  });
  return found;
}
