import type { Element, ElementContent, Parents, Root } from "hast";
import { elementNode, firstProperty, siblingAt, textNode } from "../../html/hast-nodes.ts";
import { walkElements, walkTree } from "../../html/walk-tree.ts";
import { mapTexts } from "./inline/map-texts.ts";
import { figureMark } from "./lines/guard.ts";

/** Returns whether a text may have figures of Pandoc, Quarto or MyST. */
export function mayNumberFigures(text: string): boolean {
  return (text.includes("{") && /\{[ \t]?#fig[:-]|fig-alt=/.test(text)) || text.includes(figureMark);
}

/**
 * Gives pictures their captions. In Pandoc or Quarto, `![Caption](a.png){#fig:a}` or `![Caption](a.png){fig-alt="Words"}` is alone in a
 * paragraph. In MyST, the caption is the first paragraph of the directive, and never the alternative text.
 */
export function convertNumberedFigures(tree: Root): void {
  const ofMyst = new Set<Element>();
  walkTree(tree, (element, index, parent) => {
    if (element.type !== "element" || element.tagName !== "p") return undefined;
    const [mark, image, ...rest] = element.children;
    if (mark?.type !== "text" || !mark.value.startsWith(figureMark) || !isImage(image)) return undefined;
    ofMyst.add(image);
    const caption = isBlank(rest) ? takeCaption(mark.value, index, parent) : rest;
    return caption.length === 0 ? undefined : { instead: [figureOf(image, trimmed(caption), element)] };
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

function trimmed([first, ...rest]: readonly ElementContent[]): ElementContent[] {
  return first?.type === "text" ? [textNode(first.value.trimStart()), ...rest] : first === undefined ? [] : [first, ...rest];
}

function isImage(node: ElementContent | undefined): node is Element {
  return node?.type === "element" && node.tagName === "img";
}

function isBlank(nodes: readonly ElementContent[]): boolean {
  return nodes.every((node) => node.type === "text" && node.value.trim() === "");
}

function isNumbered(image: Element): boolean {
  return /^fig[:-]/.test(firstProperty(image, "id") ?? "");
}

// The paragraph may have the id of a group of figures.
function figureOf(image: Element, caption: ElementContent[], { properties: { id: group } }: Element): Element {
  const { dataCaption: _, id, ...properties } = image.properties;
  const picture = { ...image, properties: group === undefined ? properties : { ...properties, id } };
  return elementNode("figure", { id: group ?? id }, [picture, elementNode("figcaption", {}, caption)]);
}
