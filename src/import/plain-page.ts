import type { Element, Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { toHtml } from "hast-util-to-html";
import { parse } from "parse5";
import { isHiddenByStyle } from "../content/plain-html/hidden-elements.ts";
import { makePlain } from "../content/plain-html/plain-html.ts";
import { countingTreeAdapter } from "../limits/limited-html.ts";

/**
 * Converts a web page to one with all tags that it may omit (HTML Standard §13.1.2.4), and with plain HTML instead of formulas, pictures
 * and embeds that need scripts: Readability removes scripts, frames and hidden elements.
 * @returns the HTML, and warnings about formulas
 * @throws LimitError
 */
export function plainPage(html: string): { html: string; notes: string[] } {
  const tree = fromParse5(parse(html, { scriptingEnabled: false, treeAdapter: countingTreeAdapter() })) as Root;
  const notes = new Set<string>();
  makePlain(tree, (node, _severity, message) => {
    if (!("tagName" in node) || isArticle(node as Element)) notes.add(message);
  });
  return { html: toHtml(tree), notes: [...notes].slice(0, 5) };
}

// Most pictures of a page are not part of its article, and Readability removes what a style hides.
function isArticle(element: Element): boolean {
  return element.tagName !== "img" && !isHiddenByStyle(element);
}
