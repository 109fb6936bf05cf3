import type { Stats } from "node:fs";

/** A cached value, and the stamp that its file had. */
export type CachedFile<T> = readonly [stamp: string, value: T];

// A file that changes twice within a tick of the file system's clock has one stamp for two contents. FAT has the longest tick: two
// seconds.
const settledAfter = 2000;

/**
 * A cache of values that were computed from files. As in git, a file is unchanged while
 * its size, both of its times and its inode number are: no program can set the time of the last change (ctime). A file that changed
 * a moment ago is not cached, since its stamp may be that of two contents.
 */
export class FileCache<T> {
  readonly #now: number;
  readonly #known: ReadonlyMap<string, CachedFile<T>>;
  readonly #kept = new Map<string, CachedFile<T>>();

  /** @param now milliseconds since 1970, from before the first file is read */
  constructor(now: number, known: Iterable<readonly [path: string, CachedFile<T>]> = []) {
    this.#now = now;
    this.#known = new Map(known);
  }

  /** Returns the value of the file at a path; undefined if it is not cached or the file has changed. */
  get(path: string, stats: Stats): T | undefined {
    const known = this.#kept.get(path) ?? this.#known.get(path);
    if (known?.[0] !== stampOf(stats)) return undefined;
    this.#kept.set(path, known);
    return known[1];
  }

  /** @param stats from before the file was read */
  set(path: string, stats: Stats, value: T): void {
    if (this.get(path, stats) === value) return;
    if (this.#now - Math.max(stats.mtimeMs, stats.ctimeMs) > settledAfter) this.#kept.set(path, [stampOf(stats), value]);
  }

  /** The number of values that were added or removed since the start. */
  get changes(): number {
    const changed = [...this.#kept].filter(([path, kept]) => this.#known.get(path) !== kept).length;
    return changed + Math.max(0, this.#known.size - this.#kept.size);
  }

  /** Adds the values of another cache of the same folder. */
  merge(kept: Iterable<readonly [path: string, CachedFile<T>]>): void {
    for (const [path, remembered] of kept) this.#kept.set(path, remembered);
  }

  /** Returns every value that was read or set; those of deleted files are dropped. */
  get kept(): ReadonlyMap<string, CachedFile<T>> {
    return this.#kept;
  }
}

function stampOf({ ctimeMs, ino, mtimeMs, size }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
