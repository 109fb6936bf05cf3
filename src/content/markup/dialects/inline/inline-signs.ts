import type { RootContent } from "hast";
import { textStart } from "../../../html/text-start.ts";
import type { Delimiter, Inline } from "./inline-ranges.ts";

/** A sign that may begin or end a range, and the text next to it. */
export interface Sign extends Delimiter {
  /** Up to two UTF-16 units: `x` for an element that ends there, a space at the start of a line or block. */
  readonly before: string;
  /** As before the sign. */
  readonly after: string;
}

/** Finds a sign of one character in inline content. */
export function signsIn({ children, texts }: Inline, sign: string): Sign[] {
  const found: Sign[] = [];
  for (const [node, text] of texts.entries()) {
    const value = text?.value ?? "";
    for (let offset = value.indexOf(sign); offset >= 0; offset = value.indexOf(sign, offset + 1)) {
      const before = value.slice(Math.max(0, offset - 2), offset) || besides(children[node - 1]);
      const after = value.slice(offset + 1, offset + 3) || besides(children[node + 1]);
      found.push({ node, offset, length: 1, before, after });
    }
  }
  return found;
}

function besides(node: RootContent | undefined): string {
  if (node?.type === "element") return node.tagName === "br" ? " " : "x";
  if (node?.type === "raw") return node.value.startsWith("</") ? "x" : "(";
  return " ";
}

const [maxText, maxNodes] = [200, 50]; // between two signs: reading all of it for each would take quadratic time

/** Returns the text between two signs, or its start and a space. */
export function textBetween({ children }: Inline, start: Sign, end: Sign): string {
  let text = "";
  for (let index = start.node; index <= end.node; index++) {
    if (text.length > maxText || index > start.node + maxNodes) return `${text} `;
    const child = children[index];
    const [from, to] = [index === start.node ? start.offset + 1 : 0, index === end.node ? end.offset : undefined];
    if (child?.type === "text") text += child.value.slice(from, to);
    else if (child?.type === "element") text += textStart(child, maxText);
  }
  return text;
}

/** Returns inline content with spaces for the escaped spaces that Pandoc needs in `P~a\ cat~`. */
export function withSpaces<T extends RootContent>(content: readonly T[]): T[] {
  return content.map((node) => (node.type === "text" ? { ...node, value: node.value.replaceAll("\\ ", " ") } : node));
}
