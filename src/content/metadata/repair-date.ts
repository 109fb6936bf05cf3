import { DateError, type ParsedDate, parseDate } from "./parse-date.ts";
import { respellDate } from "./respell-date.ts";

/** A date with a fault, read by its most likely meaning. */
export interface RepairedDate extends ParsedDate {
  /** The better spelling. */
  readonly spelling: string;
}

/**
 * Parses a date that `parseDate` rejects: a day that its month does not have, or the hour 24, continues in the next month or day, as in
 * JavaScript; text after the date or the time is ignored; spellings of other programs are rewritten. Returns undefined if there is no
 * likely meaning.
 * @param respells false to accept no spelling of other programs
 */
export function repairDate(text: string, timezone: string, { respells = true } = {}): RepairedDate | undefined {
  const short = text.trim().slice(0, 120); // as parseDate
  const respelled = respells ? respellDate(text) : undefined;
  const spellings = [carried(short), respelled, withoutEnd(short), carried(withoutEnd(short)), withoutZero(short), carried(respelled)];
  for (const spelling of spellings) {
    try {
      if (spelling !== undefined) return { ...parseDate(spelling, timezone), spelling };
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
    }
  }
  return undefined;
}

// V8 reads `2022-05-010` as the 10th.
function withoutZero(text: string): string | undefined {
  const [, start, day, rest] = /^(\d{4}[-/.]\d{1,2}[-/.])0(\d{2})(?!\d)(.*)$/s.exec(text) ?? [];
  return start === undefined ? undefined : `${start}${day}${rest}`;
}

function withoutEnd(text: string | undefined): string | undefined {
  return /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:(?:T|\s)\d{1,2}:\d{2}(?::\d{2})?)?)\s/i.exec(text ?? "")?.[1];
}

// ECMA-262 §21.4.1.32: the hour 24 is midnight at the end of the day. V8 accepts 31 days in each month.
function carried(text: string | undefined): string | undefined {
  const [, year, month = "", day = "", rest = ""] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)([\s\S]*)$/.exec(text ?? "") ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const isNextDay = /^[T\s]24:00(?::00)?(?![\d:])/i.test(rest);
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day) + (isNextDay ? 1 : 0)); // Date.UTC() reads 24 as 1924
  return date.toISOString().slice(0, 10) + (isNextDay ? rest.replace("24", "00") : rest);
}
