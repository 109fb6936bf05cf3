import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { CompiledEntry } from "../content/compile-entry.ts";
import type { Memento } from "../content/remembering-workshop.ts";
import type { Made } from "../content/workshop.ts";
import { FileMemory, type Remembered } from "./file-memory.ts";
import type { KnownMedia } from "./media-folder.ts";

/** What a build knows from the one before, and learns for the next. */
export interface CompileCache {
  /** Digest of all that every entry depends on: the settings and the code. Under another key nothing of it is of use. */
  readonly key: string;
  readonly mementos: ReadonlyMap<string, Memento>;
  readonly versions: FileMemory<string>;
  readonly media: FileMemory<KnownMedia>;
}

/** What a build knows that begins: nothing, where the cache is for another key. */
export function nextCache(cache: StoredCache | undefined, key: string, now: number): CompileCache {
  const known = cache?.key === key ? cache : emptyCache;
  return { key, mementos: known.mementos, versions: new FileMemory(now, known.versions), media: new FileMemory(now, known.media) };
}

/** A cache between two builds. */
export interface StoredCache {
  readonly key: string;
  readonly mementos: ReadonlyMap<string, Memento>;
  readonly versions: Iterable<readonly [path: string, Remembered<string>]>;
  readonly media: Iterable<readonly [path: string, Remembered<KnownMedia>]>;
}

/** A cache with nothing in it. */
export const emptyCache: StoredCache = { key: "", mementos: new Map(), versions: [], media: [] };

// The file: a line with what it is, the index as JSON, and the contents one behind the other, which stay as they are until somebody
// wants one: of ten thousand entries few are looked at, and all are only passed on.
const magic = "Broadsheet's cache 1";

interface Header {
  readonly key: string;
  readonly indexBytes: number;
  readonly contentBytes: number;
  readonly crc: number;
}

type Stored = Omit<Memento, "compiled"> & { readonly compiled?: Made<Omit<CompiledEntry, "content">> };

interface Index {
  readonly mementos: readonly (readonly [source: string, Stored, contentBytes: number])[];
  readonly versions: readonly (readonly [string, Remembered<string>])[];
  readonly media: readonly (readonly [string, Remembered<KnownMedia>])[];
}

/** Reads a cache; one that is not there, broken or for another key is an empty one. */
export function readCache(file: string, key: string): StoredCache {
  try {
    const bytes = readFileSync(file);
    const lineEnd = bytes.indexOf(0x0a);
    const [kind, json = ""] = bytes.toString("utf8", 0, lineEnd).split("\t");
    const header = JSON.parse(json) as Header;
    const rest = bytes.subarray(lineEnd + 1);
    const isWhole = rest.length === header.indexBytes + header.contentBytes && crc32(rest) === header.crc;
    if (kind !== magic || header.key !== key || !isWhole) return emptyCache;
    return fromIndex(key, JSON.parse(rest.toString("utf8", 0, header.indexBytes)), rest.subarray(header.indexBytes));
  } catch {
    return emptyCache; // not there, or no such file at all
  }
}

function fromIndex(key: string, index: Index, contents: Buffer): StoredCache {
  let start = 0;
  const mementos = index.mementos.map(([source, memento, size]): [string, Memento] => {
    const { compiled } = memento;
    if (compiled?.result === undefined) return [source, memento as Memento];
    const result = withContent(compiled.result, contents.subarray(start, start + size));
    start += size;
    return [source, { ...memento, compiled: { ...compiled, result } }];
  });
  return { key, mementos: new Map(mementos), versions: index.versions, media: index.media };
}

// Entries from a cache, as they stand in it.
const stored = new WeakMap<CompiledEntry, { readonly fields: Omit<CompiledEntry, "content">; readonly bytes: Buffer }>();

// The content keeps its place among the fields: an entry from the cache is written as the same JSON.
function withContent(fields: Omit<CompiledEntry, "content">, bytes: Buffer): CompiledEntry {
  const { hash, ...others } = fields;
  const entry = Object.defineProperty(others, "content", { get: () => bytes.toString("utf8"), enumerable: true });
  const complete = Object.assign(entry, { hash }) as CompiledEntry;
  stored.set(complete, { fields, bytes });
  return complete;
}

/** Writes a cache, at once or not at all. */
export function writeCache(file: string, { key, media, mementos, versions }: StoredCache): void {
  const contents: Buffer[] = [];
  const index: Index = {
    mementos: [...mementos].map(([source, memento]) => {
      const entry = memento.compiled?.result;
      if (memento.compiled === undefined || entry === undefined) return [source, memento, 0];
      const { bytes, fields } = stored.get(entry) ?? taken(entry);
      contents.push(bytes);
      return [source, { ...memento, compiled: { ...memento.compiled, result: fields } }, bytes.length];
    }),
    versions: [...versions],
    media: [...media],
  };
  const indexBytes = Buffer.from(JSON.stringify(index));
  const rest = Buffer.concat([indexBytes, ...contents]);
  const header: Header = { key, indexBytes: indexBytes.length, contentBytes: rest.length - indexBytes.length, crc: crc32(rest) };
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, Buffer.concat([Buffer.from(`${magic}\t${JSON.stringify(header)}\n`), rest]));
  renameSync(fresh, file);
}

function taken({ content, ...fields }: CompiledEntry): { readonly fields: Omit<CompiledEntry, "content">; readonly bytes: Buffer } {
  return { fields, bytes: Buffer.from(content) };
}
