import type { Root } from "hast";
import { walkElements } from "./walk-tree.ts";

/**
 * Marks code and formulas as written from left to right, in place, for a text that is written from right to left: its direction would show
 * the `/` at the end of `rm -rf /` before the command.
 */
export function markCodeDirection(tree: Root): void {
  walkElements(tree, ({ properties, tagName }) => {
    if (!/^(?:pre|code|kbd|samp)$/.test(tagName)) return undefined;
    properties["dir"] ??= "ltr";
    return "skip";
  });
}
