import { closeSync, existsSync, openSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureFolderInside } from "./ensure-folder-inside.ts";
import { attempt, isSystemError } from "./failure.ts";
import { linkOrCopy } from "./link-or-copy.ts";
import { removeAbandoned, temporaryPath } from "./temporary-path.ts";

/** The content of a new file, or a function that writes it. */
export type NewContent = string | Uint8Array | ((descriptor: number) => void);

/**
 * Creates a file below a folder, atomically, and never over an existing one. Creates missing folders. It does not write through a
 * link that leads out of the folder. After a failure, the folders that it created are gone.
 * @param path relative to the folder
 * @throws Failure, also if the file exists
 */
export function createFile(folder: string, path: string, content: NewContent): void {
  const file = join(folder, path);
  const missing = missingFolders(folder, dirname(file));
  try {
    ensureFolderInside(folder, dirname(file));
    createIn(dirname(file), file, content);
  } catch (error) {
    for (const created of missing) removeEmpty(created);
    throw error;
  }
}

// The deepest first. The folder itself stays.
function missingFolders(folder: string, path: string): string[] {
  return path === folder || path === dirname(path) || existsSync(path) ? [] : [path, ...missingFolders(folder, dirname(path))];
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error; // it is missing, or another command has written into it
  }
}

function createIn(folder: string, file: string, content: NewContent): void {
  const base = join(folder, "broadsheet"); // a name made of that of the file might be too long
  const fresh = temporaryPath(base);
  attempt("write", file, () => {
    removeAbandonedOnce(base);
    rmSync(fresh, { force: true }); // may be a link
    try {
      write(fresh, content);
      linkOrCopy(fresh, file);
    } finally {
      rmSync(fresh, { force: true });
    }
  });
}

const cleaned = new Set<string>();

// Once per folder and process: a folder of an import has thousands of files.
function removeAbandonedOnce(base: string): void {
  if (cleaned.has(base)) return;
  cleaned.add(base);
  removeAbandoned(base);
}

function write(file: string, content: NewContent): void {
  const descriptor = openSync(file, "wx");
  try {
    if (typeof content === "function") content(descriptor);
    else writeFileSync(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}
