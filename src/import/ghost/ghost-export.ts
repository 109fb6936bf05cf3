import { oneLine } from "../../base/one-line.ts";
import { documentStart } from "../../feed-parser/document-start.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { htmlOfText } from "../../feed-parser/plain-text.ts";
import { readableEntry } from "../../feed-parser/readable-entry.ts";
import { canonicalNotes } from "../hidden-parts/canonical-notes.ts";
import { allHiddenNote } from "../hidden-parts/hidden-notes.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { cellText, type Row, readRows, rowId } from "./ghost-rows.ts";
import { type GhostTables, readTables } from "./ghost-tables.ts";
import { type ShownContent, shownContent } from "./shown-content.ts";

const tablesStart = /^\s*\{\s*(?:"meta"\s*:\s*\{[^{}]*\}\s*,\s*)?"(?:db"\s*:\s*\[|data"\s*:\s*\{)/;

/** Returns whether the beginning of a document is that of a Ghost export (JSON of its database). Tools write exports without `exported_on`. */
export function isGhostExport(start: string): boolean {
  return /^\s*\{/.test(start) && (/"exported_on"\s*:/.test(start) || tablesStart.test(start));
}

/**
 * Reads the posts of a Ghost export. It reads the document twice, because the tables that join tags and authors follow the posts.
 * @param read returns the document from its beginning
 * @param siteUrl replaces `__GHOST_URL__`
 * @param note receives the faults of the document
 * @param offer receives the settings of the site, before the first entry
 * @throws LimitError before the first entry
 * @throws Error if the document is not JSON
 */
export async function* ghostEntries(
  read: () => AsyncIterable<string>,
  siteUrl: string,
  note: (text: string) => void,
  offer: (settings: OldSettings) => void = () => {},
): AsyncGenerator<ParsedEntry> {
  const hasDatabases = /"db"\s*:\s*\[/.test(await documentStart(read()));
  const tables = await readTables(read(), hasDatabases);
  offer(tables.settings);
  let count = 0;
  for await (const { row } of readRows(read(), ["posts"], hasDatabases)) {
    count++;
    yield readableEntry(cellText(row["title"]), () => ghostEntry(row, tables, siteUrl));
  }
  if (count === 0) note("Cannot find entries: the export has no posts");
}

function ghostEntry(post: Row, { authors, pictureWords, tags }: GhostTables, siteUrl: string): ParsedEntry {
  const id = rowId(post);
  const slug = cellText(post["slug"]);
  const own = (value: unknown) => cellText(value)?.replaceAll("__GHOST_URL__", siteUrl);
  const image = own(post["feature_image"]) ?? own(post["image"]);
  const { alt, caption } = pictureWords.get(id) ?? {};
  const content = contentOf(post, own);
  const reason = whyDraft(post, content);
  return {
    id: /^[0-9a-f]{24}$/.test(id) ? id : (cellText(post["uuid"]) ?? id), // numbers before Ghost 1.0, and UUIDs in its feeds
    title: oneLine(cellText(post["title"]) ?? ""),
    link: slug === undefined || siteUrl === "" ? undefined : `${siteUrl}/${slug}/`,
    path: slug === undefined ? undefined : `/${slug}/`,
    published: dateOf(post["published_at"]),
    updated: dateOf(post["updated_at"]),
    authors: authors.get(id) ?? [],
    categories: tags.get(id) ?? [],
    summary: cellText(post["custom_excerpt"]),
    content: content.html,
    base: siteUrl === "" ? undefined : `${siteUrl}/`,
    image: image === undefined ? undefined : { url: image, alt, caption: own(caption) },
    language: cellText(post["locale"]),
    draft: reason !== undefined,
    ...(isPage(post) && { unlisted: true }),
    aliases: [],
    notes: [
      ...(reason === undefined || reason === "" ? [] : [reason]),
      ...canonicalNotes(own(post["canonical_url"]), siteUrl),
      ...content.notes,
    ],
  };
}

// Undefined: it is public. Empty: it was a draft, which needs no note.
function whyDraft({ status, visibility }: Row, { isAllHidden, isBeforePaywall }: ShownContent): string | undefined {
  if (status === "sent") return "It was sent by mail and never on the site: it was kept as a draft";
  if (status !== "published" && status !== "scheduled") return "";
  if (isPublic(visibility) || isBeforePaywall) return isAllHidden ? allHiddenNote : undefined;
  return `It was for ${visibility === "paid" ? "paying" : "some"} members only, which is not supported here: it was kept as a draft`;
}

function isPublic(visibility: unknown): boolean {
  return visibility === undefined || visibility === null || visibility === "public";
}

function isPage({ page, type }: Row): boolean {
  return type === "page" || page === 1 || page === true;
}

// Until Ghost has rendered a post, the export has its text only in the editor's format.
function contentOf(post: Row, own: (value: unknown) => string | undefined): ShownContent {
  const html = own(post["html"]);
  if (html !== undefined) return shownContent(html, isPublic(post["visibility"]));
  const plain = own(post["plaintext"]);
  const editorText = cellText(post["lexical"]) ?? cellText(post["mobiledoc"]);
  const isEmpty = plain === undefined && editorText === undefined;
  const note = "The export contains its text without HTML, pictures and links: copy those, or export it again";
  const isAllHidden = editorText !== undefined && hidesCard.test(editorText); // the plain text does not show which part it is
  return { html: htmlOfText(plain ?? ""), notes: isEmpty ? [] : [note], isAllHidden };
}

// A card of Lexical that is shown only to members.
const hidesCard = /"nonMember"\s{0,9}:\s{0,9}false/;

// ISO 8601, or milliseconds since 1970 in old exports.
function dateOf(value: unknown): string | undefined {
  if (typeof value !== "number") return cellText(value);
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString();
}
