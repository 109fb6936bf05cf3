import { baseName } from "../../../base/file-path.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import { isIn, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import type { PelicanConfig } from "./pelican-settings.ts";

/** The role that a path has for Pelican. A text that is neither an article nor a page is a file, which is published as it is. */
export interface Place {
  readonly kind: "post" | "page" | "file" | "ignored";
  /** The path below the content. */
  readonly path: string;
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
  readonly #excluded: readonly string[];
  readonly #ignored: Glob;
  readonly #generated: readonly string[];

  constructor(config: PelicanConfig) {
    const { content, root, settings } = config;
    this.#content = content;
    this.#pages = pageFolders(config);
    this.#articles = settings.texts("ARTICLE_PATHS") ?? [settings.text("ARTICLE_DIR") ?? ""];
    this.#excludedPages = settings.texts("PAGE_EXCLUDES") ?? [];
    this.#excluded = settings.texts("ARTICLE_EXCLUDES") ?? [];
    this.#ignored = excludeFiles((settings.texts("IGNORE_FILES") ?? []).map((pattern) => `**/${pattern}`));
    this.#generated = ["OUTPUT_PATH", "THEME"].map((name) => resolvePath(root, settings.text(name) ?? name.slice(0, 6).toLowerCase()));
  }

  /** Returns the role of a file; undefined if it is not content. */
  of(path: string): Place | undefined {
    if (!isIn(this.#content, path) || /^\.#/.test(baseName(path)) || this.#generated.some((place) => isIn(place, path))) return undefined;
    const own = pathIn(this.#content, path);
    if (!isText(path)) return { kind: "file", path: own };
    if (this.#ignored.test(own)) return { kind: "ignored", path: own };
    if (isAtSome(this.#pages, own) && !isExcluded(this.#excludedPages, own)) return { kind: "page", path: own };
    if (isAtSome(this.#articles, own) && !isExcluded(this.#excluded, own)) return { kind: "post", path: own };
    return { kind: "file", path: own };
  }
}

/** Returns whether a path is one of the folders or in one of them. */
export function isAtSome(folders: readonly string[], path: string): boolean {
  return folders.some((place) => {
    const folder = place.replace(/^(?:\.?\/)+|(?<!\/)\/+$/g, "");
    return path === folder || isIn(folder, path);
  });
}

function isExcluded(folders: readonly string[], path: string): boolean {
  return isAtSome(
    folders.filter((folder) => folder !== ""),
    path,
  );
}
