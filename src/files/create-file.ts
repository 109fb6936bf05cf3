import { closeSync, constants, copyFileSync, linkSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deepestExisting, ensureFolder } from "./ensure-folder.ts";
import { attempt, Failure, isSystemError } from "./failure.ts";
import { isInside, realPathOf } from "./link-target.ts";

/** The content of a new file, or a function that writes it. */
export type NewContent = string | Uint8Array | ((descriptor: number) => void);

/**
 * Creates a file below a folder, atomically, and never over an existing one. Creates missing folders. It does not write through a
 * link that leads out of the folder.
 * @param path relative to the folder
 * @throws Failure, also if the file exists
 */
export function createFile(folder: string, path: string, content: NewContent): void {
  const file = join(folder, path);
  makeFolderInside(folder, dirname(file));
  const fresh = join(dirname(file), ".broadsheet.new"); // hidden, so that builds ignore it
  attempt("write", file, () => {
    rmSync(fresh, { force: true });
    try {
      write(fresh, content);
      giveName(fresh, file);
    } finally {
      rmSync(fresh, { force: true });
    }
  });
}

function makeFolderInside(folder: string, target: string): void {
  ensureFolder(folder);
  const there = attempt("write", target, () => deepestExisting(target));
  if (!isInside(realPathOf(folder, folder), realPathOf(there, there)))
    throw new Failure("write", target, `a link leads out of ${folder}; remove the link`);
  ensureFolder(target);
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

// A rename would replace an existing file, so a hard link is used. Some file systems do not support those.
function giveName(fresh: string, file: string): void {
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (!(isSystemError(error) && /^E(?:PERM|NOSYS|NOTSUP|OPNOTSUPP|MLINK|XDEV)$/.test(error.code))) throw error;
    copyFileSync(fresh, file, constants.COPYFILE_EXCL);
  }
}
