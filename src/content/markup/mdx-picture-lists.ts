import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { isShownName } from "../plain-html/convert-component.ts";
import { type ExpressionResolver, wordNames } from "./expressions/resolve-expressions.ts";
import { entryOf, isList, ObjectValue, textOfValue, type Value } from "./expressions/value.ts";
import { type MdxElement, pictureFile } from "./mdx-element.ts";

const lists = /^(?:images?|imgs|pics|pictures|photos|slides|gallery|items|media|src|urls)$/i;
const addresses = ["src", "url", "image", "img", "picture", "photo", "href"];
const words = ["title", "caption", "description", "text"];
const alternatives = ["alt", "caption", "title"];
const maxPictures = 200; // of one component

/** A picture in the attribute of a component. */
interface ListedPicture {
  readonly url: string;
  readonly alt: string;
  readonly words: readonly string[];
}

/**
 * Writes the pictures of lists in attributes as the content of their components, in place, with their captions:
 * `<Carousel images={[{ src: "a.jpg", caption: "Words" }]} />`. A list with anything else stays, since only a program shows it.
 */
export function fillPictureLists(tree: Root, resolver: ExpressionResolver): void {
  visit(tree, (node) => {
    if (!("attributes" in node) || node.children.length > 0 || !/^[A-Z]/.test(node.name ?? "")) return;
    const element = node as MdxElement;
    const found = element.attributes.flatMap((attribute) => {
      if (attribute.type !== "mdxJsxAttribute" || typeof attribute.value !== "object" || !lists.test(attribute.name)) return [];
      const pictures = picturesIn(resolver.attributeValue(element, attribute.name));
      return pictures === undefined ? [] : [{ attribute, pictures }];
    });
    if (found.length === 0) return;
    element.attributes = element.attributes.filter((each) => found.every(({ attribute }) => attribute !== each));
    if (element.attributes.every(isUnseen)) element.name = null; // nothing else is lost
    const pictures = found.flatMap((each) => each.pictures);
    element.children = (element.type === "mdxJsxFlowElement" ? pictures.map(blockOf) : inlinesOf(pictures)) as MdxElement["children"];
  });
}

function isUnseen(attribute: MdxElement["attributes"][number]): boolean {
  return attribute.type === "mdxJsxAttribute" && !wordNames.test(attribute.name) && !isShownName(attribute.name);
}

function picturesIn(list: Value): ListedPicture[] | undefined {
  if (!isList(list) || list.length === 0 || list.length > maxPictures) return undefined;
  const pictures = list.map(pictureOf);
  return pictures.every((picture) => picture !== undefined) ? pictures : undefined;
}

function pictureOf(entry: Value): ListedPicture | undefined {
  const textsAt = (names: readonly string[]) =>
    names.flatMap((name) => (entry instanceof ObjectValue ? (textOfValue(entryOf(entry, name))?.trim() ?? []) : []));
  const url = [...(typeof entry === "string" ? [entry] : []), ...textsAt(addresses)].find((text) => pictureFile.test(text));
  const shown = new Set(textsAt(words).filter((text) => text !== ""));
  return url === undefined ? undefined : { url, alt: textsAt(alternatives)[0] ?? "", words: [...shown] };
}

function blockOf({ alt, url, words }: ListedPicture): object {
  const image = { type: "image", url, alt };
  if (words.length === 0) return { type: "paragraph", children: [image] };
  const caption = { type: "html-element", data: { hName: "figcaption" }, children: onLines(words.map(textOf)) };
  return { type: "html-element", data: { hName: "figure" }, children: [image, caption] };
}

function inlinesOf(pictures: readonly ListedPicture[]): object[] {
  return onLines(pictures.flatMap(({ alt, url, words }): object[] => [{ type: "image", url, alt }, ...words.map(textOf)]));
}

function onLines(nodes: readonly object[]): object[] {
  return nodes.flatMap((node, index) => (index === 0 ? [node] : [{ type: "break" }, node]));
}

function textOf(value: string): object {
  return { type: "text", value };
}
