import type { Element, Root, Text } from "hast";
import { walkElements } from "../../html/walk-tree.ts";
import { type AttributeList, parseHeadingList } from "./lines/attribute-list.ts";

/** Returns whether a text may have attributes of headings. */
export function mayHaveHeadingAttributes(text: string): boolean {
  return text.includes("{") || text.includes("[#") || text.includes("[!toc]");
}

/**
 * Gives headings their ids: `## Setting up {#setup}`, and in Nextra and Fumadocs `## Setting up [#setup]`. The attributes vanish from the
 * text.
 */
export function convertHeadingAttributes(tree: Root): void {
  walkElements(tree, (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return undefined;
    convert(element);
    return "skip";
  });
}

function convert(heading: Element): void {
  const last = heading.children.at(-1);
  const end = last?.type === "text" ? last.value.trimEnd().at(-1) : undefined;
  if (end === "]") convertBrackets(heading, last as Text);
  else if (end === "}") convertBraces(heading, last as Text);
}

function convertBraces(heading: Element, last: Text): void {
  const start = last.value.lastIndexOf("{");
  const inner =
    start < 0
      ? ""
      : last.value
          .slice(start + 1)
          .trimEnd()
          .slice(0, -1);
  const attributes = listOf(inner);
  if (attributes === undefined) return;
  const text = last.value.slice(0, start).trimEnd();
  cut(heading, last, text.replace(/(?:^|[ \t])#{1,6}$/, "").trimEnd()); // kramdown and PHP Markdown Extra: ## Title ## {#id}
  if (attributes.id !== undefined) heading.properties["id"] = attributes.id;
}

const unnumbered = /(?:^|\s)-(?=$|[\s#.])/; // Pandoc: {-}, {- #id}, {#id -}

// The formats {:#x} and {:#b} of Python, C++ and Rust are text.
function listOf(inner: string): AttributeList | undefined {
  if (/^:#0?\d{0,9}[A-Za-z]$/.test(inner)) return undefined;
  const numbered = inner.replace(unnumbered, " ");
  return numbered !== inner && numbered.trim() === "" ? {} : parseHeadingList(numbered.replace(/^:/, ""));
}

const bracketed = /\s\[(?:#(\p{L}[\p{L}\p{N}_.:-]{1,200})|!toc)\]\s*$/u;
const reference = /^(?:(?:[\dA-Fa-f]{3}){1,2}|[A-Z][A-Z\d]{1,9}-\d{1,9})$/; // a color, or an issue: [#ffa500], [#ABC-12]

// Fumadocs leaves headings with [!toc] out of its table of contents.
function convertBrackets(heading: Element, last: Text): void {
  let text = last.value;
  for (let match = bracketed.exec(text); match !== null; match = bracketed.exec(text)) {
    const { 1: id, index } = match;
    if (id !== undefined && reference.test(id)) break;
    if (id !== undefined) heading.properties["id"] ??= id;
    text = text.slice(0, index);
  }
  if (text !== last.value) cut(heading, last, text.trimEnd());
}

function cut(heading: Element, last: Text, text: string): void {
  if (text === "") heading.children.pop();
  else last.value = text;
}
