import { existsSync, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { attempt } from "../../files/failure.ts";
import { errorLines } from "../../terminal/exit-on-failure.ts";
import type { Print } from "../../terminal/terminal.ts";

/** Options of {@link watchFolderTree}. */
export interface WatchFolderTreeOptions {
  readonly onChange: () => void;
  /** Returns whether a subfolder is ignored, by its path below the folder. */
  readonly isLeftOut: (path: string) => boolean;
  readonly print: Print;
}

/** A watched folder with its subfolders. */
export interface WatchedFolderTree {
  /**
   * Watches new subfolders, and those that replaced others. Call it after a change and before the files are read, so that every later
   * change is noticed.
   */
  update(): void;
}

/**
 * Watches a folder with its subfolders, as `npm start` watches articles/, also after it was removed and created again. The recursive watch
 * of Node does not notice a folder that replaces another. If the system cannot watch, as with too many folders, a message is printed and
 * everything else continues.
 */
export function watchFolderTree(folder: string, { isLeftOut, onChange, print }: WatchFolderTreeOptions): WatchedFolderTree {
  const watched = new Map<string, { readonly identity: string; readonly watcher: FSWatcher }>();
  let hasFailed = false;
  const fail = (error: unknown) => {
    if (!hasFailed) print(...errorLines(error), "To see edits, start again.");
    hasFailed = true;
  };

  function watchOne(path: string): FSWatcher {
    const watcher = attempt("watch", path, () => watch(path, onChange));
    // Windows reports the removal of a folder as an error.
    return watcher.on("error", (error) => (existsSync(path) ? fail(error) : onChange()));
  }

  // Watches a folder before it is listed, so that a file created meanwhile is a change.
  function visit(below: string, found: Set<string>): void {
    const path = join(folder, below);
    try {
      const identity = identityOf(path);
      if (identity === undefined) return;
      if (watched.get(path)?.identity !== identity) {
        watched.get(path)?.watcher.close();
        watched.delete(path);
        watched.set(path, { identity, watcher: watchOne(path) });
      }
      found.add(path);
      for (const entry of readdirSync(path, { withFileTypes: true })) {
        const child = below === "" ? entry.name : `${below}/${entry.name}`;
        if (entry.isDirectory() && !isLeftOut(child)) visit(child, found);
      }
    } catch (error) {
      if (existsSync(path)) fail(error); // a folder that was removed just now is the next change
    }
  }

  function update(): void {
    const found = new Set<string>();
    visit("", found);
    for (const [path, { watcher }] of watched) {
      if (found.has(path)) continue;
      watcher.close();
      watched.delete(path);
    }
  }

  update();
  return { update };
}

// Identifies a folder among those at the same path, also after its number was given to a new one. Undefined if there is no folder.
function identityOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isDirectory() ? `${stats.dev}:${stats.ino}:${stats.birthtimeNs}` : undefined;
}
