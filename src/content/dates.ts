import { Temporal } from "temporal-polyfill";

/** An instant as an author wrote it. */
export interface ParsedDate {
  /** Milliseconds since 1970. */
  readonly instant: number;
  /** Whether a time of day was given. */
  readonly hasTime: boolean;
}

/** The text is no date. The message is the reason alone. */
export class DateError extends Error {
  override readonly name = "DateError";
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const weekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?";
const time =
  "(?:(?:T|,?\\s+(?:at\\s+)?)(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?\\s*(?<half>[ap]m(?![a-z]))?" +
  "\\s*(?<zone>z|utc?|gmt|[ecmp][sd]t|[+-]\\d{2}:?(?:\\d{2})?|\\[?[a-z]+/[a-z_/+-]+\\]?)?)?";

const spellings = [
  `(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})${time}`,
  `${weekday}(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(?<name>${monthNames})\\.?,?\\s+(?<year>\\d{4})${time}`,
  `${weekday}(?<name>${monthNames})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})${time}`,
  `(?<first>\\d{1,2})[/.-](?<second_>\\d{1,2})[/.-](?<year>\\d{4})${time}`,
].map((spelling) => new RegExp(`^${spelling}$`, "i"));

// RFC 5322 §4.3: the obsolete zone names.
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
};

/**
 * Parses a date in the spellings that authors and other generators use: ISO 8601 and its looser forms, RFC 822,
 * `6 November 2024`, `November 6, 2024`. Without a zone it is read in `timezone`; without a time it is that day's midnight.
 * @param timezone IANA name
 * @throws DateError with the reason
 */
export function parseDate(text: string, timezone: string): ParsedDate {
  const parts = spellings.map((spelling) => spelling.exec(text.trim())?.groups).find((groups) => groups !== undefined);
  if (parts === undefined) throw new DateError("not a date; write it as 2024-11-06 or 2024-11-06T12:00:00Z");
  const hasTime = parts["hour"] !== undefined;
  return { instant: zoned(civilTime(parts), parts["zone"], timezone), hasTime };
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
  throw new DateError(`day and month cannot be told apart; write ${options.join(" or ")}`);
}

function hourOfDay(parts: Parts): number {
  const hour = Number(parts["hour"] ?? 0);
  if (parts["half"] === undefined) return hour;
  if (hour < 1 || hour > 12) throw new DateError("no such time of day");
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
  const offset = /^([+-]\d{2}):?(\d{2})?$/.exec(zone);
  return offset === null ? zone.replace(/^\[|\]$/g, "") : `${offset[1]}:${offset[2] ?? "00"}`;
}

const inProse = new RegExp(
  `\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${monthNames})\\.?,?\\s+\\d{4}|(?:${monthNames})\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4})\\b`,
  "gi",
);

/** The first date that prose mentions: how it stands there, and as `2024-11-06`. For proposals only. */
export function findDate(prose: string): { readonly found: string; readonly date: string } | undefined {
  for (const [found] of prose.matchAll(inProse)) {
    try {
      return { found, date: new Date(parseDate(found, "UTC").instant).toISOString().slice(0, 10) };
    } catch {
      // looks like a date and is none: look further
    }
  }
  return undefined;
}

/** The civil date of an instant in a time zone, as `{ year: "2024", month: "11", day: "06" }`. */
export function civilDate(instant: number, timezone: string): { year: string; month: string; day: string } {
  const [year = "", month = "", day = ""] = Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .toString()
    .split("-");
  return { year, month, day };
}
