import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, readlinkSync, realpathSync, type Stats } from "node:fs";
import { join, relative, sep } from "node:path";
import { attempt, Failure, isSystemError } from "./failure.ts";
import { fileKindOf } from "./file-kind.ts";
import { faultOfTarget, realPathOf } from "./link-target.ts";
import { type FileList, type Located, listFiles } from "./list-files.ts";
import { SpellingIndex } from "./spelling-index.ts";

/** A file that is open for reading. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * A folder with untrusted files, such as `articles/` with a guest's pull request. A file is read only if its real path is inside the
 * real path of the folder, since git stores links, and a link may point to anything on this machine: a key, the environment in
 * `/proc/self/environ`, an endless pipe. A link that stays inside is treated like its target.
 */
export class ContentFolder {
  readonly #root: string;
  readonly #spellings: SpellingIndex;

  /** @param root the real path of the folder */
  private constructor(root: string) {
    this.#root = root;
    this.#spellings = new SpellingIndex(root);
  }

  /**
   * Opens the folder at a path, which may be a link. Returns undefined if nothing exists there.
   * @throws Failure if something other than a readable folder exists there
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
   * Lists all files, including those in linked folders.
   * @param skipsFolder returns whether to skip the folder with this path
   */
  list(skipsFolder: (path: string) => boolean): FileList {
    return listFiles(this.#root, skipsFolder);
  }

  /**
   * Finds the file at a path below the folder. Returns undefined if it does not exist.
   * @throws Failure if it may not be read
   */
  find(path: string): Located | undefined {
    const real = this.#realPathOf(path);
    if (real === undefined) return undefined;
    const fault = faultOfTarget(this.#root, path, real);
    if (fault !== undefined) throw fault;
    const stats = attempt("read", path, () => lstatSync(real));
    if (stats.isDirectory()) return undefined;
    if (!stats.isFile()) throw new Failure("read", path, `it is ${fileKindOf(stats)}, not a file; remove it`);
    return { path, real };
  }

  /** Returns the path of a file whose name differs from `path` in case only, or undefined. */
  findOtherSpelling(path: string): string | undefined {
    return this.#spellings.find(path);
  }

  /** Returns the real path of a found file below the folder, without links. */
  realPathBelow({ real }: Located): string {
    return relative(this.#root, real).replaceAll(sep, "/");
  }

  /** @throws Failure if the file no longer exists */
  statsOf({ path, real }: Located): Stats {
    return attempt("read", path, () => lstatSync(real));
  }

  /**
   * Opens a found file while `use` runs.
   * @throws Failure if it cannot be read, or has been replaced
   */
  open<T>({ path, real }: Located, use: (file: OpenFile) => T): T {
    // A link or a pipe may have replaced the file since it was found. The flags follow no link and do not block on a pipe.
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    return attempt("read", path, () => {
      const descriptor = openRegular(path, real, flags);
      try {
        const stats = fstatSync(descriptor);
        if (!stats.isFile() || !isStillAt(descriptor, real)) throw new Failure("read", path, replaced);
        return use({ descriptor, stats });
      } finally {
        closeSync(descriptor);
      }
    });
  }

  /** Reads a found file. @throws Failure like {@link open} */
  read(file: Located): Buffer {
    return this.open(file, ({ descriptor }) => readFileSync(descriptor));
  }

  /** Reads the file at a path below the folder. Returns undefined if it does not exist. @throws Failure */
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

const replaced = "it was replaced just now; try again";

// A name with a zero byte (ERR_INVALID_ARG_VALUE), or such a long one, cannot exist.
const nothingThere: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ERR_INVALID_ARG_VALUE"]);

function openRegular(path: string, real: string, flags: number): number {
  try {
    return openSync(real, flags);
  } catch (error) {
    if (isSystemError(error) && error.code === "ELOOP") throw new Failure("read", path, replaced); // it is a link by now
    throw error;
  }
}

// Linux reports the real path of an open file, with " (deleted)" once its name is reused. Elsewhere, the path is resolved again.
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
