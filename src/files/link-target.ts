import { readlinkSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { attempt, Failure, isSystemError } from "./failure.ts";

/** Returns true for the folder itself and every path below it. Both are real paths. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * Resolves all links of a path.
 * @param path the path for messages
 * @throws Failure if a link is broken or part of a loop
 */
export function realPathOf(link: string, path: string): string {
  return attempt("read", path, () => {
    try {
      return realpathSync.native(link); // the native version returns the spelling on disk on every system
    } catch (error) {
      if (isSystemError(error) && error.code === "ENOENT") throw leadsNowhere(link, path);
      throw error;
    }
  });
}

function leadsNowhere(link: string, path: string): Failure {
  return new Failure("read", path, `a link leads to ${readlinkSync(link)}, which does not exist; repair or remove the link`);
}

/**
 * Returns the reason why the file at `path` may not be read, judged by its real path; undefined if it may be read.
 *
 * A hidden file is refused only as the target of a link: `.git/config` of a checkout contains the token that it was fetched with.
 */
export function faultOfTarget(root: string, path: string, real: string): Failure | undefined {
  if (!isInside(root, real)) return new Failure("read", path, `a link leads out of the folder, to ${real}; ${remedy}`);
  const below = relative(root, real);
  const isHidden = real !== join(root, path) && below.split(sep).some((name) => name.startsWith("."));
  return isHidden ? new Failure("read", path, `a link leads to the hidden file ${below}; ${remedy}`) : undefined;
}

const remedy = "put a copy of what it leads to in its place";
