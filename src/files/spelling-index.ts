import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import { isSystemError } from "./failure.ts";

/** Finds files by names whose case may differ. It does not follow links, and reads each folder once. */
export class SpellingIndex {
  readonly #root: string;
  readonly #folders = new Map<string, ReadonlyMap<string, Dirent>>();

  /** @param root a real path */
  constructor(root: string) {
    this.#root = root;
  }

  /** Returns the path of the file whose name differs from `path` in case or Unicode form alone, or undefined. */
  find(path: string): string | undefined {
    const names = path.split("/");
    const last = names.pop() ?? "";
    let folder = "";
    for (const name of names) {
      const entry = this.#entriesOf(folder).get(spellingKey(name));
      if (entry?.isDirectory() !== true) return undefined;
      folder = join(folder, entry.name);
    }
    const entry = this.#entriesOf(folder).get(spellingKey(last));
    const found = entry?.isFile() === true ? join(folder, entry.name) : undefined;
    return found === path ? undefined : found;
  }

  #entriesOf(folder: string): ReadonlyMap<string, Dirent> {
    const entries = this.#folders.get(folder) ?? new Map(this.#list(folder).map((entry) => [spellingKey(entry.name), entry]));
    this.#folders.set(folder, entries);
    return entries;
  }

  // The spelling only improves a message, so a folder that cannot be read has no names.
  #list(folder: string): Dirent[] {
    try {
      return readdirSync(join(this.#root, folder), { withFileTypes: true });
    } catch (error) {
      if (isSystemError(error)) return [];
      throw error;
    }
  }
}

/** Returns the same key for all spellings of a file name that differ in case or Unicode form only. */
export function spellingKey(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
