import { isEnglish } from "../../base/canonical-language.ts";
import type { Site } from "../../settings/site-settings.ts";

const precisions = {
  day: { dateStyle: "long" },
  // `dateStyle` cannot be combined with the name of the zone.
  minute: { year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Creating a formatter costs a hundred times as much as using it, and a page has a date per entry.
const formats = new Map<string, Intl.DateTimeFormat>();

type Place = Pick<Site, "language" | "timezone">;
type Precision = keyof typeof precisions;

/** Formats an instant (milliseconds since 1970) in the site's language and time zone: the day, or the minute with the zone's name. */
export function formatDate(instant: number, site: Place, precision: Precision = "day"): string {
  return formatOf(site, precision).format(instant);
}

/** Returns the language in which `formatDate` writes dates: English if the runtime has no data for the language of the site. */
export function languageOfDates(site: Place): string {
  const { language } = new Intl.Locale(formatOf(site, "day").resolvedOptions().locale);
  return language === "en" && !isEnglish(site.language) ? "en" : site.language;
}

function formatOf(site: Place, precision: Precision): Intl.DateTimeFormat {
  const key = `${site.language} ${site.timezone} ${precision}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat([site.language, "en"], { ...precisions[precision], timeZone: site.timezone });
    formats.set(key, format);
  }
  return format;
}
