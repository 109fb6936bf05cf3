import { findPlausibilityFault, instantOfFields } from "./instant.ts";
import type { Fault } from "./uri.ts";

/** Returns the fault of a date of W3CDTF, which may end with the year, the month, the day or the minute (www.w3.org/TR/NOTE-datetime). */
export function findW3cDateFault(value: string, now: number): Fault | undefined {
  return findIsoFault(value, /^(\d{4}(?:-\d{2}){0,2})(?:(T\d{2}:\d{2})(:\d{2}(?:\.\d*)?)?(Z|[+-]\d{2}:\d{2}))?$/, now, "InvalidW3CDTFDate");
}

/** Returns the fault of a date of ISO 8601, where a time needs no zone. */
export function findIso8601Fault(value: string, now: number): Fault | undefined {
  return findIsoFault(
    value,
    /^(\d{4}(?:-\d{2}){0,2})(?:(T\d{2}:\d{2})(:\d{2}(?:\.\d*)?)?(Z|[+-]\d{2}:\d{2})?)?$/,
    now,
    "InvalidISO8601DateTime",
  );
}

function findIsoFault(value: string, syntax: RegExp, now: number, rule: Fault["rule"]): Fault | undefined {
  const [, date, time = "T00:00", seconds = ":00", zone = "Z"] = syntax.exec(value) ?? [];
  const fault = date === undefined ? undefined : findRfc3339Fault(`${`${date}-01-01`.slice(0, 10)}${time}${seconds}${zone}`, now);
  if (date === undefined || fault?.rule === "InvalidRFC3339Date") return { rule, message: value };
  return fault && { rule: fault.rule, message: value };
}

/** Returns the fault of a date and time with zone (RFC 3339 §5.6). */
export function findRfc3339Fault(value: string, now: number): Fault | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d*)?(?:Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(value);
  if (!match) return { rule: "InvalidRFC3339Date", message: value };
  const instant = instantOfFields(match.slice(1, 7).map(Number));
  if (instant === undefined) return { rule: "InvalidRFC3339Date", message: `${value}: no such day or time` };
  return findPlausibilityFault(instant - offsetOf(value), value, now);
}

function offsetOf(value: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(value) ?? [];
  return sign === undefined ? 0 : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
