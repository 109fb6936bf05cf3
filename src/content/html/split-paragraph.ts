import type { Element, ElementContent } from "hast";
import { textNode } from "./hast-nodes.ts";

/**
 * Splits a paragraph at each `<pre>` in it: HTML allows no block in a paragraph. Its first text, or else the first block, keeps its
 * attributes.
 */
export function splitParagraph(paragraph: Element): Element[] {
  if (!paragraph.children.some(isBlock)) return [paragraph];
  const parts: Element[] = [];
  for (const child of paragraph.children) {
    if (isBlock(child)) parts.push(child);
    else if (parts.at(-1)?.tagName === "p") parts.at(-1)?.children.push(child);
    else {
      const properties = parts.some(({ tagName }) => tagName === "p") ? {} : paragraph.properties; // an id is unique
      parts.push({ ...paragraph, properties, children: [child.type === "text" ? textNode(child.value.trimStart()) : child] });
    }
  }
  const written = parts.filter(
    ({ children, tagName }) => tagName !== "p" || children.some((child) => child.type !== "text" || child.value.trim() !== ""),
  );
  const [first, ...others] = written;
  if (first?.tagName !== "pre" || written.some(({ tagName }) => tagName === "p")) return written;
  return [{ ...first, properties: { ...paragraph.properties, ...first.properties } }, ...others];
}

function isBlock(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "pre";
}
