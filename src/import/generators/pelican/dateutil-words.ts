import { NoDate } from "./dateutil-days.ts";

/** Words and signs between the parts of a date, which say nothing. */
export const jumps = new Set([..." .,;-/'", ..."at on and ad m t of st nd rd th".split(" ")]);
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const fullMonths = "january february march april may june july august september october november december".split(" ");
/** The names of the weekdays, which are ignored next to a day. */
export const weekdays = new Set("mon monday tue tuesday wed wednesday thu thursday fri friday sat saturday sun sunday".split(" "));
/** The halves of the day, and the hour at which they begin. */
export const halves = new Map(Object.entries({ am: 0, a: 0, pm: 12, p: 12 }));
const unitNames = ["h hour hours", "m minute minutes", "s second seconds"].map((names) => new Set(names.split(" ")));

type Unit = 0 | 1 | 2; // hours, minutes, seconds

/** Returns an hour of the clock with twelve hours as one of 24. */
export function inHalf(hour: number, half: number | undefined): number {
  return half === 12 && hour < 12 ? hour + 12 : half === 0 && hour === 12 ? 0 : hour;
}

/** Returns the number of the month with a name, from 1; undefined for any other word. */
export function monthIn(token: string): number | undefined {
  const name = token.toLowerCase() === "sept" ? "sep" : token.toLowerCase();
  const index = Math.max(months.indexOf(name), fullMonths.indexOf(name));
  return index < 0 ? undefined : index + 1;
}

/** Returns the unit of time with a name such as `h` or `seconds`; undefined for any other word. */
export function unitOf(token: string): Unit | undefined {
  const index = unitNames.findIndex((names) => names.has(token.toLowerCase()));
  return index < 0 ? undefined : (index as Unit);
}

/** Reads digits. @throws NoDate for another text */
export function whole(token: string): number {
  if (!/^\d+$/.test(token)) throw new NoDate(token);
  return Number(token);
}

/** Reads digits that may have a fraction. @throws NoDate for another text */
export function decimal(token: string): number {
  if (!/^\d+(?:\.\d*)?$/.test(token)) throw new NoDate(token);
  return Number(token);
}
