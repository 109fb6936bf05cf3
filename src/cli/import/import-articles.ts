import { plural } from "../../base/plural.ts";
import { decodeChunks } from "../../feed-parser/decode-text.ts";
import { concernsOneFile, describeFailure, Failure } from "../../files/failure.ts";
import type { ImportResult } from "../../import/import-report.ts";
import type { Settings } from "../../import/offered-settings/offer-settings.ts";
import { ExportFiles } from "../../import/wordpress/export-files.ts";
import { LimitError } from "../../limits/limit-error.ts";
import { ArchiveBudget } from "./archive-budget.ts";
import { DocumentReader } from "./document-reader.ts";
import type { ImportArticlesOptions } from "./import-context.ts";
import { importSource } from "./import-source.ts";
import { ImportTally } from "./import-tally.ts";
import { openSource } from "./open-source.ts";
import { readExistingArticles } from "./read-existing-articles.ts";

/**
 * Imports the articles of files, folders and URLs. Existing files are kept. A source that cannot be read does not stop the others.
 * @throws Failure for a fault of the whole disk
 */
export async function importArticles(sources: readonly string[], options: ImportArticlesOptions): Promise<ImportResult> {
  const { reader = new DocumentReader() } = options;
  const tally = new ImportTally();
  try {
    const existing = await readExistingArticles(options.folder, options);
    const files = sources.filter((source) => !/^https?:/i.test(source));
    const context = {
      ...options,
      reader,
      budget: new ArchiveBudget(options.archiveLimits),
      exportFiles: new ExportFiles(files, chunksOfFile),
      existing,
      tally,
    };
    for (const from of sources) {
      const before = tally.written.length;
      try {
        await importSource(from, { ...context, settings: withOffers(context.settings, tally) });
        tally.sourcesRead++;
      } catch (error) {
        if (error instanceof Failure && !concernsOneFile(error)) throw error;
        tally.note(from, `${reasonOf(error)}${describeImported(tally.written.length - before)}`, true);
      }
    }
    return tally;
  } finally {
    if (reader !== options.reader) reader.close();
  }
}

async function* chunksOfFile(path: string): AsyncGenerator<string> {
  yield* decodeChunks((await openSource(path)).chunks());
}

// The first of several sources decides about a setting.
function withOffers(settings: Settings | undefined, { offers, sites }: ImportResult): Settings {
  const found = [...sites.map((site) => site.settings), ...offers.map(({ missing }) => missing)];
  return Object.assign({}, settings, ...found.toReversed());
}

function reasonOf(error: unknown): string {
  if (error instanceof LimitError) return `Cannot read it: ${error.message}`;
  if (error instanceof RangeError && error.message.includes("call stack")) return "Cannot read it: its content is nested too deeply";
  return describeFailure(error) ?? (error as Error).message;
}

function describeImported(count: number): string {
  return count === 0 ? "" : `; ${plural(count, "entry", "entries")} before it ${count === 1 ? "was" : "were"} imported`;
}
