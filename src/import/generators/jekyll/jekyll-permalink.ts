import { padded } from "../../../content/permalink/permalink-values.ts";
import { plainSlug, prettySlug } from "../../../model/slug.ts";
import type { CivilDate } from "../../site-rules/civil-date.ts";

/** The parts of a post or a document that its address may contain. */
export interface JekyllDocument {
  readonly label: string;
  /** The path without the folder of the collection and without the extension. */
  readonly path: string;
  /** The file name without date and extension. */
  readonly name: string;
  readonly slug: string;
  readonly categories: readonly string[];
  readonly date: CivilDate | undefined;
}

const styles: Readonly<Record<string, string>> = {
  pretty: "/:categories/:year/:month/:day/:title/",
  none: "/:categories/:title:output_ext",
  date: "/:categories/:year/:month/:day/:title:output_ext",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
};

/** Returns the template of a style such as `pretty`; any other text is a template already. */
export function templateOf(style: string): string {
  return Object.hasOwn(styles, style) ? (styles[style] ?? style) : style;
}

/** Returns a template with the ending that a style gives to pages and documents. */
export function withEnding(template: string, style: string): string {
  if (style === "pretty") return `${template}/`;
  if (/^(?:date|ordinal|none)$/.test(style) || style.endsWith(":output_ext")) return `${template}:output_ext`;
  return style.endsWith("/") ? `${template}/` : template;
}

/** Fills in a template; undefined if it has an unknown token, or the token of a date that the document lacks. The path is decoded. */
export function fillUrlTemplate(template: string, document: JekyllDocument): string | undefined {
  const values = { ...valuesOf(document), ...(document.date !== undefined && dateValues(document.date)) };
  let isComplete = true;
  const filled = template.replace(/:([a-z_]+)/g, (_, token: string) => {
    const name = Object.hasOwn(values, token) ? token : token.replace(/_$/, "");
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    isComplete &&= value !== undefined;
    return (value ?? "") + (name === token ? "" : "_");
  });
  return isComplete ? sanitizeJekyllPath(filled) : undefined;
}

/** Returns a path as Jekyll writes it: without dots as names, and without double slashes. */
export function sanitizeJekyllPath(path: string): string {
  return `/${path}`
    .replaceAll("..", "/")
    .replaceAll("./", "")
    .replace(/\/{2,}/g, "/");
}

function valuesOf({ categories, label, name, path, slug }: JekyllDocument): Readonly<Record<string, string>> {
  return {
    collection: label,
    path: escaped(path),
    name: plainSlug(name),
    title: prettySlug(slug),
    slug: plainSlug(slug),
    categories: escaped([...new Set(categories.map((category) => category.toLowerCase()))].join("/")),
    slugified_categories: [...new Set(categories.map(plainSlug))].join("/"),
    output_ext: ".html",
  };
}

// A percent sign in a name is not an escape.
function escaped(text: string): string {
  return text.replaceAll("%", "%25");
}

function dateValues(date: CivilDate): Readonly<Record<string, string>> {
  const { day, hour, minute, month, second, weekday, year, yearDay } = date;
  const utc = new Date(Date.UTC(year, month - 1, day));
  const name = (options: Intl.DateTimeFormatOptions) => utc.toLocaleDateString("en", { ...options, timeZone: "UTC" });
  const [weekYear, week] = isoWeek(utc);
  return {
    year: padded(year, 4),
    short_year: padded(year % 100),
    month: padded(month),
    i_month: String(month),
    short_month: name({ month: "short" }),
    long_month: name({ month: "long" }),
    day: padded(day),
    i_day: String(day),
    y_day: padded(yearDay, 3),
    short_day: name({ weekday: "short" }),
    long_day: name({ weekday: "long" }),
    hour: padded(hour),
    minute: padded(minute),
    second: padded(second),
    w_year: String(weekYear),
    week: padded(week),
    w_day: String(weekday === 0 ? 7 : weekday),
  };
}

// The week of a date is that of its Thursday.
function isoWeek(date: Date): readonly [number, number] {
  const thursday = new Date(date);
  thursday.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const start = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return [thursday.getUTCFullYear(), Math.floor((thursday.getTime() - start) / (7 * 86_400_000)) + 1];
}
