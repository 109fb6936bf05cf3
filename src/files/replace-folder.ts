import { copyFileSync, existsSync, linkSync, lstatSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { collectFault } from "./collect-fault.ts";
import { ensureFolder } from "./ensure-folder.ts";
import { attempt, isSystemError } from "./failure.ts";
import { abandonedPaths, removeAbandoned, temporaryPath } from "./temporary-path.ts";

const maxTries = 10; // to replace a folder that other processes replace at the same time

/**
 * A new folder that replaces the one at a path when it is complete, if there is one. If it is not committed, it is removed at the end of
 * the scope: `using fresh = new FolderReplacement("build/public")`.
 */
export class FolderReplacement implements Disposable {
  readonly #target: string;
  readonly #fresh: string;
  readonly #old: string;

  /** Creates an empty folder next to the one at `target`. @throws Failure */
  constructor(target: string) {
    this.#target = target;
    this.#fresh = temporaryPath(target);
    this.#old = temporaryPath(target, "old");
    attempt("write", target, () => {
      const [old] = abandonedPaths(target, "old"); // of a process that was killed in commit()
      if (old !== undefined && !existsSync(target)) renameSync(old, target);
      removeAbandoned(target, "old");
      removeAbandoned(target);
    });
    this.#remove(); // may be links
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
      for (let tries = 1; !this.#replace(tries === maxTries); tries++);
    });
  }

  // Returns false if another process has put its folder there between the two calls.
  #replace(isLastTry: boolean): boolean {
    try {
      rmSync(this.#old, { recursive: true, force: true });
      if (lstatSync(this.#target, { throwIfNoEntry: false }) !== undefined) renameSync(this.#target, this.#old);
      renameSync(this.#fresh, this.#target);
      return true;
    } catch (error) {
      if (isLastTry || !existsSync(this.#fresh) || !isSystemError(error) || !/^E(?:EXIST|NOENT|NOTEMPTY)$/.test(error.code)) throw error;
      return false;
    }
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
