import { lazy } from "../base/lazy.ts";
import type { Entry } from "../model/entry.ts";
import { deserializeEntry, type SerializedEntry, serializeEntry } from "./serialized-entry.ts";
import type { StoredContent, StoredEntry } from "./stored-content.ts";

/**
 * Stored content as files, each a binary module of the Worker, so that it is not parsed as code, and each part is decoded on demand.
 * The index is JSON. Compiled content as JSON is also a valid index, with the other files empty.
 */
export interface ContentFiles {
  readonly index: Uint8Array;
  /** The concatenated contents of the entries in the index. */
  readonly contents: Uint8Array;
  /** The concatenated documents. */
  readonly documents: Uint8Array;
}

/** The file names in the order of writing. The index is last, since it contains the lengths of the other files. */
export const contentFiles: readonly (readonly [key: keyof ContentFiles, file: string])[] = [
  ["contents", "contents.bin"],
  ["documents", "documents.bin"],
  ["index", "index.bin"],
];

/** An entry. `length` is the number of bytes of its content, which follows that of the entry before. */
type WrittenNewest = SerializedEntry & { readonly length?: number };

interface WrittenContent extends Omit<StoredContent, "documents" | "entries"> {
  readonly entries: readonly WrittenNewest[];
  /** Entity tags and lengths of the documents. Absent if there are none. */
  readonly documents?: readonly (readonly [etag: string, length: number])[];
}

const none = new Uint8Array();

/** Empty files, for an index that contains everything. */
export const emptyFiles = { contents: none, documents: none } as const satisfies Omit<ContentFiles, "index">;

/** Serializes stored content. */
export function writeContent(stored: StoredContent): ContentFiles {
  // In development, each request completes the addresses in contents, which changes the lengths.
  if (stored.development) return { ...emptyFiles, index: encodeJson(stored) };
  const { documents = {}, entries, ...others } = stored;
  const contents = entries.map((entry) => ("content" in entry ? encoder.encode(entry.content) : undefined));
  const index: WrittenContent = {
    ...others,
    entries: entries.map((entry, number) => {
      const { content: _, ...written }: SerializedEntry & { readonly content?: string } = serializeEntry(entry, others.site);
      const length = contents[number]?.length;
      return length === undefined ? written : { ...written, length };
    }),
    documents: Object.entries(documents).map(([etag, { length }]) => [etag, length]),
  };
  return {
    index: encodeJson(index),
    contents: concatenate(contents.filter((bytes) => bytes !== undefined)),
    documents: concatenate(Object.values(documents)),
  };
}

/**
 * Parses stored content. Contents are decoded on first access.
 * @throws Error if the contents or documents do not match the index
 */
export function readContent({ contents, documents, index }: ContentFiles): StoredContent {
  const { documents: written = [], entries, ...others } = JSON.parse(decoder.decode(index)) as WrittenContent;
  const nextContent = cutter("contents", contents, sum(entries.map(({ length = 0 }) => length)));
  const nextDocument = cutter("documents", documents, sum(written.map(([, length]) => length)));
  return {
    ...others,
    documents: Object.fromEntries(written.map(([etag, length]) => [etag, nextDocument(length)])),
    entries: entries.map(({ length, ...entry }) => {
      const read = deserializeEntry(entry, others.site);
      return length === undefined ? read : withContent(read, nextContent(length));
    }),
  };
}

function withContent(entry: Entry, bytes: Uint8Array): StoredEntry {
  const content = lazy(() => decoder.decode(bytes)); // shared by all copies of the entry
  return {
    ...entry,
    get content() {
      return content();
    },
  };
}

// Returns a function that cuts one piece after the other from a file.
function cutter(name: keyof ContentFiles, bytes: Uint8Array, expected: number): (length: number) => Uint8Array {
  if (bytes.length !== expected) throw new Error(`Cannot use the ${name}: they have ${bytes.length} bytes instead of ${expected}`);
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
