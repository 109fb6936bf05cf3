import { Instant, unknownValue } from "./condition-operators.ts";

const ofUtc = /^(?:toISOString|toJSON|getUTC(?:FullYear|Month|Date|Day|Hours|Minutes))$/;
const ofZone = /^get(?:FullYear|Month|Date|Day)$/;
const hour = 3_600_000; // milliseconds
const farthest = [-12 * hour, 14 * hour]; // the time zones of the world

/**
 * Computes a method of a date: one in UTC, or a part of the local date if it is the same in all time zones. Returns undefined for another
 * method and another value.
 */
export function dateMethod(name: string, object: unknown): unknown {
  if (!(object instanceof Instant) || !(ofUtc.test(name) || ofZone.test(name))) return undefined;
  if (object.time === undefined) return unknownValue;
  if (ofUtc.test(name)) return object.isExact ? new Date(object.time)[name as "toISOString"]() : unknownValue;
  const inUtc = name.replace("get", "getUTC") as "getUTCDate";
  const [first, last] = farthest.map((offset) => new Date((object.time ?? 0) + offset)[inUtc]());
  return first === last ? first : unknownValue;
}
