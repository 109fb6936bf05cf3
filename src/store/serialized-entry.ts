import type { Entry } from "../model/entry.ts";
import type { Site } from "../settings/site-settings.ts";
import type { StoredEntry } from "./stored-content.ts";

/** An entry without what is as it usually is: half of its text. */
export type WrittenEntry = Partial<StoredEntry> & Pick<Entry, "path" | "published">;

/** Writes the text of the chunk of the older entries. */
export function writeOlder(entries: readonly StoredEntry[], site: Site): string {
  return JSON.stringify(entries.map((entry) => writeEntry(entry, site)));
}

/** Reads what {@link writeOlder} wrote. */
export function readOlder(text: string, site: Site): readonly StoredEntry[] {
  return (JSON.parse(text) as readonly WrittenEntry[]).map((entry) => readEntry(entry, site));
}

/** Writes an entry for JSON. */
export function writeEntry(entry: StoredEntry, site: Site): WrittenEntry {
  const all: Readonly<Record<string, unknown>> = { ...entry };
  const usual: Readonly<Record<string, unknown>> = usually(entry, site);
  const written: Record<string, unknown> = {};
  for (const key in all) if (!(key in usual) || !isEqual(all[key], usual[key])) written[key] = all[key];
  return written as WrittenEntry;
}

function isEqual(value: unknown, other: unknown): boolean {
  if (value === other) return true;
  if (!Array.isArray(value) || !Array.isArray(other) || value.length !== other.length) return false;
  return value.length === 0 || JSON.stringify(value) === JSON.stringify(other);
}

/** Reads what {@link writeEntry} wrote. */
export function readEntry(entry: WrittenEntry, site: Site): StoredEntry {
  return { ...usually(entry, site), ...entry } as StoredEntry;
}

function usually({ path, published }: Pick<Entry, "path" | "published">, { author, idBase, language, url }: Site): Partial<Entry> {
  return {
    ...{ id: idBase + path, url: url + path, updated: published },
    ...{ authors: [author], categories: [], language, direction: "ltr", aliases: [], draft: false },
  };
}
