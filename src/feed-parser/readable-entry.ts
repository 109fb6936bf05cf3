import { truncate } from "../base/truncate.ts";
import { LimitError } from "../limits/limit-error.ts";
import type { ParsedEntry } from "./parsed-entry.ts";

const maxNameLength = 100; // UTF-16 units

/**
 * Parses one entry of a source. An entry that exceeds a limit is replaced by one with the reason, so that the others are still imported.
 * @param name the entry's title or id, if known
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
