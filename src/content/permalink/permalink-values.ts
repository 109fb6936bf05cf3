import { Temporal } from "temporal-polyfill";
import { lazy } from "../../base/lazy.ts";
import type { FileName } from "../../model/file-name.ts";
import { plainSlug, prettySlug, slugify } from "../../model/slug.ts";
import { limits } from "../limits/limits.ts";
import type { ArticleDates } from "../metadata/article-dates.ts";
import type { Metadata } from "../metadata/metadata.ts";

/** The parts of an article that its permalink may contain. */
export interface LocatedArticle extends Pick<ArticleDates, "permalinkDate"> {
  readonly fileName: FileName;
  readonly metadata: Metadata;
  readonly title: string;
}

/** The values of a pattern's tokens. They are computed on demand: most patterns have one or two of thirty tokens. */
export type PermalinkValues = Readonly<Record<string, () => string>>;

/** Returns the value of each token for an article, with dates in a time zone. Without a date, the tokens of dates have no values. */
export function permalinkValues(article: LocatedArticle, timezone: string): PermalinkValues {
  return {
    ...(article.permalinkDate !== undefined && dateValues(article.permalinkDate, timezone)),
    ...placeValues(article),
    ...nameValues(article),
  };
}

const maxLength = 5 * limits.address; // no valid address is longer

const shortMonth = formatter({ month: "short" });
const longMonth = formatter({ month: "long" });
const weekday = formatter({ weekday: "short" });

// Lazy, since the first format of a process takes 10 ms, and most patterns name no month.
function formatter(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  return lazy(() => new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }));
}

function dateValues(instant: number, timezone: string): PermalinkValues {
  let zoned: Temporal.ZonedDateTime | undefined;
  const date = () => {
    zoned ??= Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone);
    return zoned;
  };
  const day = () => Date.UTC(date().year, date().month - 1, date().day);
  return {
    year: () => padded(date().year, 4),
    short_year: () => padded(date().year % 100, 2),
    month: () => padded(date().month, 2),
    i_month: () => String(date().month),
    short_month: () => shortMonth().format(day()),
    monthname: () => longMonth().format(day()).toLowerCase(),
    day: () => padded(date().day, 2),
    i_day: () => String(date().day),
    short_day: () => weekday().format(day()),
    y_day: () => padded(date().dayOfYear, 3),
    yearday: () => String(date().dayOfYear),
    week: () => padded(date().weekOfYear ?? 0, 2),
    hour: () => padded(date().hour, 2),
    minute: () => padded(date().minute, 2),
    second: () => padded(date().second, 2),
  };
}

/** Writes a number with leading zeros. */
export function padded(value: number, length = 2): string {
  return String(value).padStart(length, "0");
}

function placeValues({ fileName, metadata }: LocatedArticle): PermalinkValues {
  return {
    category: () => slugify(metadata.categories[0]?.slice(0, maxLength) ?? "uncategorized"),
    categories: () => metadata.categoriesOnly.join("/").slice(0, maxLength).toLowerCase(), // Jekyll changes only the case
    section: () => fileName.folders.slice(0, 1).map(slugify).join(""),
    sections: () => fileName.folders.map(slugify).join("/"),
    output_ext: () => ".html",
  };
}

// The names as their generators define them: `title` is from Jekyll and Hexo, `name` and `post_title` from Hexo, `filename` and the
// longer ones from Hugo. `slug` is ours.
function nameValues({ fileName, metadata, title }: LocatedArticle): PermalinkValues {
  const { date, folders, fullName, name } = fileName;
  const own = metadata.slug === undefined ? undefined : ownSlug(metadata.slug);
  const filename = () => slugify(fullName);
  const titled = () => slugify(title === "" ? name : title);
  return {
    slug: () => own ?? (fileName.isJekyllPost ? plainSlug(name) : fileName.slug),
    title: () => own ?? [...(date === undefined ? folders : []), name].map(prettySlug).join("/"),
    name: () => prettySlug(name),
    post_title: titled,
    filename,
    contentbasename: filename,
    slugortitle: () => own ?? titled(),
    slugorfilename: () => own ?? filename(),
    slugorcontentbasename: () => own ?? filename(),
  };
}

/** Slugifies each segment of a `slug` key. */
export function ownSlug(slug: string): string {
  return slug.split("/").filter(Boolean).map(slugify).join("/");
}
