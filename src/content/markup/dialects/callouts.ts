import type { Element, ElementContent, Root, RootContent } from "hast";
import { elementNode, textNode } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { partOfText } from "./inline/part-of-text.ts";
import { calloutTitle, isStatement } from "./lines/callout-kinds.ts";
import { edgeMark } from "./lines/directive-options.ts";

// GitHub: [!NOTE]. Obsidian: [!note]- Title (closed at first), [!note|settings]. More may follow on the next lines.
const mark = /^\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\][+-]?[ \t]*/;

/** Gives callouts their title as a bold paragraph: the author's title, or the word for their kind in the language of the article. */
export function convertCallouts(tree: Root, language: string): void {
  walkElements(tree, (element) => {
    if (element.tagName === "h6") convertEdge(element);
    if (element.tagName !== "blockquote") return undefined;
    const parts = tabsIn(element);
    if (parts.length > 1) {
      for (const part of parts) convertCallouts({ type: "root", children: [part] }, language);
      return { instead: parts };
    }
    const index = element.children.findIndex((child) => child.type === "element");
    const first = element.children[index];
    if (first?.type === "element" && (first.tagName === "p" || first.tagName === "h6"))
      element.children.splice(index, 1, ...withTitle(first, language));
    return undefined;
  });
}

// The header or the footer of a card.
function convertEdge(heading: Element): void {
  const [text] = heading.children;
  const [found] = text?.type === "text" ? (edgeMark.exec(text.value) ?? []) : [];
  if (text?.type !== "text" || found === undefined) return;
  text.value = text.value.slice(found.length);
  heading.tagName = "p";
  heading.properties = {};
}

// Tabs without a blank line between them are one quotation.
function tabsIn(quotation: Element): Element[] {
  const parts: ElementContent[][] = [[]];
  for (const child of quotation.children) {
    const [text] = child.type === "element" && child.tagName === "h6" ? child.children : [];
    const isTab = text?.type === "text" && text.value.startsWith("[!tab]");
    if (isTab && parts.at(-1)?.some(({ type }) => type === "element")) parts.push([]);
    parts.at(-1)?.push(child);
  }
  return parts.map((children) => ({ ...quotation, children }));
}

function withTitle(first: Element, language: string): ElementContent[] {
  const [text] = first.children;
  const [found, kind = ""] = text?.type === "text" ? (mark.exec(text.value) ?? []) : [];
  if (text?.type !== "text" || found === undefined) return [first];
  text.value = text.value.slice(found.length);
  const { line, rest } = splitLine(first.children);
  const title = titleOf(kind, line, language);
  const { id } = first.properties; // of a container
  const heading: Element = {
    ...first,
    tagName: "p",
    properties: id === undefined ? {} : { id },
    children: [elementNode("strong", {}, withoutBold(title))],
  };
  return rest.length === 0 ? [heading] : [heading, textNode("\n"), { ...first, tagName: "p", children: rest }];
}

// The whole title is bold: bold words in it are not marked again.
function withoutBold(title: readonly ElementContent[]): ElementContent[] {
  const isBold = (child: ElementContent) =>
    child.type === "element" && child.tagName === "strong" && Object.keys(child.properties).length === 0;
  return title.flatMap((child) => (isBold(child) && "children" in child ? child.children : child));
}

// Sphinx and Quarto: "Theorem (Kepler)".
function titleOf(kind: string, given: ElementContent[], language: string): ElementContent[] {
  if (given.every(isHidden)) return [textNode(calloutTitle(kind, language)), ...given];
  return isStatement(kind) ? [textNode(`${calloutTitle(kind, language)} (`), ...given, textNode(")")] : given;
}

function isHidden(child: RootContent): boolean {
  return (child.type === "raw" && child.value.startsWith("<!--")) || (child.type === "text" && child.value.trim() === "");
}

/** Splits inline content at its first line break. */
function splitLine(children: readonly ElementContent[]): { line: ElementContent[]; rest: ElementContent[] } {
  for (const [index, child] of children.entries()) {
    if (child.type === "element" && child.tagName === "br")
      return { line: withText(children.slice(0, index)), rest: withText(children.slice(index + 1)) };
    const end = child.type === "text" ? child.value.indexOf("\n") : -1;
    if (child.type !== "text" || end < 0) continue;
    const line = [...children.slice(0, index), { ...child, value: child.value.slice(0, end).trimEnd() }];
    return { line: withText(line), rest: withText([partOfText(child, end + 1), ...children.slice(index + 1)]) };
  }
  return { line: withText(children), rest: [] };
}

// A line break that follows belongs to the line before it.
function withText(children: readonly ElementContent[]): ElementContent[] {
  const kept = children.filter((child) => child.type !== "text" || child.value !== "");
  const [first] = kept;
  if (first?.type === "text" && first.value.startsWith("\n")) kept[0] = { ...first, value: first.value.slice(1) };
  return kept.every((child) => child.type === "text" && child.value.trim() === "") ? [] : kept;
}
