import { copyFileSync, existsSync, linkSync, lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { collectFault } from "./collect-fault.ts";
import { ensureFolder } from "./ensure-folder.ts";
import { attempt } from "./failure.ts";

/**
 * A new folder that replaces the one at a path when it is complete, if there is one. If it is not committed, it is removed at the end of the
 * scope: `using fresh = new FolderReplacement("build/public")`.
 */
export class FolderReplacement implements Disposable {
  readonly #target: string;
  readonly #fresh: string;
  readonly #old: string;

  /** Creates an empty folder next to the one at `target`. @throws Failure */
  constructor(target: string) {
    this.#target = target;
    this.#fresh = `${target}.new`;
    this.#old = `${target}.old`;
    if (existsSync(this.#old) && !existsSync(target)) attempt("write", target, () => renameSync(this.#old, target)); // killed in commit()
    this.#remove(); // left by a killed process
    ensureFolder(this.#fresh);
  }

  /** Writes a file. Creates the folders in its path. @throws Failure */
  write(path: string, content: string | Uint8Array): void {
    const file = this.#place(path);
    attempt("write", file, () => writeFileSync(file, content));
  }

  /** Adds a file by a hard link, without reading it. The original stays. @throws Failure */
  link(path: string, from: string): void {
    const file = this.#place(path);
    attempt("write", file, () => {
      try {
        linkSync(from, file);
      } catch {
        copyFileSync(from, file); // some file systems do not support hard links
      }
    });
  }

  /** Replaces the old folder, which is removed at the end of the scope. @throws Failure */
  commit(): void {
    attempt("write", this.#target, () => {
      if (lstatSync(this.#target, { throwIfNoEntry: false }) !== undefined) renameSync(this.#target, this.#old);
      renameSync(this.#fresh, this.#target);
    });
  }

  /** Removes temporary folders. If that fails, the next run removes them. */
  [Symbol.dispose](): void {
    collectFault(new Map(), this.#target, () => this.#remove());
  }

  #remove(): void {
    for (const folder of [this.#fresh, this.#old]) attempt("write", folder, () => rmSync(folder, { recursive: true, force: true }));
  }

  #place(path: string): string {
    const file = join(this.#fresh, path);
    ensureFolder(dirname(file));
    return file;
  }
}
