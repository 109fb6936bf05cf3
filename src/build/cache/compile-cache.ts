import { closeSync, fstatSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import type { CompileResult } from "../../content/compile/compiler.ts";
import type { CachedArticle } from "../../content/compile/incremental-compiler.ts";
import { ensureFolder } from "../../files/ensure-folder.ts";
import { Failure } from "../../files/failure.ts";
import { openRegularFile } from "../../files/regular-file.ts";
import { replaceFile } from "../../files/replace-file.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { type CachedFile, FileCache } from "../source/file-cache.ts";
import type { KnownMedia } from "../source/media-folder.ts";
import type { KnownChunks } from "./chunk-cache.ts";
import { decodeEntry, encodeEntry } from "./encoded-entry.ts";

/** The cache of a running build: the results of the last build, and what it adds. */
export interface CompileCache {
  /** Digest of everything that all entries depend on: the settings and the code. A cache with another key is useless. */
  readonly key: string;
  readonly articles: ReadonlyMap<string, CachedArticle>;
  readonly versions: FileCache<string>;
  readonly media: FileCache<KnownMedia>;
  readonly chunks: KnownChunks;
}

/** Returns the cache for a build that starts; it is empty if the stored one has another key. */
export function nextCache(cache: StoredCache | undefined, key: string, now: number): CompileCache {
  const known = cache?.key === key ? cache : emptyCache;
  const { chunks, articles } = known;
  return { key, articles, versions: new FileCache(now, known.versions), media: new FileCache(now, known.media), chunks };
}

/** The cache as it is stored between two builds. */
export interface StoredCache {
  readonly key: string;
  readonly articles: ReadonlyMap<string, CachedArticle>;
  readonly versions: Iterable<readonly [path: string, CachedFile<string>]>;
  readonly media: Iterable<readonly [path: string, CachedFile<KnownMedia>]>;
  readonly chunks: KnownChunks;
}

/** An empty cache. */
export const emptyCache: StoredCache = { key: "", articles: new Map(), versions: [], media: [], chunks: new Map() };

// The file: a line with its format, the index as JSON, and the contents one after the other.
const magic = "Broadsheet's cache 3";
const maxHeaderBytes = 1000;

interface Header {
  readonly key: string;
  readonly indexBytes: number;
  readonly contentBytes: number;
  /** Bytes of the index. */
  readonly crc: number;
}

type Stored = Omit<CachedArticle, "compiled"> & { readonly compiled?: CompileResult<Omit<CompiledEntry, "content">> };

/** The place of a content in the file, and its checksum. */
type Content = readonly [size: number, length: number, fieldsLength: number, crc: number];

interface Index {
  readonly articles: readonly (readonly [source: string, article: Stored, content?: Content])[];
  readonly versions: readonly (readonly [string, CachedFile<string>])[];
  readonly media: readonly (readonly [string, CachedFile<KnownMedia>])[];
  readonly chunks: readonly (readonly [string, string])[];
}

/**
 * Reads a cache. A missing or corrupt one, or one for another key, is ignored; of an article with a corrupt text only the parsed
 * part is kept. Contents are read when they are needed, from the file that was opened: it stays open.
 */
export function readCache(file: string, key: string): StoredCache {
  let descriptor: number | undefined;
  let cache: StoredCache | undefined;
  try {
    descriptor = openRegularFile(file);
    cache = readIndex(file, descriptor, key);
  } catch {
    // missing or corrupt
  }
  if (cache === undefined && descriptor !== undefined) closeSync(descriptor);
  return cache ?? emptyCache;
}

function readIndex(file: string, descriptor: number, key: string): StoredCache | undefined {
  const beginning = readAt(descriptor, 0, maxHeaderBytes);
  const start = beginning.indexOf(0x0a) + 1;
  const [kind, json = ""] = beginning.toString("utf8", 0, start).split("\t");
  if (kind !== magic) return undefined;
  const header = JSON.parse(json) as Header;
  const contents = start + header.indexBytes;
  if (header.key !== key || fstatSync(descriptor).size !== contents + header.contentBytes) return undefined;
  const index = readAt(descriptor, start, header.indexBytes);
  if (crc32(index) !== header.crc) return undefined;
  return fromIndex(key, JSON.parse(index.toString()), file, (position, size, crc) => {
    const content = readAt(descriptor, contents + position, size);
    return crc32(content) === crc ? content : undefined;
  });
}

function readAt(descriptor: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, position));
}

/** Reads a content; undefined if it is corrupt. */
type ReadContent = (position: number, size: number, crc: number) => Buffer | undefined;

function fromIndex(key: string, index: Index, file: string, readContent: ReadContent): StoredCache {
  let end = 0;
  const articles = index.articles.map(([source, article, content]): [string, CachedArticle] => {
    const { compiled, ...parsed } = article;
    if (compiled?.result === undefined || content === undefined) return [source, article as CachedArticle];
    const [size, length, fieldsLength, crc] = content;
    const position = end;
    end += size;
    const read = () => readContent(position, size, crc);
    if (read() === undefined) return [source, parsed]; // later, when the content is needed, it would be too late to compile it again
    const result = decodeEntry({
      ...{ fields: compiled.result, fieldsLength, size, length },
      get content() {
        const bytes = read();
        if (bytes === undefined) throw new Failure("read", file, "it was changed just now; delete it and run the command again");
        return bytes;
      },
    });
    return [source, { ...article, compiled: { ...compiled, result } }];
  });
  return { key, articles: new Map(articles), versions: index.versions, media: index.media, chunks: new Map(index.chunks) };
}

/** Writes a cache if possible: the next build works without it. Returns the reason if it is not. */
export function keepCache(file: string, cache: StoredCache): string | undefined {
  try {
    writeCache(file, cache);
    return undefined;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `Cannot keep a cache. ${error.message}. The next build compiles everything again.`;
  }
}

/** Writes a cache atomically. @throws Failure */
export function writeCache(file: string, { chunks, key, media, articles, versions }: StoredCache): void {
  const contents: Uint8Array[] = [];
  const index: Index = {
    articles: withoutTransient(articles).map(([source, article]) => {
      const entry = article.compiled?.result;
      if (article.compiled === undefined || entry === undefined) return [source, article as Stored];
      const { content, fields, fieldsLength, length, size } = encodeEntry(entry);
      contents.push(content);
      return [source, { ...article, compiled: { ...article.compiled, result: fields } }, [size, length, fieldsLength, crc32(content)]];
    }),
    versions: [...versions],
    media: [...media],
    chunks: [...chunks],
  };
  const bytes = Buffer.from(JSON.stringify(index));
  const contentBytes = contents.reduce((sum, { length }) => sum + length, 0);
  const header: Header = { key, indexBytes: bytes.length, contentBytes, crc: crc32(bytes) };
  ensureFolder(dirname(file));
  replaceFile(file, [Buffer.from(`${magic}\t${JSON.stringify(header)}\n`), bytes, ...contents]);
}

// Transient failures are not cached.
function withoutTransient(articles: StoredCache["articles"]): [string, CachedArticle][] {
  return [...articles].flatMap(([source, article]): [string, CachedArticle][] => {
    const { compiled, parsed, version } = article;
    if (parsed.isTransient === true) return [];
    return [[source, compiled?.isTransient === true ? { version, parsed } : article]];
  });
}
