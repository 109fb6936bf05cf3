import { canonicalLanguage } from "../../base/language/canonical-language.ts";
import { languageNamed } from "../../base/language/language-named.ts";
import { isRegisteredLanguage } from "../../base/language/registered-language.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { Author, Entry } from "../../model/entry.ts";
import { type FileName, parseFileName } from "../../model/file-name.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import { asList } from "../front-matter/front-matter-value.ts";
import { metadataKeys } from "../front-matter/keys/metadata-keys.ts";
import { warnOfUnknownKeys } from "../front-matter/warn-of-unknown-keys.ts";
import { limits } from "../limits/limits.ts";
import { readAliases } from "./alias-metadata.ts";
import { readAuthor, withDetails } from "./author-metadata.ts";
import { readCategories, type Separation } from "./category-metadata.ts";
import { type EnclosureMetadata, readEnclosure } from "./enclosure-metadata.ts";
import { type EpisodeMetadata, readEpisode } from "./episode-metadata.ts";
import { FieldReader } from "./field-reader.ts";
import { type ImageMetadata, readImage, withWords } from "./image-metadata.ts";
import { isMarkedAsDraft } from "./is-draft.ts";
import { isMarkedAsUnlisted } from "./is-unlisted.ts";
import { searchExclusionOf } from "./search-exclusion.ts";
import { type WarnOfKey, warnOfSwitches } from "./warn-of-switches.ts";

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
  readonly image?: ImageMetadata;
  readonly enclosure?: EnclosureMetadata;
  readonly podcast?: EpisodeMetadata;
  readonly draft: boolean;
  /** True if it is in no feed and no list. */
  readonly unlisted: boolean;
  /** See {@link Entry.excludedFrom}. */
  readonly excludedFrom?: Entry["excludedFrom"];
  readonly aliases: readonly string[];
  /** The key from which each field was read, for messages. */
  readonly keys: Readonly<Record<string, string>>;
}

/** Reads front matter into {@link Metadata}. Reports and skips values that cannot be used. */
export function readMetadata(frontMatter: FrontMatter, report: Report, fileName: FileName = parseFileName("")): Metadata {
  const reader = new FieldReader(frontMatter, report);
  const { data, keys } = reader;
  const warnAt: WarnOfKey = (key, message, dedupeKey) => reader.warnAt(key, message, dedupeKey);
  warnOfUnknownKeys(frontMatter, report);
  const fields = readFields(reader, fileName);
  warnOfSwitches(data, warnAt);
  const { aliases, key: aliasesKey } = readAliases(data, warnAt);
  const categoriesKey = [...metadataKeys.categories, "taxonomies"].find((key) => data[key] !== undefined);
  if (categoriesKey !== undefined) keys["categories"] = categoriesKey;
  if (aliasesKey !== undefined) keys["aliases"] = aliasesKey;
  const authors = readAuthors(reader);
  const folders = fileName.isJekyllPost ? fileName.folders : [];
  const { categories, categoriesOnly } = readCategories(data, folders, separationOf(data, fileName), warnAt);
  return {
    ...withoutUndefined({ ...fields, excludedFrom: searchExclusionOf(data) }),
    authors: withOwnDetails(authors, reader),
    categories: reader.limited("categories", categories),
    categoriesOnly: categoriesOnly.slice(0, limits.terms),
    draft: isMarkedAsDraft(data) || fileName.isDraft,
    unlisted: isMarkedAsUnlisted(data),
    aliases: reader.limited("aliases", aliases),
    keys,
  };
}

// The fields with one value.
function readFields(reader: FieldReader, fileName: FileName) {
  return {
    title: reader.text("title"),
    date: reader.text("date"),
    release: reader.data["date"] === undefined ? undefined : reader.text("release"),
    updated: reader.text("updated"),
    expires: reader.text("expires"),
    slug: reader.text("slug"),
    permalink: reader.text("permalink"),
    id: reader.text("id"),
    summary: reader.text("summary"),
    externalUrl: reader.text("externalUrl"),
    language: readLanguage(reader.text("language"), (message) => reader.warn("language", message)) ?? fileName.language,
    image: readPicture(reader),
    enclosure: reader.file("enclosure", (value) => readEnclosure(value, (message) => reader.warn("enclosure", message))),
    podcast: readEpisode(
      (field) => reader.find(field),
      (field, message) => reader.warn(field, message),
      (field) => reader.keyOf(field),
    ),
  };
}

// Ghost has the words of a picture in keys next to its own.
function readPicture(reader: FieldReader): ImageMetadata | undefined {
  const image = reader.file("image", readImage);
  return image && withWords(image, { alt: reader.text("imageAlt"), caption: reader.text("imageCaption") });
}

// An author without a name is undefined.
function readAuthors(reader: FieldReader): (Author | undefined)[] {
  const warn = (message: string) => reader.warn("authors", message);
  const authors = reader.limited("authors", asList(reader.find("authors"))).map((author) => readAuthor(author, warn));
  if (authors.includes(undefined)) warn("Cannot use an author without a name; it was left out");
  return authors;
}

// An only author has the URL and the picture of keys of their own.
function withOwnDetails(authors: readonly (Author | undefined)[], reader: FieldReader): Author[] {
  const { data } = reader;
  const details = { url: data["authorURL"] ?? data["author_url"], image: data["authorImageURL"] ?? data["author_image_url"] };
  const named = authors.filter((author) => author !== undefined);
  return authors.length === 1 ? named.map((author) => withDetails(author, details, (message) => reader.warn("authors", message))) : named;
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
  if (language !== undefined && isRegisteredLanguage(language)) return language;
  const named = languageNamed(tag);
  const fault = language === undefined ? "it is not a BCP 47 tag, such as en or pt-BR" : "there is no such language";
  warn(`Cannot use language ${JSON.stringify(tag)}: ${named === undefined ? `${fault}; the site's language is used` : `write ${named}`}`);
  return named;
}
