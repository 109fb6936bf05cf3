import { oneLine } from "../../base/one-line.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, isNull, readSwitch } from "../front-matter/front-matter-value.ts";
import { metadataKeys } from "../front-matter/keys/metadata-keys.ts";
import { normalizeKeyCase } from "../front-matter/normalize-key-case.ts";
import { limits } from "../limits/limits.ts";
import { readImage } from "./image-metadata.ts";

/** A field of the metadata, which several keys of front matter may contain. */
export type Field = keyof typeof metadataKeys;

/** Finds the fields of front matter by their keys. Reports values that cannot be used. */
export class FieldReader {
  /** The front matter, with known keys in their usual case. */
  readonly data: FrontMatter["data"];
  /** The key from which each field was read, for messages. */
  readonly keys: Record<string, string> = {};
  readonly #locationOf: FrontMatter["locationOf"];
  readonly #report: Report;

  constructor(frontMatter: FrontMatter, report: Report) {
    const { data, locationOf } = normalizeKeyCase(frontMatter);
    this.data = data;
    this.#locationOf = locationOf;
    this.#report = report;
  }

  /** Returns the value of the first key with content. */
  find(field: Field): FrontMatterValue | undefined {
    const tables = ofThemes.has(field) ? tablesOf(this.data) : [this.data];
    for (const table of tables) {
      for (const key of field === "imageAlt" ? altKeysOf(this.keyOf("image"), table) : keysOf(field, table)) {
        const value = valueAt(field, key, table);
        if (value === undefined || isNull(value) || isBlank(field, key, value)) continue;
        this.keys[field] = key;
        return value;
      }
    }
    return undefined;
  }

  /** Returns the text of a field on one line. */
  text(field: Field): string | undefined {
    const value = this.find(field);
    if (value === undefined || typeof value === "string") return oneLine(value ?? "") || undefined;
    this.warn(field, `Cannot use ${field} ${JSON.stringify(value)}: it is not text`);
    return undefined;
  }

  /** Returns the file that a field names. */
  file<T>(field: Field, read: (value: FrontMatterValue) => T | undefined): T | undefined {
    const value = this.find(field);
    const found = value === undefined ? undefined : read(value);
    if (value === undefined || found !== undefined) return found;
    const message = `Cannot use ${field} ${JSON.stringify(value)}: it names no file`;
    this.warnAt(this.keyOf(field), message, message); // a template may have given all articles the same value
    return undefined;
  }

  /** Returns as many terms of a field as the limit allows. */
  limited<T>(field: Field, terms: readonly T[]): readonly T[] {
    if (terms.length <= limits.terms) return terms;
    const key = this.keyOf(field);
    this.#report({
      ...this.#locationOf(key),
      severity: "error",
      message: `Cannot use ${terms.length} ${key}: the limit is ${limits.terms}`,
    });
    return terms.slice(0, limits.terms);
  }

  /** Returns the key from which a field was read. */
  keyOf(field: Field): string {
    return this.keys[field] ?? field;
  }

  /** Reports a warning at the key of a field. */
  warn(field: Field, message: string): void {
    this.warnAt(this.keyOf(field), message);
  }

  /** Reports a warning at a key. Equal dedupe keys make the warnings of many articles one. */
  warnAt(key: string, message: string, dedupeKey?: string): void {
    this.#report({ ...this.#locationOf(key), severity: "warning", message, ...(dedupeKey !== undefined && { dedupeKey }) });
  }
}

const ofThemes = new Set<Field>(["image", "imageAlt", "imageCaption", "authors"]);

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

// Each key of a picture has one for its words: `cover` has `cover_alt`. Those of a picture that is not shown do not describe this one.
function altKeysOf(picture: string, table: FrontMatter["data"]): readonly string[] {
  const own = pictureOf(picture);
  const others = metadataKeys.image.filter((key) => {
    const value = table[key];
    return pictureOf(key) !== own && value !== undefined && !isNull(value) && !isBlank("image", key, value);
  });
  const taken = new Set(others.map(pictureOf));
  const keys = metadataKeys.imageAlt.filter((key) => !taken.has(pictureOf(key)));
  return keys.toSorted((a, b) => Number(pictureOf(b) === own) - Number(pictureOf(a) === own));
}

// `cover` of `coverImage`, `cover_alt` and `coverImageAlt`.
function pictureOf(key: string): string {
  return key
    .toLowerCase()
    .replace(/_?alt$/, "")
    .replace(/_?images?$/, "");
}

const switches = new Set<Field>(["updated", "release", "expires", "permalink", "summary", "image", "imageAlt", "imageCaption"]);

// Values without content: a boolean instead of a value, WordPress's date and address of a draft, and a theme's header without a
// picture.
function isBlank(field: Field, key: string, value: FrontMatterValue): boolean {
  if (key === "header" || key === "images" || key === "photos") return readImage(value) === undefined;
  if (typeof value !== "string") return false;
  if (field === "date" && (readSwitch(value) !== undefined || (key === "published" && !/\d/.test(value)))) return true; // Jekyll's `published: false`
  if (field === "permalink" && /^[^?]*\/?\?(?:p|page_id)=\d+/.test(value)) return true;
  return (switches.has(field) && /^(?:true|false)$/i.test(value)) || /^0000-00-00/.test(value);
}
