import { readSync, writeSync } from "node:fs";
import type { OpenFile } from "./content-folder.ts";

const chunkBytes = 1024 * 1024; // a recording may be larger than memory

/** Returns whether two files have the same bytes. */
export function isSameContent(one: OpenFile, other: OpenFile): boolean {
  if (one.stats.size !== other.stats.size) return false;
  for (let position = 0; position < one.stats.size; position += chunkBytes) {
    if (!readAt(one.descriptor, position, chunkBytes).equals(readAt(other.descriptor, position, chunkBytes))) return false;
  }
  return true;
}

/** Copies a file into another file that is open for writing. */
export function copyContent({ descriptor, stats: { size } }: OpenFile, target: number): void {
  for (let position = 0; position < size; position += chunkBytes) {
    const chunk = readAt(descriptor, position, chunkBytes);
    for (let written = 0; written < chunk.length; ) written += writeSync(target, chunk, written);
  }
}

/** Reads the first bytes of a file. */
export function readStart({ descriptor, stats: { size } }: OpenFile, maxBytes: number): Buffer {
  return readAt(descriptor, 0, Math.min(size, maxBytes));
}

function readAt(descriptor: number, position: number, wanted: number): Buffer {
  const bytes = Buffer.allocUnsafe(wanted);
  let length = 0;
  for (let read = -1; read !== 0 && length < wanted; length += read) {
    read = readSync(descriptor, bytes, length, wanted - length, position + length);
  }
  return bytes.subarray(0, length);
}
