import { checkContent } from "../limits/content-limits.ts";
import { LimitError, shown, splitIt } from "../limits/limit-error.ts";
import type { ParsedEntry } from "./parsed-entry.ts";

const maxEntries = 100_000;
const maxMetadataLength = 64 * 1024; // UTF-16 units, as JSON

/**
 * Checks the size of an entry before it becomes an article.
 * @throws LimitError
 */
export function checkEntry({ chapters: _, content, plain, ...metadata }: ParsedEntry): void {
  checkContent(content);
  checkContent(plain ?? "");
  if (JSON.stringify(metadata).length > maxMetadataLength)
    throw new LimitError(
      `its title, addresses, names and summary have more than ${shown(maxMetadataLength)} characters together`,
      "shorten them in the source",
    );
}

/**
 * Checks the number of entries of a source before the first of them becomes an article.
 * @throws LimitError
 */
export function checkEntryCount(count: number): void {
  if (count > maxEntries) throw new LimitError(`it has more than ${shown(maxEntries)} entries`, splitIt);
}
