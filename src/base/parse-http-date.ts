const day = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)";
const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
const time = "\\d{2}:\\d{2}:\\d{2}";
const httpDate = new RegExp(
  `^(?:${day}, \\d{2} ${month} \\d{4} ${time} GMT|[A-Z][a-z]{2,5}day, \\d{2}-${month}-\\d{2} ${time} GMT|${day} ${month} [ \\d]\\d ${time} \\d{4})$`,
);

/** Parses a date in one of the three forms of HTTP, always in GMT, as milliseconds since 1970 (RFC 9110 §5.6.7). */
export function parseHttpDate(text: string): number | undefined {
  const value = text.trim();
  if (!httpDate.test(value)) return undefined;
  const instant = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  return Number.isNaN(instant) ? undefined : instant;
}
