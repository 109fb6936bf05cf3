import { toString as textOf } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { blockElements } from "../content/block-elements.ts";
import { parseHtml } from "../content/html.ts";

/** Text on one line: what front matter keeps of it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What a reader sees of HTML, on one line. */
export function plainText(html: string): string {
  const tree = parseHtml(html);
  visit(tree, "element", (element) => {
    if (element.tagName === "script" || element.tagName === "style") element.children = [];
    else if (element.tagName === "br" || blockElements.has(element.tagName)) element.children.push({ type: "text", value: "\n" });
  });
  return oneLine(textOf(tree));
}

// Elements that a title may hold. `Vec<T>` is a title in plain text.
const inline = "a|abbr|b|bdi|bdo|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr";
const markup = new RegExp(`&(?:#\\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|</?(?:${inline})(?:\\s[^<>]*)?/?>`, "gi");

/**
 * A name of RSS as plain text. RSS does not say whether a title or a category is text or HTML: it is HTML where everything
 * in it that could be markup is markup.
 */
export function nameText(text: string): string {
  const rest = text.replace(markup, "");
  return rest !== text && !/[<&]/.test(rest) ? plainText(text) : oneLine(text);
}

/** Plain text as HTML: paragraphs between empty lines, and its own line breaks within. */
export function htmlOfText(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const paragraphs = escaped.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/).filter((paragraph) => paragraph.trim() !== "");
  return paragraphs.map((paragraph) => `<p>${paragraph.trim().replace(/\r?\n/g, "<br>\n")}</p>`).join("\n");
}
