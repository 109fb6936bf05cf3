import type { Entry } from "../content/entry.ts";
import { once } from "../once.ts";
import type { Site } from "../site.ts";
import type { StoredContent, StoredEntry } from "./stored-content.ts";

/**
 * Stored content as JSON in two texts. The second has the entries whose contents lie in chunks: most of a large site, and nothing
 * that a poll of the site's own feeds needs. Compiled content as it is makes a first text too.
 */
export interface ContentTexts {
  readonly content: string;
  readonly older: string;
}

/** An entry without what is as it usually is: half of its text. */
type WrittenEntry = Partial<StoredEntry> & Pick<Entry, "path" | "published">;

/** When an entry appears and, where it expires, when it does. */
type WrittenTimes = readonly [published: number, expires?: number];

interface WrittenContent extends Omit<StoredContent, "entries"> {
  readonly entries: readonly WrittenEntry[];
  /** Absent where there are no older entries. */
  readonly olderTimes?: readonly WrittenTimes[];
}

/** Writes stored content. */
export function writeContent({ entries, ...others }: StoredContent): ContentTexts {
  const older = entries.filter((entry) => "place" in entry);
  const write = (entry: StoredEntry) => writeEntry(entry, others.site);
  const olderTimes = older.map(({ expires, published }): WrittenTimes => (expires === undefined ? [published] : [published, expires]));
  const content: WrittenContent = {
    ...others,
    entries: entries.slice(0, entries.length - older.length).map(write),
    ...(older.length > 0 && { olderTimes }),
  };
  return { content: JSON.stringify(content), older: JSON.stringify(older.map(write)) };
}

/** Reads stored content. The older entries are read when somebody asks for all. */
export function readContent({ content, older }: ContentTexts): StoredContent {
  const { entries, olderTimes = [], ...others } = JSON.parse(content) as WrittenContent;
  const read = (entry: WrittenEntry) => readEntry(entry, others.site);
  const newest = entries.map(read);
  const all = once(() => (olderTimes.length === 0 ? newest : [...newest, ...(JSON.parse(older) as WrittenEntry[]).map(read)]));
  const timesOf = ([published, expires]: WrittenTimes) => ({ draft: false, published, ...(expires !== undefined && { expires }) });
  return {
    ...others,
    newest,
    times: [...newest, ...olderTimes.map(timesOf)],
    get entries() {
      return all();
    },
  };
}

function writeEntry(entry: StoredEntry, site: Site): WrittenEntry {
  const usual: Readonly<Record<string, unknown>> = usually(entry, site);
  const written = Object.entries(entry).filter(([key, value]) => !(key in usual) || !isEqual(value, usual[key]));
  return Object.fromEntries(written) as WrittenEntry;
}

function isEqual(value: unknown, other: unknown): boolean {
  return value === other || (typeof value === "object" && JSON.stringify(value) === JSON.stringify(other));
}

function readEntry(entry: WrittenEntry, site: Site): StoredEntry {
  return { ...usually(entry, site), ...entry } as StoredEntry;
}

function usually({ path, published }: Pick<Entry, "path" | "published">, { author, idBase, language, url }: Site): Partial<Entry> {
  return {
    ...{ id: idBase + path, url: url + path, updated: published },
    ...{ authors: [author], categories: [], language, direction: "ltr", aliases: [], draft: false },
  };
}
