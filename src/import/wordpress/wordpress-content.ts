import { escapeBareAmpersands, escapeMarkup } from "../../base/escape.ts";
import { shortAddress } from "../../base/short-address.ts";
import { elementNode } from "../../content/html/hast-nodes.ts";
import { countNames } from "../../content/markup/dialects/count-names.ts";
import { embedHtml } from "../../content/markup/shortcodes/tags/embed-html.ts";
import { isPlayable } from "../../content/plain-html/embed-services.ts";
import { mediaPlayer } from "../../content/plain-html/media-player.ts";
import { checkContent } from "../../limits/content-limits.ts";
import { outsideVerbatim } from "./verbatim-parts.ts";
import { wordpressParagraphs } from "./wordpress-paragraphs.ts";
import { type WordpressPicture, wordpressShortcodes } from "./wordpress-shortcodes.ts";

const block = /<!--\s*\/?wp:([a-z][a-z0-9/-]*)\s[^<>]*?(\/?)-->/g;
// WordPress replaces an address alone on a line with the content at it: a video, a tweet.
const embed = /(^|\n|<div class="wp-block-embed__wrapper">)[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*(?=\n|<\/div>|$)/g;

/**
 * Converts the stored text of a WordPress post to HTML. Blocks are HTML with comments; older posts are text in which an empty
 * line ends a paragraph.
 * @param pictures by the number of the attachment
 * @returns the HTML, and a note about removed parts
 * @throws LimitError
 */
export function wordpressContent(stored: string, pictures: ReadonlyMap<string, WordpressPicture>): { html: string; notes: string[] } {
  checkContent(stored);
  const leftOut: string[] = [];
  const hasBlocks = /<!--\s*wp:/.test(stored);
  const unblocked = stored.replaceAll("\r\n", "\n").replace(block, (_comment, name: string, isWhole: string) => {
    if (isWhole !== "") leftOut.push(`wp:${name}`); // other blocks contain their HTML
    return "";
  });
  const text = wordpressShortcodes(unblocked, pictures, (name) => leftOut.push(`[${name}]`));
  const html = outsideVerbatim(text, (part) =>
    part.replace(embed, (_match, before: string, url: string) => `${before}\n\n${linkTo(url)}\n\n`),
  );
  const whole = hasBlocks ? outsideVerbatim(html, (part) => part.replace(/\n{3,}/g, "\n\n")) : wordpressParagraphs(html);
  return { html: whole.trim(), notes: notesOf(leftOut) };
}

// Omits the scheme of other addresses, since a complete one would become a link again.
function linkTo(url: string): string {
  const address = url.replace(/&(?:amp|#0?38);/g, "&");
  const player = mediaPlayer(address, elementNode("video", {}), undefined);
  if (player !== undefined) return `<${player.tagName} src="${escapeMarkup(address)}" controls></${player.tagName}>`;
  if (isPlayable(address)) return `<p>${embedHtml(address)}</p>`;
  const escaped = escapeBareAmpersands(url);
  return `<p><a href="${escaped}">${shortAddress(escaped)}</a></p>`;
}

function notesOf(leftOut: readonly string[]): string[] {
  if (leftOut.length === 0) return [];
  const counts = new Map<string, number>();
  for (const name of leftOut) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [`Removed from its text, since only WordPress can render it: ${countNames(counts)}`];
}
