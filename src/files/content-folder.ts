import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readlinkSync, realpathSync, type Stats } from "node:fs";
import { join, relative, sep } from "node:path";
import { attempt, Failure } from "./failure.ts";
import { kindOf } from "./file-kind.ts";
import { faultOfTarget, realPathOf } from "./link-target.ts";
import { type FileList, type Located, listFiles } from "./list-files.ts";

/** A file that is open for reading. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * A folder with files of other people, such as `articles/` with a guest's pull request. A file is read only if its real path is
 * inside the real path of the folder, since git carries links and a link may lead to anything on this machine: a key, the
 * environment in `/proc/self/environ`, a pipe that never ends. A link that stays inside is like the file that it leads to.
 */
export class ContentFolder {
  readonly #root: string;

  /** @param root the real path of the folder */
  private constructor(root: string) {
    this.#root = root;
  }

  /**
   * Opens the folder at a path, which may be a link. Undefined where nothing is there.
   * @throws Failure where something else than a readable folder is there
   */
  static open(path: string): ContentFolder | undefined {
    const isThere = attempt("read", path, () => lstatSync(path, { throwIfNoEntry: false })) !== undefined;
    if (!isThere) return undefined;
    const root = realPathOf(path, path);
    if (!attempt("read", path, () => lstatSync(root)).isDirectory())
      throw new Failure("read", path, "it is not a folder; put a folder in its place");
    return new ContentFolder(root);
  }

  /**
   * Lists all files, those in linked folders too.
   * @param skipsFolder decides by its path whether a folder is left out
   */
  list(skipsFolder: (path: string) => boolean): FileList {
    return listFiles(this.#root, skipsFolder);
  }

  /**
   * Finds the file at a path below the folder. Undefined where there is none.
   * @throws Failure where something is there that may not be read
   */
  find(path: string): Located | undefined {
    const real = this.#realPathOf(path);
    if (real === undefined) return undefined;
    const fault = faultOfTarget(this.#root, path, real);
    if (fault !== undefined) throw fault;
    const stats = attempt("read", path, () => lstatSync(real));
    if (stats.isDirectory()) return undefined;
    if (!stats.isFile()) throw new Failure("read", path, `it is ${kindOf(stats)}, not a file; remove it`);
    return { path, real };
  }

  /** The path of a found file below the folder without links: what is really read. */
  realPathBelow({ real }: Located): string {
    return relative(this.#root, real).replaceAll(sep, "/");
  }

  /** @throws Failure where the file is no longer there */
  statsOf({ path, real }: Located): Stats {
    return attempt("read", path, () => lstatSync(real));
  }

  /**
   * Opens a found file while `use` runs.
   * @throws Failure where it cannot be read, or is another file by now
   */
  open<T>({ path, real }: Located, use: (file: OpenFile) => T): T {
    // Between finding and opening, a link or a pipe may have taken the file's place: neither is followed, and a pipe blocks nothing.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    return attempt("read", path, () => {
      const descriptor = openSync(real, flags);
      try {
        const stats = fstatSync(descriptor);
        if (!stats.isFile() || !isStillAt(descriptor, real)) throw new Failure("read", path, "it was replaced just now; try again");
        return use({ descriptor, stats });
      } finally {
        closeSync(descriptor);
      }
    });
  }

  /** Reads a found file. @throws Failure as {@link open} does */
  read(file: Located): Buffer {
    return this.open(file, ({ descriptor }) => readFileSync(descriptor));
  }

  /** Reads the file at a path below the folder; undefined where there is none. @throws Failure */
  readAt(path: string): Buffer | undefined {
    const file = this.find(path);
    return file && this.read(file);
  }

  #realPathOf(path: string): string | undefined {
    return attempt("read", path, () => {
      try {
        return realpathSync.native(join(this.#root, path));
      } catch (error) {
        if (nothingThere.has((error as NodeJS.ErrnoException).code ?? "")) return undefined;
        throw error;
      }
    });
  }
}

// No file can have a name with a zero byte (ERR_INVALID_ARG_VALUE) or such a long one.
const nothingThere: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

// Linux tells the real path of an open file, and adds " (deleted)" once another file has its name. Elsewhere the path is followed again.
function isStillAt(descriptor: number, real: string): boolean {
  const current = pathOf(descriptor);
  if (current !== undefined) return current === real || current === `${real} (deleted)`;
  const [opened, there] = [fstatSync(descriptor, { bigint: true }), lstatSync(real, { bigint: true })];
  return realpathSync.native(real) === real && opened.ino === there.ino && opened.dev === there.dev;
}

function pathOf(descriptor: number): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return undefined;
  }
}
