import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { CompiledEntry } from "../content/compile-entry.ts";
import type { Memento } from "../content/remembering-workshop.ts";
import type { Made } from "../content/workshop.ts";
import { FileMemory, type Remembered } from "./file-memory.ts";
import type { KnownChunk, KnownChunks } from "./known-chunks.ts";
import type { KnownMedia } from "./media-folder.ts";
import { openEntry, storedEntry } from "./stored-entry.ts";
import { writePieces } from "./write-pieces.ts";

/** What a build knows from the one before, and learns for the next. */
export interface CompileCache {
  /** Digest of all that every entry depends on: the settings and the code. Under another key nothing of it is of use. */
  readonly key: string;
  readonly mementos: ReadonlyMap<string, Memento>;
  readonly versions: FileMemory<string>;
  readonly media: FileMemory<KnownMedia>;
  readonly chunks: KnownChunks;
}

/** What a build knows that begins: nothing, where the cache is for another key. */
export function nextCache(cache: StoredCache | undefined, key: string, now: number): CompileCache {
  const known = cache?.key === key ? cache : emptyCache;
  const { chunks, mementos } = known;
  return { key, mementos, versions: new FileMemory(now, known.versions), media: new FileMemory(now, known.media), chunks };
}

/** A cache between two builds. */
export interface StoredCache {
  readonly key: string;
  readonly mementos: ReadonlyMap<string, Memento>;
  readonly versions: Iterable<readonly [path: string, Remembered<string>]>;
  readonly media: Iterable<readonly [path: string, Remembered<KnownMedia>]>;
  readonly chunks: KnownChunks;
}

/** A cache with nothing in it. */
export const emptyCache: StoredCache = { key: "", mementos: new Map(), versions: [], media: [], chunks: new Map() };

// The file: a line with what it is, the index as JSON, and the contents one behind the other.
const magic = "Broadsheet's cache 2";

interface Header {
  readonly key: string;
  readonly indexBytes: number;
  readonly contentBytes: number;
  readonly crc: number;
}

type Stored = Omit<Memento, "compiled"> & { readonly compiled?: Made<Omit<CompiledEntry, "content">> };

interface Index {
  readonly mementos: readonly (readonly [source: string, Stored, contentBytes: number, contentLength: number])[];
  readonly versions: readonly (readonly [string, Remembered<string>])[];
  readonly media: readonly (readonly [string, Remembered<KnownMedia>])[];
  readonly chunks: readonly (readonly [string, KnownChunk])[];
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
  const mementos = index.mementos.map(([source, memento, size, length]): [string, Memento] => {
    const { compiled } = memento;
    if (compiled?.result === undefined) return [source, memento as Memento];
    const result = openEntry({ fields: compiled.result, content: contents.subarray(start, start + size), length });
    start += size;
    return [source, { ...memento, compiled: { ...compiled, result } }];
  });
  return { key, mementos: new Map(mementos), versions: index.versions, media: index.media, chunks: new Map(index.chunks) };
}

/** Writes a cache, at once or not at all. */
export function writeCache(file: string, { chunks, key, media, mementos, versions }: StoredCache): void {
  const contents: Uint8Array[] = [];
  const index: Index = {
    mementos: [...mementos].map(([source, memento]) => {
      const entry = memento.compiled?.result;
      if (memento.compiled === undefined || entry === undefined) return [source, memento, 0, 0];
      const { content, fields, length } = storedEntry(entry);
      contents.push(content);
      return [source, { ...memento, compiled: { ...memento.compiled, result: fields } }, content.length, length];
    }),
    versions: [...versions],
    media: [...media],
    chunks: [...chunks],
  };
  const pieces = [Buffer.from(JSON.stringify(index)), ...contents];
  const header: Header = {
    key,
    indexBytes: pieces[0]?.length ?? 0,
    contentBytes: contents.reduce((sum, { length }) => sum + length, 0),
    crc: pieces.reduce((crc, piece) => crc32(piece, crc), 0),
  };
  mkdirSync(dirname(file), { recursive: true });
  writePieces(file, [Buffer.from(`${magic}\t${JSON.stringify(header)}\n`), ...pieces]);
}
