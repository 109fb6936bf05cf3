import type { Entry } from "../model/entry.ts";
import type { Site } from "../settings/site-settings.ts";
import type { StoredEntry } from "./stored-content.ts";

/** An entry without the values that equal the defaults, which halves its text. */
export type SerializedEntry = Partial<StoredEntry> & Pick<Entry, "path" | "published">;

/** Serializes the older entries as the text of a chunk. */
export function serializeOlder(entries: readonly StoredEntry[], site: Site): string {
  return JSON.stringify(entries.map((entry) => serializeEntry(entry, site)));
}

/** Parses the text of {@link serializeOlder}. */
export function deserializeOlder(text: string, site: Site): readonly StoredEntry[] {
  return (JSON.parse(text) as readonly SerializedEntry[]).map((entry) => deserializeEntry(entry, site));
}

/** Converts an entry for JSON. */
export function serializeEntry(entry: StoredEntry, site: Site): SerializedEntry {
  const all: Readonly<Record<string, unknown>> = { ...entry };
  const defaults: Readonly<Record<string, unknown>> = entryDefaults(entry, site);
  const written: Record<string, unknown> = {};
  for (const key in all) if (!(key in defaults) || !isEqual(all[key], defaults[key])) written[key] = all[key];
  return written as SerializedEntry;
}

function isEqual(value: unknown, other: unknown): boolean {
  if (value === other) return true;
  if (!Array.isArray(value) || !Array.isArray(other) || value.length !== other.length) return false;
  return value.length === 0 || JSON.stringify(value) === JSON.stringify(other);
}

/** Restores an entry from {@link serializeEntry}. */
export function deserializeEntry(entry: SerializedEntry, site: Site): StoredEntry {
  return { ...entryDefaults(entry, site), ...entry } as StoredEntry;
}

function entryDefaults({ path, published }: Pick<Entry, "path" | "published">, { author, idBase, language, url }: Site): Partial<Entry> {
  return {
    ...{ id: idBase + path, url: url + path, updated: published },
    ...{ authors: [author], categories: [], language, direction: "ltr", aliases: [], draft: false },
  };
}
