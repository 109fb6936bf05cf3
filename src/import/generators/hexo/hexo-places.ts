import { type Table, textIn, textsIn } from "../../../base/table-values.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import { compileGlob, type Glob } from "../../configuration/glob.ts";
import { isMedia } from "../../site-rules/content-file.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";

/** The role that a path has for Hexo. An asset is a file in the folder of a post; it is published whatever its extension is. */
export interface Place {
  readonly kind: "post" | "draft" | "page" | "asset" | "file" | "excluded text" | "excluded file";
  /** The path below the articles folder. */
  readonly path: string;
}

const page = /\.(?:md|markdown|mkdn?|mdown|mdwn|mdtxt|mdtext|html?)$/i;

/** Returns whether Hexo renders files with the extension of a path. */
export function isRenderable(path: string): boolean {
  return page.test(path);
}

/** The rules that decide which files of a site Hexo reads, and as what. */
export class HexoPlaces {
  readonly #source: string;
  readonly #posts: string;
  readonly #drafts: string;
  readonly #skipped: readonly Glob[];
  readonly #excluded: Glob;
  readonly #hasAssetFolders: boolean;
  readonly #extension: string;

  constructor(config: Table, source: string) {
    this.#source = source;
    this.#posts = joinPath(source, "_posts");
    this.#drafts = joinPath(source, "_drafts");
    this.#skipped = textsIn(config["skip_render"]).map(compileGlob);
    this.#excluded = excludeFiles([...textsIn(config["ignore"]), ...textsIn(config["exclude"])]);
    this.#hasAssetFolders = config["post_asset_folder"] === true;
    this.#extension = /\.[^./]+$/.exec(textIn(config["new_post_name"]) ?? ":title.md")?.[0] ?? ".md";
  }

  /** Returns the role of a file; undefined if Hexo does not read it. */
  of(path: string): Place | undefined {
    const folder = [this.#posts, this.#drafts].find((each) => isIn(each, path));
    const own = pathIn(folder ?? this.#source, path);
    if (!isIn(this.#source, path) || /(?:^|\/)[_.]/.test(own)) return undefined;
    if (this.#excluded.test(pathIn(this.#source, path)) || this.#excluded.test(path))
      return { kind: isRenderable(path) ? "excluded text" : "excluded file", path: own };
    if (folder === undefined) return { kind: this.#isRendered(path) ? "page" : "file", path: own };
    const isDraft = folder === this.#drafts;
    return { kind: this.#kindOf(path, isDraft), path: isDraft ? joinPath("_drafts", own) : own };
  }

  #kindOf(path: string, isDraft: boolean): Place["kind"] {
    if (this.#isRendered(path) && (!this.#hasAssetFolders || path.endsWith(this.#extension))) return isDraft ? "draft" : "post";
    return this.#hasAssetFolders && !isMedia(path) ? "asset" : "file";
  }

  #isRendered(path: string): boolean {
    return isRenderable(path) && !this.#skipped.some((pattern) => pattern.test(pathIn(this.#source, path)));
  }
}
