import type { Entry } from "../content/entry.ts";
import { once } from "../once.ts";
import type { Site } from "../site.ts";
import type { StoredContent, StoredEntry } from "./stored-content.ts";

/**
 * Stored content as the bytes of files, each a module of the Worker: what is no code is not read like code, and nothing is decoded
 * before it is needed. The index is JSON, and so are the older entries, whose contents lie in chunks: most of a large site,
 * and nothing that a poll of the site's own feeds needs. Compiled content as JSON is an index too.
 */
export interface ContentFiles {
  readonly index: Uint8Array;
  readonly older: Uint8Array;
  /** The contents of the entries in the index, one behind the other. */
  readonly contents: Uint8Array;
  /** Likewise the documents. */
  readonly documents: Uint8Array;
}

/** The names of the files, in the order in which they have to be written: the index tells how long the others are. */
export const contentFiles: readonly (readonly [key: keyof ContentFiles, file: string])[] = [
  ["contents", "contents.bin"],
  ["documents", "documents.bin"],
  ["older", "older.bin"],
  ["index", "index.bin"],
];

/** An entry without what is as it usually is: half of its text. */
type WrittenEntry = Partial<StoredEntry> & Pick<Entry, "path" | "published">;

/** An entry whose content has this many bytes of the contents, behind those of the entry before. */
type WrittenNewest = WrittenEntry & { readonly length?: number };

/** When an entry appears and, where it expires, when it does. */
type WrittenTimes = readonly [published: number, expires?: number];

interface WrittenContent extends Omit<StoredContent, "documents" | "entries"> {
  readonly entries: readonly WrittenNewest[];
  /** Entity tags, and how long the documents are. Absent where there are none. */
  readonly documents?: readonly (readonly [etag: string, length: number])[];
  /** Absent where there are no older entries. */
  readonly olderTimes?: readonly WrittenTimes[];
}

const none = new Uint8Array();

/** The files beside an index that has everything in it. */
export const noOthers = { contents: none, documents: none, older: none } as const satisfies Omit<ContentFiles, "index">;

/** Writes stored content. */
export function writeContent(stored: StoredContent): ContentFiles {
  // While developing, addresses in contents are completed by the request that asks for them, and none keeps its length.
  if (stored.development) return { ...noOthers, index: encodeJson(stored) };
  const { documents = {}, entries, ...others } = stored;
  const older = entries.filter((entry) => "place" in entry);
  const newest = entries.filter((entry) => "content" in entry);
  const contents = newest.map(({ content }) => encoder.encode(content));
  const olderTimes = older.map(({ expires, published }): WrittenTimes => (expires === undefined ? [published] : [published, expires]));
  const index: WrittenContent = {
    ...others,
    entries: newest.map(({ content: _, ...entry }, number) => ({
      ...writeEntry(entry, others.site),
      length: contents[number]?.length ?? 0,
    })),
    ...(older.length > 0 && { olderTimes }),
    documents: Object.entries(documents).map(([etag, { length }]) => [etag, length]),
  };
  return {
    index: encodeJson(index),
    older: encodeJson(older.map((entry) => writeEntry(entry, others.site))),
    contents: concatenate(contents),
    documents: concatenate(Object.values(documents)),
  };
}

/**
 * Reads stored content. The older entries are read when somebody asks for all, and contents when somebody asks for them.
 * @throws where the contents or documents are not those of the index
 */
export function readContent({ contents, documents, index, older }: ContentFiles): StoredContent {
  const { documents: written = [], entries, olderTimes = [], ...others } = decodeJson(index) as WrittenContent;
  const nextContent = cutter("contents", contents, sum(entries.map(({ length = 0 }) => length)));
  const nextDocument = cutter("documents", documents, sum(written.map(([, length]) => length)));
  const newest = entries.map(({ length, ...entry }): StoredEntry => {
    const read = readEntry(entry, others.site);
    if (length === undefined) return read;
    const bytes = nextContent(length);
    return {
      ...read,
      get content() {
        return decoder.decode(bytes);
      },
    };
  });
  const readOlder = () => (decodeJson(older) as WrittenEntry[]).map((entry) => readEntry(entry, others.site));
  const all = once(() => (olderTimes.length === 0 ? newest : [...newest, ...readOlder()]));
  const timesOf = ([published, expires]: WrittenTimes) => ({ draft: false, published, ...(expires !== undefined && { expires }) });
  return {
    ...others,
    documents: Object.fromEntries(written.map(([etag, length]) => [etag, nextDocument(length)])),
    newest,
    times: [...newest, ...olderTimes.map(timesOf)],
    get entries() {
      return all();
    },
  };
}

// Gives one piece of a file after the other.
function cutter(name: keyof ContentFiles, bytes: Uint8Array, expected: number): (length: number) => Uint8Array {
  if (bytes.length !== expected) throw new Error(`Cannot use the ${name}: they have ${bytes.length} bytes, and not ${expected}`);
  let end = 0;
  return (length) => {
    end += length;
    return bytes.subarray(end - length, end);
  };
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function encodeJson(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

function decodeJson(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes));
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(sum(parts.map(({ length }) => length)));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function writeEntry(entry: Omit<StoredEntry, "content">, site: Site): WrittenEntry {
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
