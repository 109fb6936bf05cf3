import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { tableOf } from "../../../base/table-values.ts";
import { fillTemplate } from "../../../content/permalink/permalink-template.ts";
import type { PermalinkValues } from "../../../content/permalink/permalink-values.ts";
import { addressPath, joinPath } from "../../site-rules/site-path.ts";
import { fillSlugs } from "./slug-filters.ts";

/** A template, as far as its address depends on it. */
export interface EleventyTemplate {
  /** Path below the input folder. */
  readonly path: string;
  readonly title: string;
  readonly slug: string | undefined;
  /** True if the site has filters of its own with the names of Eleventy's. */
  readonly hasOwnSlugs?: boolean;
  /** Milliseconds since 1970; undefined if only the file system has the date. */
  readonly date: number | undefined;
}

/** Returns the default address of a template: its path, where the name of an index file or of its own folder is omitted. */
export function defaultAddress(path: string): string {
  const stem = withoutExtension(path);
  const name = baseName(stem);
  const folder = folderOf(stem);
  const isIndex = name === "index" || (folder !== "" && name === baseName(folder));
  const address = isIndex ? folder : joinPath(folder, name);
  return address === "" ? "/" : `${addressPath(address)}/`;
}

/** Returns the address that a `permalink` makes; undefined if it is a template that is not understood. */
export function permalinkAddress(permalink: string, template: EleventyTemplate): string | undefined {
  const { date, hasOwnSlugs = false, path, slug, title } = template;
  if (hasOwnSlugs && /\|\s*slug/.test(permalink)) return undefined;
  const day = date === undefined ? undefined : new Date(date).toISOString();
  return filledIn(
    fillSlugs(permalink, { title, slug, fileSlug: fileSlug(path) }).replaceAll(/\{\{\s*page\.filePathStem\s*\}\}/g, () =>
      filePathStem(path),
    ),
    title,
    {
      name: () => fileSlug(path),
      ...(slug !== undefined && { slug: () => slug }),
      ...(day !== undefined && { year: () => day.slice(0, 4), month: () => day.slice(5, 7), day: () => day.slice(8, 10) }),
    },
  );
}

const tokens = Object.fromEntries(["name", "slug", "year", "month", "day"].map((token) => [token, () => `:${token}`]));

const plainValue = /\{\{-?[ \t]{0,9}([\w$-]{1,100}(?:\.[\w$-]{1,100}){0,9})[ \t]{0,9}-?\}\}/g;

/** Fills in the values of a `permalink` that are in data files, such as `{{ site.blogPath }}` and `{{ locale }}`. */
export function fillData(permalink: string, data: Readonly<Record<string, unknown>>): string {
  return permalink.replace(plainValue, (written, name: string) => {
    const [first = "", ...rest] = name.split(".");
    if (/^(?:page|title|slug)$/.test(first)) return written; // these are the article's own
    const value = rest.reduce<unknown>((table, key) => tableOf(table)[key], Object.hasOwn(data, first) ? data[first] : undefined);
    return typeof value === "string" || typeof value === "number" ? String(value) : written;
  });
}

/** Returns the pattern of our settings that a `permalink` probably is; undefined for any other. */
export function permalinkPattern(permalink: string): string | undefined {
  const pattern = /\btitle\b/.test(permalink) ? undefined : filledIn(permalink, "", tokens);
  return pattern !== undefined && /:(?:name|slug)/.test(pattern) ? pattern : undefined;
}

const fullYear = /\{\{-?[ \t]{0,9}page\.date\.get(?:UTC)?FullYear\(\)[ \t]{0,9}-?\}\}/g;

function filledIn(permalink: string, title: string, values: PermalinkValues): string | undefined {
  const filled = fillTemplate(
    permalink.replaceAll(fullYear, (written) => values["year"]?.() ?? written),
    title,
    values,
  );
  return filled === undefined || filled.includes("%") ? undefined : addressPath(filled).replace(/\/index\.html$/, "/");
}

/** Returns the name of a template without its date; for an index file, with or without a date, the name of its folder. */
export function fileSlug(path: string): string {
  const stem = withoutExtension(path);
  const name = withoutDate(baseName(stem));
  return name === "index" ? withoutDate(baseName(folderOf(stem))) : name;
}

/** Returns the path of a template without its date and its extension. */
export function filePathStem(path: string): string {
  const stem = withoutExtension(path);
  return addressPath(folderOf(stem), withoutDate(baseName(stem)));
}

// As _stripDateFromSlug() of Eleventy, which finds a date anywhere in a name.
function withoutDate(name: string): string {
  return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
}
