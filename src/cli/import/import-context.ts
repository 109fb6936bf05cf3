import type { ExistingArticles } from "../../import/existing-articles.ts";
import type { Settings } from "../../import/offered-settings/offer-settings.ts";
import type { ImportOptions } from "../../import/prepared-entry.ts";
import type { ExportFiles } from "../../import/wordpress/export-files.ts";
import type { ArchiveBudget, ArchiveLimits } from "./archive-budget.ts";
import type { AskForDate } from "./ask-for-date.ts";
import type { DocumentReader } from "./document-reader.ts";
import type { ImportTally } from "./import-tally.ts";

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
  readonly settings?: Settings;
  /** Called with the number of entries so far. */
  readonly onProgress?: (count: number) => void;
}

/** The state that all sources of an import share. */
export interface ImportContext extends ImportArticlesOptions {
  readonly reader: DocumentReader;
  readonly budget: ArchiveBudget;
  readonly exportFiles: ExportFiles;
  readonly existing: ExistingArticles;
  readonly tally: ImportTally;
}
