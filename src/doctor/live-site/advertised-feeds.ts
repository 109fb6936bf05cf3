import { type DefaultTreeAdapterMap, parse } from "parse5";
import { withoutFragment } from "../../base/without-fragment.ts";
import { LimitError } from "../../limits/limit-error.ts";
import { countingTreeAdapter } from "../../limits/limited-html.ts";
import { withoutFeedScheme } from "./feed-scheme.ts";

const feedTypes = ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml"];

/** Returns the feeds that a page names (HTML, `rel=alternate`), absolute, in the page's order; [] if the page has too many elements. */
export function advertisedFeeds(html: string, pageUrl: string): string[] {
  const elements = elementsIn(html);
  const attribute = (element: DefaultTreeAdapterMap["element"], name: string) => element.attrs.find((found) => found.name === name)?.value;
  const baseElement = elements.find((element) => element.tagName === "base" && attribute(element, "href") !== undefined);
  const base = URL.parse(baseElement === undefined ? pageUrl : (attribute(baseElement, "href") ?? ""), pageUrl)?.href ?? pageUrl;
  const urls = elements
    .filter(({ tagName }) => tagName === "link")
    .filter((link) => attribute(link, "rel")?.toLowerCase().split(/\s+/).includes("alternate"))
    .filter((link) => feedTypes.includes(attribute(link, "type")?.split(";")[0]?.trim().toLowerCase() ?? ""))
    // WordPress announces its API in the same way.
    .filter((link) => !/\/wp-json\//.test(attribute(link, "href") ?? ""))
    .map((link) => withoutFeedScheme(attribute(link, "href")?.trim() ?? ""))
    .filter((reference) => reference !== "")
    .map((reference) => URL.parse(reference, base))
    .filter((url) => url !== null);
  return [...new Set(urls.map(({ href }) => withoutFragment(href)))];
}

function elementsIn(html: string): DefaultTreeAdapterMap["element"][] {
  try {
    return [...elementsOf(parse(html, { treeAdapter: countingTreeAdapter() }))];
  } catch (error) {
    if (error instanceof LimitError) return [];
    throw error;
  }
}

// Iterative, since a deeply nested page would overflow the stack.
function* elementsOf(root: DefaultTreeAdapterMap["document"]): Generator<DefaultTreeAdapterMap["element"]> {
  const open: DefaultTreeAdapterMap["node"][] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("tagName" in node) yield node;
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
}
