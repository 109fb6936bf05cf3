import type { Element, Parents, Root } from "hast";
import { includesAny } from "../../../base/includes-any.ts";
import type { ReportAtNode } from "../../../model/report-at-node.ts";
import { elementNode, siblingAt } from "../../html/hast-nodes.ts";
import { walkTree } from "../../html/walk-tree.ts";
import { CodeState, isVerbatim } from "./inline/prose.ts";

const mark = /^\^([A-Za-z0-9][A-Za-z0-9-]{1,60})$/;
const blocks = new Set(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "dd"]);

/** Returns whether a text may have the ids of blocks, or links to them. */
export function mayHaveBlockIds(text: string): boolean {
  return text.includes("^") && /[ \t\n]\^[A-Za-z0-9][A-Za-z0-9-]*[ \t]*$|#\^/m.test(text);
}

/** The ids of Obsidian in the text of an article. */
export interface BlockIds {
  /** Those at the ends of its lines and cells, which may also be words. */
  readonly marks: readonly string[];
  /** Those of its links, in this article or others. */
  readonly links: readonly string[];
}

/** Finds the ids of blocks in a text, before it is parsed. Returns undefined for a text without them. */
export function findBlockIds(text: string): BlockIds | undefined {
  if (!includesAny(text, "^", "%5E", "%5e")) return undefined;
  const marks = [...text.matchAll(/(?:^|[ \t>])\^([A-Za-z0-9][A-Za-z0-9-]{1,60})(?=[ \t]*(?:$|\|))/gm)].map(([, id = ""]) => id);
  const links = [...text.matchAll(/#(?:\^|%5E)([A-Za-z0-9][A-Za-z0-9-]{1,60})/gi)].map(([, id = ""]) => id);
  return marks.length === 0 && links.length === 0 ? undefined : { marks: [...new Set(marks)], links: [...new Set(links)] };
}

/**
 * Gives blocks the ids that Obsidian writes at their end, as in `words ^abc123`, or on a line of its own after a list, table or quotation.
 * @param linked the ids to which articles link, so that they are no words
 */
export function convertBlockIds(tree: Root, linked: readonly string[], reportAtNode: ReportAtNode): void {
  const named = new Set(linked);
  walkTree(tree, (node) => {
    if (node.type === "element" && node.tagName === "a") repairLink(node, named);
    return undefined;
  });
  const state = new CodeState();
  walkTree(tree, (node, index, parent) => {
    const isCode = state.isCode(node);
    if (node.type !== "element" || isCode) return node.type === "element" && isVerbatim(node) ? "skip" : undefined;
    const id = node.tagName === "p" ? onlyId(node) : undefined;
    if (id !== undefined && giveToBlock(id, siblingAt(parent.children, index, -1), named)) {
      if (!named.has(id) && !isMade(id)) reportAtNode(node, "warning", describeTaken(id));
      return { instead: [] };
    }
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

function onlyId({ children: [only, ...others] }: Element): string | undefined {
  return only?.type === "text" && others.length === 0 ? mark.exec(only.value.trimEnd())?.[1] : undefined;
}

// A paragraph that is only an id names the block before it. After a paragraph, a word is more likely to be a reply: ^this.
function giveToBlock(id: string, block: Parents["children"][number] | undefined, named: ReadonlySet<string>): boolean {
  if (block?.type !== "element" || !/^(?:ul|ol|table|blockquote|pre|dl|p|h[1-6])$/.test(block.tagName)) return false;
  if (/^(?:p|h\d)$/.test(block.tagName) && !named.has(id) && !isMade(id)) return false;
  block.properties["id"] ??= id;
  return true;
}

function describeTaken(id: string): string {
  return `Removed "^${id}": it is the id of the block before it, as in Obsidian; write \\^${id} to show it`;
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
  return isMade(id) || /[.!?…:;)"”’*_。！？]/.test(before);
}

function isMade(id: string): boolean {
  return /^[0-9a-f]{6}$/.test(id) || (id.length >= 4 && /-|[a-z]\d|\d[a-z]/i.test(id));
}
