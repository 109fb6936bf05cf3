import type { Element, Parents, Root } from "hast";
import { elementNode, siblingAt } from "../../html/hast-nodes.ts";
import { walkTree } from "../../html/walk-tree.ts";
import { CodeState, isVerbatim } from "./inline/prose.ts";

const mark = /^\^([A-Za-z0-9][A-Za-z0-9-]{1,60})$/;
const blocks = new Set(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd"]);

/** Returns whether a text may have the ids of blocks, or links to them. */
export function mayHaveBlockIds(text: string): boolean {
  return /[ \t\n]\^[A-Za-z0-9][A-Za-z0-9-]*[ \t]*$|#\^/m.test(text);
}

/** Gives blocks the ids that Obsidian writes at their end, as in `words ^abc123`, or on a line of its own after a list, table or quotation. */
export function convertBlockIds(tree: Root): void {
  const named = new Set<string>();
  walkTree(tree, (node) => {
    if (node.type === "element" && node.tagName === "a") repairLink(node, named);
    return undefined;
  });
  const state = new CodeState();
  walkTree(tree, (node, index, parent) => {
    const isCode = state.isCode(node);
    if (node.type !== "element" || isCode) return node.type === "element" && isVerbatim(node) ? "skip" : undefined;
    const owner = node.tagName === "p" ? ownerOf(node, index, parent) : undefined;
    if (owner !== undefined) return { instead: [] };
    if (blocks.has(node.tagName)) takeId(node, named);
    return undefined;
  });
}

// [words](note.md#^abc123): a caret is not part of the id.
function repairLink({ properties }: Element, named: Set<string>): void {
  const { href } = properties;
  if (typeof href !== "string" || /^[a-z]+:/i.test(href)) return;
  const [, address, id] = /^([^#]*#)(?:\^|%5E)([A-Za-z0-9-]+)$/i.exec(href) ?? [];
  if (id === undefined) return;
  properties["href"] = `${address}${id}`;
  named.add(id);
}

// A paragraph that is only an id names the block before it.
function ownerOf({ children }: Element, index: number, parent: Parents): Element | undefined {
  const [only, ...others] = children;
  const id = only?.type === "text" && others.length === 0 ? /^\^([A-Za-z0-9][A-Za-z0-9-]{1,60})\s*$/.exec(only.value)?.[1] : undefined;
  const before = id === undefined ? undefined : siblingAt(parent.children, index, -1);
  if (id === undefined || before?.type !== "element" || !/^(?:ul|ol|table|blockquote|pre|dl|p|h[1-6])$/.test(before.tagName))
    return undefined;
  before.properties["id"] ??= id;
  return before;
}

function takeId(block: Element, named: ReadonlySet<string>): void {
  const last = block.children.at(-1);
  if (last?.type !== "text") return;
  const start = last.value.lastIndexOf("^");
  const [, id = ""] = mark.exec(last.value.slice(start).trimEnd()) ?? [];
  const words = last.value.slice(0, start).trimEnd();
  const isApart = start === 0 || /\s/.test(last.value.charAt(start - 1));
  if (id === "" || !isApart || !(named.has(id) || isId(id, words.at(-1) ?? ""))) return;
  last.value = words;
  if (/^h\d$/.test(block.tagName))
    block.children.push(elementNode("span", { id })); // its text is its own anchor
  else block.properties["id"] ??= id;
}

// Obsidian makes ids of six digits and letters. Others are words, which people also write after a caret: `I came to say ^this`.
function isId(id: string, before: string): boolean {
  const isMade = /^[0-9a-f]{6}$/.test(id) || (id.length >= 4 && /-|[a-z]\d|\d[a-z]/i.test(id));
  return isMade || /[.!?…:;)"”’*_。！？]/.test(before);
}
