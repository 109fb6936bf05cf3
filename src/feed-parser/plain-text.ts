import type { DefaultTreeAdapterMap } from "parse5";
import { escapeMarkupStarts } from "../base/escape.ts";
import { oneLine } from "../base/one-line.ts";
import { blockElements } from "../content/html/block-elements.ts";
import { checkContent } from "../limits/content-limits.ts";
import { parseHtmlTree } from "../limits/limited-html.ts";

type Node = DefaultTreeAdapterMap["node"];

/**
 * Returns the visible text of HTML, on one line.
 * @throws LimitError
 */
export function plainText(html: string): string {
  const texts: string[] = [];
  // Iterative, since deeply nested HTML from an attacker would overflow the stack.
  const open: (Node | string)[] = [parseHtmlTree(html, { scriptingEnabled: false })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node === "string") texts.push(node);
    else if ("value" in node) texts.push(node.value);
    else if ("childNodes" in node && node.nodeName !== "script" && node.nodeName !== "style") {
      if (node.nodeName === "br" || blockElements.has(node.nodeName)) open.push("\n");
      for (const child of node.childNodes.toReversed()) open.push(child);
    }
  }
  return oneLine(texts.join(""));
}

// Elements that may occur in a title. `Vec<T>` is a title in plain text.
const inline = "a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr";
const markup = new RegExp(`&(?:#\\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|</?(?:${inline})(?:\\s[^<>]*)?/?>`, "gi");

/**
 * Converts a name in RSS to plain text. RSS does not declare whether a title or a category is text or HTML. It is treated as
 * HTML if every `<` and `&` in it is part of valid markup.
 */
export function nameText(text: string): string {
  const rest = text.replace(markup, "");
  return rest !== text && !/[<&]/.test(rest) ? plainText(text) : oneLine(text);
}

/**
 * Converts plain text to HTML: empty lines separate paragraphs, other line breaks become `<br>`.
 * @throws LimitError
 */
export function htmlOfText(text: string): string {
  checkContent(text);
  const escaped = escapeMarkupStarts(text);
  const paragraphs = escaped.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/).filter((paragraph) => paragraph.trim() !== "");
  return paragraphs.map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, "<br>\n")}</p>`).join("\n");
}
