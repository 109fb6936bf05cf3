import { basename } from "node:path";
import { truncate } from "../../base/truncate.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { DroppedCounts } from "../../import/dropped-counts.ts";
import { mainAuthor } from "../../import/offered-settings/main-author.ts";
import { offerSettings } from "../../import/offered-settings/offer-settings.ts";
import type { OldSettings } from "../../import/site-rules/old-site.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { ExportUploads } from "./export-uploads.ts";
import type { ImportContext } from "./import-context.ts";
import { withSettings } from "./with-settings.ts";
import { writeEntry } from "./write-entry.ts";

/** The entries of a document or of an export. */
export interface EntrySource {
  /** The source as the user named it. */
  readonly from: string;
  readonly entries: Iterable<ParsedEntry> | AsyncIterable<ParsedEntry>;
  /** Returns the settings that come with the entries. They are known once the first entry has been read. */
  readonly settings: () => OldSettings | undefined;
  /** The uploaded files next to an export. */
  readonly uploads?: ExportUploads | undefined;
}

/** Writes entries as articles, each as soon as it is read, and offers the settings that come with them. */
export async function importEntries({ entries, from, settings, uploads }: EntrySource, context: ImportContext): Promise<void> {
  const { tally } = context;
  const authors: string[][] = [];
  const dropped = new DroppedCounts();
  const hasOthers = context.existing.hasOthersThan(new Set());
  let site: Site | undefined;
  for await (const entry of entries) {
    site ??= siteFor(settings(), context, hasOthers);
    dropped.add(entry);
    if (entry.unlisted !== true) authors.push(entry.authors.map(({ name }) => name));
    await importEntry(from, entry, { ...context, site }, { settings: settings(), uploads });
    context.onProgress?.(tally.entries);
  }
  for (const note of dropped.describe()) tally.note(from, note);
  if (uploads !== undefined) {
    for (const concern of uploads.describe()) tally.report(concern);
    tally.media += uploads.copied;
  }
  const old = settings();
  if (old !== undefined)
    tally.offers.push(
      offerSettings(old, undefined, context.settings ?? {}, { author: mainAuthor(authors), name: nameOfSource(from), hasOthers }),
    );
}

// Articles are written for the settings that their source offers.
function siteFor(old: OldSettings | undefined, { settings = {}, site }: ImportContext, hasOthers: boolean): Site {
  return old === undefined ? site : withSettings(site, offerSettings(old, undefined, settings, { hasOthers }).complete);
}

async function importEntry(
  from: string,
  entry: ParsedEntry,
  context: ImportContext,
  { settings, uploads }: { readonly settings: OldSettings | undefined; readonly uploads: ExportUploads | undefined },
): Promise<void> {
  const { site, tally } = context;
  const oldUrls = { base: settings?.url ?? site.url, idBase: site.url };
  const written = await writeEntry(entry, { ...context, copyUploads: (prepared) => uploads?.copy(prepared, oldUrls) ?? prepared });
  if (written.outcome === "existing") tally.existing++;
  else if (written.outcome === "new") {
    tally.written.push(written.source);
    for (const note of written.notes) tally.report({ from, entry: nameOf(entry), file: written.source, note });
  } else {
    tally.leftOut++;
    tally.report({ from, entry: nameOf(entry), note: `Left out: ${written.reason}` });
  }
}

const maxNameLength = 200; // UTF-16 units

function nameOf({ id, link, title }: ParsedEntry): string {
  const name = title || id || link || "an entry without a title";
  return truncate(name.slice(0, maxNameLength * 2), maxNameLength);
}

function nameOfSource(from: string): string {
  return basename(URL.parse(from)?.pathname ?? from).replace(/\..*$/s, "");
}
