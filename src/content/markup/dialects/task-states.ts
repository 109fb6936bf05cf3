import type { Element, ElementContent, Root } from "hast";
import { includesAny } from "../../../base/includes-any.ts";
import { walkElements } from "../../html/walk-tree.ts";

const state = /^\[([-<>/!?*])\](?=\s)/;

/** Returns whether a text may have tasks in a state of Obsidian. */
export function mayHaveTaskStates(text: string): boolean {
  return (
    includesAny(text, "[-]", "[<]", "[>]", "[/]", "[!]", "[?]", "[*]") &&
    /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[-<>/!?*]\][ \t]/m.test(text) &&
    /\[[ xX]\][ \t]/.test(text)
  );
}

/** Shows the states of tasks that GitHub does not have, `[-]` for cancelled and `[>]` for deferred, in lists with other tasks. */
export function convertTaskStates(tree: Root): void {
  walkElements(tree, (list) => {
    if (list.tagName !== "ul" && list.tagName !== "ol") return undefined;
    if (!list.children.some((item) => item.type === "element" && item.children.some(hasBox))) return undefined;
    for (const item of list.children) if (item.type === "element") convertItem(item);
    return undefined;
  });
}

function hasBox(node: ElementContent): boolean {
  const children = node.type === "element" && node.tagName === "p" ? node.children : [node];
  return children.some((child) => child.type === "element" && child.tagName === "input");
}

function convertItem({ children, tagName }: Element): void {
  const first = children.find((child) => child.type !== "text" || child.value.trim() !== "");
  if (first?.type === "element" && first.tagName === "p" && tagName === "li") convertItem({ ...first, tagName: "li" });
  if (first?.type !== "text") return;
  const [mark, sign] = state.exec(first.value.trimStart()) ?? [];
  if (mark !== undefined) first.value = `${sign === "-" ? "☒" : "☐"}${first.value.trimStart().slice(mark.length)}`;
}
