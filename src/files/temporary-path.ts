import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isSystemError } from "./failure.ts";

/** `partial`: content that is not complete yet. `old`: content that is being replaced. */
type Kind = "old" | "partial";

/**
 * Returns a path for temporary content that belongs to this process, so that two commands can write into one folder at the same time. The
 * name is hidden: builds ignore it.
 * @param folder where it is: by default next to the path
 */
export function temporaryPath(path: string, kind: Kind = "partial", folder: string = dirname(path)): string {
  return join(folder, `${prefixOf(path, kind)}${process.pid}`);
}

/** Returns the temporary paths of processes that were killed before they could remove them. */
export function abandonedPaths(path: string, kind: Kind = "partial", folder: string = dirname(path)): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const names = readdirSync(folder).filter((name) => isAbandoned(path, name, kind));
  return names.map((name) => join(folder, name));
}

/** Removes the temporary paths of killed processes. Those of another user, which cannot be removed, stay. */
export function removeAbandoned(path: string, kind?: Kind, folder?: string): void {
  for (const abandoned of abandonedPaths(path, kind, folder)) {
    try {
      rmSync(abandoned, { recursive: true, force: true });
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
}

/** Returns true for the name of a temporary path of a process that was killed. */
export function isAbandoned(path: string, name: string, kind: Kind = "partial"): boolean {
  const prefix = prefixOf(path, kind);
  const id = name.startsWith(prefix) ? name.slice(prefix.length) : "";
  if (!/^[1-9]\d{0,9}$/.test(id)) return false;
  try {
    process.kill(Number(id), 0); // signal 0 only checks that the process exists
    return false;
  } catch (error) {
    return isSystemError(error) && error.code === "ESRCH";
  }
}

function prefixOf(path: string, kind: Kind): string {
  return `.${basename(path)}.${kind}-`;
}
