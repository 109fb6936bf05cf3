import { hash } from "node:crypto";
import { digestSync } from "../../files/digest-sync.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import type { CachedContents, Chunk } from "../../store/chunk-contents.ts";
import { encodeEntry } from "./encoded-entry.ts";

/** The names of the chunks that builds have written, by their {@link chunkKey}. */
export type KnownChunks = ReadonlyMap<string, string>;

/** Computes the key of a chunk from its entries: entries with the same hashes have the same contents. */
function chunkKey(entries: readonly CompiledEntry[]): string {
  return digestSync(entries.map(({ hash }) => hash).join());
}

/**
 * Returns the chunks that earlier builds have written and that are still valid.
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

// The name of a chunk is its digest. The Worker answers 503 if they differ.
function isWhole(file: string, name: string): boolean {
  try {
    return hash("sha256", readRegularFile(file)).startsWith(name);
  } catch {
    return false;
  }
}

/** Returns the chunks for the cache of the next build. */
export function rememberChunks(chunks: readonly Chunk[]): KnownChunks {
  return new Map(chunks.map(({ entries, name }) => [chunkKey(entries), name]));
}
