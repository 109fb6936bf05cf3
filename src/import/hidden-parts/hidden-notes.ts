import { oneLine } from "../../base/one-line.ts";
import { truncate } from "../../base/truncate.ts";
import { plainText } from "../../feed-parser/plain-text.ts";
import { showsNothing } from "./shows-nothing.ts";

/** The note about a post of which visitors saw nothing. */
export const allHiddenNote =
  "The old site showed its text only to some readers, such as members, which is not supported here: it was kept as a draft";

const maxQuote = 80; // UTF-16 units
const maxQuoted = 2000; // of the HTML

/** Returns the note about the text after a paywall, with its first words; none if there is no such text. */
export function paywallNotes(rest: string): string[] {
  if (showsNothing(rest)) return [];
  const words = truncate(oneLine(plainText(rest.slice(0, maxQuoted))), maxQuote);
  return [`Left out the text after its paywall, which the old site showed only to some readers: ${JSON.stringify(words)}`];
}
