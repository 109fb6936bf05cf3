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
import { type BlockFootnote, footnotesHtml, parseFootnotes, refersTo } from "./block-footnotes.ts";
import { withoutHiddenBlocks } from "./hidden-blocks.ts";
import { withoutHiddenShortcodes } from "./hidden-shortcodes.ts";
import { withReusableBlocks } from "./reusable-blocks.ts";
import { outsideVerbatim } from "./verbatim-parts.ts";
import { wordpressParagraphs } from "./wordpress-paragraphs.ts";
import { lostPicturesNote, type WordpressPicture, wordpressShortcodes } from "./wordpress-shortcodes.ts";

const block = /<!--\s*\/?wp:([a-z][a-z0-9/-]*)\s[^<>]*?(\/?)-->/g;
// WordPress replaces an address alone on a line with the content at it: a video, a tweet.
const embed = /(^|\n|<div class="wp-block-embed__wrapper">)[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*(?=\n|<\/div>|$)/g;

// The block of a file has a frame that shows it, a link with its name, and a button: two of them lead to the file of the link.
const fileFrame = /<object\s([^<>]{0,1000})><\/object>(?=\s{0,9}<a\s)/g;
const fileButton = /<\/a>\s{0,9}<a\s([^<>]{0,1000})>[^<>]{0,200}<\/a>/g;

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
 * @param footnotes the field of that name: the footnotes of the block editor
 * @throws LimitError
 */
export function wordpressContent(
  written: string,
  pictures: Pictures,
  blocks: ReadonlyMap<string, string> = new Map(),
  footnotes?: string,
): WordpressContent {
  checkContent(written + (footnotes ?? ""));
  const stored = withReusableBlocks(written, blocks);
  checkContent(stored);
  const { afterWall, notes, text } = shownToVisitors(stored);
  const hasBlocks = /<!--\s*wp:/.test(stored);
  const all = parseFootnotes(footnotes);
  const parts = { hasBlocks, pictures, footnotes: all && shownFootnotes(all, stored, text) };
  const content = converted(text, parts);
  if (text === stored) return content;
  if (showsNothing(content.html)) return { ...converted(stored, { ...parts, footnotes: all }), whyDraft: allHiddenNote };
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

// Footnotes of a hidden part are hidden with it.
function shownFootnotes(footnotes: readonly BlockFootnote[], stored: string, shown: string): readonly BlockFootnote[] {
  return footnotes
    .filter((note) => refersTo(shown, note) || !refersTo(stored, note))
    .map(({ content, id }) => ({ id, content: shownToVisitors(content).text }));
}

interface Parts {
  readonly hasBlocks: boolean;
  readonly pictures: Pictures;
  readonly footnotes: readonly BlockFootnote[] | undefined;
}

function converted(stored: string, { footnotes, hasBlocks, pictures }: Parts): { html: string; notes: readonly string[] } {
  const leftOut: string[] = [];
  let unplaced = footnotes;
  const unblocked = stored.replaceAll("\r\n", "\n").replace(block, (_comment, name: string, isWhole: string) => {
    if (/^(?:core\/)?footnotes$/.test(name) && unplaced !== undefined) {
      const list = footnotesHtml(unplaced);
      unplaced = []; // a second block of them
      return list;
    }
    if (isWhole !== "") leftOut.push(`wp:${name}`); // other blocks contain their HTML
    return "";
  });
  const lost = new Set<string>();
  const text = wordpressShortcodes(
    withOneLinkToFile(unblocked),
    pictures,
    (name) => leftOut.push(`[${name}]`),
    (id) => lost.add(id),
  );
  const html = outsideVerbatim(text, (part) =>
    part.replace(embed, (_match, before: string, url: string) => `${before}\n\n${linkTo(url)}\n\n`),
  );
  const whole = hasBlocks ? outsideVerbatim(html, (part) => part.replace(/\n{3,}/g, "\n\n")) : wordpressParagraphs(html);
  return {
    html: whole.trim(),
    notes: [
      ...notesOf("Removed from its text, since only WordPress can render it", leftOut),
      ...(lost.size === 0 ? [] : [lostPicturesNote("A part of a gallery", [...lost])]),
    ],
  };
}

function withOneLinkToFile(html: string): string {
  return html
    .replace(fileFrame, (frame, attributes: string) => (attributes.includes("wp-block-file__embed") ? "" : frame))
    .replace(fileButton, (links, attributes: string) => (attributes.includes("wp-block-file__button") ? "</a>" : links));
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
