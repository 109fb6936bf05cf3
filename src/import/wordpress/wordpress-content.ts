import { countNames } from "../../content/markup/count-names.ts";
import { checkContent } from "../../limits/content-limits.ts";
import { outsideVerbatim } from "./verbatim-parts.ts";
import { wordpressParagraphs } from "./wordpress-paragraphs.ts";
import { type WordpressPicture, wordpressShortcodes } from "./wordpress-shortcodes.ts";

const block = /<!--\s*\/?wp:([a-z][a-z0-9/-]*)\s[^<>]*?(\/?)-->/g;
// An address that stands alone is shown as what is there: a video, a tweet.
const embed = /(^|\n|<div class="wp-block-embed__wrapper">)[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*(?=\n|<\/div>|$)/g;

/**
 * Makes HTML of a post as WordPress stores it: blocks are HTML with comments, and what was written before there were blocks
 * is text in which an empty line ends a paragraph.
 * @param pictures by the number of the attachment
 * @returns a note for what was left out
 * @throws LimitError
 */
export function wordpressContent(stored: string, pictures: ReadonlyMap<string, WordpressPicture>): { html: string; notes: string[] } {
  checkContent(stored);
  const leftOut: string[] = [];
  const hasBlocks = /<!--\s*wp:/.test(stored);
  const unblocked = stored.replaceAll("\r\n", "\n").replace(block, (_comment, name: string, isWhole: string) => {
    if (isWhole !== "") leftOut.push(`wp:${name}`); // the others hold their HTML
    return "";
  });
  const text = wordpressShortcodes(unblocked, pictures, (name) => leftOut.push(`[${name}]`));
  const html = outsideVerbatim(text, (part) =>
    part.replace(embed, (_match, before: string, url: string) => `${before}\n\n${linkTo(url)}\n\n`),
  );
  const whole = hasBlocks ? outsideVerbatim(html, (part) => part.replace(/\n{3,}/g, "\n\n")) : wordpressParagraphs(html);
  return { html: whole.trim(), notes: notesOf(leftOut) };
}

// Without its scheme, since a whole address would be made a link once more.
function linkTo(url: string): string {
  const escaped = url.replace(/&(?!#?\w+;)/g, "&amp;");
  return `<p><a href="${escaped}">${escaped.replace(/^https?:\/\/(?:www\.)?/, "")}</a></p>`;
}

function notesOf(leftOut: readonly string[]): string[] {
  if (leftOut.length === 0) return [];
  const counts = new Map<string, number>();
  for (const name of leftOut) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [`Left out of its text, since only WordPress can draw it: ${countNames(counts)}`];
}
