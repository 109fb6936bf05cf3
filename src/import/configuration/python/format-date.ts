import { type CivilDate, padded } from "../../site-rules/civil-date.ts";

const months = "January February March April May June July August September October November December".split(" ");
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** Formats a date by a format of `strftime`, in English; undefined for a code that is not known. */
export function formatDate(format: string, date: CivilDate): string | undefined {
  const [month = "", day = ""] = [months[date.month - 1], days[date.weekday]];
  const hour = date.hour % 12 || 12;
  const values: Readonly<Record<string, string>> = {
    ...{ Y: padded(date.year, 4), y: padded(date.year % 100), m: padded(date.month), d: padded(date.day), j: padded(date.yearDay, 3) },
    ...{ H: padded(date.hour), I: padded(hour), M: padded(date.minute), S: padded(date.second), p: date.hour < 12 ? "AM" : "PM" },
    ...{ B: month, b: month.slice(0, 3), h: month.slice(0, 3), A: day, a: day.slice(0, 3), w: String(date.weekday), "%": "%" },
    ...{ F: `${padded(date.year, 4)}-${padded(date.month)}-${padded(date.day)}` },
  };
  let isKnown = true;
  const formatted = format.replace(/%(-?)([\s\S])/g, (_, minus: string, code: string) => {
    const value = Object.hasOwn(values, code) ? values[code] : undefined;
    isKnown &&= value !== undefined;
    return minus === "-" ? (value ?? "").replace(/^0+(?=\d)/, "") : (value ?? "");
  });
  return isKnown ? formatted : undefined;
}
