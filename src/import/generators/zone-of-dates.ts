import type { NoteList } from "../site-rules/note-list.ts";
import type { OldSettings, SiteFolder } from "../site-rules/old-site.ts";

const maxStart = 4000; // UTF-16 units, in which a date of front matter is
const datePattern =
  /^[ \t]{0,9}["']?date["']?[ \t]{0,9}[:=][ \t]{0,9}["']?\d{4}-(\d{2})-\d{2}(?:(?:T|[ \t]{1,9})(\d{1,2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?:[ \t]?([+-]\d{2}:?\d{2}|Z))?)?/im;

// Etc/GMT has no parts of an hour. These zones have no summer time.
const namesOfParts: Readonly<Record<string, string>> = {
  "+04:30": "Asia/Kabul",
  "+05:30": "Asia/Kolkata",
  "+05:45": "Asia/Kathmandu",
  "+06:30": "Asia/Yangon",
  "+09:30": "Australia/Darwin",
};

/**
 * Adds the time zone of the texts to the settings of a site without one, with a note: the offset of nearly all of their dates, if it is the
 * same in winter and in summer. Without it, our pages would show the days of UTC.
 */
export function withZoneOfDates(settings: OldSettings, folder: SiteFolder, texts: readonly string[], notes: NoteList): OldSettings {
  const [offset, ...others] = settings.timezone === undefined ? offsetsOf(folder, texts) : [];
  if (offset === undefined) return settings;
  const cause = `The configuration has no time zone${settings.unusedTimezone === undefined ? "" : " that exists"}`;
  const timezone = others.length === 0 && isConstant(offset) ? zoneAt(offset.name) : undefined;
  notes.add(timezone === undefined ? questionOf(cause, [offset, ...others]) : describe(cause, offset.name, timezone));
  return timezone === undefined ? settings : { ...settings, timezone };
}

interface Offset {
  /** `+09:00`. */
  readonly name: string;
  /** The months of its dates. */
  readonly months: readonly number[];
}

const share = 0.9; // of the dates with a time

// The offsets of most dates, the most frequent first; rare ones are those of journeys. None if many dates are in UTC or in no zone.
function offsetsOf({ read }: SiteFolder, texts: readonly string[]): readonly Offset[] {
  const dates = texts.flatMap((path) => readDate(read(path) ?? "") ?? []);
  const timed = dates.filter(({ hasTime }) => hasTime);
  const groups = Map.groupBy(timed, ({ offset }) => offset);
  const found = [...groups].flatMap(([name, { length }]) => (name === "" ? [] : [{ name, length }])).sort((a, b) => b.length - a.length);
  const total = found.reduce((sum, { length }) => sum + length, 0);
  if (total < timed.length * share || total * 2 < dates.length) return [];
  const main = found.slice(0, (found[0]?.length ?? 0) < timed.length * share ? found.length : 1);
  return main.map(({ name }) => ({ name, months: (groups.get(name) ?? []).map(({ month }) => month) }));
}

function readDate(text: string) {
  const [, month, time, zone = ""] = datePattern.exec(text.slice(0, maxStart)) ?? [];
  const offset = zone.replace(/^(...):?(?=\d)/, "$1:");
  return month === undefined
    ? undefined
    : { month: Number(month), hasTime: time !== undefined, offset: /[1-9]/.test(offset) ? offset : "" };
}

// From Pakistan to Japan, no zone has summer time. In these months, any zone with summer time has one of its two offsets.
function isConstant({ months, name }: Offset): boolean {
  if (/^\+(?:0[5-8]:|09:00)/.test(name)) return true;
  return months.some((month) => month >= 5 && month <= 8) && months.some((month) => month >= 11 || month <= 2);
}

// POSIX counts westwards, and so do these names of IANA's.
function zoneAt(offset: string): string | undefined {
  const [hours, minutes] = offset.split(":").map(Number);
  if (hours === undefined || minutes !== 0) return namesOfParts[offset];
  return hours >= -12 && hours <= 14 ? `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}` : undefined;
}

function describe(cause: string, offset: string, timezone: string): string {
  return `${cause}, and the dates of posts have ${offset}, so timezone is "${timezone}"; you may write the name of your place instead, as Asia/Tokyo for +09:00`;
}

function questionOf(cause: string, offsets: readonly Offset[]): string {
  const names = offsets.slice(0, 3).map(({ name }) => name);
  return `${cause}, and the dates of posts have ${names.join(", ")}: set timezone, such as Europe/Berlin, so that pages show the days of that place`;
}
