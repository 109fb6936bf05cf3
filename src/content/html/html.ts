import type { Element, Root } from "hast";
import { toHtml as stringify } from "hast-util-to-html";
import { ArticleError } from "../limits/article-error.ts";
import { limits } from "../limits/limits.ts";
import { walkElements } from "./walk-tree.ts";
import { leadingNewline, writeHtml } from "./write-html.ts";

/**
 * Writes a tree as HTML: every element closed, every attribute quoted, numeric references only.
 * @throws ArticleError where it is longer than a content may be
 */
export function toHtml(tree: Root): string {
  const html = writeHtml(tree) ?? stringify(withFirstLines(tree), { characterReferences: { useNamedReferences: false } });
  if (html.length <= limits.content) return html.trim();
  throw new ArticleError(
    `Cannot compile the article: as HTML it has more than ${limits.content} characters, at which readers give up; make several articles of it`,
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
