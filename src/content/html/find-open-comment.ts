import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";

const start = "<!--";

/**
 * Finds the comment that hides the rest of an article, since it is never closed. Returns its position in the text.
 * @param text the source of the tree
 */
export function findOpenComment(tree: Root, text: string): Root["position"] {
  const index = text.lastIndexOf(start);
  const hidden = index < 0 ? "" : text.slice(index + start.length);
  if (hidden.trim() === "" || hidden.includes("-->")) return undefined;
  if (textOf(tree).includes(start)) return undefined; // code that shows a comment
  const lines = text.slice(0, index).split("\n");
  const point = { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  return { start: point, end: point };
}
