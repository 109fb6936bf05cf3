import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { Made } from "../content/article-compiler.ts";
import type { CachedArticle } from "../content/cached-compiler.ts";
import type { CompiledEntry } from "../content/compile-entry.ts";
import { FileMemory, type Remembered } from "./file-memory.ts";
import type { KnownChunk, KnownChunks } from "./known-chunks.ts";
import type { KnownMedia } from "./media-folder.ts";
import { openEntry, storedEntry } from "./stored-entry.ts";
import { writePieces } from "./write-pieces.ts";

/** What a build knows from the one before, and learns for the next. */
export interface CompileCache {
  /** Digest of all that every entry depends on: the settings and the code. Under another key nothing of it is of use. */
  readonly key: string;
  readonly articles: ReadonlyMap<string, CachedArticle>;
  readonly versions: FileMemory<string>;
  readonly media: FileMemory<KnownMedia>;
  readonly chunks: KnownChunks;
}

/** What a build knows that begins: nothing, where the cache is for another key. */
export function nextCache(cache: StoredCache | undefined, key: string, now: number): CompileCache {
  const known = cache?.key === key ? cache : emptyCache;
  const { chunks, articles } = known;
  return { key, articles, versions: new FileMemory(now, known.versions), media: new FileMemory(now, known.media), chunks };
}

/** A cache between two builds. */
export interface StoredCache {
  readonly key: string;
  readonly articles: ReadonlyMap<string, CachedArticle>;
  readonly versions: Iterable<readonly [path: string, Remembered<string>]>;
  readonly media: Iterable<readonly [path: string, Remembered<KnownMedia>]>;
  readonly chunks: KnownChunks;
}

/** A cache with nothing in it. */
export const emptyCache: StoredCache = { key: "", articles: new Map(), versions: [], media: [], chunks: new Map() };

// The file: a line with what it is, the index as JSON, and the contents one behind the other.
const magic = "Broadsheet's cache 2";

interface Header {
  readonly key: string;
  readonly indexBytes: number;
  readonly contentBytes: number;
  readonly crc: number;
}

type Stored = Omit<CachedArticle, "compiled"> & { readonly compiled?: Made<Omit<CompiledEntry, "content">> };

interface Index {
  readonly articles: readonly (readonly [source: string, Stored, contentBytes: number, contentLength: number])[];
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
  const articles = index.articles.map(([source, article, size, length]): [string, CachedArticle] => {
    const { compiled } = article;
    if (compiled?.result === undefined) return [source, article as CachedArticle];
    const result = openEntry({ fields: compiled.result, content: contents.subarray(start, start + size), length });
    start += size;
    return [source, { ...article, compiled: { ...compiled, result } }];
  });
  return { key, articles: new Map(articles), versions: index.versions, media: index.media, chunks: new Map(index.chunks) };
}

/** Writes a cache, at once or not at all. */
export function writeCache(file: string, { chunks, key, media, articles, versions }: StoredCache): void {
  const contents: Uint8Array[] = [];
  const index: Index = {
    articles: [...articles].map(([source, article]) => {
      const entry = article.compiled?.result;
      if (article.compiled === undefined || entry === undefined) return [source, article, 0, 0];
      const { content, fields, length } = storedEntry(entry);
      contents.push(content);
      return [source, { ...article, compiled: { ...article.compiled, result: fields } }, content.length, length];
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
