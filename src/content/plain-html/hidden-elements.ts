import type { Element } from "hast";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { findElement } from "../html/find-elements.ts";
import { classesOf } from "../html/hast-nodes.ts";
import { textStart } from "../html/text-start.ts";
import type { Convert } from "./convert.ts";

/**
 * Removes an element that browsers hide: readers ignore the attribute `hidden`. A panel of tabs and text that browsers can find are only
 * hidden at first, as is a whole page that a script shows. Frames have rules of their own. A placeholder of AMP is gone once a page has
 * loaded.
 */
export const removeHidden: Convert = (element, { reportAtNode }) => {
  const { properties, tagName } = element;
  if (properties["placeholder"] === "" && ofAmp.test(tagName)) return [];
  if (tagName === "label" && classesOf(element).includes("hide-text")) return []; // of Substack's editor
  if (classesOf(element).includes("kg-signup-card")) {
    reportAtNode(element, "warning", "Removed a signup card of Ghost: feed readers show no forms; write a link to the page with the form");
    return [];
  }
  const hidden: unknown = properties["hidden"];
  if (hidden === undefined || hidden === null || hidden === false || tagName === "iframe") return undefined;
  if (/^until-found$/i.test(String(hidden)) || properties["role"] === "tabpanel") return undefined;
  if (tagName === "html" || tagName === "body") {
    delete properties["hidden"];
    return undefined;
  }
  reportAtNode(element, "warning", `Removed <${tagName} hidden>: browsers do not show it; to show it, remove "hidden"`);
  return [];
};

// The parser moves a paragraph out of <amp-iframe> in a paragraph.
const ofAmp = /^(?:p|div|span|amp-img)$/;

/** Returns whether the style of an element hides it. */
export function isHiddenByStyle({ properties }: Element): boolean {
  return /(?:^|[;\s])(?:display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden)\b/i.test(
    String(properties["style"] ?? "").slice(0, 2000),
  );
}

/** Reports an element that its style hides, since readers drop styles. It stays: a script may show it. */
export function reportShown(element: Element, reportAtNode: ReportAtNode): void {
  const { tagName } = element;
  if (!isHiddenByStyle(element) || withoutWords.test(tagName)) return;
  if (textStart(element, 1000).trim() === "" && findElement(element, (child) => child.tagName === "img") === undefined) return;
  const message = `Cannot hide <${tagName}> by its style: readers drop styles, and show it; to leave it out, write the attribute hidden`;
  reportAtNode(element, "warning", message);
}

const withoutWords = /^(?:head|math|noscript|script|style|svg|template|title)$/;
