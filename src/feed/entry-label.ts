import { truncate } from "../base/truncate.ts";
import type { Entry } from "../model/entry.ts";

/** What to call an entry where it must be called something: its title, or how it begins, or its day. */
export function entryLabel({ title, summary, published }: Pick<Entry, "title" | "summary" | "published">): string {
  return title || truncate(summary, 80) || new Date(published).toISOString().slice(0, 10);
}
