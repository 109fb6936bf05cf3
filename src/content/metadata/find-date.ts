import { lazy } from "../../base/lazy.ts";
import { dateLabel } from "./date-label.ts";
import { DateError, parseDate } from "./parse-date.ts";

/** A date in prose. */
export interface FoundDate {
  /** The date as it is written. */
  readonly found: string;
  /** The day, `2024-11-06`. */
  readonly date: string;
}

// The languages of the pages, and others whose names of months mean the same month in all of them: not Croatian, in which listopad is October.
const languages = "ar bg ca cs da de el en es et fa fi fr he hu it ja ko lt nb nl pl pt ro ru sk sl sv tr uk zh zh-Hant".split(" ");
const ordinaryWords: ReadonlySet<string> = new Set(["ago", "out", "set"]); // short names of months that are words of English

const year = "(?<year>(?:19|20)\\d\\d)";
const dayOrMonthFirst = `(?<![\\w/.-])\\d{1,2}(?<mark>[-/])\\d{1,2}\\k<mark>${year}(?![\\d/]|[.-]\\d)`;
const numbersFirst = new RegExp(dayOrMonthFirst, "g");
const spellings = [
  // With a time, too: `2024-10-01T14:30`. A path, `/2024/10/01/moon`, is the address of some other article.
  `(?<![\\w/.-])${year}(?<mark>[-/.] ?)(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?![\\d/]|[.-]\\d)`,
  // Dots are written between day and month, in this order; after slashes and hyphens, only numbers above 12 are clear.
  `(?<![\\w/.-])(?<day>\\d{1,2})\\. ?(?<month>\\d{1,2})\\. ?${year}(?![\\d/]|[.-]\\d)`,
  dayOrMonthFirst,
  `(?<![\\w/.]|\\d-)(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.?[º°]|\\.)? (?:of |de |d[’'])?(?<name>[\\p{L}\\p{M}]{3,16})\\.?[,،]? (?:del? )?${year}(?!\\w)`,
  `(?<![\\p{L}\\p{M}\\d])(?<name>[\\p{L}\\p{M}]{3,16})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? ${year}(?!\\w)`,
  // Hungarian and Lithuanian
  `(?<![\\w/.-])${year}\\.? (?:m\\. )?(?<name>[\\p{L}\\p{M}]{3,16})\\.? (?<day>\\d{1,2})(?![\\w:])`,
  `(?<!\\d)${year} ?[年년] ?(?<month>\\d{1,2}) ?[月월] ?(?<day>\\d{1,2}) ?[日일号號]`,
].map((spelling) => new RegExp(spelling, "giu"));

interface Candidate extends FoundDate {
  readonly index: number;
  /** Dates with a lower rank are more likely that of publication. */
  readonly rank: number;
}

const ranks = { publication: 0, other: 1, change: 2 };

/**
 * Finds the date in prose that is called that of publication, or else the first one, in the spellings of the languages of the pages. A date
 * of a change counts if there is no other. For suggestions only.
 */
export function findDate(prose: string): FoundDate | undefined {
  const text = simplified(prose);
  let best: Candidate | undefined;
  for (const spelling of spellings)
    for (const match of text.matchAll(spelling)) {
      const { index } = match;
      const rank = ranks[dateLabel(text.slice(0, index))];
      if (best !== undefined && (rank > best.rank || (rank === best.rank && index >= best.index))) continue;
      const date = dateOf(match);
      if (date !== undefined) best = { index, rank, date, found: prose.slice(index, index + match[0].length).replace(/\s/g, " ") };
    }
  return best && { found: best.found, date: best.date };
}

/** Finds the first date in prose whose day and month may be meant the other way round, with the reason as a clause. */
export function findAmbiguousDate(prose: string): { readonly found: string; readonly reason: string } | undefined {
  for (const { 0: found } of simplified(prose).matchAll(numbersFirst)) {
    try {
      parseDate(found, "UTC");
    } catch (error) {
      if (error instanceof DateError && /ambiguous/.test(error.message)) return { found, reason: error.message };
    }
  }
  return undefined;
}

function simplified(prose: string): string {
  return prose.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(numberOf(digit))).replace(/\s/g, " ");
}

// In Unicode, the digits of a script are in order: those of Arabic, of Persian, and wide ones of Japanese and Chinese.
function numberOf(digit: string): number {
  const code = digit.charCodeAt(0);
  const zero = [0xff10, 0x06f0].find((each) => each <= code) ?? 0x0660;
  return code - zero;
}

function dateOf({ 0: found, groups = {} }: RegExpExecArray): string | undefined {
  const month = groups["name"] === undefined ? groups["month"] : monthOf(groups["name"]);
  if (groups["name"] !== undefined && month === undefined) return undefined;
  const text = month === undefined ? found : `${groups["year"]}-${month}-${groups["day"]}`;
  try {
    return new Date(parseDate(text, "UTC").instant).toISOString().slice(0, 10);
  } catch {
    return undefined; // it looks like a date, but is not valid, or is ambiguous
  }
}

const months = lazy(monthNames); // by the key of the name

// In Hebrew, the preposition is a part of the word.
function monthOf(name: string): number | undefined {
  const key = keyOf(name);
  return months().get(key) ?? months().get(key.replace(/^ב/, ""));
}

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>([["sept", 9]]);
  for (const language of languages)
    for (const options of [{ dateStyle: "long" }, { dateStyle: "medium" }, { month: "long" }] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: "UTC" });
      for (let month = 1; month <= 12; month++) {
        const name = format.formatToParts(Date.UTC(2024, month - 1, 2)).find(({ type }) => type === "month")?.value ?? "";
        if (!ordinaryWords.has(keyOf(name))) names.set(keyOf(name), month);
      }
    }
  return names;
}

function keyOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[.\u0654]/g, "");
}
