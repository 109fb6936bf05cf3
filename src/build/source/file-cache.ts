import type { Stats } from "node:fs";

/** What was made of a file's content, and the stamp that the file had. */
export type CachedFile<T> = readonly [stamp: string, value: T];

// A file that changes twice within a tick of the file system's clock has one stamp for two contents. Of those with ticks the longest
// are FAT's, of two seconds.
const settledAfter = 2000;

/**
 * Remembers what was made of files' contents for as long as they are not written again. As in git, a file is the same while
 * its size, both of its times and its number on the disk are: the one time is that of its last change of any kind, which no
 * program can set. Where it changed just now that says nothing, and it is not remembered.
 */
export class FileCache<T> {
  readonly #now: number;
  readonly #known: ReadonlyMap<string, CachedFile<T>>;
  readonly #kept = new Map<string, CachedFile<T>>();

  /** @param now milliseconds since 1970, from before the first file is looked at */
  constructor(now: number, known: Iterable<readonly [path: string, CachedFile<T>]> = []) {
    this.#now = now;
    this.#known = new Map(known);
  }

  /** What was made of the file at a path; undefined where it is not known or the file has changed. */
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

  /** Of how many files more is known than in the beginning, or less. */
  get changes(): number {
    const changed = [...this.#kept].filter(([path, kept]) => this.#known.get(path) !== kept).length;
    return changed + Math.max(0, this.#known.size - this.#kept.size);
  }

  /** Takes over what another memory has kept of the same folder. */
  merge(kept: Iterable<readonly [path: string, CachedFile<T>]>): void {
    for (const [path, remembered] of kept) this.#kept.set(path, remembered);
  }

  /** Everything that was recalled or kept: what a file no longer there left behind is forgotten. */
  get kept(): ReadonlyMap<string, CachedFile<T>> {
    return this.#kept;
  }
}

function stampOf({ ctimeMs, ino, mtimeMs, size }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
