import { cutOff } from "../../base/truncate.ts";
import type { Concern, ImportResult } from "../../import/import-report.ts";
import type { OfferedSettings } from "../../import/offered-settings/offer-settings.ts";
import type { ImportedSite } from "../../import/old-site/imported-site.ts";

const maxNoteLength = 1000; // UTF-16 units: there may be a note for each entry

/** Counts what an import has done so far. */
export class ImportTally implements ImportResult {
  readonly written: string[] = [];
  existing = 0;
  leftOut = 0;
  sourcesRead = 0;
  media = 0;
  readonly concerns: Concern[] = [];
  readonly sites: ImportedSite[] = [];
  readonly offers: OfferedSettings[] = [];

  /** The number of entries. */
  get entries(): number {
    return this.written.length + this.existing + this.leftOut;
  }

  /** Adds a concern. A long note is cut. */
  report(concern: Concern): void {
    this.concerns.push({ ...concern, note: cutOff(concern.note, maxNoteLength) });
  }

  /** Adds a note about a source. @param isIncomplete true if the source, or a part of it, could not be read */
  note(from: string, note: string, isIncomplete = false): void {
    this.report({ from, note, ...(isIncomplete && { isIncomplete }) });
  }
}
