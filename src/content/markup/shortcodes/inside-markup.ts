import { isInDestination } from "./tags/place-address.ts";
import { endsWithLabel } from "./tags/place-html.ts";

const maxLength = 2000; // UTF-16 units before a tag; further, each tag would search the whole text again

// Its quotation marks, spaces and parentheses are not those of the text around: src="{% cdn "moon.jpg" %}".
const templateTags = /\{%(?:[^%{]|%(?!\})|\{(?!%))*%\}|\{\{(?:[^{}"]|"(?:[^"\n{]|\{(?!\{))*")*\}\}/g;

// An element whose last attribute is open. Its other attributes are without quotation marks here.
const openAttribute = /^<[a-z][^<>"']*=(?:[ \t\n]{0,9}["']|[^\s<>"'=]*$)/i;

/**
 * Returns whether an offset is in an attribute of HTML, also in one of several lines, or in the destination or title of a link: an element
 * there would break the markup around, which would be shown as text.
 */
export function isInsideMarkup(body: string, offset: number): boolean {
  const paragraph =
    body
      .slice(Math.max(0, offset - maxLength), offset)
      .split(/\n[ \t]*\n/)
      .at(-1) ?? "";
  const before = paragraph.replace(templateTags, "-");
  if (isInDestination(before, before.length)) return !endsWithLabel(before); // [Video]: {% youtube x %} is no definition
  const element = before.slice(before.lastIndexOf("<"));
  return openAttribute.test(element.replace(/"[^"]*"|'[^']*'/g, ""));
}

/** Returns whether the replacement of a tag is an element or a block, and not a text or an address. */
export function isElement(replacement: string): boolean {
  return /<|^:::/m.test(replacement);
}
