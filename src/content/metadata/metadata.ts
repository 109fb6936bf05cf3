import { canonicalLanguage } from "../../base/canonical-language.ts";
import { isKnownLanguage } from "../../base/known-language.ts";
import { languageNamed } from "../../base/language-named.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { Author } from "../../model/entry.ts";
import { type FileName, parseFileName } from "../../model/file-name.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asList, asTable, isNull, readSwitch } from "../front-matter/front-matter-value.ts";
import { metadataKeys } from "../front-matter/metadata-keys.ts";
import { normalizeKeyCase } from "../front-matter/normalize-key-case.ts";
import { warnOfUnknownKeys } from "../front-matter/warn-of-unknown-keys.ts";
import { limits } from "../limits/limits.ts";
import { readAliases } from "./alias-metadata.ts";
import { readAuthor, withDetails } from "./author-metadata.ts";
import { readCategories, type Separation } from "./category-metadata.ts";
import { type EnclosureMetadata, readEnclosure } from "./enclosure-metadata.ts";
import { type EpisodeMetadata, readEpisode } from "./episode-metadata.ts";
import { readImage } from "./image-metadata.ts";
import { isMarkedAsDraft } from "./is-draft.ts";
import { isMarkedAsUnlisted } from "./is-unlisted.ts";
import { warnOfSwitches } from "./warn-of-switches.ts";

/** The metadata of an article, as its front matter contains it. Dates are still text, without a time zone. */
export interface Metadata {
  readonly title?: string;
  readonly date?: string;
  /** Hugo's publishDate, if there is also a date: the article is not public before it. */
  readonly release?: string;
  readonly updated?: string;
  /** The date from which the article is no longer public. */
  readonly expires?: string;
  readonly slug?: string;
  readonly permalink?: string;
  readonly id?: string;
  readonly summary?: string;
  /** The URL of a page on another site that the article is about, as it is written. */
  readonly externalUrl?: string;
  readonly authors: readonly Author[];
  readonly categories: readonly string[];
  /** The categories without the tags. */
  readonly categoriesOnly: readonly string[];
  readonly language?: string;
  readonly image?: { readonly url: string; readonly alt?: string };
  readonly enclosure?: EnclosureMetadata;
  readonly podcast?: EpisodeMetadata;
  readonly draft: boolean;
  /** True if it is in no feed and no list. */
  readonly unlisted: boolean;
  readonly aliases: readonly string[];
  /** The key from which each field was read, for messages. */
  readonly keys: Readonly<Record<string, string>>;
}

type Field = keyof typeof metadataKeys;

/** Reads front matter into {@link Metadata}. Reports and skips values that cannot be used. */
export function readMetadata(frontMatter: FrontMatter, report: Report, fileName: FileName = parseFileName("")): Metadata {
  const { data, locationOf } = normalizeKeyCase(frontMatter);
  const keys: Record<string, string> = {};
  warnOfUnknownKeys(frontMatter, report);

  const warn = (key: string, message: string) => report({ ...locationOf(key), severity: "warning", message });
  const find = (field: Field): FrontMatterValue | undefined => {
    const tables = field === "image" || field === "authors" ? tablesOf(data) : [data];
    for (const [table, key] of tables.flatMap((table) => keysOf(field, table).map((key) => [table, key] as const))) {
      const value = valueAt(field, key, table);
      if (value === undefined || isNull(value) || isBlank(field, key, value)) continue;
      keys[field] = key;
      return value;
    }
    return undefined;
  };
  const text = (field: Field): string | undefined => {
    const value = find(field);
    if (value === undefined || typeof value === "string") return value?.replace(/\s+/g, " ").trim() || undefined;
    warn(keys[field] ?? field, `Cannot use ${field} ${JSON.stringify(value)}: it is not text`);
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
    release: data["date"] === undefined ? undefined : text("release"),
    updated: text("updated"),
    expires: text("expires"),
    slug: text("slug"),
    permalink: text("permalink"),
    id: text("id"),
    summary: text("summary"),
    externalUrl: text("externalUrl"),
    language: readLanguage(text("language"), (message) => warn(keys["language"] ?? "language", message)) ?? fileName.language,
    image: file("image", readImage),
    enclosure: file("enclosure", (value) => readEnclosure(value, (message) => warn(keys["enclosure"] ?? "enclosure", message))),
    podcast: readEpisode(
      find,
      (field, message) => warn(keys[field] ?? field, message),
      (field) => keys[field] ?? field,
    ),
  };
  warnOfSwitches(data, (key, message, dedupeKey) =>
    report({ ...locationOf(key), severity: "warning", message, ...(dedupeKey !== undefined && { dedupeKey }) }),
  );
  const categoriesKey = [...metadataKeys.categories, "taxonomies"].find((key) => data[key] !== undefined);
  if (categoriesKey !== undefined) keys["categories"] = categoriesKey;
  const limited = <T>(field: Field, terms: readonly T[]): readonly T[] => {
    if (terms.length <= limits.terms) return terms;
    const key = keys[field] ?? field;
    report({ ...locationOf(key), severity: "error", message: `Cannot use ${terms.length} ${key}: the limit is ${limits.terms}` });
    return terms.slice(0, limits.terms);
  };
  const { aliases, key: aliasesKey } = readAliases(data, warn);
  if (aliasesKey !== undefined) keys["aliases"] = aliasesKey;
  const warnOfAuthor = (message: string) => warn(keys["authors"] ?? "authors", message);
  const authors = limited("authors", asList(find("authors"))).map((author) => readAuthor(author, warnOfAuthor));
  if (authors.includes(undefined)) warnOfAuthor("Cannot use an author without a name; it was left out");
  const ofAuthor = { url: data["authorURL"] ?? data["author_url"], image: data["authorImageURL"] ?? data["author_image_url"] };
  const { categories, categoriesOnly } = readCategories(
    data,
    fileName.isJekyllPost ? fileName.folders : [],
    separationOf(data, fileName),
    warn,
  );
  return {
    ...withoutUndefined(fields),
    authors: authors
      .filter((author) => author !== undefined)
      .map((author) => (authors.length === 1 ? withDetails(author, ofAuthor, warnOfAuthor) : author)),
    categories: limited("categories", categories),
    categoriesOnly: categoriesOnly.slice(0, limits.terms),
    draft: isMarkedAsDraft(data) || fileName.isDraft,
    unlisted: isMarkedAsUnlisted(data),
    aliases: limited("aliases", aliases),
    keys,
  };
}

