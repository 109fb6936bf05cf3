import { Temporal } from "temporal-polyfill";

/** A parsed date. */
export interface ParsedDate {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** True if the date has a time of day. */
  readonly hasTime: boolean;
}

/** The error that a text is not a date. The message contains only the reason. */
export class DateError extends Error {
  override readonly name = "DateError";
  /** True for the zero date of Go and .NET, 0001-01-01, which means "no date". */
  readonly isZero: boolean;
  /** True for `Last Modified` and the like, which ask Eleventy for the time of the file. */
  readonly isOfFile: boolean;

  constructor(reason: string, { isOfFile = false, isZero = false } = {}) {
    super(reason);
    this.isZero = isZero;
    this.isOfFile = isOfFile;
  }
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** The names of months in English and their abbreviations: an alternation of a regular expression. */
export const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
/** The name of a weekday before a date, which may be absent: a part of a regular expression. */
export const weekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?";
// Names after an offset, which add nothing: `+0000 UTC` (Go), `+0100 (CET)` (RFC 2822), `+01:00[Europe/Berlin]`.
const zoneNames = "(?:\\s+[a-z]{1,5}|\\s*\\([^()]*\\)|\\[[a-z]+/[\\w/+-]+\\])?";
// `9:20`, and `0920` (ISO 8601, basic format), which dateutil and so Pelican and Nikola read.
const clock = "(?=\\d{1,2}:\\d{2}(?!\\d)|\\d{4}(?:\\d{2})?(?![\\d:]))";
const time =
  `(?:(?:T|,?\\s+(?:at\\s+)?)${clock}(?<hour>\\d{1,2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?\\s*(?<half>[ap]m(?![a-z]))?` +
  `(?:\\s*(?<zone>(?:utc|gmt)?[+-]\\d{1,2}:?(?:\\d{2})?|z|utc?|gmt|[ecmp][sd]t|cest|cet|\\[?[a-z]+/[\\w/+-]+\\]?)${zoneNames})?)?`;

const spellings = [
  `(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})${time}`,
  `${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?<name>${monthNames})\\.?,?\\s+(?<year>\\d{4})${time}`,
  // The output of `date` and Ruby.
  `${weekday}(?<name>${monthNames})\\s+(?<day>\\d{1,2})\\s+(?<hour>\\d{1,2}):(?<minute>\\d{2}):(?<second>\\d{2})\\s+(?:(?<zone>[a-z]+|[+-]\\d{4})\\s+)?(?<year>\\d{4})`,
  `${weekday}(?<name>${monthNames})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${time}`,
  `(?<first>\\d{1,2})[/.-](?<second_>\\d{1,2})[/.-](?<year>\\d{4})${time}`,
].map((spelling) => new RegExp(`^${spelling}$`, "i"));

// RFC 5322 §4.3: the obsolete zone names. Those of central Europe are unambiguous, too.
const namedOffsets: Readonly<Record<string, string>> = {
  z: "+00:00",
  ut: "+00:00",
  utc: "+00:00",
  gmt: "+00:00",
  est: "-05:00",
  edt: "-04:00",
  cst: "-06:00",
  cdt: "-05:00",
  mst: "-07:00",
  mdt: "-06:00",
  pst: "-08:00",
  pdt: "-07:00",
  cet: "+01:00",
  cest: "+02:00",
};

/**
 * Parses a date in the spellings that authors and other generators use: ISO 8601 and its looser forms, RFC 822,
 * `6 November 2024`, `November 6, 2024`. The default zone is `timezone`; the default time is midnight.
 * @param timezone IANA name
 * @throws DateError with the reason
 */
export function parseDate(text: string, timezone: string): ParsedDate {
  const counted = parseTimestamp(text.trim());
  if (counted !== undefined) return { instant: counted, hasTime: true };
  const parts = readParts(text.trim());
  if (parts === undefined) throw notADate(text.trim());
  const hasTime = parts["hour"] !== undefined;
  const civil = civilTime(parts);
  const instant = zoned(civil, parts["zone"], timezone);
  if (instant === firstInstant || isFirstDay(civil))
    throw new DateError('this is how Hugo and Go write "no date"; write the day of publication, as 2024-11-06', { isZero: true });
  if (instant < firstInstant || instant > lastInstant)
    throw new DateError("in UTC, it is not in the years 0001 to 9999, and feeds allow no other years");
  return { instant, hasTime };
}

function isFirstDay({ day, month, year }: Temporal.PlainDateTime): boolean {
  return year === 1 && month === 1 && day === 1;
}

// The years of RFC 3339 and RFC 822.
const firstInstant = Date.parse("0001-01-01T00:00:00Z");
const lastInstant = Date.parse("9999-12-31T23:59:59.999Z");

// An imported feed may contain a text of any length; no date is longer than this.
const maxLength = 120;

function readParts(text: string): Readonly<Record<string, string>> | undefined {
  if (text.length > maxLength) return undefined;
  for (const spelling of spellings) {
    const groups = spelling.exec(text)?.groups;
    if (groups !== undefined) return groups;
  }
  return undefined;
}

// Seconds or milliseconds since 1970, from 1990 to 2033: the digits of a calendar date (19900101, 2024110612) are never in that
// range.
function parseTimestamp(text: string): number | undefined {
  if (!/^\d{9,13}$/.test(text)) return undefined;
  const instant = Number(text) * (text.length <= 10 ? 1000 : 1);
  return instant >= Date.UTC(1990) && instant < Date.UTC(2033) ? instant : undefined;
}

// www.11ty.dev/docs/dates: these are the dates of a copy or a commit, not of the article.
function notADate(text: string): DateError {
  const example = "2024-11-06 or 2024-11-06T12:00:00Z";
  if (!/^(?:git )?(?:last modified|created)$/i.test(text)) return new DateError(`not a date; write it as ${example}`);
  const advice = "git log --follow --format=%as -- <file> ends with the day of the first commit";
  return new DateError(`the time of a file changes with every copy; write the day of publication, as ${example} (${advice})`, {
    isOfFile: true,
  });
}

type Parts = Readonly<Record<string, string | undefined>>;

function civilTime(parts: Parts): Temporal.PlainDateTime {
  const { month, day } = monthAndDay(parts);
  const date = { year: Number(parts["year"]), month, day };
  try {
    Temporal.PlainDate.from(date, { overflow: "reject" });
  } catch {
    throw new DateError("no such day");
  }
  const nanoseconds = (parts["fraction"] ?? "").padEnd(9, "0");
  try {
    return Temporal.PlainDateTime.from(
      {
        ...date,
        hour: hourOfDay(parts),
        minute: Number(parts["minute"] ?? 0),
        second: Math.min(Number(parts["second"] ?? 0), parts["second"] === "60" ? 59 : 99), // a leap second
        millisecond: Number(nanoseconds.slice(0, 3)),
      },
      { overflow: "reject" },
    );
  } catch {
    throw new DateError("no such time of day");
  }
}

function monthAndDay(parts: Parts): { month: number; day: number } {
  if (parts["month"] !== undefined) return { month: Number(parts["month"]), day: Number(parts["day"]) };
  if (parts["name"] !== undefined) return { month: months.indexOf(parts["name"].slice(0, 3).toLowerCase()) + 1, day: Number(parts["day"]) };
  const [first, second] = [Number(parts["first"]), Number(parts["second_"])];
  if (first > 12) return { day: first, month: second };
  if (second > 12) return { month: first, day: second };
  if (first === second) return { month: first, day: first };
  const options = [
    [first, second],
    [second, first],
  ].map(([m, d]) => `${parts["year"]}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`);
  throw new DateError(`day and month are ambiguous; write ${options.join(" or ")}`);
}

function hourOfDay(parts: Parts): number {
  const hour = Number(parts["hour"] ?? 0);
  if (parts["half"] === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (parts["half"].toLowerCase() === "pm" ? 12 : 0);
}

function zoned(civil: Temporal.PlainDateTime, zone: string | undefined, timezone: string): number {
  const name = zone === undefined ? timezone : (namedOffsets[zone.toLowerCase()] ?? offsetName(zone));
  try {
    return civil.toZonedDateTime(name).epochMilliseconds;
  } catch {
    throw new DateError(`no such time zone: ${name}`);
  }
}

function offsetName(zone: string): string {
  const [, sign, hours = "", minutes = "00"] = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? [];
  return sign === undefined ? zone.replace(/[[\]]/g, "") : `${sign}${hours.padStart(2, "0")}:${minutes}`;
}
