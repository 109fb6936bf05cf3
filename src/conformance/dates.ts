import type { ReportViolation, Rule } from "./violation.ts";
import { placeOf, type XmlElement } from "./xml.ts";

type Fault = { readonly rule: Rule; readonly message: string };

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const CLOCK_SKEW = 600_000;

export function checkRfc822(element: XmlElement, now: number, report: ReportViolation): void {
  const fault = findRfc822Fault(element.text, now);
  if (fault) report(fault.rule, placeOf(element), fault.message);
}

export function checkRfc3339(element: XmlElement, now: number, report: ReportViolation): void {
  const fault = findRfc3339Fault(element.text.trim(), now);
  if (fault) report(fault.rule, placeOf(element), fault.message);
}

const RFC_2822 =
  /^(?:(?<weekday>\w{3})\s*,\s*)?(?<day>\d{1,2})\s+(?<month>\w{3})\s+(?<year>\d{4}|\d{2})\s+(?<time>\d{2}:\d{2}(?::\d{2})?)\s+(?<zone>[+-]\d{4}|UT|GMT|[ECMP][SD]T|[A-IK-Z])(?:\s*\([^()]*\))?$/i;

/** Returns the fault of a date of RFC 2822 §3.3. Of its obsolete forms (§4.3), two-digit years and one-letter zones are discouraged. */
function findRfc822Fault(value: string, now: number): Fault | undefined {
  const fields = RFC_2822.exec(value.trim())?.groups;
  if (!fields) return { rule: "InvalidRFC2822Date", message: value };
  const { day, month = "", time = "", weekday, year = "", zone = "" } = fields;
  const monthNumber = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1;
  const local = instantOf([fullYear(year), monthNumber, Number(day), ...time.split(":").map(Number)]);
  if (local === undefined) return { rule: "InvalidRFC2822Date", message: `${value}: no such day or time` };
  const actual = DAYS[new Date(local).getUTCDay()];
  if (weekday !== undefined && weekday.toLowerCase() !== actual?.toLowerCase()) {
    return { rule: "IncorrectDOW", message: `${value}: it is a ${actual}` };
  }
  if (year.length === 2 || /^[A-IK-Y]$/i.test(zone)) return { rule: "ProblematicalRFC822Date", message: value };
  return findPlausibilityFault(local - offsetOf(zone), value, now) ?? findSpellingFault(value);
}

/** Returns the fault of a date that differs from the only form that every reader accepts: `Wed, 06 Nov 2024 12:00:00 GMT`. */
function findSpellingFault(value: string): Fault | undefined {
  const isUsual = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(value);
  return isUsual ? undefined : { rule: "Broadsheet: one spelling of dates", message: value };
}

// RFC 2822 §4.3.
function fullYear(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
}

/** Returns the offset in milliseconds; 0 for the named zones of North America, since a few hours matter to no rule here. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** Checks a date of W3CDTF, which may end with the year, the month, the day or the minute (www.w3.org/TR/NOTE-datetime). */
export function checkW3cDate(element: XmlElement, now: number, report: ReportViolation): void {
  const value = element.text.trim();
  const [, date, time = "T00:00", seconds = ":00", zone = "Z"] =
    /^(\d{4}(?:-\d{2}){0,2})(?:(T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(value) ?? [];
  const fault = date === undefined ? undefined : findRfc3339Fault(`${`${date}-01-01`.slice(0, 10)}${time}${seconds}${zone}`, now);
  if (date === undefined) report("InvalidRFC3339Date", placeOf(element), value);
  else if (fault) report(fault.rule, placeOf(element), value);
}

/** Returns the fault of a date and time with zone (RFC 3339 §5.6). */
export function findRfc3339Fault(value: string, now: number): Fault | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value);
  if (!match) return { rule: "InvalidRFC3339Date", message: value };
  if (instantOf(match.slice(1, 7).map(Number)) === undefined)
    return { rule: "InvalidRFC3339Date", message: `${value}: no such day or time` };
  return findPlausibilityFault(Date.parse(value), value, now);
}

function findPlausibilityFault(instant: number, value: string, now: number): Fault | undefined {
  const implausible = instant < Date.UTC(1990) || instant > now + CLOCK_SKEW;
  return implausible ? { rule: "ImplausibleDate", message: value } : undefined;
}

/** Returns the instant of a year, month, day, hour, minute and second in UTC; undefined if there is no such day or time. */
function instantOf(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const actual = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  return actual.every((field, index) => field === (fields[index] ?? 0)) ? date.getTime() : undefined;
}
