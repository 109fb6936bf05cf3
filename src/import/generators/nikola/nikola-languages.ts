import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { resolvePath } from "../../site-rules/site-path.ts";

/** The path of a text without its language: `moon.es.md` is the Spanish `moon.md`. */
export interface LocalizedPath {
  readonly original: string;
  readonly language: string;
}

/** The languages of a Nikola site, with the folders of their addresses. */
export class NikolaLanguages {
  readonly byDefault: string;
  readonly #folders: ReadonlyMap<string, string>;

  constructor(settings: PythonSettings) {
    this.byDefault = settings.text("DEFAULT_LANG") ?? "en";
    const written = Object.entries(settings.table("TRANSLATIONS"));
    this.#folders = new Map(written.map(([tag, path]) => [tag, resolvePath("", String(path ?? ""))]));
  }

  /** Splits the language from a path: `moon.es.md`, or `moon.md.es` in old sites. */
  split(path: string): LocalizedPath {
    const [, stem = "", first = "", last = ""] = /^(.+)\.([^./]+)\.([^./]+)$/.exec(path) ?? [];
    if (this.#folders.has(first)) return { original: `${stem}.${last}`, language: first };
    return this.#folders.has(last) ? { original: `${stem}.${first}`, language: last } : { original: path, language: this.byDefault };
  }

  /** Returns the folder of the addresses of a language; empty for the default one. */
  folderOf(language: string): string {
    return this.#folders.get(language) ?? "";
  }
}
