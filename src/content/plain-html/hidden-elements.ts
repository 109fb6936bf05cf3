import type { Convert } from "./convert.ts";

/**
 * Removes an element that browsers hide: readers ignore the attribute `hidden`. A panel of tabs and text that browsers can find are only
 * hidden at first, as is a whole page that a script shows. Frames have rules of their own.
 */
export const removeHidden: Convert = (element, { reportAtNode }) => {
  const { properties, tagName } = element;
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
