import { DateError, parseDate } from "../../content/metadata/parse-date.ts";
import { civilDateOf } from "../site-rules/civil-date.ts";
import { strftime } from "../site-rules/strftime.ts";
import { offsetOf, TemplateDate } from "../site-rules/template-date.ts";

/** Formats a date by the directives of `strftime`; undefined if the date or a directive is unknown. A text is a date in UTC. */
export function formatTemplateDate(date: unknown, format: string): string | undefined {
  const found = date instanceof TemplateDate ? date : readDate(date);
  if (found === undefined || format === "") return undefined;
  const { instant, timezone } = found;
  return strftime(format, civilDateOf(instant, timezone), offsetOf(instant, timezone));
}

function readDate(text: unknown): Pick<TemplateDate, "instant" | "timezone"> | undefined {
  if (typeof text !== "string") return undefined;
  try {
    return { instant: parseDate(text, "UTC").instant, timezone: "UTC" };
  } catch (error) {
    if (error instanceof DateError) return undefined;
    throw error;
  }
}
