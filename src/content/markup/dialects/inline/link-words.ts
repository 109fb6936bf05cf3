import { slug } from "github-slugger";
import type { Element, Root } from "hast";
import { textNode } from "../../../html/hast-nodes.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkTree } from "../../../html/walk-tree.ts";

const maxLength = 300; // UTF-16 units

/** Returns whether a text may have links without text to its own headings. */
export function mayLackWords(text: string): boolean {
  return text.includes("[](#");
}

/** Gives links without text, `[](#setup)`, the text of the heading that they lead to, as MyST does. */
export function convertLinkWords(tree: Root): void {
  const links: Element[] = [];
  const words = new Map<string, string>();
  walkTree(tree, (node) => {
    if (node.type !== "element") return undefined;
    if (/^h[1-6]$/.test(node.tagName)) {
      const text = textStart(node, maxLength).trim();
      for (const id of [node.properties["id"], slug(text)]) if (typeof id === "string" && !words.has(id)) words.set(id, text);
      return "skip"; // a link in a heading leads to itself
    }
    if (node.tagName === "a" && node.children.length === 0) links.push(node);
    return undefined;
  });
  for (const link of links) {
    const text = words.get(anchorOf(link) ?? "");
    if (text) link.children = [textNode(text)];
  }
}

function anchorOf({ properties }: Element): string | undefined {
  const href = String(properties["href"] ?? "");
  try {
    return href.startsWith("#") ? decodeURIComponent(href.slice(1)) : undefined;
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}
