import { baseName } from "../../../base/file-path.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import { isIn, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import type { PelicanConfig } from "./pelican-settings.ts";

/** The role that a path has for Pelican. A text that is neither an article nor a page is a file, which is published as it is. */
export interface Place {
  readonly kind: "post" | "page" | "file" | "excluded";
  /** The path below the content. */
  readonly path: string;
  /** The setting that excludes a text. */
  readonly setting?: string;
  /** True if Pelican copies the excluded text as it is. */
  readonly isStatic?: true;
}

/** Returns whether Pelican reads the metadata of files with the extension of a path. */
export function isText(path: string): boolean {
  return isMarkdown(path) || /\.(?:rst|html?)$/i.test(path);
}

/** Returns the folders of pages below the content. */
export function pageFolders({ settings }: Pick<PelicanConfig, "settings">): readonly string[] {
  return settings.texts("PAGE_PATHS") ?? [settings.text("PAGE_DIR") ?? "pages"];
}

/** The rules that decide which files of a site Pelican reads, and as what. */
export class PelicanPlaces {
  readonly #content: string;
  readonly #pages: readonly string[];
  readonly #articles: readonly string[];
  readonly #excludedPages: readonly string[];
  readonly #excludedArticles: readonly string[];
  readonly #static: readonly string[];
  readonly #unread: ReadonlySet<string>;
  readonly #ignored: Glob;
  readonly #generated: readonly string[];

  constructor(config: PelicanConfig) {
    const { content, root, settings } = config;
    this.#content = content;
    this.#pages = pageFolders(config);
    this.#articles = settings.texts("ARTICLE_PATHS") ?? [settings.text("ARTICLE_DIR") ?? ""];
    this.#excludedPages = settings.texts("PAGE_EXCLUDES") ?? [];
    this.#excludedArticles = settings.texts("ARTICLE_EXCLUDES") ?? [];
    this.#static = settings.texts("STATIC_PATHS") ?? ["images"];
    const withoutReader = Object.entries(settings.table("READERS")).filter(([, reader]) => reader === null || reader === false);
    this.#unread = new Set(withoutReader.map(([ending]) => ending));
    this.#ignored = excludeFiles((settings.texts("IGNORE_FILES") ?? []).map((pattern) => `**/${pattern}`));
    this.#generated = ["OUTPUT_PATH", "THEME"].map((name) => resolvePath(root, settings.text(name) ?? name.slice(0, 6).toLowerCase()));
  }

  /** Returns the role of a file; undefined if it is not content. */
  of(path: string): Place | undefined {
    if (!isIn(this.#content, path) || /^\.#/.test(baseName(path)) || this.#generated.some((place) => isIn(place, path))) return undefined;
    const own = pathIn(this.#content, path);
    if (!isText(path)) return { kind: "file", path: own };
    if (this.#unread.has(own.slice(own.lastIndexOf(".") + 1))) {
      return { kind: "excluded", path: own, setting: "READERS", ...(isAtSome(this.#static, own) && { isStatic: true }) };
    }
    if (this.#ignored.test(own)) return { kind: "excluded", path: own, setting: "IGNORE_FILES" };
    if (isRead(own, this.#pages, [...this.#excludedPages, ...this.#articles])) return { kind: "page", path: own };
    if (isRead(own, this.#articles, [...this.#excludedArticles, ...this.#pages])) return { kind: "post", path: own };
    const setting = isAtSome(this.#static, own) ? undefined : this.#settingThatExcludes(own);
    return setting === undefined ? { kind: "file", path: own } : { kind: "excluded", path: own, setting };
  }

  #settingThatExcludes(own: string): string | undefined {
    if (isExcluded(own, this.#pages, this.#excludedPages)) return "PAGE_EXCLUDES";
    return isExcluded(own, this.#articles, this.#excludedArticles) ? "ARTICLE_EXCLUDES" : undefined;
  }
}

/** Returns whether a path is one of the folders or in one of them. */
export function isAtSome(folders: readonly string[], path: string): boolean {
  return folders.some((place) => {
    const folder = resolvePath("", place);
    return path === folder || isIn(folder, path);
  });
}

// A folder excludes nothing of itself, and files are not excluded: Pelican compares the folders that it finds below it (docs.getpelican.com, ARTICLE_EXCLUDES).
function isRead(path: string, folders: readonly string[], excluded: readonly string[]): boolean {
  return folders.some((folder) => isAtSome([folder], path) && !isExcluded(path, [folder], excluded));
}

function isExcluded(path: string, folders: readonly string[], excluded: readonly string[]): boolean {
  const others = excluded.map((each) => resolvePath("", each)).filter((each) => each !== "" && isIn(each, path));
  return folders.some((folder) => others.some((each) => isIn(resolvePath("", folder), each)));
}
