import { oneLine } from "../../base/one-line.ts";
import { checkEntryCount } from "../../feed-parser/entry-limits.ts";
import type { ImportedImage } from "../../feed-parser/parsed-entry.ts";
import { LimitError, shown, splitIt } from "../../limits/limit-error.ts";
import type { Author } from "../../model/entry.ts";
import { languageIn, timezoneSettings } from "../configuration/site-url.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { cellText, type Row, readRows, rowId } from "./ghost-rows.ts";

/** The tags, authors and words of pictures of a Ghost export, by the ids of the posts. */
export interface GhostTables {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly authors: ReadonlyMap<string, readonly Author[]>;
  readonly pictureWords: ReadonlyMap<string, Pick<ImportedImage, "alt" | "caption">>;
  readonly settings: OldSettings;
}

// Only these columns are kept in memory.
const columns: Readonly<Record<string, readonly string[]>> = {
  tags: ["id", "name", "visibility"],
  posts_tags: ["post_id", "tag_id", "sort_order"],
  users: ["id", "name", "slug", "website"],
  posts_authors: ["post_id", "author_id", "sort_order"],
  posts_meta: ["post_id", "feature_image_alt", "feature_image_caption"],
  settings: ["key", "value"],
};
const maxRows = 1_000_000;
const maxCellLength = 2000; // UTF-16 units

/**
 * Reads the tables that posts refer to, and counts the posts.
 * @throws LimitError
 */
export async function readTables(chunks: AsyncIterable<string>, hasDatabases: boolean): Promise<GhostTables> {
  const found = new Map<string, Row[]>(Object.keys(columns).map((table) => [table, []]));
  let [kept, posts] = [0, 0];
  for await (const { row, table } of readRows(chunks, [...found.keys(), "posts"], hasDatabases)) {
    if (table === "posts") checkEntryCount(++posts);
    else if (++kept > maxRows) throw new LimitError(`its tables have more than ${shown(maxRows)} rows`, splitIt);
    else found.get(table)?.push(keptColumns(row, columns[table] ?? []));
  }
  const of = (table: string) => found.get(table) ?? [];
  // Ghost keeps tags such as #newsletter internal; readers never see them.
  const tags = new Map(of("tags").flatMap((tag) => (isInternal(tag) ? [] : [[rowId(tag), cellText(tag["name"]) ?? ""]])));
  const authors = new Map(of("users").map((user) => [rowId(user), authorOf(user)]));
  return {
    tags: joined(of("posts_tags"), "tag_id", tags),
    authors: joined(of("posts_authors"), "author_id", authors),
    pictureWords: new Map(of("posts_meta").map((row) => [String(row["post_id"]), pictureWordsIn(row)])),
    settings: settingsIn(of("settings")),
  };
}

// Names of Ghost 4 and later, then those of older exports.
function settingsIn(rows: readonly Row[]): OldSettings {
  const values = new Map(rows.map(({ key, value }) => [key, cellText(value)]));
  const first = (...keys: readonly string[]) => keys.map((key) => values.get(key)).find((value) => value !== undefined);
  return {
    title: first("title"),
    description: first("description"),
    language: languageIn(first("locale", "lang", "default_locale")),
    ...timezoneSettings(first("timezone", "active_timezone", "activeTimezone"), "the export"),
  };
}

function pictureWordsIn(row: Row): Pick<ImportedImage, "alt" | "caption"> {
  return { alt: cellText(row["feature_image_alt"]), caption: cellText(row["feature_image_caption"]) };
}

function keptColumns(row: Row, names: readonly string[]): Row {
  const kept: Record<string, unknown> = {};
  for (const name of names) if (isKept(row[name])) kept[name] = row[name];
  return kept;
}

function isKept(value: unknown): boolean {
  return value !== undefined && typeof value !== "object" && String(value).length <= maxCellLength;
}

function joined<T>(joins: readonly Row[], key: string, values: ReadonlyMap<string, T>): Map<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of [...joins].sort((a, b) => Number(a["sort_order"] ?? 0) - Number(b["sort_order"] ?? 0))) {
    const value = values.get(String(row[key]));
    const post = String(row["post_id"]);
    const list = found.get(post);
    if (value === undefined) continue;
    if (list === undefined) found.set(post, [value]);
    else list.push(value);
  }
  return found;
}

function authorOf(user: Row): Author {
  return { name: oneLine(cellText(user["name"]) ?? cellText(user["slug"]) ?? ""), url: cellText(user["website"]) }; // the e-mail address is private
}

function isInternal({ name, visibility }: Row): boolean {
  return visibility === "internal" || String(name).startsWith("#");
}
