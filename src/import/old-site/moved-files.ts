import { joinPath } from "../site-rules/site-path.ts";
import type { PlannedAttachment } from "./attachments.ts";
import type { SitePlan } from "./plan-site.ts";

/** The new paths of the imported files of an old site. */
export class MovedFiles {
  readonly #targets: ReadonlyMap<string, string>;
  readonly #taken: ReadonlySet<string>;

  readonly #attachments = new Map<string, PlannedAttachment>();
  readonly #linked = new Set<PlannedAttachment>();

  constructor({ articles, attachments, media }: Pick<SitePlan, "articles" | "attachments" | "media">) {
    const files = [...articles, ...media];
    const moved = media.filter(({ place, target }) => place !== target).reverse(); // of two with one place, the first counts
    this.#targets = new Map([
      ...moved.map(({ place, target }) => [place, target] as const),
      ...files.map(({ path, target }) => [path.normalize("NFC"), target] as const),
    ]);
    this.#taken = new Set(this.#targets.values());
    for (const file of attachments) this.#attachments.set(file.path.normalize("NFC"), file);
    for (const file of attachments) this.#attachments.set(file.place, file); // of two, links mean the published path
  }

  /** The attachments that articles link to. */
  get linked(): ReadonlySet<PlannedAttachment> {
    return this.#linked;
  }

  /**
   * Finds the attachment at the first of several paths, or the index of a folder there, and returns the path of its copy. From now on, it
   * is one that an article links to.
   */
  attachmentAt(paths: readonly string[]): string | undefined {
    const isFolder = (path: string) => path !== "" && !/\.\w+$/.test(path);
    for (const path of paths.flatMap((path) => [path, ...(isFolder(path) ? [joinPath(path, "index.html")] : [])])) {
      const file = this.#attachments.get(path.normalize("NFC"));
      if (file === undefined) continue;
      this.#linked.add(file);
      return file.target;
    }
    return undefined;
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
