import { Temporal } from "temporal-polyfill";
import type { FileName } from "../../model/slug.ts";
import { plainSlug, prettySlug, slugify } from "../../model/slug.ts";
import { limits } from "../limits/limits.ts";
import type { ArticleDates } from "../metadata/article-dates.ts";
import type { Metadata } from "../metadata/metadata.ts";

/** The parts of an article that its path is made of. */
export interface LocatedArticle extends Pick<ArticleDates, "permalinkDate"> {
  readonly fileName: FileName;
  readonly metadata: Metadata;
  readonly title: string;
}

/** What the tokens of a pattern stand for. They are functions: of thirty, most patterns have one or two. */
export type PermalinkValues = Readonly<Record<string, () => string>>;

/** What each token of a pattern stands for: a name, as of the article's own day in a time zone. */
export function permalinkValues(article: LocatedArticle, timezone: string): PermalinkValues {
  return { ...dateValues(article.permalinkDate, timezone), ...placeValues(article), ...nameValues(article) };
}

const maxLength = 5 * limits.address; // no address is made of more

const shortMonth = formatter({ month: "short" });
const longMonth = formatter({ month: "long" });
const weekday = formatter({ weekday: "short" });

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
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
    short_month: () => shortMonth.format(day()),
    monthname: () => longMonth.format(day()).toLowerCase(),
    day: () => padded(date().day, 2),
    i_day: () => String(date().day),
    short_day: () => weekday.format(day()),
    y_day: () => padded(date().dayOfYear, 3),
    yearday: () => String(date().dayOfYear),
    week: () => padded(date().weekOfYear ?? 0, 2),
    hour: () => padded(date().hour, 2),
    minute: () => padded(date().minute, 2),
    second: () => padded(date().second, 2),
  };
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, "0");
}

function placeValues({ fileName, metadata }: LocatedArticle): PermalinkValues {
  return {
    category: () => slugify(metadata.categories[0]?.slice(0, maxLength) ?? "uncategorized"),
    categories: () => metadata.categoriesOnly.join("/").slice(0, maxLength).toLowerCase(), // Jekyll changes nothing else
    section: () => fileName.folders.slice(0, 1).map(slugify).join(""),
    sections: () => fileName.folders.map(slugify).join("/"),
    output_ext: () => ".html",
  };
}

// What the names are to those who have them: `title` to Jekyll and Hexo, `name` and `post_title` to Hexo, `filename` and the
// longer ones to Hugo. `slug` is ours.
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

/** What a `slug` key makes of an address: each part fit for a path. */
export function ownSlug(slug: string): string {
  return slug.split("/").filter(Boolean).map(slugify).join("/");
}
