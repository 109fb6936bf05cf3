import { escapeMarkup } from "../../../../base/escape.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { withoutFragment } from "../../../../base/without-fragment.ts";
import { embedHtml, linkHtml } from "./embed-html.ts";
import { placeOfTag } from "./place-html.ts";
import type { ShortcodeArguments, ShortcodeContext } from "./shortcode-arguments.ts";

/** The tags that write the address of an article or a file. */
export const addressTags: ReadonlySet<string> = new Set(["ref", "relref", "post_url", "post_path", "link", "asset_path"]);

// Inside the destination of a link, or an attribute. The lengths are bounded: otherwise many tags would take quadratic time.
const inDestination =
  /(?<=\]\([ \t]{0,9}(?:<[^<>\n]{0,1000}|[^<>()\n]{0,1000})|="[^"\n]{0,1000}|='[^'\n]{0,1000}|\b(?:href|src)=[^\s"'<>]{0,1000}|^ {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]{1,9}<?[^\s<>]{0,1000})/my;

// Variables such as {{ site.url }} may come before the tag.
const autolinkStart = /(?<=<(?:\{\{[^{}\n]{1,100}\}\}){0,2})/y;

/**
 * Changes the address that replaces a tag so that it becomes the final URL where it is text, and a link between `<` and `>`. In a
 * destination, the address stays: every link is resolved. A page of another site becomes a link; alone on its line, it is an embed, such as
 * the card of dev.to's `{% link https://… %}`.
 */
export function placeAddress(address: string, body: string, offset: number, end: number): string {
  if (address.startsWith("<") || isInDestination(body, offset)) return address;
  const written = escapeMarkup(address);
  const isAutolink = body[end] === ">" && isAfterAngle(body, offset);
  if (/^https?:\/\//.test(address) && !isAutolink)
    return isAlone(body, offset, end) ? embedHtml(address) : linkHtml(address, shortAddress(address));
  const text = `<span data-address-of="${written}"></span>`;
  return isAutolink ? `a href="${written}">${text}</a` : text;
}

/** Returns whether an offset is in the destination of a link, or in an attribute. */
export function isInDestination(body: string, offset: number): boolean {
  inDestination.lastIndex = offset;
  return inDestination.test(body);
}

function isAfterAngle(body: string, offset: number): boolean {
  autolinkStart.lastIndex = offset;
  return autolinkStart.test(body);
}

function isAlone(body: string, offset: number, end: number): boolean {
  const { markers, next } = placeOfTag(body, offset, end);
  return markers !== undefined && next !== "same line";
}

/** Returns the address to which a tag such as `{{< ref "moon.md#craters" >}}` or `{% post_url 2024-01-02-moon %}` refers. */
export function target({ positional: [written = ""], named }: ShortcodeArguments, { locate }: ShortcodeContext): string | undefined {
  const wanted = named["path"] ?? written;
  const name = withoutFragment(wanted);
  const anchor = wanted.slice(name.length);
  if (name === "") return anchor || undefined;
  return (locate(name) ?? encodeURI(name)) + anchor;
}

/**
 * Returns an address or a link. In Jekyll, `{% link a/file name.pdf %}` is an address. In Hexo, `{% link some words https://example.com %}` is
 * a link, and so are `{{< link "moon.md" "words" >}}` and `{{< link href="…" content="words" >}}` of Hugo's themes.
 */
export function linkTag(values: ShortcodeArguments, context: ShortcodeContext): string | undefined {
  const { named, positional, text } = values;
  const href = ["href", "url", "link", "to", "src"].map((key) => named[key]).find(Boolean);
  const label = ["content", "text", "label", "title", "name"].map((key) => named[key]).find(Boolean);
  if (href !== undefined) return linkOf(href, label ?? positional.join(" "), context);
  const index = positional.findIndex((word) => /^https?:\/\//.test(word));
  if (index > 0) return linkHtml(positional[index] ?? "", positional.slice(0, index).join(" "));
  const isQuoted = /^["'`]/.test(text);
  if (index < 0 && !isQuoted) return text === "" ? undefined : (context.locate(text) ?? `/${encodeURI(text.replace(/^\/+/, ""))}`);
  const [first = "", ...rest] = positional;
  const words = /["'`]\s*$/.test(text) ? rest[0] : rest.filter((word) => !/^(?:true|false)$/.test(word)).join(" ");
  return linkOf(first, label ?? words ?? "", context);
}

function linkOf(href: string, words: string, context: ShortcodeContext): string | undefined {
  const isExternal = /^(?:[a-z][a-z\d+.-]{1,20}:|\/\/)/i.test(href);
  const address = isExternal ? href : target({ positional: [href], named: {}, text: href }, context);
  return address === undefined || words === "" ? address : linkHtml(address, words);
}
