import type { Element, Root } from "hast";
import { findAnchor, isOnEveryPage } from "./find-anchor.ts";
import { walkElements } from "./walk-tree.ts";

const maxRepaired = 100; // each is compared with all anchors

/**
 * Makes the links within an article lead to its anchors, in place, also if they were written for another generator. Reports each link that
 * leads to no anchor.
 * @param anchors of the article, without the entry's prefix
 */
export function repairAnchors(tree: Root, anchors: ReadonlySet<string>, onDead: (reference: string, link: Element) => void): void {
  const found = new Map<string, string | undefined>();
  walkElements(tree, (element) => {
    const { href } = element.properties;
    if (element.tagName !== "a" || typeof href !== "string" || !href.trim().startsWith("#")) return undefined;
    const wanted = href.trim().slice(1);
    if (isOnEveryPage(wanted) || anchors.has(wanted)) return undefined;
    if (!found.has(wanted) && found.size < maxRepaired) found.set(wanted, findAnchor(wanted, anchors));
    const anchor = found.get(wanted);
    if (anchor !== undefined) element.properties["href"] = `#${encodeURI(anchor)}`;
    else onDead(href.trim(), element);
    return undefined;
  });
}
