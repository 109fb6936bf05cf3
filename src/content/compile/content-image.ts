import type { Root } from "hast";
import type { Entry } from "../../model/entry.ts";
import { elementNode } from "../html/hast-nodes.ts";
import { walkElements } from "../html/walk-tree.ts";
import type { Metadata } from "../metadata/metadata.ts";

/** Returns the first picture of a content. */
export function firstImageOf(tree: Root): Metadata["image"] {
  let found: Metadata["image"];
  walkElements(tree, ({ tagName, properties: { alt, src } }) => {
    if (tagName !== "img" || typeof src !== "string" || src === "") return undefined;
    found = { url: src, ...(typeof alt === "string" && alt !== "" && { alt }) };
    return "end";
  });
  return found;
}

/** Puts an entry's picture at the start of its content unless the content has it already: most readers show only the content. */
export function showImage(tree: Root, image: NonNullable<Entry["image"]>): void {
  let isShown = false;
  walkElements(tree, ({ tagName, properties }) => {
    isShown ||= tagName === "img" && properties["src"] === image.url;
    return isShown ? "end" : undefined;
  });
  if (isShown) return;
  const { url, alt, width, height } = image;
  const properties = { src: url, alt: alt ?? "", ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  tree.children.unshift(elementNode("p", {}, [elementNode("img", properties)]));
}
