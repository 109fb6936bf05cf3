import type { Report, Rule } from "./violation.ts";
import { placeOf, type XmlElement } from "./xml.ts";

type Fault = { readonly rule: Rule; readonly message: string };

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const CLOCK_SKEW = 600_000;

export function checkRfc822(element: XmlElement, now: number, report: Report): void {
  const fault = findRfc822Fault(element.text, now);
  if (fault) report(fault.rule, placeOf(element), fault.message);
}

export function checkRfc3339(element: XmlElement, now: number, report: Report): void {
  const fault = findRfc3339Fault(element.text.trim(), now);
  if (fault) report(fault.rule, placeOf(element), fault.message);
}

/** The one form that every reader takes: `Wed, 06 Nov 2024 12:00:00 GMT` (RFC 822 with the four-digit years of RFC 2822). */
function findRfc822Fault(value: string, now: number): Fault | undefined {
  const match = /^(\w{3}), (\d{2}) (\w{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(value);
  if (!match) return { rule: "InvalidRFC2822Date", message: value };
  const [, dayOfWeek = "", day, month = "", year, ...time] = match;
  const instant = instantOf([Number(year), MONTHS.indexOf(month) + 1, Number(day), ...time.map(Number)]);
  if (instant === undefined) return { rule: "InvalidRFC2822Date", message: `${value}: no such day or time` };
  const actual = DAYS[new Date(instant).getUTCDay()];
  if (dayOfWeek !== actual) return { rule: "IncorrectDOW", message: `${value}: it is a ${actual}` };
  return findPlausibilityFault(instant, value, now);
}

/** A date and time with zone (RFC 3339 §5.6). */
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

/** The instant of a year, month, day, hour, minute and second in UTC, if there is such a day and time. */
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
  return actual.every((field, index) => field === fields[index]) ? date.getTime() : undefined;
}
