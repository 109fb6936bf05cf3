import { escapeMarkup } from "../../../base/escape.ts";

/** The tags that write the address of an article or a file. */
export const addressTags: ReadonlySet<string> = new Set(["ref", "relref", "post_url", "post_path", "link", "asset_path"]);

// Inside the destination of a link, or an attribute. The lengths are bounded: otherwise many tags would take quadratic time.
const inDestination =
  /(?<=\]\([ \t]{0,9}(?:<[^<>\n]{0,1000}|[^<>()\n]{0,1000})|="[^"\n]{0,1000}|='[^'\n]{0,1000}|\b(?:href|src)=[^\s"'<>]{0,1000}|^ {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]{1,9}<?[^\s<>]{0,1000})/my;

// Variables such as {{ site.url }} may come before the tag.
const autolinkStart = /(?<=<(?:\{\{[^{}\n]{1,100}\}\}){0,2})/y;

/**
 * Changes the address that replaces a tag so that it becomes the final URL where it is text, and a link between `<` and `>`. In a
 * destination, the address stays: every link is resolved.
 */
export function placeAddress(address: string, body: string, offset: number, end: number): string {
  inDestination.lastIndex = offset;
  if (address.startsWith("<") || inDestination.test(body)) return address;
  const written = escapeMarkup(address);
  const text = `<span data-address-of="${written}"></span>`;
  autolinkStart.lastIndex = offset;
  const isAutolink = body[end] === ">" && autolinkStart.test(body);
  return isAutolink ? `a href="${written}">${text}</a` : text;
}
