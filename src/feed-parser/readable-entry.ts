import { truncate } from "../base/truncate.ts";
import { LimitError } from "../limits/limit-error.ts";
import type { ParsedEntry } from "./parsed-entry.ts";

const maxNameLength = 100; // UTF-16 units

/**
 * Reads one entry of a source. One that exceeds a limit becomes an entry that says so, and the others are read all the same.
 * @param name the entry's title or id, as far as it is there
 */
export function readableEntry(name: string | undefined, read: () => ParsedEntry): ParsedEntry {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof LimitError)) throw error;
    const title = truncate((name ?? "").slice(0, maxNameLength * 2), maxNameLength);
    return { title, content: "", authors: [], categories: [], aliases: [], draft: false, notes: [], refusal: error.message };
  }
}
