import type { Element, ElementContent, Root, RootContent } from "hast";
import { blockElements } from "../html/block-elements.ts";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { walkElements } from "../html/walk-tree.ts";
import { embedPage } from "../plain-html/embed-services.ts";

// An author who uses one of these knows that blank lines mean nothing in HTML.
const layout = /^(?:p|div|br|table|section|article|main|header|footer|form|style|template|script)$|-/;
const ofHead = /^(?:title|meta|link|base|head)$/;
const blank = /\n[ \t]*\n\s*/;

/**
 * Puts the parts of a text between blank lines into paragraphs, in place, as WordPress does with its classic posts. The tree stays as it is
 * if it has any element that makes paragraphs, lines or a layout, or no words on both sides of a blank line: browsers ignore blank lines.
 */
export function addParagraphs(tree: Root): void {
  if (hasLayout(tree)) return;
  const parts = partsOf(tree.children);
  if (!parts.some((part, index) => isProse(part) && isProse(parts[index + 1]))) return;
  tree.children = parts.flatMap((part): RootContent[] => [isInline(part) ? paragraph(part) : part, textNode("\n")]);
}

function hasLayout(tree: Root): boolean {
  let found = false;
  walkElements(tree, ({ tagName }) => {
    found ||= layout.test(tagName);
    return found ? "end" : undefined;
  });
  return found;
}

/** A block, a comment alone, or the nodes of a paragraph. */
type Part = RootContent | ElementContent[];

function isInline(part: Part | undefined): part is ElementContent[] {
  return Array.isArray(part);
}

// Links and pictures alone may be a row.
function isProse(part: Part | undefined): boolean {
  return isInline(part) && part.some((node) => node.type === "text" && node.value.trim() !== "");
}

function partsOf(nodes: readonly RootContent[]): Part[] {
  const parts: Part[] = [];
  let open: ElementContent[] = [];
  const close = () => {
    if (open.some(hasWords)) parts.push(open);
    else parts.push(...open.filter(({ type }) => type !== "text"));
    open = [];
  };
  for (const node of nodes) {
    if (node.type === "text") {
      for (const [index, value] of node.value.split(blank).entries()) {
        if (index > 0) close();
        if (value !== "") open.push({ ...node, value });
      }
    } else if (node.type === "doctype" || (node.type === "element" && (blockElements.has(node.tagName) || ofHead.test(node.tagName)))) {
      close();
      parts.push(node);
    } else open.push(node as ElementContent);
  }
  close();
  return parts;
}

function hasWords(node: ElementContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}

// WordPress shows the film at an address that is alone.
function paragraph(nodes: ElementContent[]): Element {
  const [first] = nodes;
  const address = nodes.length === 1 && first?.type === "text" ? first.value.trim() : "";
  const page = /^https?:\/\/\S+$/.test(address) ? embedPage(address) : undefined;
  return elementNode(
    "p",
    {},
    page === undefined ? trimmed(nodes) : [elementNode("a", { href: page.url, dataEmbed: "" }, [textNode(page.label)])],
  );
}

function trimmed(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index) => {
    if (node.type !== "text") return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { ...node, value: index === nodes.length - 1 ? value.trimEnd() : value };
  });
}
