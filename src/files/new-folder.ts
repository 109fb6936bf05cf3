import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** The reason why a folder cannot be new at a path; undefined where nothing or an empty folder is there. */
export function faultOfTarget(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return "it is no folder";
  return readdirSync(path).length > 0 ? "it is not empty" : undefined;
}

/**
 * Makes a folder whose content appears at once: another folder is filled first and then renamed. If `fill` fails or the process ends,
 * nothing of it is left.
 * @param path where nothing or an empty folder is. An empty one stays: it may be the root of a disk or belong to somebody else
 */
export async function makeFolderAtOnce<T>(path: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const isThere = existsSync(path);
  const name = `.${basename(path)}.partial-${process.pid}`;
  const partial = join(isThere ? path : dirname(path), name);
  const firstMade = makeFolders(partial);
  const discard = () => rmSync(firstMade, { recursive: true, force: true });
  process.once("exit", discard);
  try {
    const result = await fill(partial);
    if (isThere) moveUp(partial);
    else renameSync(partial, path);
    return result;
  } catch (error) {
    discard();
    throw error;
  } finally {
    process.off("exit", discard);
  }
}

// Returns the first of the folders that were missing. Node's own recursive mkdir never ends where a file system, such as /proc, says that
// a folder is missing which is there.
function makeFolders(path: string): string {
  const parent = dirname(path);
  const first = existsSync(parent) ? path : makeFolders(parent);
  mkdirSync(path);
  return first;
}

function moveUp(folder: string): void {
  const parent = dirname(folder);
  const others = readdirSync(parent).filter((name) => name !== basename(folder));
  if (others.length > 0) throw new Error(`Cannot write into ${parent}: ${others[0]} is there by now`);
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
