import type { Root } from "hast";
import { walkTree } from "../../../html/walk-tree.ts";

/** Changes all texts of a tree, in place: those that are shown, those of raw HTML, and the values of properties. */
export function mapTexts(tree: Root, change: (text: string) => string): void {
  walkTree(tree, (node) => {
    if (node.type === "element")
      for (const [name, value] of Object.entries(node.properties)) if (typeof value === "string") node.properties[name] = change(value);
    if (node.type === "text" || node.type === "raw" || node.type === "comment") node.value = change(node.value);
    return undefined;
  });
}
