import type { Parents } from "hast";

/** The beginning of an element's text. Elements within each other have the same text, and to read it once for each takes long. */
export function textStart(parent: Parents, length: number): string {
  let text = "";
  for (const child of parent.children) {
    if (text.length >= length) break;
    if (child.type === "text") text += child.value;
    else if (child.type === "element") text += textStart(child, length - text.length);
  }
  return text.slice(0, length);
}
