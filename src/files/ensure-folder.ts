import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { attempt, isSystemError } from "./failure.ts";

/** Creates a folder and its missing parents. @throws Failure */
export function ensureFolder(path: string): void {
  attempt("write", path, () => {
    try {
      mkdirSync(path, { recursive: true });
    } catch (error) {
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
