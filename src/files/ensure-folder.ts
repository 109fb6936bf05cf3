import { existsSync, lstatSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { attempt, Failure, isSystemError } from "./failure.ts";
import { realPathOf } from "./link-target.ts";

/** Creates a folder and its missing parents. @throws Failure */
export function ensureFolder(path: string): void {
  attempt("write", path, () => {
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      const there = deepestExisting(path);
      realPathOf(there, there); // which reports a link to nothing
      if (!statSync(there).isDirectory()) throw new Failure("use", there, "it is not a folder; move it away", { cause: error });
      // The recursive mkdir reports EROFS as ENOENT. This call reports the real error.
      if (isSystemError(error) && error.code === "ENOENT") mkdirSync(firstMissing(path));
      throw error;
    }
  });
}

function firstMissing(path: string): string {
  const parent = dirname(path);
  return parent === path || existsSync(parent) ? path : firstMissing(parent);
}

/** Returns the longest part of a path that exists, be it a link to nothing. */
export function deepestExisting(path: string): string {
  return isThere(path) ? path : deepestExisting(dirname(path));
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOTDIR") return false; // it would be below a file
    throw error;
  }
}
