import { DateError, parseDate } from "../../content/metadata/parse-date.ts";

/** Formats a date by the directives of `strftime`, in UTC; undefined if the date or a directive is unknown. */
export function formatDate(text: string, format: string): string | undefined {
  const instant = instantOf(text);
  if (instant === undefined || format === "") return undefined;
  const date = new Date(instant);
  const name = (options: Intl.DateTimeFormatOptions) => date.toLocaleDateString("en", { ...options, timeZone: "UTC" });
  const padded = (value: number) => String(value).padStart(2, "0");
  const values: Readonly<Record<string, string>> = {
    Y: String(date.getUTCFullYear()),
    y: padded(date.getUTCFullYear() % 100),
    m: padded(date.getUTCMonth() + 1),
    B: name({ month: "long" }),
    b: name({ month: "short" }),
    d: padded(date.getUTCDate()),
    e: String(date.getUTCDate()).padStart(2),
    A: name({ weekday: "long" }),
    a: name({ weekday: "short" }),
    H: padded(date.getUTCHours()),
    M: padded(date.getUTCMinutes()),
    S: padded(date.getUTCSeconds()),
    "%": "%",
  };
  let isKnown = true;
  const formatted = format.replace(/%(-?)([A-Za-z%])/g, (_, minus: string, letter: string) => {
    const value = values[letter];
    isKnown &&= value !== undefined;
    return minus === "" ? (value ?? "") : (value ?? "").replace(/^[0 ]/, "");
  });
  return isKnown ? formatted : undefined;
}

function instantOf(text: string): number | undefined {
  try {
    return parseDate(text, "UTC").instant;
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}
