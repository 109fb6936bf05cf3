import { escapeMarkup } from "../../../../base/escape.ts";
import { shortAddress } from "../../../../base/short-address.ts";
import { linkHtml } from "./embed-html.ts";
import type { ShortcodeArguments } from "./shortcode-arguments.ts";

/** Ends a quotation with its credit. The arguments are those of the start tag: free text in Hexo, an author in Zola. */
export function endQuotation({ named, text }: ShortcodeArguments): string {
  const credit = named["author"] ?? text.replaceAll('"', "");
  return `\n\n${credit === "" ? "" : `— ${creditHtml(credit)}\n\n`}</blockquote>\n`;
}

// Hexo: author, source and a link with its title.
function creditHtml(credit: string): string {
  const words = credit.split(/\s+/);
  const index = words.findIndex((word) => /^https?:\/\/./.test(word));
  if (index === -1) return escapeMarkup(credit);
  const [author, url = "", title] = [words.slice(0, index), words[index], words.slice(index + 1).join(" ")];
  return `${author.map((word) => `${escapeMarkup(word)} `).join("")}${linkHtml(url, title || shortAddress(url))}`;
}
