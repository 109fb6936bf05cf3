import { isEnglish } from "../../base/language/canonical-language.ts";
import type { Site } from "../../settings/site-settings.ts";

const precisions = {
  day: { dateStyle: "long" },
  // `dateStyle` cannot be combined with the name of the zone.
  minute: { year: "numeric", month: "long", day: "numeric", hour: "numeric", minute: "2-digit", timeZoneName: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

// Creating a formatter costs a hundred times as much as using it, and a page has a date per entry.
const formats = new Map<string, Format>();

interface Format {
  readonly format: Intl.DateTimeFormat;
  /** The language in which it writes dates. */
  readonly language: string;
}

type Place = Pick<Site, "language" | "timezone">;
type Precision = keyof typeof precisions;

/** Formats an instant (milliseconds since 1970) in the site's language and time zone: the day, or the minute with the zone's name. */
export function formatDate(instant: number, site: Place, precision: Precision = "day"): string {
  return formatOf(site, precision).format.format(instant);
}

/** Returns the language in which `formatDate` writes dates: English if the runtime has no data for the language of the site. */
export function languageOfDates(site: Place): string {
  return formatOf(site, "day").language;
}

function formatOf(site: Place, precision: Precision): Format {
  const key = `${site.language} ${site.timezone} ${precision}`;
  const known = formats.get(key) ?? createFormat(site, precision);
  formats.set(key, known);
  return known;
}

function createFormat(site: Place, precision: Precision): Format {
  const format = new Intl.DateTimeFormat([site.language, "en"], { ...precisions[precision], timeZone: site.timezone });
  const { language } = new Intl.Locale(format.resolvedOptions().locale);
  return { format, language: language === "en" && !isEnglish(site.language) ? "en" : site.language };
}
