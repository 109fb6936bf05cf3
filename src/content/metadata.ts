import { type EnclosureMetadata, readEnclosure } from "./enclosure-metadata.ts";
import type { Author, Episode } from "./entry.ts";
import { readEpisode } from "./episode-metadata.ts";
import type { FrontMatter, FrontMatterValue } from "./front-matter.ts";
import { asList, asTable, isFalse, isNull, isTrue, textOf } from "./front-matter-value.ts";
import { canonicalLanguage } from "./language.ts";
import { nearestOf } from "./nearest.ts";
import type { Report } from "./problem.ts";

/** What an article says of itself, read but not yet completed. Dates are text still; their zone is the site's. */
export interface Metadata {
  readonly title?: string;
  readonly date?: string;
  readonly updated?: string;
  readonly slug?: string;
  readonly permalink?: string;
  readonly id?: string;
  readonly summary?: string;
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  readonly language?: string;
  readonly image?: { readonly url: string; readonly alt?: string };
  readonly enclosure?: EnclosureMetadata;
  readonly podcast?: Episode;
  readonly draft: boolean;
  readonly aliases: readonly string[];
  /** The key under which each of the above was found, for messages. */
  readonly keys: Readonly<Record<string, string>>;
}

// The first spelling is ours, the others are those of other generators.
const spellings = {
  title: ["title"],
  date: ["date", "pubDate", "publishDate", "published_at", "published"],
  updated: ["updated", "lastmod", "modified", "updatedDate", "updated_at", "last_modified_at"],
  slug: ["slug"],
  permalink: ["permalink", "url", "path"],
  id: ["id", "guid"],
  summary: ["summary", "description", "excerpt", "custom_excerpt"],
  authors: ["authors", "author"],
  categories: ["categories", "category", "tags", "tag"],
  language: ["language", "lang"],
  image: ["image", "cover", "thumbnail", "feature_image", "heroImage"],
  enclosure: ["enclosure"],
  episode: ["episode"],
  season: ["season"],
  episodeType: ["episodeType"],
  explicit: ["explicit"],
  draft: ["draft"],
  aliases: ["aliases", "redirect_from"],
} as const;

type Field = keyof typeof spellings;

// Keys by which other generators choose templates and the like: they mean nothing here and lose nothing.
const silent = new Set([
  "layout",
  "template",
  "type",
  "weight",
  "toc",
  "comments",
  "math",
  "menu",
  "extra",
  "status",
  "taxonomies",
  "params",
  "eleventyExcludeFromCollections",
]);

