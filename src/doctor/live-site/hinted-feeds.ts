import type { DefaultTreeAdapterMap } from "parse5";
import { withoutFragment } from "../../base/without-fragment.ts";
import { parseLinkHeader } from "../../network/link-header.ts";
import { attributeOf, baseOf, elementsIn, feedTypes } from "./advertised-feeds.ts";
import { withoutFeedScheme } from "./feed-scheme.ts";
import { isCalledFeed, resemblesFeed } from "./link-names.ts";

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
  const clickable = elements.filter(isClickable);
  const named = elements.filter((element) => isGeneralLink(element) || (isClickable(element) && isCalledFeed(element)));
  const inPage = [...named, ...clickable.filter(resemblesFeed)].map((element) =>
    URL.parse(withoutFeedScheme(attributeOf(element, "href")?.trim() ?? ""), base),
  );
  const urls = [...inHeader, ...inPage].filter((url) => url !== null && url.host === new URL(pageUrl).host).map((url) => url?.href ?? "");
  return [...new Set(urls.map(withoutFragment))].filter((url) => url !== withoutFragment(pageUrl)).slice(0, maxHints);
}

type Element = DefaultTreeAdapterMap["element"];

function isGeneralLink(element: Element): boolean {
  const type = attributeOf(element, "type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const isAlternate = attributeOf(element, "rel")?.toLowerCase().split(/\s+/).includes("alternate") ?? false;
  return element.tagName === "link" && isAlternate && types.includes(type);
}

function isClickable({ attrs, tagName }: Element): boolean {
  return (tagName === "a" || tagName === "area") && attrs.some(({ name }) => name === "href");
}
