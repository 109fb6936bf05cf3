import type { FileName } from "../../model/file-name.ts";
import type { ReportAtKey } from "../../model/report-at-key.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import { dateOfDigits, dateOfPath, guessDateOfPath } from "./date-of-path.ts";
import { findDate } from "./find-date.ts";
import type { Metadata } from "./metadata.ts";
import { DateError, type ParsedDate, parseDate } from "./parse-date.ts";
import { repairDate } from "./repair-date.ts";

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
  /** True if the article needs a date and has none: during development, it is shown as a draft. */
  readonly lacksDate?: boolean;
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
  /** Path below the articles folder. */
  readonly source: string;
  readonly metadata: Metadata;
  readonly fileName: FileName;
  readonly frontMatter: FrontMatter;
  readonly site: Site;
  readonly clock: Clock;
  readonly development: boolean;
}

const beginning: ParsedDate = { instant: 0, hasTime: true }; // see Entry.published

/**
 * Reads the dates of an article. An unlisted article needs none, and a draft gets its date later. Reports a missing or invalid date and
 * returns undefined; during development, an article that only lacks its date gets that of a draft.
 */
export function readDates(sources: DateSources, reportAtKey: ReportAtKey): ArticleDates | undefined {
  const { clock, development, metadata, site } = sources;
  const found = readPublished(sources, reportAtKey);
  const isUndated = found === undefined && metadata.unlisted;
  const lacksDate = found === undefined && !isUndated && !metadata.draft;
  const fault = development ? "A deployment stops here, since there is no date" : "Cannot find a date";
  if (lacksDate)
    reportAtKey("date", development ? "warning" : "error", `${fault} in the front matter or the file name: ${adviseDate(sources)}`);
  const hasDraftDate = metadata.draft || (lacksDate && development);
  const date = found ?? (isUndated ? beginning : hasDraftDate ? { instant: clock.now(), hasTime: true } : undefined);
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
    ...(lacksDate && { lacksDate }),
  };
}

// The dedupe key makes a thousand expired articles one warning.
function reportExpiry({ expires, keys }: Metadata, reportAtKey: ReportAtKey): void {
  const key = keys["expires"] ?? "expires";
  reportAtKey(key, "warning", `Left out an expired article: ${key} ${JSON.stringify(expires)} has passed`, "expired");
}

const notNeeded = "; an article without a feed needs no date, so it was ignored";

type DateField = "date" | "updated" | "release" | "expires";

// Returns undefined if there is no date, and null if it is invalid (and reported).
function readDate(
  field: DateField,
  metadata: Metadata,
  site: Site,
  reportAtKey: ReportAtKey,
  fallback?: string,
): ParsedDate | null | undefined {
  const text = metadata[field];
  if (text === undefined) return undefined;
  const key = metadata.keys[field] ?? field;
  try {
    return parseDate(text, site.timezone);
  } catch (error) {
    if (!(error instanceof DateError)) throw error;
    if (error.isZero && (field !== "date" || metadata.draft)) {
      reportAtKey(key, "warning", `Ignored ${key} ${JSON.stringify(text)}: this is how Hugo and Go write "no date"; delete the line`);
      return undefined;
    }
    if (error.isOfFile && (field === "updated" || (field === "date" && (metadata.draft || metadata.unlisted)))) {
      reportAtKey(key, "warning", `Ignored ${key} ${JSON.stringify(text)}: the time of a file changes with every copy; delete the line`);
      return undefined;
    }
    const isSwitch = field === "release" || field === "expires"; // a wrong guess would publish or remove the article
    const fault = `Cannot read ${isSwitch ? key : field} ${JSON.stringify(text)}: ${error.message}`;
    const respells = fallback === undefined; // earlier versions used the date of the file name, which may be in the address
    const repaired = isSwitch ? undefined : repairDate(text, site.timezone, { respells });
    if (repaired === undefined && fallback === undefined && !isSwitch && metadata.unlisted) {
      reportAtKey(key, "warning", fault + notNeeded);
      return undefined;
    }
    if (repaired === undefined && fallback === undefined) reportAtKey(key, "error", fault);
    else reportAtKey(key, "warning", `${fault}; it was read as ${repaired?.spelling ?? `the date of the file name, ${fallback}`}`);
    return repaired === undefined ? null : { instant: repaired.instant, hasTime: repaired.hasTime };
  }
}

// Returns undefined if there is no date, and null if it is invalid (and reported).
function readPublished(sources: DateSources, reportAtKey: ReportAtKey): ParsedDate | null | undefined {
  const { fileName, metadata, site } = sources;
  const named = fileName.date !== undefined && isDay(fileName.date) ? fileName.date : undefined;
  const date = readDate("date", metadata, site, reportAtKey, named);
  if (date !== undefined && date !== null) return date;
  if (date === null && named === undefined) return null;
  if (fileName.date !== undefined && named === undefined) {
    const fault = `Cannot read the date ${JSON.stringify(fileName.date)} of the file name: no such day`;
    if (metadata.unlisted) reportAtKey("date", "warning", fault + notNeeded);
    else reportAtKey("date", "error", fault);
    return metadata.unlisted ? undefined : null;
  }
  // Unlisted articles had no such date in earlier versions, and a date would change their addresses.
  const digits = metadata.unlisted ? undefined : dateOfDigits(sources.source);
  const found = named ?? addressesOf(sources).map(dateOfPath).find(Boolean) ?? digits;
  if (found !== undefined) return parseDate(found, site.timezone);
  return undefined;
}

function isDay(date: string): boolean {
  try {
    parseDate(date, "UTC");
    return true;
  } catch {
    return false;
  }
}

// The article's own address comes before its folders, which may be those of an archive.
function addressesOf({ metadata: { permalink }, source }: DateSources): string[] {
  return [...(permalink === undefined ? [] : [permalink]), source];
}

/** A date that may be the article's, as it is written. */
interface Hint {
  readonly found: string;
  readonly date: string;
  readonly where: string;
}

function adviseDate(sources: DateSources): string {
  const { body, bodyOffset, syntax } = sources.frontMatter;
  const hint: Hint | undefined = hintIn(sources) ?? textHint(body);
  const day = hint?.date ?? "2024-11-06";
  const inJson = `"date": "${day}", or "feed": false,`;
  const lines = {
    ...{ YAML: `"date: ${day}", or "feed: false"`, TOML: `"date = ${day}", or "feed = false"` },
    ...{ JSON: inJson, JavaScript: inJson },
  }[syntax];
  const example = "add its date in a line such as";
  const advice = hint === undefined ? example : `${hint.where} has ${JSON.stringify(hint.found)}; if that is it, add the line`;
  const place = bodyOffset === 0 ? ', between two lines "---" at the top of the file' : "";
  return `${advice} ${lines} if it is a page that belongs in no feed${place}`;
}

function textHint(body: string): Hint | undefined {
  const found = findDate(body);
  return found && { ...found, where: "the text" };
}

// Names that the author chose are more reliable than a date in the text, which is often that of an event.
function hintIn(sources: DateSources): Hint | undefined {
  const { aliases, id } = sources.metadata;
  for (const found of [...addressesOf(sources), ...aliases, ...(id === undefined ? [] : [id])]) {
    const date = guessDateOfPath(found);
    if (date !== undefined) return { found, date, where: found === sources.source ? "the file's path" : "its address" };
  }
  return undefined;
}
