import { findPlausibilityFault, instantOfFields } from "./instant.ts";
import type { Fault } from "./uri.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const PATTERN =
  /^(?:(?<weekday>[a-z]{3})\s*,\s*)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})\s+(?<year>\d{4}|\d{2})\s+(?<time>\d{2}:\d{2}(?::\d{2})?)\s+(?<zone>[+-]\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Z])$/i;
// The grammar of RFC 2822 §3.3 in the spelling that every reader accepts: one space, and names as in the RFC.
const USUAL =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{2}(?:[03]0|[14]5)|UT|GMT|[ECMP][SD]T|Z)$/;

/** A date of RFC 822 or RFC 2822. */
interface Rfc822Date {
  /** Milliseconds since 1970 of its day and time in UTC; undefined if there is no such day or time. */
  readonly local: number | undefined;
  /** As written; undefined without one. */
  readonly weekday: string | undefined;
  readonly zone: string;
}

/** Returns the instant of a date of RFC 822, in milliseconds since 1970; undefined for another text. */
export function parseRfc822(value: string): number | undefined {
  const { local, zone } = readDate(value) ?? {};
  return local === undefined || zone === undefined ? undefined : local - offsetOf(zone);
}

/** The end of the message about a day in another language. */
export const notEnglish = " is not the name of a day in English";

/** The end of the message about the name of a zone that readers do not know. */
export const noZone = " is no time zone of RFC 822";

const otherZone =
  /^(?:[a-z]{3},\s{1,9})?\d{1,2}\s{1,9}[a-z]{3}\s{1,9}\d{2,4}\s{1,9}\d\d:\d\d(?::\d\d)?\s{1,9}(?!(?:UT|GMT|[ECMP][SD]T)$)([A-Z]{2,6})$/i;

// Such as "Mo" or "lundi", and neither "Mon", "Thurs" nor "Monday".
const otherDay = /^(?!(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\b)(\p{L}{2,20})\.?,/iu;

const maxLength = 500; // UTF-16 units: comments may be nested, and each depth is removed on its own

function readDate(value: string): Rfc822Date | undefined {
  if (value.length > maxLength) return undefined;
  const fields = PATTERN.exec(withoutComments(value).trim())?.groups;
  if (!fields) return undefined;
  const { day, month = "", time = "", weekday, year = "", zone = "" } = fields;
  const monthNumber = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  const local = instantOfFields([fullYear(year), monthNumber, Number(day), ...time.split(":").map(Number)]);
  return { local, weekday, zone };
}

/** Returns the fault of a date of RFC 2822 §3.3. Unusual spellings and the obsolete forms of §4.3 are discouraged. */
export function findRfc822Fault(value: string, now: number): Fault | undefined {
  const found = readDate(value);
  if (found === undefined) {
    const [, day] = otherDay.exec(value.trim()) ?? [];
    const [, zone] = otherZone.exec(value.trim()) ?? [];
    const reason = day !== undefined ? `${day}${notEnglish}` : zone !== undefined ? `${zone}${noZone}` : undefined;
    return { rule: "InvalidRFC2822Date", message: reason === undefined ? value : `${value}: ${reason}` };
  }
  const { local, weekday, zone } = found;
  if (weekday !== undefined && !isDay(weekday)) return { rule: "InvalidRFC2822Date", message: `${value}: ${weekday}${notEnglish}` };
  if (local === undefined) return { rule: "InvalidRFC2822Date", message: `${value}: no such day or time` };
  if (!USUAL.test(value)) return { rule: "ProblematicalRFC822Date", message: value };
  const actual = DAYS[new Date(local).getUTCDay()];
  if (weekday !== undefined && weekday.toLowerCase() !== actual?.toLowerCase()) {
    return { rule: "IncorrectDOW", message: `${value}: it is a ${actual}` };
  }
  return findPlausibilityFault(local - offsetOf(zone), value, now) ?? findSpellingFault(value);
}

// parseRfc822() accepts other languages, since a date is clear without its weekday.
function isDay(name: string): boolean {
  return DAYS.some((day) => day.toLowerCase() === name.toLowerCase());
}

/** Removes comments and quoting (RFC 2822 §3.2.2 and §3.2.3). */
function withoutComments(value: string): string {
  let text = value.replace(/\\./g, "");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/\([^()]*\)/g, " ");
  }
  return text;
}

/** Returns the fault of a date that differs from the form with the widest support: `Wed, 06 Nov 2024 12:00:00 GMT`. */
function findSpellingFault(value: string): Fault | undefined {
  const isUsual = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value);
  return isUsual ? undefined : { rule: "Broadsheet: one spelling of dates", message: value };
}

/** Returns the year of two or four digits (RFC 2822 §4.3); RFC 822 had years of two digits only. */
export function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

/** Returns the offset in milliseconds; 0 for the zones of one letter, which were used with either sign (RFC 2822 §4.3). */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (sign !== undefined) return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const [, region = "", season = ""] = /^([ECMP])([SD])T$/.exec(zone.toUpperCase()) ?? [];
  return region === "" ? 0 : ((season === "D" ? 1 : 0) - 5 - "ECMP".indexOf(region)) * 3_600_000;
}
