import type { Site } from "../../settings/site-settings.ts";

const precisions = {
  day: { dateStyle: "long" },
  // `dateStyle` cannot be combined with the name of the zone.
  minute: { year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Creating a formatter costs a hundred times as much as using it, and a page has a date per entry.
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats an instant (milliseconds since 1970) in the site's language and time zone, to the minute, with the zone's name. */
export function formatDate(instant: number, site: Site, precision: keyof typeof precisions = "day"): string {
  const key = `${site.language} ${site.timezone} ${precision}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(site.language, { ...precisions[precision], timeZone: site.timezone });
    formats.set(key, format);
  }
  return format.format(instant);
}