// Themes of Zola and Hugo read pictures and authors from these tables.
function tablesOf(data: FrontMatter["data"]): FrontMatter["data"][] {
  return [data, asTable(data["taxonomies"]), asTable(data["extra"]), asTable(data["params"])];
}

// MkDocs Material: `date: { created: …, updated: … }`. Docusaurus: `last_update: { date: … }`.
function valueAt(field: Field, key: string, table: FrontMatter["data"]): FrontMatterValue | undefined {
  const value = table[key];
  if (field === "updated" && key === "date") return asTable(value)["updated"];
  if (value === undefined || typeof value === "string" || Array.isArray(value)) return value;
  if (field === "date" && key === "date") return asTable(value)["created"];
  return key === "last_update" ? asTable(value)["date"] : value;
}

// A guid is the id in the old feed; a numeric id next to it is a key of WordPress's database.
function keysOf(field: Field, data: FrontMatter["data"]): readonly string[] {
  if (field === "updated") return [...metadataKeys.updated, "date"];
  return field === "id" && typeof data["id"] === "string" && /^\d+$/.test(data["id"]) ? ["guid", "id"] : metadataKeys[field];
}

const switches = new Set<Field>(["updated", "release", "expires", "permalink", "summary", "image"]);

// Values without content: a boolean instead of a value, WordPress's date and address of a draft, and a theme's header without a
// picture.
function isBlank(field: Field, key: string, value: FrontMatterValue): boolean {
  if (key === "header" || key === "images" || key === "photos") return readImage(value) === undefined;
  if (typeof value !== "string") return false;
  if (field === "date" && (readSwitch(value) !== undefined || (key === "published" && !/\d/.test(value)))) return true; // Jekyll's `published: false`
  if (field === "permalink" && /^[^?]*\/?\?(?:p|page_id)=\d+/.test(value)) return true;
  return (switches.has(field) && /^(?:true|false)$/i.test(value)) || /^0000-00-00/.test(value);
}

// Only Jekyll splits at spaces. An article of Jekyll is recognized by its folder, or by its name together with a layout.
function separationOf(data: FrontMatter["data"], fileName: FileName): Separation {
  const signs = [fileName.date !== undefined, data["layout"] !== undefined].filter(Boolean).length;
  return fileName.isJekyllPost || signs === 2 ? "words" : signs === 1 ? "guess" : "one";
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function readLanguage(tag: string | undefined, warn: (message: string) => void): string | undefined {
  if (tag === undefined) return undefined;
  const language = canonicalLanguage(tag);
  if (language !== undefined && isKnownLanguage(language)) return language;
  const named = languageNamed(tag);
  const fault = language === undefined ? "it is not a BCP 47 tag, such as en or pt-BR" : "there is no such language";
  warn(`Cannot use language ${JSON.stringify(tag)}: ${named === undefined ? `${fault}; the site's language is used` : `write ${named}`}`);
  return named;
}
