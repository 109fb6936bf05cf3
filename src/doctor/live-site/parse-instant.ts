import { fullYear, parseRfc822 } from "../../conformance/values/rfc822-date.ts";
import { DateError, parseDate } from "../../content/metadata/parse-date.ts";

/** Parses a date as milliseconds since 1970, in UTC if it has no zone. Returns undefined for an invalid one. */
export function parseInstant(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const known = parseUsual(text) ?? parseRfc822(text);
  if (known !== undefined) return known;
  try {
    return parseDate(text, "UTC").instant;
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const time = "(?<hour>\\d{2}):(?<minute>\\d{2})";
const zone = "(?:GMT|UTC?|Z|(?<sign>[+-])(?<hours>[01]\\d|2[0-3]):?(?<minutes>[0-5]\\d))";
const rfc822 = new RegExp(
  `^(?:[A-Z][a-z]{2}, )?(?<day>\\d{1,2}) (?<name>${months.join("|")}) (?<year>\\d{4}|\\d{2}) ${time}(?::(?<second>\\d{2}))? ${zone}$`,
);
const rfc3339 = new RegExp(
  `^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?:T${time}:(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?${zone})?$`,
);

/** Parses the forms that most feeds use, a hundred times as fast as the parser of any date. */
function parseUsual(text: string): number | undefined {
  const parts = (rfc3339.exec(text) ?? rfc822.exec(text))?.groups;
  if (parts === undefined) return undefined;
  const {
    day,
    fraction = "0",
    hour = "0",
    hours = "0",
    minute = "0",
    minutes = "0",
    month,
    name = "",
    second = "0",
    sign,
    year = "",
  } = parts;
  const monthNumber = month === undefined ? months.indexOf(name) : Number(month) - 1;
  const local = localInstant([fullYear(year), monthNumber, ...[day, hour, minute, second].map(Number)]);
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return local === undefined ? undefined : local + Math.trunc(Number(fraction) * 1000) - offset;
}

/** Returns the instant of a time in UTC; undefined for one that does not exist. */
function localInstant([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): number | undefined {
  const date = new Date(Date.UTC(2000, month, day, hour, minute, second));
  date.setUTCFullYear(year, month, day); // Date.UTC takes the year 1 for 1901
  const isReal = date.getUTCDate() === day && date.getUTCMonth() === month && hour < 24 && minute < 60 && second < 60;
  return isReal ? date.getTime() : undefined;
}

/** Formats the day of an instant in UTC: `2024-11-06`. */
export function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
