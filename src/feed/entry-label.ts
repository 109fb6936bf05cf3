import { truncate } from "../base/truncate.ts";
import type { Entry } from "../model/entry.ts";

/** Returns a label for an entry where one is required: its title, or the beginning of its summary, or its day. */
export function entryLabel({ title, summary, published }: Pick<Entry, "title" | "summary" | "published">): string {
  return title || truncate(summary, 80) || new Date(published).toISOString().slice(0, 10);
}
