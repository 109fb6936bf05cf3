import { type Dirent, lstatSync, readdirSync } from "node:fs";
import { sep } from "node:path";
import { collectFault } from "./collect-fault.ts";
import { attempt, Failure } from "./failure.ts";
import { fileKindOf } from "./file-kind.ts";
import { faultOfTarget, isInside, realPathOf } from "./link-target.ts";

/** A file of a folder. */
export interface Located {
  /** Path relative to the folder, with `/` between the names. */
  readonly path: string;
  /** Its real path: absolute, without links. */
  readonly real: string;
}

/** The contents of a folder. */
export interface FileList {
  /** In no particular order. */
  readonly files: readonly Located[];
  /** The reasons why paths in the folder cannot be read, by path; the folder itself has an empty path. */
  readonly faults: ReadonlyMap<string, string>;
}

// Protects against folders full of links to each other: 60 links can make 2^30 paths.
const maxLinked = 10_000;

/**
 * Lists the files of a folder. It follows links to files and folders in it. A link is a fault if it leads out of the folder, to nothing,
 * or to a folder that contains it.
 * @param root a real path
 */
export function listFiles(root: string, skipsFolder: (path: string) => boolean): FileList {
  const walk = new Walk(root, skipsFolder);
  walk.run();
  return walk;
}

interface Folder extends Located {
  /** The folder with the link to this one; undefined for a folder that is not linked. */
  readonly linkedFrom: Folder | undefined;
}

class Walk implements FileList {
  readonly files: Located[] = [];
  readonly faults = new Map<string, string>();
  readonly #root: string;
  readonly #skipsFolder: (path: string) => boolean;
  readonly #folders: Folder[];
  /** The number of paths that exist because of links to folders. */
  #linked = 0;

  constructor(root: string, skipsFolder: (path: string) => boolean) {
    this.#root = root;
    this.#skipsFolder = skipsFolder;
    this.#folders = [{ path: "", real: root, linkedFrom: undefined }];
  }

  run(): void {
    for (const folder of this.#folders) collectFault(this.faults, folder.path, () => this.#read(folder));
  }

  #read(folder: Folder): void {
    const { linkedFrom, path, real } = folder;
    if (linkedFrom !== undefined && this.#linked > maxLinked) return;
    const entries = attempt("read", path || real, () => readdirSync(real, { withFileTypes: true }));
    const start = real.endsWith(sep) ? real : real + sep; // cheaper than thousands of joins
    for (const entry of entries) {
      const below = path === "" ? entry.name : `${path}/${entry.name}`;
      collectFault(this.faults, below, () => this.#add(entry, { path: below, real: start + entry.name, linkedFrom }, folder));
    }
    if (linkedFrom === undefined) return;
    this.#linked += entries.length;
    if (this.#linked > maxLinked)
      throw new Failure("read", path, `links to folders lead to more than ${maxLinked} files; remove some of the links`);
  }

  #add(entry: Dirent, found: Folder, parent: Folder): void {
    if (entry.name.includes("\uFFFD") && !isThere(found)) throw new Failure("read", found.path, "its name is not UTF-8; rename it");
    if (entry.isSymbolicLink()) this.#follow(found, parent);
    else if (entry.isDirectory()) this.#enter(found);
    else if (entry.isFile()) this.files.push(found);
    else throw new Failure("read", found.path, `it is ${fileKindOf(entry)}, not a file; remove it`);
  }

  #enter(folder: Folder): void {
    if (!this.#skipsFolder(folder.path)) this.#folders.push(folder);
  }

  #follow({ path, real: link }: Folder, parent: Folder): void {
    const real = realPathOf(link, path);
    const fault = faultOfTarget(this.#root, path, real);
    if (fault !== undefined) throw fault;
    const stats = attempt("read", path, () => lstatSync(real));
    if (stats.isFile()) this.files.push({ path, real });
    else if (!stats.isDirectory()) throw new Failure("read", path, `a link leads to ${fileKindOf(stats)}; remove it`);
    else if (leadsBack(real, parent)) throw new Failure("read", path, "a link leads to a folder that it is in; remove it");
    else this.#enter({ path, real, linkedFrom: parent });
  }
}

// Node replaces invalid UTF-8 in a name with U+FFFD. No file has the resulting name.
function isThere({ path, real }: Located): boolean {
  return attempt("read", path, () => lstatSync(real, { throwIfNoEntry: false })) !== undefined;
}

function leadsBack(target: string, parent: Folder): boolean {
  for (let folder: Folder | undefined = parent; folder !== undefined; folder = folder.linkedFrom) {
    if (isInside(target, folder.real)) return true;
  }
  return false;
}
