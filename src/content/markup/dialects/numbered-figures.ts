import type { Element, Root } from "hast";
import { elementNode, firstProperty, textNode } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";

/** Returns whether a text may have figures of Pandoc or Quarto. */
export function mayNumberFigures(text: string): boolean {
  return /\{[ \t]?#fig[:-]|fig-alt=/.test(text);
}

/**
 * Gives a picture of Pandoc or Quarto its caption: `![Caption](a.png){#fig:a}` or `![Caption](a.png){fig-alt="Words"}` alone in a
 * paragraph.
 */
export function convertNumberedFigures(tree: Root): void {
  walkElements(tree, (element) => {
    const [image, ...others] =
      element.tagName === "p" ? element.children.filter((child) => child.type !== "text" || child.value !== "") : [];
    if (others.length > 0 || image?.type !== "element" || image.tagName !== "img") return undefined;
    const caption = firstProperty(image, "dataCaption") ?? (isNumbered(image) ? firstProperty(image, "alt") : undefined);
    return caption ? { instead: [figureOf(image, caption, element)] } : undefined;
  });
}

function isNumbered(image: Element): boolean {
  return /^fig[:-]/.test(firstProperty(image, "id") ?? "");
}

// The paragraph may have the id of a group of figures.
function figureOf(image: Element, caption: string, { properties: { id: group } }: Element): Element {
  const { dataCaption: _, id, ...properties } = image.properties;
  const picture = { ...image, properties: group === undefined ? properties : { ...properties, id } };
  return elementNode("figure", { id: group ?? id }, [picture, elementNode("figcaption", {}, [textNode(caption)])]);
}
