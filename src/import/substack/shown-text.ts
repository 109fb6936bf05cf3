import { paywallNotes } from "../hidden-parts/hidden-notes.ts";
import { showsNothing } from "../hidden-parts/shows-nothing.ts";
import { endOfDivision } from "./end-of-division.ts";

/** The text of a post that visitors without a subscription saw. */
export interface ShownText {
  readonly html: string;
  readonly notes: readonly string[];
  /** True if visitors saw nothing of it. The text is complete then. */
  readonly isAllHidden?: boolean;
  /** True if it is only the text before the paywall. */
  readonly isBeforePaywall?: boolean;
}

const paywall = /<div class="paywall[" -][^<>]{0,400}>/; // <div class="paywall-jump" data-component-name="PaywallToDOM"></div>

/**
 * Leaves out what Substack showed only to subscribers: parts for some audiences, and what follows the paywall of a post that is not for
 * everyone.
 * @param row the post's row of `posts.csv`
 */
export function shownText(html: string, row: Readonly<Record<string, string>>): ShownText {
  const wall = paywall.exec(html);
  const isCut = wall !== null && !isForEveryone(row["audience"]);
  const { parts, text } = withoutParts(isCut ? html.slice(0, wall.index) : html);
  if (wall === null && parts === 0) return { html, notes: [] };
  if (showsNothing(text)) return { html, notes: [], isAllHidden: parts > 0 };
  const notes = [
    ...(parts === 0 ? [] : [`Left out what the old site showed only to subscribers: ${parts === 1 ? "a part" : `${parts} parts`}`]),
    ...(wall !== null && !isCut ? ["It has the mark of a paywall, but was for everyone: its whole text was kept"] : []),
    ...(isCut ? paywallNotes(html.slice(wall.index + wall[0].length)) : []),
    ...(isCut && row["podcast_url"] ? ["Left out its recording, which the old site may have offered only to subscribers"] : []),
  ];
  return { html: text, notes, isBeforePaywall: isCut };
}

/** Returns whether the audience of a post is everyone. */
export function isForEveryone(audience: string | undefined): boolean {
  return audience === undefined || audience === "" || audience === "everyone";
}

// <div class="dynamic-content-block" … data-dynamic-audiences="paid_sub,founding_sub">. Visitors are `non_sub`.
const division = /<div\b[^<>]{0,4000}>/g;

// A part without an end ends with the text.
function withoutParts(html: string): { text: string; parts: number } {
  let [text, done, parts] = ["", 0, 0];
  if (!html.includes("data-dynamic-audiences")) return { text: html, parts };
  for (const { 0: tag, index } of html.matchAll(division)) {
    const audiences = / data-dynamic-audiences="([^"]+)"/.exec(tag)?.[1];
    if (index < done || audiences === undefined || /\bnon_sub\b/.test(audiences)) continue;
    text += html.slice(done, index);
    done = endOfDivision(html, index) ?? html.length;
    parts++;
  }
  return { text: text + html.slice(done), parts };
}
