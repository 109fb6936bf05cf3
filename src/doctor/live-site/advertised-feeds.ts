import { type DefaultTreeAdapterMap, parse } from "parse5";
import { withoutFragment } from "../../base/without-fragment.ts";
import { LimitError } from "../../limits/limit-error.ts";
import { countingTreeAdapter, elementsOf } from "../../limits/limited-html.ts";
import { withoutFeedScheme } from "./feed-scheme.ts";

/** The media types of feeds for which readers search a page. */
export const feedTypes = [
  "application/rss+xml",
  "application/atom+xml",
  "application/feed+json",
  "application/json",
  "application/rdf+xml",
];

/** Returns the feeds that a page names (HTML, `rel=alternate`), absolute, in the page's order; [] if the page has too many elements. */
export function advertisedFeeds(html: string, pageUrl: string): string[] {
  const elements = elementsIn(html);
  const base = baseOf(elements, pageUrl);
  const urls = elements
    .filter(({ tagName }) => tagName === "link")
    .filter((link) => attributeOf(link, "rel")?.toLowerCase().split(/\s+/).includes("alternate"))
    .filter((link) => feedTypes.includes(attributeOf(link, "type")?.split(";")[0]?.trim().toLowerCase() ?? ""))
    // WordPress announces its API in the same way.
    .filter((link) => !/\/wp-json\//.test(attributeOf(link, "href") ?? ""))
    .map((link) => withoutFeedScheme(attributeOf(link, "href")?.trim() ?? ""))
    .filter((reference) => reference !== "")
    .map((reference) => URL.parse(reference, base))
    .filter((url) => url !== null);
  return [...new Set(urls.map(({ href }) => withoutFragment(href)))];
}

type Element = DefaultTreeAdapterMap["element"];

/** Returns the value of an attribute; undefined without it. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((found) => found.name === name)?.value;
}

/** Returns the URL against which the links of a page are resolved. */
export function baseOf(elements: readonly Element[], pageUrl: string): string {
  const base = elements.find((element) => element.tagName === "base" && attributeOf(element, "href") !== undefined);
  return URL.parse(base === undefined ? pageUrl : (attributeOf(base, "href") ?? ""), pageUrl)?.href ?? pageUrl;
}

/** Returns the elements of a page, in its order; [] if there are too many. */
export function elementsIn(html: string): Element[] {
  try {
    return [...elementsOf(parse(html, { treeAdapter: countingTreeAdapter() }))];
  } catch (error) {
    if (error instanceof LimitError) return [];
    throw error;
  }
}
