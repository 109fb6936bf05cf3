import type { Element, ElementContent, Parents, Root, RootContent } from "hast";
import { descendants } from "../../html/find-elements.ts";
import { elementNode } from "../../html/hast-nodes.ts";
import { textStart } from "../../html/text-start.ts";
import { groupEnd, groupStart, idOfGroup } from "./lines/group-marks.ts";

/** Returns whether a text has marks of groups. */
export function mayGroupFigures(text: string): boolean {
  return text.includes(groupStart("").slice(0, 6));
}

/**
 * Makes figures of the blocks between marks of groups: `::: {#fig-pair layout-ncol=2}` (Quarto), whose last paragraph is their caption. It
 * becomes that of the table if there is only one. A group without a caption gives its id to its first block.
 */
export function convertFigureGroups(parent: Root | Element): void {
  const open: { readonly id: string; readonly blocks: RootContent[] }[] = [];
  const blocks: RootContent[] = [];
  for (const child of parent.children) {
    if (child.type === "element") convertFigureGroups(child);
    const id = child.type === "raw" ? idOfGroup(child.value) : undefined;
    const isEnd = child.type === "raw" && child.value.trim() === groupEnd;
    const closed = isEnd ? open.pop() : undefined;
    if (id !== undefined) open.push({ id, blocks: [] });
    else if (closed !== undefined) (open.at(-1)?.blocks ?? blocks).push(...groupOf(closed.id, closed.blocks as ElementContent[]));
    else if (!isEnd) (open.at(-1)?.blocks ?? blocks).push(child);
  }
  for (const { id, blocks: rest } of open) blocks.push(...withId(id, rest as ElementContent[]));
  parent.children = blocks as Parents["children"];
}

function groupOf(id: string, blocks: ElementContent[]): ElementContent[] {
  const elements = blocks.filter((block): block is Element => block.type === "element");
  const last = elements.at(-1);
  const hasPicture = blocks.some((block) => block.type === "raw" && /<img\b/i.test(block.value)); // in HTML
  if (last?.tagName !== "p" || (elements.length < 2 && !hasPicture) || descendants(last, "img", 1).length > 0) return withId(id, blocks);
  const [first, ...others] = elements.slice(0, -1);
  if (textStart(last, 10).trim() === "") return withId(id, blocks);
  const hasCaption = first !== undefined && descendants(first, "caption", 1).length > 0;
  if (first?.tagName === "table" && others.length === 0 && !hasCaption) {
    first.children.unshift(elementNode("caption", {}, last.children));
    if (id !== "") first.properties["id"] = id;
    return [first];
  }
  return [
    elementNode("figure", withoutEmpty(id), [...blocks.filter((block) => block !== last), elementNode("figcaption", {}, last.children)]),
  ];
}

function withId(id: string, blocks: ElementContent[]): ElementContent[] {
  const first = id === "" ? undefined : blocks.find((block): block is Element => block.type === "element");
  if (first?.properties["id"] !== undefined) return [elementNode("figure", { id }, blocks)];
  if (first !== undefined) first.properties["id"] = id;
  return blocks;
}

function withoutEmpty(id: string): { id?: string } {
  return id === "" ? {} : { id };
}
