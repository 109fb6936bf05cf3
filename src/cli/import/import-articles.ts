import { basename, dirname } from "node:path";
import { plural } from "../../base/plural.ts";
import { truncate } from "../../base/truncate.ts";
import { isArticle, isLeftOutFolder } from "../../build/source/article-path.ts";
import { maxArticleBytes } from "../../build/source/decode-article.ts";
import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { collectFault } from "../../files/collect-fault.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { createFile } from "../../files/create-file.ts";
import { concernsOneFile, describeFailure, Failure, isSystemError } from "../../files/failure.ts";
import { readStart } from "../../files/file-content.ts";
import type { AttachedFile } from "../../import/attached-file.ts";
import { checkArticle } from "../../import/check-article.ts";
import { DroppedCounts } from "../../import/dropped-counts.ts";
import { ExistingArticles } from "../../import/existing-articles.ts";
import type { Concern, ImportResult } from "../../import/import-report.ts";
import type { ImportedSite } from "../../import/old-site/imported-site.ts";
import { mainAuthor } from "../../import/old-site/main-author.ts";
import { type OfferedSettings, offerSettings, type Settings } from "../../import/old-site/offer-settings.ts";
import { type ImportOptions, type PreparedEntry, prepareEntry } from "../../import/prepared-entry.ts";
import type { OldSettings } from "../../import/site-rules/old-site.ts";
import { LimitError } from "../../limits/limit-error.ts";
import type { Site } from "../../settings/site-settings.ts";
import { ArchiveBudget, type ArchiveLimits } from "./archive-budget.ts";
import type { AskForDate } from "./ask-for-date.ts";
import { copySite } from "./copy-site.ts";
import { DocumentReader } from "./document-reader.ts";
import { exportEntries } from "./export-entries.ts";
import { ExportUploads } from "./export-uploads.ts";
import { ExportInFolder } from "./folder-exports.ts";
import { openSite } from "./site-folder.ts";
import { sourceEntries } from "./source-entries.ts";
import { withSettings } from "./with-settings.ts";

/** The options of an import. */
export interface ImportArticlesOptions extends ImportOptions {
  /** The articles folder; created if it does not exist. */
  readonly folder: string;
  /** True to write nothing. */
  readonly isDryRun: boolean;
  /** The limits of reading archives. */
  readonly archiveLimits?: Partial<ArchiveLimits>;
  /** Reads the documents, and remains open; by default a reader of this import alone. */
  readonly reader?: DocumentReader;
  /** Called for a text or a web page without a date. */
  readonly askForDate?: AskForDate | undefined;
  /** The `[vars.SITE]` table as it is written, without defaults. */
  readonly written?: Settings;
  /** Called with the number of entries so far. */
  readonly onProgress?: (count: number) => void;
}

/** Writes the entries of files, folders and URLs as articles, each as soon as it is read. Existing files are kept. */
export async function importArticles(sources: readonly string[], options: ImportArticlesOptions): Promise<ImportResult> {
  const { reader = new DocumentReader() } = options;
  try {
    return await importSources(sources, reader, options);
  } finally {
    if (reader !== options.reader) reader.close();
  }
}

async function importSources(sources: readonly string[], reader: DocumentReader, options: ImportArticlesOptions): Promise<ImportResult> {
  const existing = await readExisting(options);
  const concerns: Concern[] = [];
  const written: string[] = [];
  let [there, leftOut, sourcesRead, media] = [0, 0, 0, 0];
  const sites: ImportedSite[] = [];
  const offers: OfferedSettings[] = [];
  const budget = new ArchiveBudget(options.archiveLimits);
  const note = (from: string, text: string, isIncomplete = false) =>
    concerns.push({ from, note: brief(text), ...(isIncomplete && { isIncomplete }) });
  for (const from of sources) {
    const before = written.length;
    try {
      const site = openSite(from);
      const report = (text: string) => note(from, text);
      const { url: siteUrl } = options.site;
      let old: OldSettings | undefined;
      const offer = (settings: OldSettings) => {
        old = settings;
      };
      const readFile = (path: string) => sourceEntries(path, { siteUrl, reader, budget, note, askForDate: options.askForDate, offer });
      const exported = site === undefined ? readFile(from) : exportEntries(site, siteUrl, report, offer);
      const copied =
        site === undefined || exported !== undefined ? undefined : await copySite(site, { ...options, existing }).catch(exportOf);
      const entries = typeof copied === "string" ? readFile(copied) : exported;
      if (entries !== undefined) {
        const path = typeof copied === "string" ? copied : site === undefined && !/^https?:/i.test(from) ? from : undefined;
        const uploads = path === undefined ? undefined : new ExportUploads(from, site === undefined ? dirname(path) : from, path, options);
        const bring: Bring = (entry, { url }) => uploads?.bring(entry, { base: old?.url ?? url, idBase: url }) ?? entry;
        const authors = await importEntries(from, entries, () => withOffer(old), bring);
        for (const [path, reason] of site?.faults ?? [])
          concerns.push({ from, entry: path, note: `Left out: ${reason}`, isIncomplete: true });
        concerns.push(...(uploads?.describe() ?? []));
        media += uploads?.copied ?? 0;
        if (old !== undefined)
          offers.push(offerSettings(old, undefined, options.written ?? {}, { author: mainAuthor(authors), name: nameOfSource(from) }));
      } else if (site !== undefined && typeof copied === "object") {
        written.push(...copied.articles);
        concerns.push(...copied.concerns);
        there += copied.there;
        leftOut += copied.leftOut;
        media += copied.media.length;
        if (!site.isFile) sites.push(copied.report);
      }
      sourcesRead++;
    } catch (error) {
      if (error instanceof Failure && !concernsOneFile(error)) throw error;
      const count = written.length - before;
      note(
        from,
        `${reasonOf(error)}${count === 0 ? "" : `; ${plural(count, "entry", "entries")} before it ${count === 1 ? "was" : "were"} imported`}`,
        true,
      );
    }
  }
  return { written, there, leftOut, sourcesRead, concerns, media, sites, offers };

  // Articles are written for the settings that the export offers.
  function withOffer(old: OldSettings | undefined): Site {
    return old === undefined ? options.site : withSettings(options.site, offerSettings(old, undefined, options.written ?? {}).complete);
  }

  async function importEntries(
    from: string,
    entries: Iterable<ParsedEntry> | AsyncIterable<ParsedEntry>,
    siteOf: () => Site,
    bring: Bring,
  ): Promise<string[][]> {
    const authors: string[][] = [];
    let site: Site | undefined;
    const dropped = new DroppedCounts();
    for await (const entry of entries) {
      site ??= siteOf();
      dropped.add(entry);
      if (entry.unlisted !== true) authors.push(entry.authors.map(({ name }) => name));
      const concern = (note: string, file?: string) => concerns.push({ from, entry: nameOf(entry), file, note: brief(note) });
      const placed = write(await place(entry, existing, { ...options, site }, bring).catch(concernOf), options);
      if (placed.outcome === "there") there++;
      else if (placed.outcome === "new") {
        written.push(placed.source);
        for (const note of placed.notes) concern(note, placed.source);
      } else {
        leftOut++;
        concern("note" in placed ? placed.note : reasons[placed.outcome]);
      }
      options.onProgress?.(written.length + there + leftOut);
    }
    for (const text of dropped.describe()) concerns.push({ from, note: brief(text) });
    return authors;
  }
}

