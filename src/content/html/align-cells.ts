import type { Element } from "hast";
import { classesOf } from "./hast-nodes.ts";

// What passes its alignment on, and to what. The attribute of a table itself places the table, not its text.
const parts: Readonly<Record<string, RegExp>> = {
  table: /^(?:thead|tbody|tfoot|tr)$/,
  thead: /^tr$/,
  tbody: /^tr$/,
  tfoot: /^tr$/,
  tr: /^t[dh]$/,
};
const horizontal = /^(?:left|right|center|justify)$/i;
const vertical = /^(?:top|middle|bottom|baseline)$/i;

/**
 * Aligns the cells of tables by attributes, since feed readers drop styles. To be called for each part of a table, before those that it
 * contains: a row is aligned like its group, and a cell like its row.
 */
export function alignCells(element: Element): void {
  const { properties, tagName } = element;
  const pattern = parts[tagName];
  if (pattern === undefined && tagName !== "td" && tagName !== "th") return;
  const align = tagName === "table" ? styleOf(element, "text-align") : alignmentOf(element);
  const valign = tagName === "table" ? undefined : verticalOf(element);
  if (tagName !== "table") setAlignment(properties, "align", align, horizontal);
  if (tagName !== "table") setAlignment(properties, "vAlign", valign, vertical);
  if (pattern === undefined) return;
  for (const child of element.children) {
    if (child.type !== "element" || !pattern.test(child.tagName)) continue;
    if (alignmentOf(child) === undefined) setAlignment(child.properties, "align", align, horizontal);
    if (verticalOf(child) === undefined) setAlignment(child.properties, "vAlign", valign, vertical);
  }
}

function setAlignment(properties: Element["properties"], name: "align" | "vAlign", value: string | undefined, known: RegExp): void {
  if (value !== undefined && known.test(value)) properties[name] = value.toLowerCase();
}

// Undefined if it inherits its alignment.
function alignmentOf(element: Element): string | undefined {
  const ofWordPress = /(?:^|\s)has-text-align-(left|right|center)(?:\s|$)/.exec(classesOf(element).join(" "))?.[1];
  return styleOf(element, "text-align") ?? ofWordPress ?? attributeOf(element, "align");
}

function verticalOf(element: Element): string | undefined {
  return styleOf(element, "vertical-align") ?? attributeOf(element, "vAlign");
}

function attributeOf({ properties }: Element, name: "align" | "vAlign"): string | undefined {
  const value = properties[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function styleOf({ properties }: Element, name: "text-align" | "vertical-align"): string | undefined {
  const declarations = String(properties["style"] ?? "").split(";");
  const values = declarations.flatMap((declaration) => {
    const [property = "", value = ""] = declaration.split(":", 2);
    return property.trim().toLowerCase() === name ? [(/^[a-z-]+/i.exec(value.trim())?.[0] ?? "").toLowerCase()] : [];
  });
  const value = values.findLast((each) => each !== "");
  return value === "inherit" ? undefined : value;
}
