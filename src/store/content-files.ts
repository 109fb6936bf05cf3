import { lazy } from "../base/lazy.ts";
import type { Entry } from "../model/entry.ts";
import { deserializeEntry, type SerializedEntry, serializeEntry } from "./serialized-entry.ts";
import type { StoredContent, StoredEntry } from "./stored-content.ts";

/**
 * Stored content as the bytes of files, each a module of the Worker: what is no code is not read like code, and nothing is decoded
 * before it is needed. The index is JSON. Compiled content as JSON is an index too, beside which the other files are empty.
 */
export interface ContentFiles {
  readonly index: Uint8Array;
  /** The contents of the entries in the index, one behind the other. */
  readonly contents: Uint8Array;
  /** Likewise the documents. */
  readonly documents: Uint8Array;
}

/** The names of the files, in the order in which they have to be written: the index tells how long the others are. */
export const contentFiles: readonly (readonly [key: keyof ContentFiles, file: string])[] = [
  ["contents", "contents.bin"],
  ["documents", "documents.bin"],
  ["index", "index.bin"],
];

/** An entry; where it is given, so many bytes of the contents, behind those of the entry before, are its content. */
type WrittenNewest = SerializedEntry & { readonly length?: number };

interface WrittenContent extends Omit<StoredContent, "documents" | "entries"> {
  readonly entries: readonly WrittenNewest[];
  /** Entity tags, and how long the documents are. Absent where there are none. */
  readonly documents?: readonly (readonly [etag: string, length: number])[];
}

const none = new Uint8Array();

/** The files beside an index that has everything in it. */
export const noOthers = { contents: none, documents: none } as const satisfies Omit<ContentFiles, "index">;

/** Writes stored content. */
export function writeContent(stored: StoredContent): ContentFiles {
  // While developing, addresses in contents are completed by the request that asks for them, and none keeps its length.
  if (stored.development) return { ...noOthers, index: encodeJson(stored) };
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
 * Reads stored content. Contents are decoded when somebody asks for them.
 * @throws where the contents or documents are not those of the index
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
  const content = lazy(() => decoder.decode(bytes)); // every copy of the entry looks at it
  return {
    ...entry,
    get content() {
      return content();
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
