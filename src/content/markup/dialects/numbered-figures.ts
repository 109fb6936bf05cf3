import type { Element, ElementContent, Parents, Root } from "hast";
import { includesAny } from "../../../base/includes-any.ts";
import { elementNode, firstProperty, siblingAt, textNode } from "../../html/hast-nodes.ts";
import { walkElements, walkTree } from "../../html/walk-tree.ts";
import { mapTexts } from "./inline/map-texts.ts";
import { groupEnd } from "./lines/group-marks.ts";
import { figureMark } from "./lines/guard.ts";

/** Returns whether a text may have figures of Pandoc, Quarto or MyST. */
export function mayNumberFigures(text: string): boolean {
  return (includesAny(text, "#fig", "fig-alt=") && /\{[ \t]?#fig[:-]|fig-alt=/.test(text)) || text.includes(figureMark);
}

/**
 * Gives pictures their captions. In Pandoc or Quarto, `![Caption](a.png){#fig:a}` or `![Caption](a.png){fig-alt="Words"}` is alone in a
 * paragraph. In MyST, the caption is the first paragraph of the directive, and never the alternative text; the others are a legend.
 */
export function convertNumberedFigures(tree: Root): void {
  const ofMyst = new Set<Element>();
  walkTree(tree, (element, index, parent) => {
    if (element.type !== "element" || element.tagName !== "p") return undefined;
    const [mark, image, ...rest] = element.children;
    if (mark?.type !== "text" || !mark.value.startsWith(figureMark) || !isPicture(image)) return undefined;
    ofMyst.add(image);
    const caption = isBlank(rest) ? takeCaption(mark.value, index, parent) : rest;
    if (caption.length === 0) return undefined;
    const legend = mark.value.startsWith(figureMark.repeat(3)) ? takeLegend(index, parent) : [];
    const words = trimmed(caption);
    return { instead: [figureOf(image, legend.length === 0 ? words : [elementNode("p", {}, words), ...legend], element)] };
  });
  if (ofMyst.size > 0) mapTexts(tree, (text) => text.replaceAll(figureMark, ""));
  walkElements(tree, (element) => {
    const [image, ...others] =
      element.tagName === "p" ? element.children.filter((child) => child.type !== "text" || child.value !== "") : [];
    if (others.length > 0 || !isImage(image) || ofMyst.has(image)) return undefined;
    const caption = firstProperty(image, "dataCaption") ?? (isNumbered(image) ? firstProperty(image, "alt") : undefined);
    return caption ? { instead: [figureOf(image, [textNode(caption)], element)] } : undefined;
  });
}

// The paragraph after the picture.
function takeCaption(mark: string, index: number, { children }: Parents): readonly ElementContent[] {
  const after = mark === figureMark ? undefined : siblingAt(children, index, 1);
  if (after?.type !== "element" || after.tagName !== "p") return [];
  children.splice(children.indexOf(after), 1);
  return after.children;
}

// The blocks before the end of the directive.
function takeLegend(index: number, { children }: Parents): readonly ElementContent[] {
  let end = index + 1; // a search from the start for each figure would take quadratic time
  for (let child = children[end]; child?.type !== "raw" || child.value.trim() !== groupEnd; child = children[end])
    if (++end >= children.length) return [];
  const legend = children.splice(index + 1, end - index).slice(0, -1);
  return isBlank(legend as ElementContent[]) ? [] : (legend as ElementContent[]);
}

function trimmed([first, ...rest]: readonly ElementContent[]): ElementContent[] {
  return first?.type === "text" ? [textNode(first.value.trimStart()), ...rest] : first === undefined ? [] : [first, ...rest];
}

function isImage(node: ElementContent | undefined): node is Element {
  return node?.type === "element" && node.tagName === "img";
}

// In MyST, it may be a link.
function isPicture(node: ElementContent | undefined): node is Element {
  return isImage(node) || pictureInLink(node) !== undefined;
}

function pictureInLink(node: ElementContent | undefined): Element | undefined {
  if (node?.type !== "element" || node.tagName !== "a") return undefined;
  const [only, ...others] = node.children.filter((child) => child.type !== "text" || child.value !== "");
  return others.length === 0 && isImage(only) ? only : undefined;
}

function isBlank(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === "text" && node.value.trim() === "");
}

function isNumbered(image: Element): boolean {
  return /^fig[:-]/.test(firstProperty(image, "id") ?? "");
}

// The paragraph may have the id of a group of figures.
function figureOf(picture: Element, caption: ElementContent[], { properties: { id: group } }: Element): Element {
  const image = pictureInLink(picture) ?? picture;
  const { dataCaption: _, id, ...properties } = image.properties;
  image.properties = group === undefined ? properties : { ...properties, id };
  return elementNode("figure", { id: group ?? id }, [picture, elementNode("figcaption", {}, caption)]);
}
