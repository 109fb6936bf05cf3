import { oneLine } from "../../base/one-line.ts";
import { plural } from "../../base/plural.ts";
import { EntryUrls } from "../../feed-parser/entry-urls.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { readableEntry } from "../../feed-parser/readable-entry.ts";
import { checkContent } from "../../limits/content-limits.ts";
import { parseCsv } from "../configuration/parse-csv.ts";
import { allHiddenNote } from "../hidden-parts/hidden-notes.ts";
import type { OldSettings, SiteFolder } from "../site-rules/old-site.ts";
import { isForEveryone, type ShownText, shownText } from "./shown-text.ts";
import { SubstackLinks } from "./substack-links.ts";
import { withoutForms } from "./without-forms.ts";

const table = /(?:^|\/)posts\.csv$/;

/** Returns whether a folder is an unpacked export of Substack. */
export function isSubstackExport({ paths, read }: SiteFolder): boolean {
  const path = paths.find((each) => table.test(each));
  return path !== undefined && /^\uFEFF?"?post_id"?,/.test(read(path) ?? "");
}

/**
 * Reads the posts of an unpacked export of Substack: a table with a row for each post, and files with their texts.
 * @param siteUrl the URL of the new site; the export does not contain that of the old one, only its name on substack.com
 * @param note receives the facts that the user should know
 * @param offer receives the settings of the site, before the first entry
 */
export function* substackEntries(
  folder: SiteFolder,
  siteUrl: string,
  note: (text: string) => void,
  offer: (settings: OldSettings) => void = () => {},
): Generator<ParsedEntry> {
  const path = folder.paths.find((each) => table.test(each)) ?? "";
  const root = path.replace(table, "");
  const files = folder.paths.filter((each) => /(?:^|\/)posts\/[^/]+\.html$/.test(each));
  const known = new Map(files.map((file) => [file.slice(file.lastIndexOf("/") + 1, -".html".length), file]));
  const name = nameOf(folder);
  offer({ title: name });
  const origin = siteUrl !== "" ? siteUrl : name === undefined ? undefined : `https://${name}.substack.com`;
  if (siteUrl === "")
    note(`The ids are those of ${origin ?? "no site"}: if the old site had a domain of its own, set url to it and import again`);
  const rows = parseCsv(folder.read(path) ?? "");
  const parse = (row: Row) => readableEntry(row["title"], () => substackEntry(row, textOf(row), origin));
  const textOf = (row: Row) => folder.read(known.get(row["post_id"] ?? "") ?? "");
  const hosts = new Set([URL.parse(siteUrl)?.host, name && `${name}.substack.com`].filter((host) => host !== undefined));
  const links = new SubstackLinks(name, hosts);
  for (const row of rows) links.add(parse(row));
  for (const row of rows) yield links.leadTo(parse(row));
  for (const row of rows) known.delete(row["post_id"] ?? "");
  if (known.size > 0)
    note(`Left out ${plural(known.size, "text")} that posts.csv does not list: ${[...known.values()].slice(0, 3).join(", ")}`);
  const others = folder.paths.filter((each) => each !== path && !files.includes(each) && each.startsWith(root));
  if (others.length > 0)
    note(`Left out ${plural(others.length, "other file")} of the export of Substack: subscribers, deliveries and opens`);
}

type Row = Readonly<Record<string, string>>;

// `email_list.lighthouse.csv`
function nameOf({ paths }: SiteFolder): string | undefined {
  return paths.map((path) => /(?:^|\/)email_list\.([a-z\d-]{1,63})\.csv$/.exec(path)?.[1]).find((name) => name !== undefined);
}

function substackEntry(row: Row, html: string | undefined, origin: string | undefined): ParsedEntry {
  checkContent(html ?? "");
  const slug = (row["post_id"] ?? "").replace(/^\d+\.?/, "");
  const path = slug === "" ? undefined : `/p/${slug}`;
  const link = path === undefined || origin === undefined ? undefined : origin + path;
  const urls = new EntryUrls();
  const shown = shownText(withoutForms(html ?? ""), row);
  const recording = shown.isBeforePaywall ? undefined : urls.read("recording", row["podcast_url"]);
  const enclosure = recording === undefined ? undefined : { url: recording, type: "audio/mpeg" };
  const isMissing = (html ?? "").trim() === "" && enclosure === undefined;
  const reasons = isMissing
    ? [`Its text posts/${row["post_id"] ?? ""}.html is missing or empty: it was kept as a draft`]
    : whyDraft(row, shown);
  return {
    id: link,
    title: oneLine(row["title"] ?? ""),
    link,
    path,
    published: row["post_date"] || undefined,
    authors: [],
    categories: [],
    summary: row["subtitle"] || undefined,
    content: shown.html,
    enclosure,
    draft: reasons !== undefined,
    ...(row["type"] === "page" && { unlisted: true }),
    aliases: [],
    notes: [...(reasons ?? []), ...shown.notes, ...urls.notes],
  };
}

// Undefined: it is public. Empty: it was a draft, which needs no note.
function whyDraft(row: Row, { isAllHidden, isBeforePaywall }: ShownText): string[] | undefined {
  const { audience, is_published: published, type } = row;
  if (!/^(?:true|t|1)$/i.test(published ?? "")) return [];
  if (type === "adhoc_email") return ["It was sent by mail and never on the site: it was kept as a draft"];
  if (isForEveryone(audience) || isBeforePaywall) return isAllHidden ? [allHiddenNote] : undefined;
  const readers = audience === "only_paid" || audience === "founding" ? "paying" : "some";
  return [`It was for ${readers} members only, which is not supported here: it was kept as a draft`];
}
