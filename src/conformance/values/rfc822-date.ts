import { findPlausibilityFault, instantOfFields } from "./instant.ts";
import type { Fault } from "./uri.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const PATTERN =
  /^(?:(?<weekday>[a-z]{3})\s*,\s*)?(?<day>\d{1,2})\s+(?<month>[a-z]{3})\s+(?<year>\d{4}|\d{2})\s+(?<time>\d{2}:\d{2}(?::\d{2})?)\s+(?<zone>[+-]\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Z])$/i;
// The grammar of RFC 2822 §3.3 in the spelling that every reader accepts: one space, and names as in the RFC.
const USUAL =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{2}(?:[03]0|[14]5)|UT|GMT|[ECMP][SD]T|Z)$/;

/** Returns the fault of a date of RFC 2822 §3.3. Unusual spellings and the obsolete forms of §4.3 are discouraged. */
export function findRfc822Fault(value: string, now: number): Fault | undefined {
  const fields = PATTERN.exec(withoutComments(value).trim())?.groups;
  if (!fields) return { rule: "InvalidRFC2822Date", message: value };
  const { day, month = "", time = "", weekday, year = "", zone = "" } = fields;
  const monthNumber = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  const local = instantOfFields([fullYear(year), monthNumber, Number(day), ...time.split(":").map(Number)]);
  if (local === undefined) return { rule: "InvalidRFC2822Date", message: `${value}: no such day or time` };
  const actual = DAYS[new Date(local).getUTCDay()];
  if (weekday !== undefined && weekday.toLowerCase() !== actual?.toLowerCase()) {
    return { rule: "IncorrectDOW", message: `${value}: it is a ${actual}` };
  }
  if (!USUAL.test(value)) return { rule: "ProblematicalRFC822Date", message: value };
  return findPlausibilityFault(local - offsetOf(zone), value, now) ?? findSpellingFault(value);
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

/** Returns the offset in milliseconds; 0 for the named zones of North America, since a few hours matter to no rule here. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
