import { escapeBareAmpersands, escapeMarkup } from "../../base/escape.ts";
import { shortAddress } from "../../base/short-address.ts";
import { elementNode } from "../../content/html/hast-nodes.ts";
import { countNames } from "../../content/markup/dialects/count-names.ts";
import { embedHtml } from "../../content/markup/shortcodes/tags/embed-html.ts";
import { isPlayable } from "../../content/plain-html/embed-services.ts";
import { mediaPlayer } from "../../content/plain-html/media-player.ts";
import { checkContent } from "../../limits/content-limits.ts";
import { allHiddenNote, paywallNotes } from "../hidden-parts/hidden-notes.ts";
import { showsNothing } from "../hidden-parts/shows-nothing.ts";
import { withoutHiddenBlocks } from "./hidden-blocks.ts";
import { withoutHiddenShortcodes } from "./hidden-shortcodes.ts";
import { withReusableBlocks } from "./reusable-blocks.ts";
import { outsideVerbatim } from "./verbatim-parts.ts";
import { wordpressParagraphs } from "./wordpress-paragraphs.ts";
import { type WordpressPicture, wordpressShortcodes } from "./wordpress-shortcodes.ts";

const block = /<!--\s*\/?wp:([a-z][a-z0-9/-]*)\s[^<>]*?(\/?)-->/g;
// WordPress replaces an address alone on a line with the content at it: a video, a tweet.
const embed = /(^|\n|<div class="wp-block-embed__wrapper">)[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*(?=\n|<\/div>|$)/g;

type Pictures = ReadonlyMap<string, WordpressPicture>;

/** The content of a post. */
export interface WordpressContent {
  readonly html: string;
  /** Notes about removed parts. */
  readonly notes: readonly string[];
  /** Why the post must not be published: visitors saw nothing of its text. It is complete then. */
  readonly whyDraft?: string;
  /** Set if visitors saw only a part of the text: that before a paywall, or that without hidden parts. */
  readonly shown?: "before paywall" | "without parts";
}

/**
 * Converts the stored text of a WordPress post to HTML. Blocks are HTML with comments; older posts are text in which an empty
 * line ends a paragraph. Parts that visitors did not see are left out.
 * @param written the stored text
 * @param pictures by the number of the attachment
 * @param blocks the stored texts of reusable blocks, by number
 * @throws LimitError
 */
export function wordpressContent(written: string, pictures: Pictures, blocks: ReadonlyMap<string, string> = new Map()): WordpressContent {
  checkContent(written);
  const stored = withReusableBlocks(written, blocks);
  checkContent(stored);
  const { afterWall, notes, text } = shownToVisitors(stored);
  const hasBlocks = /<!--\s*wp:/.test(stored);
  const content = converted(text, hasBlocks, pictures);
  if (text === stored) return content;
  if (showsNothing(content.html)) return { ...converted(stored, hasBlocks, pictures), whyDraft: allHiddenNote };
  return { ...content, notes: [...notes, ...content.notes], shown: afterWall === "" ? "without parts" : "before paywall" };
}

/** Returns the stored text that visitors saw, what followed a paywall, and notes about what was left out. */
export function shownToVisitors(stored: string): { text: string; afterWall: string; notes: readonly string[] } {
  const hidden: string[] = [];
  const onLeftOut = (name: string) => hidden.push(name);
  const blocks = withoutHiddenBlocks(stored, onLeftOut);
  const shortcodes = withoutHiddenShortcodes(blocks.text, onLeftOut);
  const afterWall = shortcodes.afterWall + blocks.afterWall;
  return {
    text: shortcodes.text,
    afterWall,
    notes: [
      ...notesOf("Left out, since the old site may have shown it only to some readers, such as members", hidden),
      ...paywallNotes(afterWall),
    ],
  };
}

function converted(stored: string, hasBlocks: boolean, pictures: Pictures): { html: string; notes: readonly string[] } {
  const leftOut: string[] = [];
  const unblocked = stored.replaceAll("\r\n", "\n").replace(block, (_comment, name: string, isWhole: string) => {
    if (isWhole !== "") leftOut.push(`wp:${name}`); // other blocks contain their HTML
    return "";
  });
  const text = wordpressShortcodes(unblocked, pictures, (name) => leftOut.push(`[${name}]`));
  const html = outsideVerbatim(text, (part) =>
    part.replace(embed, (_match, before: string, url: string) => `${before}\n\n${linkTo(url)}\n\n`),
  );
  const whole = hasBlocks ? outsideVerbatim(html, (part) => part.replace(/\n{3,}/g, "\n\n")) : wordpressParagraphs(html);
  return { html: whole.trim(), notes: notesOf("Removed from its text, since only WordPress can render it", leftOut) };
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

function notesOf(reason: string, leftOut: readonly string[]): string[] {
  if (leftOut.length === 0) return [];
  const counts = new Map<string, number>();
  for (const name of leftOut) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [`${reason}: ${countNames(counts)}`];
}
