import type { Element } from "hast";
import { textStart } from "../../../html/text-start.ts";

/** Returns whether an element is a paragraph without text. One with an id is the target of links. */
export function isEmptyParagraph(element: Element): boolean {
  const { properties, tagName } = element;
  return (
    tagName === "p" &&
    properties["id"] === undefined &&
    element.children.every(({ type }) => type === "text") &&
    textStart(element, 100).trim() === ""
  );
}
