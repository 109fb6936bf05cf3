import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { attempt, isSystemError } from "./failure.ts";

/** Makes a folder and those above it, as far as they are missing. @throws Failure */
export function makeFolder(path: string): void {
  attempt("write", path, () => {
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") mkdirSync(firstMissing(path)); // Node reports EROFS as ENOENT; this does not
      throw error;
    }
  });
}

function firstMissing(path: string): string {
  const parent = dirname(path);
  return parent === path || existsSync(parent) ? path : firstMissing(parent);
}