/** Reads front matter into {@link Metadata}; what cannot be used is told and left out. */
export function readMetadata(frontMatter: FrontMatter, report: Report): Metadata {
  const { data, placeOf } = frontMatter;
  const keys: Record<string, string> = {};
  warnOfUnknownKeys(frontMatter, report);

  const warn = (key: string, message: string) => report({ ...placeOf(key), severity: "warning", message });
  const find = (field: Field): FrontMatterValue | undefined => {
    for (const key of spellings[field]) {
      const value = data[key];
      if (value === undefined || isNull(value)) continue;
      if (field === "date" && (isTrue(value) || isFalse(value))) continue; // Jekyll's `published: false`
      keys[field] = key;
      return value;
    }
    return undefined;
  };
  const text = (field: Field): string | undefined => {
    const value = find(field);
    if (value === undefined || typeof value === "string") return value?.replace(/\s+/g, " ").trim() || undefined;
    warn(keys[field] ?? field, `Cannot use ${field} ${JSON.stringify(value)}: it is no text`);
    return undefined;
  };
  const file = <T>(field: Field, read: (value: FrontMatterValue) => T | undefined): T | undefined => {
    const value = find(field);
    const found = value === undefined ? undefined : read(value);
    if (value !== undefined && found === undefined)
      warn(keys[field] ?? field, `Cannot use ${field} ${JSON.stringify(value)}: it names no file`);
    return found;
  };

  const fields = {
    title: text("title"),
    date: text("date"),
    updated: text("updated"),
    slug: text("slug"),
    permalink: text("permalink"),
    id: text("id"),
    summary: text("summary"),
    language: readLanguage(text("language"), (message) => warn(keys["language"] ?? "language", message)),
    image: file("image", readImage),
    enclosure: file("enclosure", (value) => readEnclosure(value, (message) => warn(keys["enclosure"] ?? "enclosure", message))),
    podcast: readEpisode(find, (field, message) => warn(keys[field] ?? field, message)),
  };
  const categoriesKey = [...spellings.categories, "taxonomies"].find((key) => data[key] !== undefined);
  if (categoriesKey !== undefined) keys["categories"] = categoriesKey;
  const authors = asList(find("authors")).map(readAuthor);
  if (authors.includes(undefined)) warn(keys["authors"] ?? "authors", "Cannot use an author without a name; it was left out");
  return {
    ...withoutUndefined(fields),
    authors: authors.filter((author) => author !== undefined),
    categories: readCategories(data, (key) => warn(key, `Cannot use a value of ${key}: it is no text`)),
    draft: isTrue(data["draft"]) || isFalse(data["published"]) || data["status"] === "draft",
    aliases: asList(find("aliases"))
      .filter((alias) => typeof alias === "string" && alias.trim() !== "")
      .map((alias) => String(alias).trim()),
    keys,
  };
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function warnOfUnknownKeys({ data, placeOf }: FrontMatter, report: Report): void {
  const known = Object.values(spellings).flat() as string[];
  for (const key of Object.keys(data)) {
    if (known.includes(key) || silent.has(key)) continue;
    const nearest = nearestOf(key, known);
    const advice = nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`;
    report({ ...placeOf(key), column: 1, severity: "warning", message: `Cannot use key ${JSON.stringify(key)}: it is not known${advice}` });
  }
}

function readLanguage(tag: string | undefined, warn: (message: string) => void): string | undefined {
  if (tag === undefined) return undefined;
  const language = canonicalLanguage(tag);
  if (language === undefined)
    warn(`Cannot use language ${JSON.stringify(tag)}: it is no BCP 47 tag, such as en or pt-BR; the site's is used`);
  return language;
}

// "Ada Lovelace <ada@example.com>", { name, url, email }
function readAuthor(value: FrontMatterValue): Author | undefined {
  const written = textOf(value);
  const [, called, address] = (written && /^([^<>]*?)\s*<([^<>\s]+@[^<>\s]+)>$/.exec(written)) || [undefined, written];
  const table = asTable(value);
  const name = called || textOf(table["name"]) || address;
  if (name === undefined) return undefined;
  const url = textOf(table["url"]) ?? textOf(table["link"]);
  const email = address ?? textOf(table["email"]);
  return {
    name: name.replace(/\s+/g, " "),
    ...(url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) && { url: new URL(url).href }),
    ...(email !== undefined && /^[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+$/.test(email) && { email }),
  };
}

function readCategories(data: FrontMatter["data"], warn: (key: string) => void): string[] {
  const found = new Map<string, string>();
  const tables = [data, asTable(data["taxonomies"])]; // the second is Zola's
  for (const [key, values] of tables.flatMap((table) => spellings.categories.map((key) => [key, table[key]] as const))) {
    for (const value of asList(values)) {
      if (typeof value !== "string") {
        warn(key);
        continue;
      }
      if (isNull(value)) continue;
      for (const term of Array.isArray(values) ? [value] : value.split(",")) {
        const name = term.replace(/\s+/g, " ").trim();
        const folded = name.normalize("NFC").toLowerCase();
        if (name !== "" && !found.has(folded)) found.set(folded, name);
      }
    }
  }
  return [...found.values()];
}

function readImage(value: FrontMatterValue): Metadata["image"] {
  const table = asTable(value);
  const url = textOf(value) ?? textOf(table["url"]) ?? textOf(table["src"]) ?? textOf(table["path"]) ?? textOf(table["image"]);
  const alt = textOf(table["alt"]);
  return url === undefined ? undefined : { url, ...(alt !== undefined && { alt }) };
}
