import { escapeMarkup } from "../../../../base/escape.ts";
import { asMarkdown, creditHtml } from "./figure.ts";
import { parseShortcodeArguments, type ShortcodeContext } from "./shortcode-arguments.ts";

const maxLength = 2000; // UTF-16 units; further, each tag would search again

/** A tag together with its content. */
interface EnclosedTag {
  readonly text: string;
  readonly end: number;
}

/**
 * Converts tags that need their content: a button to a link, keys, and a figure with a caption around a picture of Markdown. Returns undefined
 * for other tags, and without an end tag nearby.
 * @param end the offset after the start tag
 */
export function enclosedTag(
  body: string,
  end: number,
  { given, kind, name }: { readonly given: string; readonly kind: string; readonly name: string },
  { locate }: ShortcodeContext,
): EnclosedTag | undefined {
  if (!/^(?:button|btn|figure|kbd)$/.test(name) || (name === "kbd" && given.trim() !== "")) return undefined;
  const { named } = parseShortcodeArguments(given);
  const closing = kind === "%" ? new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`) : new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`);
  const found = closing.exec(body.slice(end, end + maxLength));
  if (found === null) return undefined;
  const inner = body.slice(end, end + found.index).trim();
  const last = end + found.index + found[0].length;
  if (name === "kbd") return { text: `<kbd>${inner}</kbd>`, end: last };
  if (name === "figure") {
    const { caption, src, title } = named;
    const words = [title && `**${title}**`, caption, creditHtml(named, asMarkdown)].filter(Boolean).join(" ");
    return caption === undefined || src !== undefined
      ? undefined
      : { text: `\n<figure>\n\n${inner}\n\n<figcaption markdown="1">${words}</figcaption></figure>\n`, end: last };
  }
  const ref = named["relref"] ?? named["ref"];
  const href = named["href"] ?? named["url"] ?? named["link"] ?? (ref === undefined ? undefined : (locate(ref) ?? ref));
  return href === undefined || inner === "" ? undefined : { text: `<a href="${escapeMarkup(href)}">${inner}</a>`, end: last };
}
