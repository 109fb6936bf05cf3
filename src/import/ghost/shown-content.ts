import { paywallNotes } from "../hidden-parts/hidden-notes.ts";
import { showsNothing } from "../hidden-parts/shows-nothing.ts";

/** The text of a post that visitors who are not logged in saw. */
export interface ShownContent {
  readonly html: string;
  readonly notes: readonly string[];
  /** True if visitors saw nothing of it. The text is complete then. */
  readonly isAllHidden?: boolean;
  /** True if it is only the text before the paywall. */
  readonly isBeforePaywall?: boolean;
}

const paywall = "<!--members-only-->";

/**
 * Leaves out what Ghost showed only to members: cards with such a visibility, and what follows the paywall of a post for members. In a
 * public post, the paywall has no effect.
 */
export function shownContent(html: string, isPublic: boolean): ShownContent {
  const wall = isPublic ? -1 : html.indexOf(paywall);
  const before = wall < 0 ? html : html.slice(0, wall);
  const { cards, text } = withoutMemberCards(before);
  if (wall < 0 && cards === 0) return { html, notes: [] };
  if (showsNothing(text)) return { html, notes: [], isAllHidden: cards > 0 };
  const cardNotes = cards === 0 ? [] : [`Left out what the old site showed only to members: ${cards === 1 ? "a card" : `${cards} cards`}`];
  const wallNotes = wall < 0 ? [] : paywallNotes(html.slice(wall + paywall.length));
  return { html: text, notes: [...cardNotes, ...wallNotes], isBeforePaywall: wall >= 0 };
}

const begin = /<!--\s*kg-gated-block:begin\b/g;
const end = /<!--\s*kg-gated-block:end\s*-->/g;

// <!--kg-gated-block:begin nonMember:false memberSegment:"status:free" -->. A card without an end ends with the text.
function withoutMemberCards(html: string): { text: string; cards: number } {
  let [text, done, cards] = ["", 0, 0];
  begin.lastIndex = 0;
  for (let match = begin.exec(html); match !== null; match = begin.exec(html)) {
    end.lastIndex = match.index;
    const isEnded = end.exec(html) !== null;
    const stop = isEnded ? end.lastIndex : html.length;
    const comment = html.slice(match.index, html.indexOf("-->", match.index));
    begin.lastIndex = stop;
    if (/\bnonMember:\s{0,9}["']?true/.test(comment)) continue;
    cards++;
    text += html.slice(done, match.index);
    done = stop;
  }
  return { text: text + html.slice(done), cards };
}
