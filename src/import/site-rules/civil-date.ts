import { Temporal } from "temporal-polyfill";
import { DateError, parseDate } from "../../content/metadata/parse-date.ts";
import { repairDate } from "../../content/metadata/repair-date.ts";

/** The parts of a date that addresses contain. Months and days begin with 1; Sunday is the weekday 0. */
export interface CivilDate {
  /** Milliseconds since 1970. */
  readonly instant: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly weekday: number;
  readonly yearDay: number;
}

const offset = /(z|[+-]\d{2}:?\d{2})$/i;

/** Returns the offset that a date ends with: `+01:00`, `Z`. */
function offsetIn(date: string): string | undefined {
  return /\d[T\s]\s*\d/.test(date) ? offset.exec(date.trim())?.[1] : undefined;
}

/** Returns the parts of a date in a time zone; undefined if it cannot be read. */
export function civilDate(date: string, timezone: string): CivilDate | undefined {
  const instant = instantOf(date, timezone);
  return instant === undefined ? undefined : civilDateOf(instant, timezone);
}

/** Returns the parts of a date in the zone of its offset, if it has one. */
export function civilDateInOwnZone(date: string, timezone: string): CivilDate | undefined {
  const own = offsetIn(date);
  const zone = own === undefined ? timezone : /z/i.test(own) ? "UTC" : own.replace(/^(...):?/, "$1:");
  const instant = instantOf(date, timezone);
  return instant === undefined ? undefined : civilDateOf(instant, zone);
}

/** Returns the parts of an instant in a time zone. */
export function civilDateOf(instant: number, timezone: string): CivilDate {
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  const { year, month, day, hour, minute, second } = date;
  return { instant, year, month, day, hour, minute, second, weekday: date.dayOfWeek % 7, yearDay: date.dayOfYear };
}

function instantOf(date: string, timezone: string): number | undefined {
  try {
    return parseDate(date, timezone).instant;
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    return repairDate(date, timezone)?.instant;
  }
}
