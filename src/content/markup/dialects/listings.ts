import type { Element, Root } from "hast";
import { includesAny } from "../../../base/includes-any.ts";
import { elementNode, textNode } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { parseAttributeList, parseSettingList } from "./lines/attribute-list.ts";
import type { ParseFragment } from "./markdown-in-html.ts";

/** Returns whether a text may have code with attributes after its language. */
export function mayHaveListings(text: string): boolean {
  return includesAny(text, "{#", "{lst-cap=") && /^[ \t>]*(?:```|~~~)\S* \{(?:#|lst-cap=)/m.test(text);
}

/** Gives code the id and the caption in the attributes after its language: ` ```sql {#lst-a lst-cap="Words"} `. */
export function convertListings(tree: Root, parse: ParseFragment | undefined): void {
  walkElements(tree, (element) => {
    if (element.tagName !== "pre") return undefined;
    const [, list = ""] = /^\{([^{}]*)\}$/.exec(metaOf(element)) ?? [];
    const { caption, id } = parseSettingList(list) ?? parseAttributeList(list) ?? {};
    if (id !== undefined) element.properties["id"] = id;
    return caption ? { instead: [listingOf(element, caption, parse)] } : "skip";
  });
}

function metaOf({ children: [code] }: Element): string {
  const data = code?.type === "element" ? (code.data as { readonly meta?: unknown } | undefined) : undefined;
  return typeof data?.meta === "string" ? data.meta.trim() : "";
}

function listingOf(pre: Element, caption: string, parse: ParseFragment | undefined): Element {
  const { id, ...properties } = pre.properties;
  const [only, ...others] = parse?.(caption).children ?? [];
  const isLine = only?.type === "element" && only.tagName === "p" && others.length === 0;
  const words = isLine ? only.children : [textNode(caption)];
  return elementNode("figure", id === undefined ? {} : { id }, [{ ...pre, properties }, elementNode("figcaption", {}, words)]);
}
