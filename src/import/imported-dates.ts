import { DateError, parseDate } from "../content/metadata/parse-date.ts";
import type { ParsedEntry } from "../feed-parser/parsed-entry.ts";
import { describeAmbiguousDate, suggestDate } from "./date-suggestion.ts";

/** The dates of publication and change, in milliseconds since 1970, rounded down to seconds. */
export interface ImportedDates {
  readonly published?: number | undefined;
  /** The day, `2024-11-06`, if the source gives no time. The site's time zone decides when it starts. */
  readonly day?: string | undefined;
  /** Only if it is later than `published`. */
  readonly updated?: number | undefined;
  readonly notes: readonly string[];
}

/**
 * Parses the dates of an entry. For an invalid date, it adds a note with other dates that may be the right one.
 * @param timezone IANA name: the zone of dates without a zone
 */
export function importedDates(entry: ParsedEntry, timezone: string, now: number): ImportedDates {
  const published = read("date", entry.published, timezone);
  if (typeof published !== "number") return { notes: entry.unlisted && published === undefined ? [] : [missing(entry, published)] };
  const day = /^\s*(\d{4}-\d{2}-\d{2})\s*$/.exec(entry.published ?? "")?.[1];
  const first = { published, day };
  const updated = read("updated", entry.updated, timezone) ?? published;
  if (typeof updated === "string") return { ...first, notes: [updated] };
  if (updated <= published) return { ...first, notes: [] };
  if (updated <= now) return { ...first, updated, notes: [] };
  return { ...first, notes: [`Cannot use updated ${JSON.stringify(entry.updated)}: it is in the future; it was omitted`] };
}

// Returns the instant in whole seconds, as milliseconds; the reason if the date is invalid; or undefined if there is no date.
function read(field: string, text: string | undefined, timezone: string): number | string | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  try {
    return Math.floor(parseDate(text, timezone).instant / 1000) * 1000;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return `Cannot read ${field} ${JSON.stringify(text)}: ${error.message}`;
  }
}

const keptAsDraft = "It was kept as a draft:";
const maxLines = 20; // comments are the first lines of front matter

/** Returns the comment in the front matter of a draft that an import wrote for lack of a date; undefined if there is none. */
export function undatedLine(text: string): string | undefined {
  const lines = text.split("\n", maxLines);
  return lines[0]?.trim() === "---" ? lines.find((line) => line.startsWith("# ") && line.includes(keptAsDraft)) : undefined;
}

function missing(entry: ParsedEntry, fault: string | undefined): string {
  const suggestion = suggestDate(entry);
  const ambiguous = fault === undefined && suggestion === undefined ? describeAmbiguousDate(entry) : undefined;
  const reason = fault ?? ambiguous ?? "Cannot find its date: the source does not contain it";
  const advice = suggestion === undefined ? "add a date" : `${suggestion.where}; if that is it, add "date: ${suggestion.date}"`;
  return `${reason}. ${keptAsDraft} ${advice} and remove "draft: true"`;
}