// The only export in a folder is what its owner means.
function exportOf(error: unknown): string {
  if (error instanceof ExportInFolder) return error.path;
  throw error;
}

const reasons = {
  twice: "Left out: an entry before it has the same id",
  empty: "Left out: it has neither a title nor a text",
} as const;

// Copies the uploaded files of an entry, and leads its references to the copies.
type Bring = (entry: PreparedEntry, site: Site) => PreparedEntry;

async function place(entry: ParsedEntry, existing: ExistingArticles, options: ImportOptions, bring: Bring) {
  if (entry.refusal !== undefined) return leftOutFor(entry.refusal);
  const placed = existing.planFile(bring(await prepareEntry(entry, options), options.site));
  if (placed.outcome === "new") await checkArticle(placed, options);
  return placed;
}

function concernOf(error: unknown) {
  if (error instanceof LimitError) return leftOutFor(error.message);
  if (error instanceof RangeError) return leftOutFor("its content is nested too deeply"); // parsers are recursive
  throw error;
}

function leftOutFor(reason: string): { readonly outcome: "failed"; readonly note: string } {
  return { outcome: "failed", note: `Left out: ${reason}` };
}

function nameOfSource(from: string): string {
  return basename(URL.parse(from)?.pathname ?? from).replace(/\..*$/s, "");
}

function reasonOf(error: unknown): string {
  if (error instanceof LimitError) return `Cannot read it: ${error.message}`;
  if (error instanceof RangeError) return "Cannot read it: its content is nested too deeply";
  return describeFailure(error) ?? (error as Error).message;
}

const maxNameLength = 200; // UTF-16 units
const maxNoteLength = 1000;

function nameOf({ id, link, title }: ParsedEntry): string {
  const name = title || id || link || "an entry without a title";
  return truncate(name.slice(0, maxNameLength * 2), maxNameLength);
}

// There may be a note for each entry.
function brief(note: string): string {
  return note.length <= maxNoteLength ? note : `${note.slice(0, maxNoteLength)}…`;
}

// One after the other, since a folder may be larger than memory.
async function readExisting(options: ImportArticlesOptions): Promise<ExistingArticles> {
  const existing = new ExistingArticles(options);
  const files = ContentFolder.open(options.folder);
  const list = files?.list(isLeftOutFolder);
  const faults = new Map(list?.faults);
  for (const file of list?.files ?? []) {
    if (!isArticle(file.path)) continue;
    const text = collectFault(faults, file.path, () => files?.open(file, (open) => readStart(open, maxArticleBytes).toString()));
    if (text !== undefined) await existing.add({ source: file.path, text });
  }
  for (const source of [...faults.keys()].filter(isArticle)) await existing.add({ source, text: "" }); // the name is taken
  return existing;
}

// Returns a note if it cannot be written.
function writeAttachedFile(folder: string, { bytes, path }: AttachedFile): string[] {
  try {
    createFile(folder, path, bytes);
    return [];
  } catch (error) {
    if (!concernsOneFile(error)) throw error;
    return [`Cannot keep its file ${path}: ${error.message}`];
  }
}

type Placed = Awaited<ReturnType<typeof place>> | ReturnType<typeof concernOf>;

function write(placed: Placed, { folder, isDryRun }: ImportArticlesOptions): Placed {
  if (isDryRun || placed.outcome !== "new") return placed;
  try {
    createFile(folder, placed.source, placed.text);
    return { ...placed, notes: [...placed.notes, ...placed.files.flatMap((file) => writeAttachedFile(folder, file))] };
  } catch (error) {
    if (!concernsOneFile(error)) throw error;
    const isTaken = isSystemError(error.cause) && error.cause.code === "EEXIST";
    return leftOutFor(isTaken ? `${placed.source} exists already, perhaps from an import that ran at the same time` : error.message);
  }
}
