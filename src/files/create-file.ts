import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureFolderInside } from "./ensure-folder-inside.ts";
import { attempt } from "./failure.ts";
import { giveName } from "./give-name.ts";
import { removeAbandoned, temporaryPath } from "./temporary-path.ts";

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
  ensureFolderInside(folder, dirname(file));
  const base = join(dirname(file), "broadsheet"); // a name made of that of the file might be too long
  const fresh = temporaryPath(base);
  attempt("write", file, () => {
    removeAbandonedOnce(base);
    rmSync(fresh, { force: true }); // may be a link
    try {
      write(fresh, content);
      giveName(fresh, file);
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
