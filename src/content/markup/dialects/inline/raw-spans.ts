import type { Element, Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { walkTree } from "../../../html/walk-tree.ts";

/** Returns whether a text may have inline text in another format. */
export function mayHaveRawSpans(text: string): boolean {
  return /`\{=[A-Za-z]/.test(text);
}

/**
 * Converts Pandoc's raw text: `` `<b>a</b>`{=html} `` is HTML; text in other formats is removed.
 * @param reportRaw receives the format of a removed text, and its node
 */
export function convertRawSpans(tree: Root, reportRaw: (format: string, node: Element) => void): void {
  walkTree(tree, (node, index, parent) => {
    const [mark, format = ""] = node.type === "text" ? (/^\{=([A-Za-z][\w+-]{0,30})\}/.exec(node.value) ?? []) : [];
    const before = parent.children[index - 1];
    if (node.type !== "text" || mark === undefined || before?.type !== "element" || before.tagName !== "code") return undefined;
    node.value = node.value.slice(mark.length);
    const isHtml = /^html[45]?$/.test(format);
    if (!isHtml) reportRaw(format, before);
    parent.children[index - 1] = isHtml ? { type: "raw", value: textOf(before) } : { type: "text", value: "" };
    return undefined;
  });
}
