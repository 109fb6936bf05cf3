import { isLanguageTag, translationOf } from "../../model/file-name.ts";

/** Returns whether a path has a folder or an ending that may be a language tag: `de/moon.md`, `moon.de.md`. */
export function mayNameLanguage(source: string): boolean {
  return translationOf(source) !== undefined || foldersIn(source).some(({ name }) => isLanguageTag(name));
}

/**
 * The languages that folders and names of articles clearly mean. A folder such as `de/` is one of a language if an article in it exists
 * in another language, too, or if all folders next to it are language tags. The `.de` of `moon.de.md` is a language if the site has such
 * folders of the same language, or a translation with the same tag; otherwise it may be part of a name, as in `web.io.md`.
 */
export class ArticleLanguages {
  /** Paths of folders, with a slash at the end. */
  readonly #folders: ReadonlySet<string>;
  readonly #tags: ReadonlySet<string>;

  /** @param isTranslation returns whether an article is a translation by its name, such as `moon.de.md` next to `moon.md` */
  constructor(sources: ReadonlySet<string>, isTranslation: (source: string) => boolean) {
    this.#folders = languageFolders(sources);
    const translated = [...sources].filter(isTranslation).flatMap((source) => translationOf(source)?.tag ?? []);
    this.#tags = new Set([...[...this.#folders].map(lastName), ...translated].map((tag) => tag.toLowerCase()));
  }

  /** Returns the language tag of an article, as it is written in its path. */
  languageOf(source: string): string | undefined {
    const tag = translationOf(source)?.tag;
    if (tag !== undefined && this.#tags.has(tag.toLowerCase())) return tag;
    return foldersIn(source).find(({ name, path }) => isLanguageTag(name) && this.#folders.has(path))?.name;
  }
}

interface Folder {
  readonly name: string;
  /** With a slash at the end. */
  readonly path: string;
  /** The path of the folder that contains it. */
  readonly parent: string;
}

const maxDepth = 8; // language folders are near the top

function foldersIn(source: string): Folder[] {
  const names = source.split("/").slice(0, -1).slice(0, maxDepth);
  return names.map((name, index) => {
    const parent = names
      .slice(0, index)
      .map((above) => `${above}/`)
      .join("");
    return { name, path: `${parent}${name}/`, parent };
  });
}

function lastName(path: string): string {
  return path.split("/").at(-2) ?? "";
}

function languageFolders(sources: ReadonlySet<string>): ReadonlySet<string> {
  const byParent = new Map<string, Map<string, string>>(); // parent → path → name
  const twins = new Map<string, Set<string>>(); // path without the language → folders
  for (const source of sources) {
    for (const { name, parent, path } of foldersIn(source)) {
      const siblings = byParent.get(parent) ?? new Map<string, string>();
      byParent.set(parent, siblings.set(path, name));
      if (!isLanguageTag(name)) continue;
      const key = parent + source.slice(path.length);
      twins.set(key, (twins.get(key) ?? new Set(sources.has(key) ? [parent] : [])).add(path));
    }
  }
  const alike = [...byParent.values()].filter((folders) => folders.size > 1 && [...folders.values()].every(isLanguageTag));
  const found = [
    ...[...twins.values()].filter(({ size }) => size > 1).flatMap((paths) => [...paths]),
    ...alike.flatMap((folders) => [...folders.keys()]),
  ];
  return new Set(found.filter((path) => isLanguageTag(lastName(path))));
}
