import { padded } from "../../content/permalink/permalink-values.ts";
import type { CivilDate } from "./civil-date.ts";

/** The English names of the months. */
export const monthNames = "January February March April May June July August September October November December".split(" ");

/** The English names of the days. The week begins with Sunday. */
export const dayNames = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/**
 * Formats a date by the directives of `strftime`, with the flags `-` and `^`; undefined for an unknown directive.
 * @param offset of the time zone, as `+0900`, for `%z`
 */
export function strftime(format: string, date: CivilDate, offset?: string): string | undefined {
  const values = valuesOf(date, offset);
  let isKnown = true;
  const formatted = format.replace(/%([-^]?)([\s\S])/g, (_, flag: string, letter: string) => {
    const value = Object.hasOwn(values, letter) ? values[letter] : undefined;
    isKnown &&= value !== undefined;
    if (value === undefined || flag === "") return value ?? "";
    return flag === "^" ? value.toUpperCase() : value.replace(/^[0 ]+(?=.)/, "");
  });
  return isKnown ? formatted : undefined;
}

function valuesOf({ day, hour, instant, minute, month, second, weekday, year, yearDay }: CivilDate, offset: string | undefined) {
  const [Y, y, m, d] = [padded(year, 4), padded(year % 100), padded(month), padded(day)];
  const [H, M, S] = [padded(hour), padded(minute), padded(second)];
  const [B = "", A = ""] = [monthNames[month - 1], dayNames[weekday]];
  const b = B.slice(0, 3);
  const hour12 = hour % 12 || 12;
  const p = hour < 12 ? "AM" : "PM";
  const values: Readonly<Record<string, string | undefined>> = {
    ...{ Y, y, m, d, e: String(day).padStart(2), j: padded(yearDay, 3) },
    ...{ B, b, h: b, A, a: A.slice(0, 3), w: String(weekday) },
    ...{ H, I: padded(hour12), l: String(hour12).padStart(2), M, S, p, P: p.toLowerCase() },
    ...{ F: `${Y}-${m}-${d}`, T: `${H}:${M}:${S}`, R: `${H}:${M}`, D: `${m}/${d}/${y}` },
    ...{ z: offset, s: String(Math.floor(instant / 1000)), "%": "%" },
  };
  return values;
}
