import { type CivilDate, civilDateInOwnZone } from "../../site-rules/civil-date.ts";
import { type DateutilDate, parseDateutil } from "./dateutil-parser.ts";

/** The date of a text as Pelican reads it. */
export interface PelicanDate {
  /** Undefined if the text has no year, or cannot be read. */
  readonly date?: CivilDate | undefined;
  /** The date as the text has it. */
  readonly text?: string;
  /** The date as the copy must have it, if our reader would read the written one in another way. */
  readonly written?: string;
  /** The smallest part that the text has; undefined if it has a day. Pelican takes the others from the day of the build. */
  readonly precision?: "year" | "month";
  /** The reason why Pelican has no certain date, as a clause for the notes. */
  readonly fault?: "unread" | "no year";
}

/** Reads a date as Pelican does, which parses it with python-dateutil (pelican/utils.py, get_date). */
export function readPelicanDate(text: string, timezone: string): PelicanDate {
  return { ...readingOf(text, timezone), text };
}

function readingOf(text: string, timezone: string): PelicanDate {
  const [own, read] = [civilDateInOwnZone(text, timezone), parseDateutil(text)];
  if (read === undefined) return { date: own, fault: "unread" };
  if (read.year === undefined) return { fault: "no year" };
  const written = isoText(read);
  const date = civilDateInOwnZone(written, timezone);
  if (read.day === undefined) return { date, written, precision: read.month === undefined ? "year" : "month" };
  const isSame = own !== undefined && date !== undefined && secondsOf(own) === secondsOf(date) && own.day === date.day;
  return isSame ? { date: own } : { date, written };
}

function secondsOf({ instant }: CivilDate): number {
  return Math.floor(instant / 1000);
}

function isoText({ day = 1, hour, minute, month = 1, offset, second, year = 0 }: DateutilDate): string {
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  if (offset === undefined && hour + minute + second === 0) return date;
  const time = `${two(hour)}:${two(minute)}${second === 0 ? "" : `:${two(second)}`}`;
  return offset === undefined ? `${date} ${time}` : `${date} ${time}${offsetText(offset)}`;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Returns the date that DEFAULT_DATE gives to articles without one: `(2012, 3, 2, 14, 1)`; undefined for the times of files (`'fs'`). */
export function defaultDate(value: unknown): string | undefined {
  if (typeof value === "string") return value === "fs" || value === "" ? undefined : value;
  if (!Array.isArray(value) || value.length < 3 || !value.every((part) => Number.isInteger(part) && part >= 0)) return undefined;
  const [year, month, day, hour = 0, minute = 0, second = 0] = value as readonly number[];
  return isoText({ year, month, day, hour, minute, second });
}

const knownDirectives = { year: /^[YyCG]$/, month: /^[YyCGmbBh]$/ };

/** Returns whether a format of strftime has only the parts that a date has. */
export function hasOnlyParts(format: string, precision: PelicanDate["precision"]): boolean {
  if (precision === undefined) return true;
  return [...format.matchAll(/%-?([A-Za-z])/g)].every(([, directive = ""]) => knownDirectives[precision].test(directive));
}
