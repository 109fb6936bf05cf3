import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { isArticle } from "../../build/source/article-files.ts";
import { foldersOf } from "../../build/source/file-diagnostics.ts";
import { findFence } from "../../content/front-matter/front-matter-fence.ts";
import { ContentFolder, type OpenFile } from "../../files/content-folder.ts";
import { attempt, Failure } from "../../files/failure.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import type { SiteFolder } from "../../import/generator-site.ts";

/** A folder of another generator, or one article of it. */
export interface OpenSite extends SiteFolder {
  /** The folder's own path. */
  readonly root: string;
  /** The reasons why files and folders in it cannot be read, by path. */
  readonly faults: ReadonlyMap<string, string>;
  /** Opens a file of it while `use` runs. @throws Failure */
  open<T>(path: string, use: (file: OpenFile) => T): T;
}

// What generators and package managers make, and nobody wrote.
const made = new Set(["node_modules", "vendor", "_site", "dist"]);

/**
 * Opens a folder, or a file that is an article as it stands; undefined for anything else that can be imported.
 * @throws Failure where the folder cannot be read
 */
export function openSite(path: string): OpenSite | undefined {
  const found = attempt("read", path, () => statSync(path, { throwIfNoEntry: false }));
  if (found?.isDirectory()) return openFolder(path);
  const isWhole = found?.isFile() && isArticle(basename(path)) && (!/\.(?:html?|txt)$/.test(path) || hasFrontMatter(path));
  return isWhole ? openFile(path) : undefined;
}

function openFolder(root: string): OpenSite {
  const files = ContentFolder.open(root);
  if (files === undefined) throw new Failure("read", root, "it was removed just now");
  const list = files.list((path) => made.has(basename(path)) || basename(path).startsWith("."));
  const fault = list.faults.get("");
  if (fault !== undefined) throw new Failure("read", root, fault);
  const byPath = new Map(list.files.map((file) => [file.path, file]));
  const find = (path: string) => {
    const faulty = [...foldersOf(path), path].find((each) => list.faults.has(each));
    if (faulty !== undefined) throw new Failure("read", join(root, faulty), list.faults.get(faulty) ?? "");
    return byPath.get(path);
  };
  return {
    root,
    paths: [...byPath.keys()].sort(),
    faults: list.faults,
    read(path) {
      const file = find(path);
      return file && files.read(file).toString();
    },
    open(path, use) {
      const file = find(path);
      if (file === undefined) throw new Failure("read", join(root, path), "it is not there");
      return files.open(file, use);
    },
  };
}

// The owner named it: it may be a link to anywhere.
function openFile(path: string): OpenSite {
  return {
    root: dirname(path),
    paths: [basename(path)],
    faults: new Map(),
    read: () => undefined,
    open(_, use) {
      const real = realpathSync.native(path);
      const files = ContentFolder.open(dirname(real));
      const file = files?.find(basename(real));
      if (files === undefined || file === undefined) throw new Failure("read", path, "it was removed just now");
      return files.open(file, use);
    },
  };
}

function hasFrontMatter(path: string): boolean {
  try {
    return findFence(readRegularFile(path).toString()) !== undefined;
  } catch {
    return true; // it begins and does not end
  }
}
