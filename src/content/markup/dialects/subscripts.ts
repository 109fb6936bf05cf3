import type { Element, Root, RootContent } from "hast";
import { textNode } from "../../html/hast-nodes.ts";
import { textStart } from "../../html/text-start.ts";
import { walkElements } from "../../html/walk-tree.ts";

const maxLength = 100;

/**
 * Converts `H~2~O` (Pandoc, markdown-it, MkDocs), which the GitHub extensions strike out. A range, as in `10~20 and 30~40`, becomes text
 * again. A word or a sentence between single tildes stays struck out.
 */
export function convertSubscripts(tree: Root | Element): void {
  walkElements(tree, (element, index, parent) => {
    if (element.tagName !== "del" || !hasSingleTilde(element)) return undefined;
    const before = parent.children[index - 1];
    const isAfterWord =
      (before?.type === "text" && /[\p{L}\p{N})\]]$/u.test(before.value.slice(-2))) ||
      (before?.type === "element" && (before.tagName === "sub" || before.tagName === "sup"));
    const after = parent.children[index + 1];
    const isBeforeWord = after?.type === "text" && /^[\p{L}\p{N}]/u.test(after.value);
    if (/\s/.test(textStart(element, maxLength))) return isAfterWord || isBeforeWord ? { instead: withTildes(element) } : undefined;
    if (isAfterWord) element.tagName = "sub";
    return undefined;
  });
}

function withTildes(element: Element): RootContent[] {
  convertSubscripts(element); // ranges may be nested
  return [textNode("~"), ...element.children, textNode("~")];
}

function hasSingleTilde({ children, position }: Element): boolean {
  return position !== undefined && children[0]?.position?.start.offset === (position.start.offset ?? 0) + 1;
}
