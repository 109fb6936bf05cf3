import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { FileName } from "../../model/slug.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { Metadata } from "./metadata.ts";
import { DateError, findDate, type ParsedDate, parseDate } from "./parse-date.ts";

/** The dates of an article. */
export interface ArticleDates {
  readonly published: ParsedDate;
  /** The date in its permalink, in milliseconds since 1970; undefined for an unlisted article without a date. */
  readonly permalinkDate?: number;
  readonly updated?: ParsedDate;
  /** The instant from which it is no longer public, in milliseconds since 1970. */
  readonly expires?: number;
  /** True if it has expired. */
  readonly isExpired: boolean;
}

/** The clock of a compilation. */
export interface Clock {
  /** Returns whether an instant (milliseconds since 1970) has passed. */
  hasPassed(instant: number): boolean;
  /** Returns the date of a draft that has none, in milliseconds since 1970. */
  now(): number;
}

/** The sources of an article's dates. */
export interface DateSources {
  readonly metadata: Metadata;
  readonly fileName: FileName;
  readonly frontMatter: FrontMatter;
  readonly site: Site;
  readonly clock: Clock;
}

const beginning: ParsedDate = { instant: 0, hasTime: true }; // see Entry.published

/** Reads the dates of an article. An unlisted article needs none, and a draft gets its date later. Reports a missing or invalid date and returns undefined. */
export function readDates(sources: DateSources, reportAtKey: ReportAtKey): ArticleDates | undefined {
  const { clock, frontMatter, metadata, site } = sources;
  const found = readPublished(sources, reportAtKey);
  const isUndated = found === undefined && metadata.unlisted;
  const date = found ?? (isUndated ? beginning : metadata.draft ? { instant: clock.now(), hasTime: true } : undefined);
  if (found === undefined && date === undefined) reportAtKey("date", "error", adviseDate(frontMatter));
  const [release, updated, expires] = (["release", "updated", "expires"] as const).map((field) =>
    readDate(field, metadata, site, reportAtKey),
  );
  if (date === undefined || release === null || updated === null || expires === null) return undefined;
  const isExpired = expires !== undefined && clock.hasPassed(expires.instant);
  if (isExpired && !metadata.draft) reportExpiry(metadata, reportAtKey);
  return {
    published: release !== undefined && release.instant > date.instant ? release : date,
    ...(!isUndated && { permalinkDate: date.instant }),
    ...(updated !== undefined && { updated }),
    ...(expires !== undefined && { expires: expires.instant }),
    isExpired,
  };
}

// The dedupe key makes a thousand expired articles one warning.
function reportExpiry({ expires, keys }: Metadata, reportAtKey: ReportAtKey): void {
  const key = keys["expires"] ?? "expires";
  reportAtKey(key, "warning", `Left out what has expired: ${key} ${JSON.stringify(expires)} has passed`, "expired");
}

// Returns undefined if there is no date, and null if it is invalid (and reported).
function readDate(
  field: "date" | "updated" | "release" | "expires",
  metadata: Metadata,
  site: Site,
  reportAtKey: ReportAtKey,
): ParsedDate | null | undefined {
  const text = metadata[field];
  if (text === undefined) return undefined;
  const key = metadata.keys[field] ?? field;
  try {
    return parseDate(text, site.timezone);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    const name = field === "release" || field === "expires" ? key : field;
    reportAtKey(key, "error", `Cannot read ${name} ${JSON.stringify(text)}: ${error.message}`);
    return null;
  }
}

// Returns undefined if there is no date, and null if it is invalid (and reported).
function readPublished({ metadata, fileName, site }: DateSources, reportAtKey: ReportAtKey): ParsedDate | null | undefined {
  const date = readDate("date", metadata, site, reportAtKey);
  if (date !== undefined) return date;
  if (fileName.date !== undefined) {
    try {
      return parseDate(fileName.date, site.timezone);
    } catch (error) {
      if (!(error instanceof DateError)) throw error;
      reportAtKey("date", "error", `Cannot read the date ${JSON.stringify(fileName.date)} of the file name: ${error.message}`);
      return null;
    }
  }
  return undefined;
}

function adviseDate({ body, bodyOffset, syntax }: FrontMatter): string {
  const hint = findDate(body);
  const day = hint?.date ?? "2024-11-06";
  const line = { YAML: `"date: ${day}"`, TOML: `"date = ${day}"`, JSON: `"date": "${day}",` }[syntax];
  const advice = hint === undefined ? "add the line" : `the text has ${JSON.stringify(hint.found)}; if that is it, add the line`;
  const place = bodyOffset === 0 ? `${advice} ${line} between two lines "---" at the top of the file` : `${advice} ${line}`;
  return `Cannot find a date in the front matter or the file name: ${place}`;
}
