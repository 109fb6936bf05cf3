import { textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import { repairDate } from "../../content/metadata/repair-date.ts";
import { instantOf } from "./front-matter-date.ts";

const keys: ReadonlySet<string> = new Set([...metadataKeys.date, ...metadataKeys.updated].map((key) => key.toLowerCase()));

/**
 * Returns the dates with a month, a day or a time that does not exist, by their keys. js-yaml counts on: in `2010-14-24`, the month 14 is
 * February of the next year, and `02:05:62` is `02:06:02`. Only that, since a text in quotation marks is no date to these generators either.
 */
export function overflowingDates(frontMatter: FrontMatterTable): Record<string, string> {
  const days = Object.entries(frontMatter).flatMap(([key, value]): [string, string][] => {
    const text = textIn(value)?.trim() ?? "";
    const day = keys.has(key.toLowerCase()) ? (carriedDay(text) ?? carriedTime(text)) : undefined;
    return day === undefined ? [] : [[key, day]];
  });
  return Object.fromEntries(days);
}

// js-yaml, lib/type/timestamp.js. The year 0000 is how databases write "no date".
function carriedDay(text: string): string | undefined {
  const [, year, month, day] = /^([1-9]\d{3})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined || instantOf(text) !== undefined || repairDate(text, "UTC") !== undefined) return undefined;
  const carried = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).toISOString().slice(0, 10);
  return instantOf(carried) === undefined ? undefined : carried;
}

const withTime =
  /^([1-9]\d{3})-(\d\d?)-(\d\d?)(?:[Tt]|[ \t]{1,9})(\d\d?):(\d\d):(\d\d)(?:\.\d{0,9})?(?:[ \t]{0,9}(?:Z|([-+]\d\d?)(?::(\d\d))?))?$/;

function carriedTime(text: string): string | undefined {
  const [, year, month, day, hours, minutes, seconds, zone = "0", zoneMinutes = "0"] = withTime.exec(text) ?? [];
  if (year === undefined || instantOf(text) !== undefined) return undefined;
  const offset = (Number(zone) * 60 + Number(zoneMinutes) * (zone.startsWith("-") ? -1 : 1)) * 60_000;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds));
  return new Date(local - offset).toISOString().replace(".000Z", "Z");
}
