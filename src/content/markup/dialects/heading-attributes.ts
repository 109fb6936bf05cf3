import type { Element, Root, Text } from "hast";
import { walkElements } from "../../html/walk-tree.ts";
import { type AttributeList, parseHeadingList } from "./lines/attribute-list.ts";

/** Gives headings their ids: `## Setting up {#setup}`. The attributes vanish from the text. */
export function convertHeadingAttributes(tree: Root): void {
  walkElements(tree, (element) => {
    if (!/^h[1-6]$/.test(element.tagName)) return undefined;
    convert(element);
    return "skip";
  });
}

function convert(heading: Element): void {
  const last = heading.children.at(-1);
  if (last?.type !== "text" || !last.value.trimEnd().endsWith("}")) return;
  const start = last.value.lastIndexOf("{");
  const inner =
    start < 0
      ? ""
      : last.value
          .slice(start + 1)
          .trimEnd()
          .slice(0, -1);
  const attributes = inner.trim() === "-" ? {} : listOf(inner); // Pandoc: {-} for a heading without a number
  if (attributes === undefined) return;
  const text = last.value.slice(0, start).trimEnd();
  cut(heading, last, text.replace(/(?:^|[ \t])#{1,6}$/, "").trimEnd()); // kramdown and PHP Markdown Extra: ## Title ## {#id}
  if (attributes.id !== undefined) heading.properties["id"] = attributes.id;
}

// The formats {:#x} and {:#b} of Python, C++ and Rust are text.
function listOf(inner: string): AttributeList | undefined {
  return /^:#0?\d{0,9}[A-Za-z]$/.test(inner) ? undefined : parseHeadingList(inner.replace(/^:/, ""));
}

function cut(heading: Element, last: Text, text: string): void {
  if (text === "") heading.children.pop();
  else last.value = text;
}
