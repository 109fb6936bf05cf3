import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { attempt, isSystemError } from "./failure.ts";
import { isAbandoned, removeAbandoned, temporaryPath } from "./temporary-path.ts";

/** Returns the reason why a folder cannot be created at a path; undefined if the path is free or an empty folder. */
export function faultOfNewFolder(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return "it is not a folder";
  return readdirSync(path).every((name) => isAbandoned(path, name)) ? undefined : "it is not empty";
}

/**
 * Creates a folder whose content appears atomically: a temporary folder is filled first and then renamed. If `fill` fails or the
 * process ends, nothing of it remains. It never replaces files: FolderReplacement does.
 * @param path a free path or an empty folder. An empty folder is kept: it may be a mount point or belong to another user
 */
export async function createFolder<T>(path: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const exists = existsSync(path);
  const parent = exists ? path : dirname(path);
  const partial = temporaryPath(path, "partial", parent);
  removeAbandoned(path, "partial", parent);
  const firstCreated = createMissingFolders(partial);
  const discard = () => rmSync(firstCreated, { recursive: true, force: true });
  process.once("exit", discard);
  try {
    const result = await fill(partial);
    if (exists) moveUp(partial);
    else renameSync(partial, path);
    return result;
  } catch (error) {
    discard();
    throw concerns(partial, error) ? failureAt(path, partial, error) : error;
  } finally {
    process.off("exit", discard);
  }
}

// An error of `write` has no path.
function concerns(partial: string, error: unknown): boolean {
  return isSystemError(error) && (error.dest ?? error.path ?? partial).startsWith(partial);
}

const nameFaults: ReadonlySet<string> = new Set(["EEXIST", "EISDIR", "ENAMETOOLONG", "ENOTDIR"]);

// The temporary folder is gone by now: a file whose name is the fault is named as it would have been.
function failureAt(path: string, partial: string, error: unknown): unknown {
  const file = isSystemError(error) && nameFaults.has(error.code) ? error.path?.slice(partial.length) : undefined;
  try {
    return attempt("write", path + (file ?? ""), () => {
      throw error;
    });
  } catch (failure) {
    return failure;
  }
}

// Returns the topmost missing folder. Node's own recursive mkdir loops endlessly if a file system, such as /proc, reports an existing
// folder as missing.
function createMissingFolders(path: string): string {
  const parent = dirname(path);
  const first = existsSync(parent) ? path : createMissingFolders(parent);
  mkdirSync(path);
  return first;
}

function moveUp(folder: string): void {
  const parent = dirname(folder);
  const others = readdirSync(parent).filter((name) => name !== basename(folder));
  if (others.length > 0) throw new Error(`Cannot write into ${parent}: ${others[0]} exists by now`);
  const moved: string[] = [];
  try {
    for (const name of readdirSync(folder)) {
      renameSync(join(folder, name), join(parent, name));
      moved.push(join(parent, name));
    }
    rmSync(folder, { recursive: true });
  } catch (error) {
    for (const file of moved) rmSync(file, { recursive: true, force: true });
    throw error;
  }
}
