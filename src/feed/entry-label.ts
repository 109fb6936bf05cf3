import { truncate } from "../base/truncate.ts";
import type { Entry } from "../model/entry.ts";
import type { Site } from "../settings/site-settings.ts";

/** Returns a label for an entry where one is required: its title, or the beginning of its summary, or its day in the site's time zone. */
export function entryLabel(
  { title, summary, published }: Pick<Entry, "title" | "summary" | "published">,
  { timezone }: Pick<Site, "timezone">,
): string {
  return title || truncate(summary, 80) || dayIn(timezone, published);
}

// Creating a formatter costs a hundred times as much as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(timeZone: string, instant: number): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
}
