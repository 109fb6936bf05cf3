import type { DefaultTreeAdapterMap } from "parse5";
import { withoutFragment } from "../../base/without-fragment.ts";
import { parseLinkHeader } from "../../network/link-header.ts";
import { attributeOf, baseOf, elementsIn, feedTypes } from "./advertised-feeds.ts";
import { withoutFeedScheme } from "./feed-scheme.ts";

const maxHints = 5;
const types = [...feedTypes, "application/xml", "text/xml"];

/**
 * Returns addresses that may be those of feeds, absolute: of a header `Link`, of links with a general media type, and of links to click.
 * Few readers look there. Only addresses on the host of the page are returned: other links may lead to the feeds of others.
 */
export function hintedFeeds(html: string, pageUrl: string, linkHeader = ""): string[] {
  const elements = elementsIn(html);
  const base = baseOf(elements, pageUrl);
  const inHeader = parseLinkHeader(linkHeader)
    .filter(({ relations, type }) => relations.includes("alternate") && (type === "" || types.includes(type)))
    .map(({ target }) => URL.parse(target, pageUrl));
  const inPage = elements
    .filter((element) => isGeneralLink(element) || isNamedFeed(element))
    .map((element) => URL.parse(withoutFeedScheme(attributeOf(element, "href")?.trim() ?? ""), base));
  const urls = [...inHeader, ...inPage].filter((url) => url !== null && url.host === new URL(pageUrl).host).map((url) => url?.href ?? "");
  return [...new Set(urls.map(withoutFragment))].filter((url) => url !== withoutFragment(pageUrl)).slice(0, maxHints);
}

type Element = DefaultTreeAdapterMap["element"];

function isGeneralLink(element: Element): boolean {
  const type = attributeOf(element, "type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const isAlternate = attributeOf(element, "rel")?.toLowerCase().split(/\s+/).includes("alternate") ?? false;
  return element.tagName === "link" && isAlternate && types.includes(type);
}

/** Returns whether a link to click is called RSS, Atom or feed, in its text or, for a picture, in an attribute. */
function isNamedFeed(element: Element): boolean {
  if (element.tagName !== "a" || attributeOf(element, "href") === undefined) return false;
  const names = [textOf(element), attributeOf(element, "title"), attributeOf(element, "aria-label")];
  return names.some((name = "") => name.length <= maxName && /\b(?:rss|atom|feed)\b/i.test(name));
}

const maxName = 40; // UTF-16 units: a longer text is a sentence or a headline

function textOf({ childNodes }: Element): string {
  return childNodes
    .flatMap((node) =>
      "value" in node ? [node.value] : "childNodes" in node ? node.childNodes.map((child) => ("value" in child ? child.value : "")) : [],
    )
    .join("")
    .trim();
}
