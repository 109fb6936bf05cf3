import { DateError, parseDate } from "../../content/metadata/parse-date.ts";
import { civilDateOf, padded } from "../site-rules/civil-date.ts";
import { offsetOf, TemplateDate } from "../site-rules/template-date.ts";

/** Formats a date by the directives of `strftime`; undefined if the date or a directive is unknown. A text is a date in UTC. */
export function formatDate(date: unknown, format: string): string | undefined {
  const found = date instanceof TemplateDate ? date : readDate(date);
  if (found === undefined || format === "") return undefined;
  const values = valuesOf(found);
  let isKnown = true;
  const formatted = format.replace(/%([-^]?)([A-Za-z%])/g, (_, flag: string, letter: string) => {
    const value = Object.hasOwn(values, letter) ? (values[letter] ?? "") : undefined;
    isKnown &&= value !== undefined;
    return flag === "" ? (value ?? "") : flag === "^" ? (value ?? "").toUpperCase() : (value ?? "").replace(/^[0 ]+(?=.)/, "");
  });
  return isKnown ? formatted : undefined;
}

type Instant = Pick<TemplateDate, "instant" | "timezone">;

function valuesOf({ instant, timezone }: Instant): Readonly<Record<string, string>> {
  const { day, hour, minute, month, second, year, yearDay } = civilDateOf(instant, timezone);
  const name = (options: Intl.DateTimeFormatOptions) => new Date(instant).toLocaleDateString("en", { ...options, timeZone: timezone });
  const [y, m, d, H, M, S] = [padded(year, 4), ...[month, day, hour, minute, second].map((value) => padded(value))];
  const b = name({ month: "short" });
  const I = hour % 12 === 0 ? 12 : hour % 12;
  const p = hour < 12 ? "AM" : "PM";
  return {
    ...{ Y: y, y: padded(year % 100), m: m ?? "", d: d ?? "", e: String(day).padStart(2), j: padded(yearDay, 3) },
    ...{ B: name({ month: "long" }), b, h: b, A: name({ weekday: "long" }), a: name({ weekday: "short" }) },
    ...{ H: H ?? "", I: padded(I), l: String(I).padStart(2), M: M ?? "", S: S ?? "", p, P: p.toLowerCase() },
    ...{ F: `${y}-${m}-${d}`, T: `${H}:${M}:${S}`, R: `${H}:${M}`, D: `${m}/${d}/${padded(year % 100)}` },
    ...{ z: offsetOf(instant, timezone), s: String(Math.floor(instant / 1000)), "%": "%" },
  };
}

function readDate(text: unknown): Instant | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return { instant: parseDate(text, "UTC").instant, timezone: "UTC" };
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}
