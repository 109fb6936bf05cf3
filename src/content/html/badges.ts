import type { Element, ElementContent } from "hast";
import { textStart } from "./text-start.ts";

/** Returns whether a node is a badge in a heading. VitePress: `<Badge text="stable" />` after its words. */
export function isBadge(node: ElementContent): boolean {
  return node.type === "element" && node.properties["dataBadge"] !== undefined;
}

/** The property of a paragraph with the badges of the removed title. It is not the first paragraph of the text. The sanitizer removes it. */
export const badgesOfTitle = "dataBadgesOfTitle";

/** Returns the first characters of a heading's text without its badges; undefined if it has none. */
export function wordsBeforeBadges(heading: Element, length: number): string | undefined {
  if (!heading.children.some(isBadge)) return undefined;
  return textStart({ ...heading, children: heading.children.filter((child) => !isBadge(child)) }, length).trim();
}
