import { Temporal } from "temporal-polyfill";
import type { ParsedArticle } from "./article.ts";
import { plainSlug, prettySlug, slugify } from "./slug.ts";

/** What each token of a pattern stands for: a name, as of the article's own day in a time zone. */
export function permalinkValues(article: ParsedArticle, timezone: string): Readonly<Record<string, string>> {
  return { ...dateValues(article.dated, timezone), ...placeValues(article), ...nameValues(article) };
}

function dateValues(instant: number, timezone: string): Readonly<Record<string, string>> {
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
  const named = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }).format(Date.UTC(date.year, date.month - 1, date.day));
  return {
    year: padded(date.year, 4),
    short_year: padded(date.year % 100, 2),
    month: padded(date.month, 2),
    i_month: String(date.month),
    short_month: named({ month: "short" }),
    monthname: named({ month: "long" }).toLowerCase(),
    day: padded(date.day, 2),
    i_day: String(date.day),
    short_day: named({ weekday: "short" }),
    y_day: padded(date.dayOfYear, 3),
    yearday: String(date.dayOfYear),
    week: padded(date.weekOfYear ?? 0, 2),
    hour: padded(date.hour, 2),
    minute: padded(date.minute, 2),
    second: padded(date.second, 2),
  };
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

function placeValues({ fileName, metadata }: ParsedArticle): Readonly<Record<string, string>> {
  return {
    category: slugify(metadata.categories[0] ?? "uncategorized"),
    categories: metadata.filed.map((name) => name.toLowerCase()).join("/"), // Jekyll changes nothing else
    section: fileName.folders.slice(0, 1).map(slugify).join(""),
    sections: fileName.folders.map(slugify).join("/"),
    output_ext: ".html",
  };
}

// What the names are to those who have them: `title` to Jekyll and Hexo, `name` and `post_title` to Hexo, `filename` and the
// longer ones to Hugo. `slug` is ours.
function nameValues({ fileName, metadata, title }: ParsedArticle): Readonly<Record<string, string>> {
  const { date, folders, fullName, name } = fileName;
  const own = metadata.slug === undefined ? undefined : ownSlug(metadata.slug);
  const filename = slugify(fullName);
  const titled = title === "" ? slugify(name) : slugify(title);
  return {
    slug: own ?? (fileName.isJekyllPost ? plainSlug(name) : fileName.slug),
    title: own ?? [...(date === undefined ? folders : []), name].map(prettySlug).join("/"),
    name: prettySlug(name),
    post_title: titled,
    filename,
    contentbasename: filename,
    slugortitle: own ?? titled,
    slugorfilename: own ?? filename,
    slugorcontentbasename: own ?? filename,
  };
}

/** What a `slug` key makes of an address: each part fit for a path. */
export function ownSlug(slug: string): string {
  return slug.split("/").filter(Boolean).map(slugify).join("/");
}
