import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expandPattern } from "../content/permalink-pattern.ts";
import type { Concern, ImportResult } from "../import/import-report.ts";
import type { ImportedEntry } from "../import/imported-entry.ts";
import { type ImportOptions, prepareEntry } from "../import/prepared-entry.ts";
import { Shelf } from "../import/shelf.ts";
import type { Site } from "../site.ts";
import { filesIn, isArticle } from "./article-files.ts";
import { copySite } from "./copy-site.ts";
import { openSite } from "./site-folder.ts";
import { sourceEntries } from "./source-entries.ts";

/** What an import is to do. */
export interface ImportArticlesOptions extends ImportOptions {
  /** The articles folder; made where it is not there. */
  readonly folder: string;
  /** Whether nothing is to be written. */
  readonly isDryRun: boolean;
  /** Gets the number of entries that came so far. */
  readonly onProgress?: (count: number) => void;
}

/** Writes the entries of files, folders and URLs as articles, each as soon as it is read. What is there already is left as it is. */
export async function importArticles(sources: readonly string[], options: ImportArticlesOptions): Promise<ImportResult> {
  const shelf = await openShelf(options);
  const concerns: Concern[] = [];
  const written: string[] = [];
  let [there, leftOut, sourcesRead, media] = [0, 0, 0, 0];
  let settings: Readonly<Record<string, string>> = {};
  for (const from of sources) {
    try {
      const site = openSite(from);
      if (site === undefined) await importEntries(from);
      else {
        const copied = await copySite(site.root, site, { ...options, shelf });
        written.push(...copied.articles);
        concerns.push(...copied.concerns);
        there += copied.there;
        leftOut += copied.leftOut;
        media += copied.media.length;
        settings = copied.settings;
      }
      sourcesRead++;
    } catch (error) {
      concerns.push({ from, note: error instanceof RangeError ? concernOf(error).note : (error as Error).message });
    }
  }
  return { written, there, leftOut, sourcesRead, concerns, media, settings: notSetYet(settings, options.site) };

  async function importEntries(from: string): Promise<void> {
    for await (const entry of sourceEntries(from, options.site.url, (document, note) => concerns.push({ from: document, note }))) {
      const concern = (note: string, file?: string) => concerns.push({ from, entry: nameOf(entry), file, note });
      const placed = await place(entry, shelf, options).catch(concernOf);
      if (placed.outcome === "there") there++;
      else if (placed.outcome === "new") {
        write(placed, options);
        written.push(placed.source);
        for (const note of placed.notes) concern(note, placed.source);
      } else {
        leftOut++;
        concern("note" in placed ? placed.note : reasons[placed.outcome]);
      }
      options.onProgress?.(written.length + there + leftOut);
    }
  }
}

function notSetYet(settings: Readonly<Record<string, string>>, site: Site): Record<string, string> {
  const current: Readonly<Record<string, unknown>> = { ...site };
  return Object.fromEntries(
    Object.entries(settings).filter(([key, value]) => current[key] !== (key === "permalink" ? expandPattern(value) : value)),
  );
}

const reasons = {
  twice: "Left out: an entry before it has the same id",
  empty: "Left out: it has neither a title nor a text",
} as const;

async function place(entry: ImportedEntry, shelf: Shelf, options: ImportOptions) {
  return shelf.place(await prepareEntry(entry, options));
}

// Parsers call themselves for what is within.
function concernOf(error: unknown): { outcome: "failed"; note: string } {
  if (!(error instanceof RangeError)) throw error;
  return { outcome: "failed", note: "Left out: its content is nested too deeply" };
}

function nameOf({ id, link, title }: ImportedEntry): string {
  return title || id || link || "an entry without a title";
}

// One after the other: a folder may hold more than memory.
async function openShelf(options: ImportArticlesOptions): Promise<Shelf> {
  const shelf = new Shelf(options);
  if (!existsSync(options.folder)) return shelf;
  for (const source of filesIn(options.folder).filter(isArticle))
    await shelf.hold({ source, text: readFileSync(join(options.folder, source), "utf8") });
  return shelf;
}

function write({ source, text }: { readonly source: string; readonly text: string }, { folder, isDryRun }: ImportArticlesOptions): void {
  if (isDryRun) return;
  mkdirSync(dirname(join(folder, source)), { recursive: true });
  writeFileSync(join(folder, source), text, { flag: "wx" }); // never over another
}
