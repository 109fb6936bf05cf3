import type { Element, ElementContent } from "hast";
import { isTable, type Table, tableOf, textIn } from "../../base/table-values.ts";
import { findElement } from "../html/find-elements.ts";
import { classesOf, elementNode, firstProperty, textNode } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import { type ConversionContext, type Convert, mayContainBlocks } from "./convert.ts";
import { embedNodes, isLinkable } from "./embed-link.ts";
import { formulaNode } from "./formula-node.ts";

/**
 * Replaces an empty element that a script of Substack fills from the JSON of its attribute `data-attrs`: formulas, galleries, films,
 * posts. An element without anything to show or link to is a warning.
 */
export const convertDataAttributes: Convert = (element, context) => {
  const json = firstProperty(element, "dataAttrs");
  if (json === undefined || hasContent(element)) return undefined;
  const name = classesOf(element)[0] ?? firstProperty(element, "dataComponentName") ?? element.tagName;
  if (/^(?:subscri|paywall|install)/i.test(name)) return undefined; // forms and advertisements
  const shown = contentOf(parse(json), name, context);
  if (shown !== undefined) return shown;
  context.reportAtNode(element, "warning", `Cannot show <${element.tagName} class="${name}">, which a script fills: write its content`);
  return [];
};

function hasContent(element: Element): boolean {
  return textStart(element, 1000).trim() !== "" || findElement(element, ({ tagName }) => shows.has(tagName)) !== undefined;
}

const shows = new Set(["a", "audio", "embed", "iframe", "img", "object", "picture", "video"]);

function parse(json: string): Table {
  try {
    return tableOf(JSON.parse(json));
  } catch {
    return {};
  }
}

function contentOf(values: Table, name: string, context: ConversionContext): ReturnType<Convert> {
  const tex = textIn(values["persistentExpression"]);
  if (tex !== undefined) return [formulaNode(tex, mayContainBlocks(context.parent))];
  const { gallery } = values;
  if (isTable(gallery)) return galleryOf(gallery);
  const address = addressIn(values, name);
  return address === undefined
    ? undefined
    : embedNodes({ address, title: textIn(values["title"]) ?? textIn(values["full_text"])?.slice(0, maxTitle) }, context);
}

const maxTitle = 300; // UTF-16 units

function galleryOf(gallery: Table): ReturnType<Convert> {
  const images = Array.isArray(gallery["images"]) ? gallery["images"].filter(isTable) : [];
  const alt = textIn(gallery["alt"]) ?? "";
  const pictures: ElementContent[] = images.flatMap((image) => {
    const src = textIn(image["src"]);
    return src === undefined || !isLinkable(src) ? [] : [elementNode("img", { src, alt: textIn(image["alt"]) ?? alt })];
  });
  const caption = textIn(gallery["caption"]);
  if (caption !== undefined) pictures.push(elementNode("figcaption", {}, [textNode(caption)]));
  return images.length === 0 ? undefined : [elementNode("figure", {}, pictures)];
}

function addressIn(values: Table, name: string): string | undefined {
  const [video, instagram] = [textIn(values["videoId"]), textIn(values["instagram_id"])];
  if (video !== undefined && /vimeo/i.test(name)) return `https://vimeo.com/${encodeURIComponent(video)}`;
  if (video !== undefined && /youtube/i.test(name)) return watchPage(video, textIn(values["startTime"]));
  if (instagram !== undefined) return `https://www.instagram.com/p/${encodeURIComponent(instagram)}/`;
  const address = textIn(values["canonical_url"]) ?? textIn(values["url"]) ?? textIn(values["href"]);
  return address !== undefined && /^https?:\/\//.test(address) ? address : undefined;
}

function watchPage(video: string, start: string | undefined): string {
  const query = new URLSearchParams({ v: video, ...(start !== undefined && { t: start }) });
  return `https://www.youtube.com/watch?${query}`;
}
