import { type DefaultTreeAdapterMap, parse } from "parse5";
import { countingTreeAdapter, elementsOf } from "../../../limits/limited-html.ts";

type Element = DefaultTreeAdapterMap["element"];

/**
 * Removes the navigation of a web page, and the header, the footer and the asides around its `<main>` or its only `<article>`. A header
 * stays if the text has no heading of its own. Any other text is unchanged.
 */
export function withoutPageFrame(html: string): string {
  if (!/^\s*(?:<!--[^>]{0,1000}-->\s*)?<(?:!doctype html|html)[\s>]/i.test(html)) return html;
  const elements = [...elementsOf(parse(html, { sourceCodeLocationInfo: true, treeAdapter: countingTreeAdapter() }))];
  return frameOf(elements).toReversed().reduce(without, html);
}

function frameOf(elements: readonly Element[]): Element[] {
  const articles = elements.filter((element) => element.tagName === "article" && !isIn(element, (parent) => parent.tagName === "article"));
  const text = elements.find(({ tagName }) => tagName === "main") ?? (articles.length === 1 ? articles[0] : undefined);
  const names = namesOfParts(text, elements);
  const isPart = (element: Element) => names.has(element.tagName) && (text === undefined || !isIn(element, (parent) => parent === text));
  return elements.filter((element) => isPart(element) && !isAround(element, text) && !isIn(element, isPart));
}

function namesOfParts(text: Element | undefined, elements: readonly Element[]): ReadonlySet<string> {
  if (text === undefined) return new Set(["nav"]);
  const hasHeading = elements.some((element) => element.tagName === "h1" && isIn(element, (parent) => parent === text));
  return new Set(["nav", "footer", "aside", ...(hasHeading ? ["header"] : [])]);
}

function isAround(element: Element, text: Element | undefined): boolean {
  return text !== undefined && isIn(text, (parent) => parent === element);
}

function isIn(element: Element, matches: (parent: Element) => boolean): boolean {
  for (let parent = element.parentNode; parent !== null && "parentNode" in parent; parent = parent.parentNode)
    if ("tagName" in parent && matches(parent)) return true;
  return false;
}

// An element that the parser added has no place in the text.
function without(text: string, { sourceCodeLocation: place }: Element): string {
  return place ? text.slice(0, place.startOffset) + text.slice(place.endOffset) : text;
}
