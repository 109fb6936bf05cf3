import { findAmbiguousDate, findDate } from "../content/metadata/find-date.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import { plainText } from "../feed-parser/plain-text.ts";

/** A date that is probably that of an entry. */
export interface DateSuggestion {
  /** The day, `2024-11-06`. */
  readonly date: string;
  /** The place of the date, a clause: `its text has "6 November 2024"`. */
  readonly where: string;
}

/** Finds the date that the address, or the text, of an entry names. */
export function suggestDate(entry: Pick<ParsedEntry, "content" | "link" | "title">): DateSuggestion | undefined {
  return dateInUrl(entry.link) ?? dateInText(entry);
}

/** Describes the date in the text of an entry whose day and month may be meant the other way round, as a sentence without its point. */
export function describeAmbiguousDate({ content, title }: Pick<ParsedEntry, "content" | "title">): string | undefined {
  const ambiguous = findAmbiguousDate(`${title} ${plainText(content)}`);
  return ambiguous && `Cannot read the date ${JSON.stringify(ambiguous.found)} in its text: ${ambiguous.reason}`;
}

function dateInUrl(link = ""): DateSuggestion | undefined {
  const [found, year, month, day] = /\/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-]|$)/.exec(link) ?? [];
  return found === undefined ? undefined : { where: `its address has ${found}`, date: `${year}-${month}-${day ?? "01"}` };
}

function dateInText({ content, title }: Pick<ParsedEntry, "content" | "title">): DateSuggestion | undefined {
  const hint = findDate(`${title} ${plainText(content)}`);
  return hint === undefined ? undefined : { where: `its text has ${JSON.stringify(hint.found)}`, date: hint.date };
}
