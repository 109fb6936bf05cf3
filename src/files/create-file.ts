import { closeSync, openSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ensureFolderInside } from "./ensure-folder-inside.ts";
import { attempt } from "./failure.ts";
import { giveName } from "./give-name.ts";

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

function write(file: string, content: NewContent): void {
  const descriptor = openSync(file, "wx");
  try {
    if (typeof content === "function") content(descriptor);
    else writeFileSync(descriptor, content);
  } finally {
    closeSync(descriptor);
  }
}
