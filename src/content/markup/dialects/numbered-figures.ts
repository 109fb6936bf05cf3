import type { Element, Root } from "hast";
import { elementNode, firstProperty, textNode } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";

/** Returns whether a text may have figures with a number. */
export function mayNumberFigures(text: string): boolean {
  return /\{[ \t]?#fig[:-]/.test(text);
}

/** Gives a picture of Pandoc or Quarto its caption: `![Caption](a.png){#fig:a}` alone in a paragraph. */
export function convertNumberedFigures(tree: Root): void {
  walkElements(tree, (element) => {
    const [image, ...others] =
      element.tagName === "p" ? element.children.filter((child) => child.type !== "text" || child.value !== "") : [];
    if (others.length > 0 || image?.type !== "element" || image.tagName !== "img") return undefined;
    const caption = /^fig[:-]/.test(firstProperty(image, "id") ?? "") ? firstProperty(image, "alt") : undefined;
    return caption === undefined ? undefined : { instead: [figureOf(image, caption)] };
  });
}

function figureOf(image: Element, caption: string): Element {
  const { id, ...properties } = image.properties;
  return elementNode("figure", { id }, [{ ...image, properties }, elementNode("figcaption", {}, [textNode(caption)])]);
}
