import type { Element, Parents, Root, RootContent, Text } from "hast";
import { type Step, walkTree } from "../../html/walk-tree.ts";
import { CodeState, isVerbatim } from "./inline/prose.ts";
import { parseAttributeList, parseSettingList } from "./lines/attribute-list.ts";

const atStart = /^\{:([^{}\n]*)\}(?:[ \t]*\n|[ \t]*$)?/;
const atEnd = /\n\{:([^{}\n]*)\}[ \t]*$/;

/**
 * Gives elements the ids that kramdown's attribute lists contain: `{: #id .class}` on the line after or before a block, or directly
 * after emphasis, a link or a picture; there, also Pandoc's and MkDocs's `{.class width=50%}`. The lists vanish.
 */
export function convertAttributeLines(tree: Root): void {
  const state = new CodeState();
  walkTree(tree, (node, index, parent) => {
    const isCode = state.isCode(node);
    if (node.type === "text" && !isCode) convertInline(node, parent.children[index - 1]);
    if (node.type !== "element") return undefined;
    if (isVerbatim(node)) return "skip";
    return node.tagName === "p" ? convertLines(node, index, parent) : undefined;
  });
}

const setting = /^\{:?([^{}\n]{1,300})\}/;
const inlineElements = new Set(["a", "code", "del", "em", "img", "strong"]);

function convertInline(node: Text, before: RootContent | undefined): void {
  if (before?.type !== "element" || before.tagName === "br" || cut(node, atStart, before) || !inlineElements.has(before.tagName)) return;
  const [list, inner = ""] = setting.exec(node.value) ?? [];
  const settings = list === undefined ? undefined : parseSettingList(inner);
  if (list === undefined || settings === undefined) return;
  node.value = node.value.slice(list.length);
  const { height, id, width } = settings;
  const size = before.tagName === "img" ? { ...(width && { width }), ...(height && { height }) } : {};
  Object.assign(before.properties, size, id !== undefined && { id });
}

function convertLines(paragraph: Element, index: number, parent: Parents): Step {
  const [first] = paragraph.children;
  const last = paragraph.children.at(-1);
  if (last?.type === "text") cut(last, atEnd, paragraph);
  if (first?.type !== "text" || !first.value.startsWith("{:")) return undefined;
  const before = previousOf(paragraph, index, parent);
  const isAlone = paragraph.children.length === 1 && /^\{:[^{}\n]*\}\s*$/.test(first.value);
  const target = before ?? (isAlone ? nextOf(index, parent) : paragraph);
  const isCut = target !== undefined && cut(first, atStart, target);
  return isCut && isAlone ? { instead: [] } : undefined;
}

// The block that ends on the line before.
function previousOf({ position }: Element, index: number, { children }: Parents): Element | undefined {
  const before = children.slice(Math.max(0, index - 2), index).findLast((node) => node.type === "element");
  return before?.type === "element" && before.position?.end.line === (position?.start.line ?? 0) - 1 ? before : undefined;
}

function nextOf(index: number, { children }: Parents): Element | undefined {
  return children.slice(index + 1, index + 3).find((node) => node.type === "element");
}

function cut(node: Text, pattern: RegExp, target: Element): boolean {
  const match = pattern.exec(node.value);
  const attributes = match === null ? undefined : parseAttributeList(match[1] ?? "");
  if (match === null || attributes === undefined) return false;
  node.value = node.value.replace(match[0], () => "");
  if (attributes.id !== undefined) target.properties["id"] = attributes.id;
  return true;
}
