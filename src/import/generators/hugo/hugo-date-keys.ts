import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isNull } from "../../../content/front-matter/front-matter-value.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { civilDate } from "../../site-rules/civil-date.ts";
import type { Release } from "../../site-rules/old-site.ts";
import type { HugoDate, HugoDates } from "./hugo-date.ts";

type DateField = "date" | "release" | "expires" | "updated";

/**
 * Returns the dates that a copy needs in the keys that the compiler reads, where it would read other ones, or none: an expiry in a key that
 * `[frontmatter]` names.
 * @param frontMatter of the page, with keys in lower case
 */
export function dateKeysOf({ date, expiry, updated }: HugoDates, frontMatter: FrontMatterTable): FrontMatterTable {
  const read = (field: DateField) => readDate(field, frontMatter);
  const keys: Record<string, string> = {};
  if (date !== undefined && date.text !== read("date") && !(date.isOfName && read("date") === undefined)) keys["date"] = date.text;
  if (expiry !== undefined && expiry.text !== read("expires"))
    keys[frontMatter["expires"] === undefined ? "expiryDate" : "expires"] = expiry.text;
  if (updated !== undefined && updated.text !== date?.text && updated.text !== read("updated"))
    keys[frontMatter["updated"] === undefined ? "lastmod" : "updated"] = updated.text;
  return keys;
}

/**
 * Returns the date before which a page was not published, if the compiler would read another one: an embargo in `pubdate`.
 * @param frontMatter of the page, with keys in lower case @param written its keys as written @param timezone IANA name
 */
export function releaseOf(
  { date, release }: HugoDates,
  frontMatter: FrontMatterTable,
  written: FrontMatterTable,
  timezone: string,
): Release | undefined {
  if (release === undefined || release.text === date?.text || release.text === readDate("release", frontMatter)) return undefined;
  const key = Object.keys(written).find((name) => name.toLowerCase() === "publishdate") ?? "publishDate";
  return { key, date: release.text, instant: instantOf(release, timezone) };
}

/** Returns the dates of a page with those of the section pages above it, before and after which it was not published either. */
export function withinDates(page: HugoDates, sections: readonly HugoDates[], timezone: string): HugoDates {
  const all = [page, ...sections];
  const release = all.flatMap((each) => each.release ?? []).sort(byInstant(timezone, Number.MAX_VALUE));
  const expiry = all.flatMap((each) => each.expiry ?? []).sort(byInstant(timezone, 0));
  return { ...page, release: release.at(-1), expiry: expiry[0] };
}

/** Divides keys into those that front matter lacks, and those whose values they replace, with the spelling that these have. */
export function divideKeys(
  keys: FrontMatterTable,
  written: FrontMatterTable,
): { readonly missing: FrontMatterTable; readonly replaced: FrontMatterTable } {
  const spelling = new Map(Object.keys(written).map((key) => [key.toLowerCase(), key]));
  const entries = Object.entries(keys).map(([key, value]) => ({ own: spelling.get(key.toLowerCase()), key, value }));
  return {
    missing: Object.fromEntries(entries.flatMap(({ key, own, value }) => (own === undefined ? [[key, value]] : []))),
    replaced: Object.fromEntries(entries.flatMap(({ own, value }) => (own === undefined ? [] : [[own, value]]))),
  };
}

function readDate(field: DateField, frontMatter: FrontMatterTable): string | undefined {
  const texts = metadataKeys[field].map((key) => textIn(frontMatter[key.toLowerCase()]));
  return texts.find((text) => text !== undefined && !isNull(text));
}

// A date that cannot be read is chosen, too, so that the compiler reports it. @param unread the instant of such a date
function byInstant(timezone: string, unread: number) {
  return (a: HugoDate, b: HugoDate) => (instantOf(a, timezone) ?? unread) - (instantOf(b, timezone) ?? unread);
}

function instantOf({ text }: HugoDate, timezone: string): number | undefined {
  return civilDate(text, timezone)?.instant;
}
