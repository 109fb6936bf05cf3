import { statSync } from "node:fs";
import type { CompiledEntry } from "../content/compile-entry.ts";
import type { Chunk, KnownContents } from "../store/chunk-contents.ts";
import { digest } from "./digest.ts";
import { storedEntry } from "./stored-entry.ts";

/** A chunk that a build has written: its name, and how many bytes its file has. */
export type KnownChunk = readonly [name: string, bytes: number];

/** The chunks that builds have written, by what went into them: {@link chunkKey}. */
export type KnownChunks = ReadonlyMap<string, KnownChunk>;

/** What went into a chunk: entries of the same hashes have the same contents. */
export function chunkKey(entries: readonly CompiledEntry[]): string {
  return digest(entries.map(({ hash }) => hash).join());
}

/**
 * What is known of contents from the builds before.
 * @param fileOf the path of the file of a chunk, by its name
 */
export function knownContents(chunks: KnownChunks, fileOf: (name: string) => string): KnownContents {
  return {
    formOf: storedEntry,
    nameOf(entries) {
      const [name, bytes] = chunks.get(chunkKey(entries)) ?? [];
      return name !== undefined && statSync(fileOf(name), { throwIfNoEntry: false })?.size === bytes ? name : undefined;
    },
  };
}

/** The chunks as the next build has to know them. */
export function rememberChunks(chunks: readonly Chunk[], fileOf: (name: string) => string): KnownChunks {
  return new Map(chunks.map(({ entries, name }) => [chunkKey(entries), [name, statSync(fileOf(name)).size]]));
}
