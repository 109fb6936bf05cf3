import { JSONParser } from "@streamparser/json";
import type { Author } from "../content/entry.ts";
import type { ImportedEntry } from "./imported-entry.ts";
import { htmlOfText, oneLine } from "./plain-text.ts";

/** A row of a table of Ghost's database. */
type Row = Readonly<Record<string, unknown>>;

/** What posts refer to, by the posts' ids. */
interface Tables {
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly authors: ReadonlyMap<string, readonly Author[]>;
  readonly meta: ReadonlyMap<string, Row>;
}

/** Whether a document that begins so is a Ghost export (JSON of its database). */
export function isGhostExport(start: string): boolean {
  return /^\s*\{/.test(start) && /"exported_on"\s*:/.test(start);
}

/**
 * Reads the posts of a Ghost export. It is read twice, since the tables that join tags and authors to posts stand behind them.
 * @param read the document from its beginning
 * @param siteUrl what Ghost writes `__GHOST_URL__` for
 * @param note takes what is wrong with it
 * @throws Error where it is no JSON
 */
export async function* ghostEntries(
  read: () => AsyncIterable<string>,
  siteUrl: string,
  note: (text: string) => void,
): AsyncGenerator<ImportedEntry> {
  const tables = await readTables(read);
  let count = 0;
  for await (const { row } of rows(read(), ["posts"])) {
    count++;
    yield ghostEntry(row, tables, siteUrl);
  }
  if (count === 0) note("Cannot find entries: the export has no posts");
}

const small = ["tags", "posts_tags", "users", "posts_authors", "posts_meta"];

async function readTables(read: () => AsyncIterable<string>): Promise<Tables> {
  const found = new Map<string, Row[]>(small.map((table) => [table, []]));
  for await (const { row, table } of rows(read(), small)) found.get(table)?.push(row);
  const of = (table: string) => found.get(table) ?? [];
  // Tags such as #newsletter are Ghost's own notes, which no reader sees.
  const tags = new Map(of("tags").flatMap((tag) => (isInternal(tag) ? [] : [[idOf(tag), text(tag["name"]) ?? ""]])));
  const authors = new Map(of("users").map((user) => [idOf(user), authorOf(user)]));
  return {
    tags: joined(of("posts_tags"), "tag_id", tags),
    authors: joined(of("posts_authors"), "author_id", authors),
    meta: new Map(of("posts_meta").map((row) => [String(row["post_id"]), row])),
  };
}

function joined<T>(joins: readonly Row[], key: string, values: ReadonlyMap<string, T>): Map<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const row of [...joins].sort((a, b) => Number(a["sort_order"] ?? 0) - Number(b["sort_order"] ?? 0))) {
    const value = values.get(String(row[key]));
    const post = String(row["post_id"]);
    if (value !== undefined) found.set(post, [...(found.get(post) ?? []), value]);
  }
  return found;
}

// Tables stand in `db[0].data`, or before Ghost 0.5 in `data`.
async function* rows(chunks: AsyncIterable<string>, tables: readonly string[]): AsyncGenerator<{ table: string; row: Row }> {
  const parser = new JSONParser({ keepStack: false, paths: tables.flatMap((table) => [`$.db.*.data.${table}.*`, `$.data.${table}.*`]) });
  let read: { table: string; row: Row }[] = [];
  let failure: Error | undefined;
  parser.onValue = ({ stack, value }) => {
    const table = stack.findLast(({ key }) => typeof key === "string")?.key;
    if (typeof value === "object" && value !== null) read.push({ table: String(table), row: value as Row });
  };
  parser.onError = (error) => {
    failure ??= error;
  };
  for await (const chunk of chunks) {
    parser.write(chunk);
    if (failure !== undefined) throw new Error(`Cannot read the export: it is no JSON (${failure.message})`);
    yield* read;
    read = [];
  }
  if (!parser.isEnded) throw new Error("Cannot read the export: it ends in the middle");
}

function ghostEntry(post: Row, { authors, meta, tags }: Tables, siteUrl: string): ImportedEntry {
  const id = idOf(post);
  const slug = text(post["slug"]);
  const reason = whyDraft(post);
  const own = (value: unknown) => text(value)?.replaceAll("__GHOST_URL__", siteUrl);
  const image = own(post["feature_image"]) ?? own(post["image"]);
  const { html, notes } = contentOf(post, own);
  return {
    id: /^[0-9a-f]{24}$/.test(id) ? id : (text(post["uuid"]) ?? id), // numbers before Ghost 1.0, and UUIDs in its feeds
    title: oneLine(text(post["title"]) ?? ""),
    link: slug === undefined || siteUrl === "" ? undefined : `${siteUrl}/${slug}/`,
    published: dateOf(post["published_at"]),
    updated: dateOf(post["updated_at"]),
    authors: authors.get(id) ?? [],
    categories: tags.get(id) ?? [],
    summary: text(post["custom_excerpt"]),
    content: html,
    base: siteUrl === "" ? undefined : `${siteUrl}/`,
    image: image === undefined ? undefined : { url: image, alt: text(meta.get(id)?.["feature_image_alt"]) },
    language: text(post["locale"]),
    draft: reason !== undefined,
    aliases: [],
    notes: [...(reason === undefined || reason === "" ? [] : [reason]), ...notes],
  };
}

// Undefined: it is public. Empty: it was a draft, and nobody has to be told.
function whyDraft({ page, status, type, visibility }: Row): string | undefined {
  if (status === "sent") return "It was sent by mail and never on the site: it was kept as a draft";
  if (status !== "published" && status !== "scheduled") return "";
  if (type === "page" || page === 1 || page === true)
    return 'It was a page, which is in no feed of posts: it was kept as a draft; take out "draft: true" to publish it';
  if (visibility === undefined || visibility === null || visibility === "public") return undefined;
  return `It was for ${visibility === "paid" ? "paying" : "some"} members only, which nothing here is: it was kept as a draft`;
}

// Before Ghost has drawn a post, its text stands in the format of its editor alone.
function contentOf(post: Row, own: (value: unknown) => string | undefined): { html: string; notes: string[] } {
  const html = own(post["html"]);
  if (html !== undefined) return { html, notes: [] };
  const plain = own(post["plaintext"]);
  const isEmpty = plain === undefined && text(post["lexical"]) === undefined && text(post["mobiledoc"]) === undefined;
  const note = "The export has no HTML of it, but the text without its pictures and links: copy those, or export it again";
  return { html: htmlOfText(plain ?? ""), notes: isEmpty ? [] : [note] };
}

function authorOf(user: Row): Author {
  return { name: oneLine(text(user["name"]) ?? text(user["slug"]) ?? ""), url: text(user["website"]) }; // the address is nobody's business
}

function isInternal({ name, visibility }: Row): boolean {
  return visibility === "internal" || String(name).startsWith("#");
}

function idOf({ id }: Row): string {
  return String(id);
}

// ISO 8601, or milliseconds since 1970 in old exports.
function dateOf(value: unknown): string | undefined {
  return typeof value === "number" ? new Date(value).toISOString() : text(value);
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
