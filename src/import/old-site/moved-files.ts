import type { SitePlan } from "./plan-site.ts";

/** The new paths of the imported files of an old site. */
export class MovedFiles {
  readonly #targets: ReadonlyMap<string, string>;
  readonly #taken: ReadonlySet<string>;

  constructor({ articles, media }: Pick<SitePlan, "articles" | "media">) {
    const files = [...articles, ...media];
    this.#targets = new Map(files.map(({ path, target }) => [path.normalize("NFC"), target]));
    this.#taken = new Set(this.#targets.values());
  }

  /** Returns whether a path below the articles folder is that of an imported file. */
  has(target: string): boolean {
    return this.#taken.has(target.normalize("NFC"));
  }

  /** Returns the path below the articles folder of the first of several old paths that is imported. */
  targetOf(paths: readonly string[]): string | undefined {
    for (const path of paths) {
      const target = this.#targets.get(path.normalize("NFC"));
      if (target !== undefined) return target;
    }
    return undefined;
  }
}
