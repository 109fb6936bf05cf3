import type { Parents } from "hast";

/** Returns the first characters of an element's text. Reading all text of each of many nested elements would take quadratic time. */
export function textStart(parent: Parents, length: number): string {
  let text = "";
  for (const child of parent.children) {
    if (text.length >= length) break;
    if (child.type === "text") text += child.value;
    else if (child.type === "element") text += textStart(child, length - text.length);
  }
  return text.slice(0, length);
}
