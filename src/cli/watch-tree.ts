import { existsSync, type FSWatcher, readdirSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { attempt } from "../files/failure.ts";
import { errorLines } from "../terminal/exit-on-failure.ts";
import type { Print } from "../terminal/terminal.ts";

/** Options of {@link watchTree}. */
export interface WatchTreeOptions {
  readonly onChange: () => void;
  /** True for a folder in it that is not watched, by its path below it. */
  readonly isLeftOut: (path: string) => boolean;
  readonly print: Print;
}

/** A folder and the folders in it, of which each is watched. */
export interface WatchedTree {
  /**
   * Watches the folders that have come since, also in the place of others. To be called after a change and before the files are read:
   * every later change is seen.
   */
  update(): void;
}

/**
 * Watches a folder and the folders in it, also after it was removed and comes back. The recursive watch of Node does not see a folder
 * that takes the place of another. Where the system cannot watch, as with too many folders, a person is told and all else goes on.
 */
export function watchTree(folder: string, { isLeftOut, onChange, print }: WatchTreeOptions): WatchedTree {
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

  // Watches a folder before it is listed: what comes into it meanwhile is a change.
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
      if (existsSync(path)) fail(error); // that it was removed just now is the next change
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

// Another folder at the same path is another one. Undefined where there is no folder.
function identityOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isDirectory() ? `${stats.dev}:${stats.ino}` : undefined;
}
