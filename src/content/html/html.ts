import type { Element, Root } from "hast";
import { toHtml as stringify } from "hast-util-to-html";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";
import { walkElements } from "./walk-tree.ts";
import { leadingNewline, stringifyOptions, writeHtml } from "./write-html.ts";

/**
 * Serializes a tree as HTML with closed elements, quoted attributes and numeric references only.
 * @throws ArticleError if the HTML is longer than the limit
 */
export function toHtml(tree: Root): string {
  const html = writeHtml(tree) ?? stringify(withFirstLines(tree), stringifyOptions);
  if (html.length <= limits.content) return html.trim();
  throw new ArticleError(
    `Cannot compile the article: its HTML has more than ${limits.content} characters, which is too much for readers; make several articles of it`,
  );
}

function withFirstLines(tree: Root): Root {
  if (firstLinesIn(tree).length === 0) return tree;
  const copy = structuredClone(tree);
  for (const element of firstLinesIn(copy)) element.children.unshift({ type: "text", value: leadingNewline(element) });
  return copy;
}

function firstLinesIn(tree: Root): Element[] {
  const found: Element[] = [];
  walkElements(tree, (element) => {
    if (leadingNewline(element) !== "") found.push(element);
    return undefined;
  });
  return found;
}
