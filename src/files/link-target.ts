import { readlinkSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { attempt, Failure, isSystemError } from "./failure.ts";

/** True for the folder itself and everything below it. Both are real paths. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * Follows all links of a path to its real path.
 * @param path what messages call it
 * @throws Failure where a link leads to nothing, or in a circle
 */
export function realPathOf(link: string, path: string): string {
  return attempt("read", path, () => {
    try {
      return realpathSync.native(link); // in the spelling of the disk, which the other one keeps only on Linux
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
 * Tells why the file at `path` may not be read, from its real path; undefined where it may.
 *
 * Hidden files are refused only where a link leads to them: `.git/config` of a checkout has the token that it was fetched with.
 */
export function faultOfTarget(root: string, path: string, real: string): Failure | undefined {
  if (!isInside(root, real)) return new Failure("read", path, `a link leads out of the folder, to ${real}; ${remedy}`);
  const below = relative(root, real);
  const isHidden = real !== join(root, path) && below.split(sep).some((name) => name.startsWith("."));
  return isHidden ? new Failure("read", path, `a link leads to the hidden file ${below}; ${remedy}`) : undefined;
}

const remedy = "put a copy of what it leads to in its place";
