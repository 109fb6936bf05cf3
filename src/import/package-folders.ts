import { baseName, folderOf } from "../base/file-path.ts";

const manifests = ["package.json", "Gemfile", "composer.json", "go.mod"];

/**
 * The folders `vendor` and `dist` in which programs and builds put their files: at the top, next to the manifest of a package, and in the
 * folder of a configuration. In a folder of texts or pictures, these are ordinary names.
 */
export class PackageFolders {
  /** The paths that were skipped so far. */
  readonly skipped: string[] = [];
  readonly #hasFile: (path: string) => boolean;

  /** @param hasFile returns whether a path below the repository is a file */
  constructor(hasFile: (path: string) => boolean) {
    this.#hasFile = hasFile;
  }

  /** Returns whether to skip the folder with this path. */
  skips(path: string): boolean {
    if (!/^(?:vendor|dist)$/.test(baseName(path)) || !this.#isOfPackage(folderOf(path))) return false;
    this.skipped.push(path);
    return true;
  }

  #isOfPackage(parent: string): boolean {
    return parent === "" || baseName(parent).startsWith(".") || manifests.some((name) => this.#hasFile(`${parent}/${name}`));
  }
}
