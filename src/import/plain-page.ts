import type { Element, Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { toHtml } from "hast-util-to-html";
import { parse } from "parse5";
import { findElement } from "../content/html/find-elements.ts";
import { firstProperty } from "../content/html/hast-nodes.ts";
import { walkElements } from "../content/html/walk-tree.ts";
import { isHiddenByStyle } from "../content/plain-html/hidden-elements.ts";
import { isTracker } from "../content/plain-html/pictures.ts";
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
  unwrapNoscript(tree);
  return { html: toHtml(tree), notes: [...notes].slice(0, 5) };
}

// Readability removes `<noscript>`, which has the only picture or video where a script would load it. Most others ask for scripts.
function unwrapNoscript(tree: Root): void {
  walkElements(tree, (element) => {
    if (element.tagName !== "noscript" || findElement(element, isShown) === undefined) return undefined;
    return { instead: element.children };
  });
}

function isShown(element: Element): boolean {
  if (element.tagName === "img") return !isTracker(element) && firstProperty(element, "src") !== undefined;
  return /^(?:audio|video)$/.test(element.tagName) || "dataEmbed" in element.properties;
}

// Most pictures of a page are not part of its article, and Readability removes what a style hides.
function isArticle(element: Element): boolean {
  return element.tagName !== "img" && !isHiddenByStyle(element);
}
