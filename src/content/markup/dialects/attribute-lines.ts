import type { Element, Parents, Root, RootContent, Text } from "hast";
import { includesAny } from "../../../base/includes-any.ts";
import { elementNode, textNode } from "../../html/hast-nodes.ts";
import { walkTree } from "../../html/walk-tree.ts";
import { CodeState, isVerbatim } from "./inline/prose.ts";
import { type AttributeList, parseAttributeList, parseKramdownList, parseSettingList } from "./lines/attribute-list.ts";
import { readAttributeMark } from "./lines/attribute-marks.ts";
import { guard } from "./lines/guard.ts";

/** Returns whether a text, in which lines of attributes are marked, may have attributes. */
export function mayHaveAttributes(text: string): boolean {
  // MDX has a backslash before the brace
  return includesAny(text, "{", guard) && /\{:|[)`*_~>\]][ \t]?\\?\{|[ \t]\\?\{[ \t]?[#.]|<!--\uFDD0[<>]/.test(text);
}

/**
 * Gives elements the attributes that readers keep: kramdown's `{: #id width="300"}` on the line after or before a block, or directly
 * after emphasis, a link or a picture; there, also Pandoc's and MkDocs's `{.class width=50%}`. The lists vanish.
 */
export function convertAttributeLines(tree: Root): void {
  const state = new CodeState();
  walkTree(tree, (node, index, parent) => {
    const isCode = state.isCode(node);
    const mark = node.type === "raw" ? readAttributeMark(node.value) : undefined;
    if (mark !== undefined) {
      const list = parseKramdownList(mark.list) ?? parseAttributeList(mark.list) ?? {};
      const [first, other] = [-1, 1].map((side) => elementAt(parent, index, mark.isOfBefore ? side : -side));
      const isOfOther = list.attribution !== undefined && first?.tagName !== "blockquote" && other?.tagName === "blockquote";
      give(isOfOther ? other : first, list);
      const after = parent.children[index + 1];
      if (after?.type === "text" && after.value === "\n") after.value = "";
      return { instead: [] };
    }
    if (node.type === "raw" && !isCode && node.value.includes("{:") && !code.test(node.value)) node.value = withoutLists(node.value);
    if (node.type === "text" && !isCode && node.value.includes("{")) convertText(node, index, parent);
    return node.type === "element" && isVerbatim(node) ? "skip" : undefined;
  });
}

const maxDistance = 200; // lines of attributes and white space: a text full of them would take quadratic time

function elementAt({ children }: Parents, index: number, step: number): Element | undefined {
  for (let distance = 1; distance <= maxDistance; distance++) {
    const node = children[index + step * distance];
    if (node?.type === "element") return node;
    if (node?.type !== "text" && !(node?.type === "raw" && readAttributeMark(node.value) !== undefined)) return undefined;
  }
  return undefined;
}

// A paragraph that contains only a picture has its size.
function give(target: Element | undefined, { attribution, caption: _, figAlt, height, id, start, width, ...others }: AttributeList): void {
  if (target === undefined) return;
  Object.assign(target.properties, others, id !== undefined && { id }, target.tagName === "ol" && start !== undefined && { start });
  if (attribution !== undefined && target.tagName === "blockquote")
    target.children.push(elementNode("p", {}, [textNode(`— ${attribution.replace(/^[—–-]\s*/, "")}`)]), textNode("\n"));
  if (figAlt !== undefined && target.tagName === "img")
    Object.assign(target.properties, { alt: figAlt, dataCaption: target.properties["alt"] });
  const image = width === undefined && height === undefined ? undefined : onlyPicture(target);
  if (image !== undefined) Object.assign(image.properties, width !== undefined && { width }, height !== undefined && { height });
}

function onlyPicture(element: Element): Element | undefined {
  if (element.tagName === "img") return element;
  if (element.tagName !== "p" && element.tagName !== "a") return undefined;
  const [only, ...others] = element.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  return only?.type === "element" && others.length === 0 ? onlyPicture(only) : undefined;
}

const listAtStart = /^\{([^{}]*)\}/;
const listInHtml = /^([ \t]*)\{:([^{}\n]{1,300})\}[ \t]*$|(<\/[a-z]{1,10}>)\{:([^{}\n]{1,300})\}/gm;
const endTag = /^<\/[a-z]{1,10}>$/i;
const code = /<(?:code|kbd|pre|samp|script|style)\b|<!--/i;
const inlineElements = new Set(["a", "code", "del", "em", "img", "strong", "sup"]);
const blocks = new Set(["p", "li", "td", "th", "dd", "dt"]);

function convertText(node: Text, index: number, parent: Parents): void {
  const before = parent.children[index - 1];
  const isAfterHtml = before?.type === "raw" && endTag.test(before.value);
  if (before?.type === "element" && inlineElements.has(before.tagName)) takeLists(node, before);
  else if (isAfterHtml) takeLists(node, undefined);
  else if (before === undefined && isOfItem(parent) && node.value.startsWith("{:")) {
    takeLists(node, parent);
    node.value = node.value.trimStart();
  }
  const isLast = index === parent.children.length - 1 && parent.type === "element" && blocks.has(parent.tagName);
  if (isLast) takeAtEnd(node, parent, before);
}

// kramdown: `* {: #id} The text of an item`.
function isOfItem(parent: Parents): parent is Element {
  return parent.type === "element" && parent.tagName === "li";
}

// Lists are lines of their own, or directly after an element. Anywhere else, a text is about them.
function withoutLists(html: string): string {
  return html.replace(listInHtml, (found: string, _, onLine: string | undefined, tag = "", afterTag = "") =>
    parseKramdownList(onLine ?? afterTag) === undefined ? found : tag,
  );
}

// The lists directly after an element.
function takeLists(node: Text, before: Element | undefined): void {
  for (let match = listAtStart.exec(node.value); match !== null; match = listAtStart.exec(node.value)) {
    const [list, inner = ""] = match;
    const attributes = inner.startsWith(":") ? parseKramdownList(inner.slice(1)) : (parseSettingList(inner) ?? parseAttributeList(inner));
    if (attributes === undefined) return;
    give(before, attributes);
    node.value = node.value.slice(list.length);
  }
}

// markdown-it-attrs: the list at the end of a block is that of the block, or of the picture in it. Python-Markdown: also with a colon.
function takeAtEnd(node: Text, block: Element, before: RootContent | undefined): void {
  const text = node.value.trimEnd();
  const start = text.endsWith("}") ? text.lastIndexOf("{") : -1;
  if (start < 0 || !/^\s?$/.test(text.charAt(start - 1))) return;
  const attributes = listOfBlock(text.slice(start + 1, -1), before, text, block);
  if (attributes === undefined) return;
  node.value = text.slice(0, start).trimEnd();
  give(block, attributes);
}

function listOfBlock(inner: string, before: RootContent | undefined, text: string, { tagName }: Element): AttributeList | undefined {
  const isAlone = text.trim() === `{${inner}}`;
  if (before?.type === "element" && before.tagName === "img" && isAlone) return parseSettingList(inner.replace(/^:/, ""));
  if (isAlone && before === undefined && tagName !== "p") return undefined; // the cell of a table that explains it
  return inner.startsWith(":") ? (tagName === "p" ? undefined : parseAttributeList(inner.slice(1))) : parseAttributeList(inner);
}
