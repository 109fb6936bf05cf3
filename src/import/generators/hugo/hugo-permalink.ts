import { padded } from "../../../content/permalink/permalink-values.ts";
import type { CivilDate } from "../../site-rules/civil-date.ts";
import { dayNames, monthNames } from "../../site-rules/strftime.ts";
import { type PathRules, sanitizeHugoPath, urlize } from "./hugo-path.ts";

/** A page, as far as the tokens of a permalink depend on it. */
export interface PermalinkPage {
  readonly title: string;
  readonly slug: string | undefined;
  /** The name of the file without language and extension; that of the folder for a bundle. */
  readonly name: string;
  /** The folders that are sections. */
  readonly sections: readonly string[];
  /** True for a section without a page of its own. */
  readonly isImplicit: boolean;
  /** The slugs or titles of the sections' own pages. */
  readonly sectionTitles: () => readonly string[];
  readonly date: CivilDate | undefined;
}

const token = /:\w+(?:\[.+?\])?/g;

/** Fills the tokens of a pattern (gohugo.io/configuration/permalinks). Returns undefined if Hugo does not know one of them. */
export function fillPermalink(pattern: string, page: PermalinkPage, rules: PathRules): string | undefined {
  let isKnown = true;
  const filled = pattern.replaceAll("\\:", "\0").replace(token, (written) => {
    const value = tokenValue(written.slice(1), page, rules);
    isKnown &&= value !== undefined;
    return value ?? "";
  });
  return isKnown ? filled.replaceAll("\0", ":") : undefined;
}

function tokenValue(name: string, page: PermalinkPage, rules: PathRules): string | undefined {
  const titled = () => urlize(page.title, rules);
  const named = () => urlize(page.name, rules);
  const slug = page.slug === undefined ? undefined : urlize(page.slug, rules);
  const slugs = () => page.sectionTitles().map((title) => urlize(title, rules));
  const [, list, cut] = /^(sections|sectionslugs)\[(.+)\]$/.exec(name) ?? [];
  if (cut !== undefined) return slice(list === "sections" ? entriesOf(page, rules) : slugs(), cut).join("/");
  switch (name) {
    case "title":
      return titled();
    case "slug":
      return slug ?? titled();
    case "filename":
    case "contentbasename":
      return named();
    case "slugorfilename":
    case "slugorcontentbasename":
      return slug ?? named();
    case "section":
      return page.sections[0] ?? "";
    case "sections":
      return page.sections.join("/");
    case "sectionslug":
      return slugs()[0] ?? "";
    case "sectionslugs":
      return slugs().join("/");
  }
  return dateValue(name, page.date ?? zeroDate);
}

// Go's zero time, 0001-01-01, which was a Monday.
const zeroDate: CivilDate = {
  ...{ instant: Number.NaN, year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, weekday: 1, yearDay: 1 },
};

// Before 0.123, the list of the sections had an empty name at its end if the first one had no page of its own.
function entriesOf({ isImplicit, sections }: PermalinkPage, { isOld }: PathRules): readonly string[] {
  return isOld && isImplicit ? [...sections, ""] : sections;
}

// `[1:]`, `[:2]`, `[1:last]`, `[last]`, `[0]`; a number beyond the end is the end.
function slice(names: readonly string[], cut: string): readonly string[] {
  const [from = "", to] = cut.trim().toLowerCase().split(":");
  const number = (text: string, fallback: number) =>
    text === "" ? fallback : text === "last" ? names.length - 1 : Math.max(0, Number.parseInt(text, 10) || 0);
  const start = number(from, 0);
  if (to === undefined) return names.slice(start, start + 1);
  return start >= names.length ? [] : names.slice(start, Math.min(number(to, names.length), names.length));
}

function dateValue(name: string, date: CivilDate): string | undefined {
  const month = monthNames[date.month - 1] ?? "";
  const day = dayNames[date.weekday] ?? "";
  const values: Readonly<Record<string, string>> = {
    year: String(date.year),
    month: padded(date.month),
    monthname: month,
    day: padded(date.day),
    weekday: String(date.weekday),
    weekdayname: day,
    yearday: String(date.yearDay),
  };
  return Object.hasOwn(values, name) ? values[name] : formatLayout(name, date, month, day);
}

// A layout of Go: `:2006`, `:06`, `:Jan` (pkg.go.dev/time#Layout).
function formatLayout(layout: string, date: CivilDate, month: string, day: string): string | undefined {
  const values: Readonly<Record<string, string>> = {
    ...{ "2006": padded(date.year, 4), "06": padded(date.year % 100), "002": padded(date.yearDay, 3) },
    ...{ "01": padded(date.month), "1": String(date.month), January: month, Jan: month.slice(0, 3) },
    ...{ "02": padded(date.day), "2": String(date.day), Monday: day, Mon: day.slice(0, 3) },
    ...{
      "15": padded(date.hour),
      "04": padded(date.minute),
      "4": String(date.minute),
      "05": padded(date.second),
      "5": String(date.second),
    },
  };
  let hasPart = false;
  const formatted = layout.replace(/2006|January|Jan|Monday|Mon|002|0[12456]|15|[1245]/g, (part) => {
    hasPart = true;
    return values[part] ?? part;
  });
  return hasPart ? formatted : undefined;
}

/** Returns the sanitized path that a filled pattern makes, without slashes at its ends. */
export function permalinkPath(filled: string, rules: PathRules): string {
  const names: string[] = [];
  for (const name of filled.replaceAll("+", " ").split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return sanitizeHugoPath(`${names.join("/")}/`, rules).replace(/\/$/, "");
}
