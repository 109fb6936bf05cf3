import type { DefaultTreeAdapterMap } from "parse5";
import { isDataUrl, parseDataPicture } from "../base/data-picture.ts";
import { escapeMarkup } from "../base/escape.ts";
import { elementNode } from "../content/html/hast-nodes.ts";
import { pictureAddress } from "../content/plain-html/picture-address.ts";
import { parseHtmlTree } from "../limits/limited-html.ts";
import type { AttachedFile } from "./attached-file.ts";

type Node = DefaultTreeAdapterMap["node"];

/**
 * Moves the pictures that HTML contains as `data:` URLs into files next to its article. What cannot be decoded stays, and
 * so do placeholders of pictures at other addresses.
 * @param source the article's path below the articles folder
 */
export function extractPictures(html: string, source: string): { html: string; files: readonly AttachedFile[] } {
  if (!/data:image\//i.test(html)) return { html, files: [] };
  const stem = source.replace(/\.[^./]+$/, "");
  const known = new Map<string, AttachedFile>(); // by URL
  const parts: string[] = [];
  let end = 0;
  for (const { attribute, startOffset, endOffset, url } of dataUrlsIn(html)) {
    const picture = known.get(url) === undefined ? parseDataPicture(url) : undefined;
    if (picture !== undefined) known.set(url, { path: `${stem}-picture-${known.size + 1}.${picture.ending}`, bytes: picture.bytes });
    const path = known.get(url)?.path;
    if (path === undefined) continue;
    parts.push(html.slice(end, startOffset), `${attribute}="${escapeMarkup(encodeURI(path.slice(path.lastIndexOf("/") + 1)))}"`);
    end = endOffset;
  }
  return { html: parts.join("") + html.slice(end), files: [...known.values()] };
}

// A script replaces a placeholder, which may be one pixel, with the picture at another address.
function isShown(url: string, { attrs, tagName }: DefaultTreeAdapterMap["element"]): boolean {
  const named = attrs.map(({ name, value }) => [
    name === "srcset" ? "srcSet" : name.replace(/-([a-z])/g, (_, sign) => sign.toUpperCase()),
    value,
  ]);
  if (tagName !== "img") return true;
  return (pictureAddress(elementNode(tagName, Object.fromEntries(named))) ?? url) === url;
}

interface DataUrl {
  readonly attribute: string;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly url: string;
}

// The attributes with the address of a picture, by tag name.
const attributes: ReadonlyMap<string, string> = new Map([
  ["img", "src"],
  ["video", "poster"],
  ["object", "data"],
  ["embed", "src"],
]);

// In the order of the text. Iterative, since deeply nested HTML would overflow the stack.
function dataUrlsIn(html: string): DataUrl[] {
  const found: DataUrl[] = [];
  const open: Node[] = [parseHtmlTree(html, { sourceCodeLocationInfo: true, scriptingEnabled: false })];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const attribute = "attrs" in node ? attributes.get(node.tagName) : undefined;
    if ("attrs" in node && attribute !== undefined) {
      const url = node.attrs.find(({ name }) => name === attribute)?.value.trim() ?? "";
      const place = node.sourceCodeLocation?.attrs?.[attribute];
      if (place !== undefined && isDataUrl(url) && isShown(url, node)) found.push({ ...place, attribute, url });
    }
    if ("content" in node) open.push(node.content);
    if ("childNodes" in node) for (const child of node.childNodes) open.push(child);
  }
  return found.sort((a, b) => a.startOffset - b.startOffset);
}
