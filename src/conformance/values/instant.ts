import type { Fault } from "./uri.ts";

const CLOCK_SKEW = 600_000;

export function findPlausibilityFault(instant: number, value: string, now: number): Fault | undefined {
  const implausible = instant < Date.UTC(1990) || instant > now + CLOCK_SKEW;
  return implausible ? { rule: "ImplausibleDate", message: value } : undefined;
}

/** Returns the instant of a year, month, day, hour, minute and second in UTC; undefined if there is no such day or time. */
export function instantOfFields(fields: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  // A leap second (RFC 3339 §5.7, RFC 2822 §3.3) is the same instant as the second before it.
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, Math.min(second, 59)));
  date.setUTCFullYear(year, month - 1, day); // Date.UTC takes the year 1 for 1901
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return isReal && minute < 60 && second <= 60 ? date.getTime() : undefined;
}
