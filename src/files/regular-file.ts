import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { attempt, Failure } from "./failure.ts";
import { fileKindOf } from "./file-kind.ts";

const maxBytes = 2 ** 30;

/**
 * Opens a file to read it. A pipe in its place would block the process until something is written into it.
 * @returns its descriptor
 * @throws Failure
 */
export function openRegularFile(path: string): number {
  return attempt("read", path, () => {
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // Windows has no such pipes
    const stats = fstatSync(descriptor);
    if (stats.isFile() && stats.size <= maxBytes) return descriptor;
    closeSync(descriptor);
    if (stats.isFile()) throw new Failure("read", path, `it is larger than ${maxBytes / 2 ** 30} GiB; put a smaller file in its place`);
    throw new Failure("read", path, `it is ${stats.isDirectory() ? "a folder" : fileKindOf(stats)}, not a file`);
  });
}

/** Reads a file. @throws Failure as {@link openRegularFile} does */
export function readRegularFile(path: string): Buffer {
  const descriptor = openRegularFile(path);
  try {
    return attempt("read", path, () => readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}
