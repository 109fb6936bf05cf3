import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { CompiledEntry } from "../../model/entry.ts";
import type { CachedContents, Chunk } from "../../store/chunk-contents.ts";
import { digest } from "../../base/digest-sync.ts";
import { encodeEntry } from "./encoded-entry.ts";

/** The names of the chunks that builds have written, by what went into them: {@link chunkKey}. */
export type KnownChunks = ReadonlyMap<string, string>;

/** What went into a chunk: entries of the same hashes have the same contents. */
export function chunkKey(entries: readonly CompiledEntry[]): string {
  return digest(entries.map(({ hash }) => hash).join());
}

/**
 * What is known of contents from the builds before.
 * @param fileOf the path of the file of a chunk, by its name
 */
export function knownContents(chunks: KnownChunks, fileOf: (name: string) => string): CachedContents {
  return {
    formOf: encodeEntry,
    nameOf(entries) {
      const name = chunks.get(chunkKey(entries));
      return name !== undefined && isWhole(fileOf(name), name) ? name : undefined;
    },
  };
}

// A chunk is called after its digest. The Worker answers 503 for one that is not what it is called.
function isWhole(file: string, name: string): boolean {
  try {
    return hash("sha256", readFileSync(file)).startsWith(name);
  } catch {
    return false;
  }
}

/** The chunks as the next build has to know them. */
export function rememberChunks(chunks: readonly Chunk[]): KnownChunks {
  return new Map(chunks.map(({ entries, name }) => [chunkKey(entries), name]));
}
