import { baseName, folderOf } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { selectFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { isScript } from "../../configuration/loaded-code.ts";
import { readScript } from "../../configuration/script-module.ts";
import { withoutComments } from "../../configuration/without-comments.ts";
import { feedScripts } from "../../feed-code/code-ids.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { contentConfiguration } from "./excluded-texts.ts";
import { type NextRoute, routePath } from "./next-routes.ts";
import { onlyOne } from "./only-one.ts";

/** A type of documents in Contentlayer, or a collection of Content Collections. */
interface DocumentType {
  readonly name: string;
  readonly folder: string;
  readonly files: Glob;
  /** The beginning of the list that code reads: `OtherPage` of `allOtherPages`. */
  readonly stem: string;
}

/** Code of a page or of a feed, and the types that it reads. */
interface Reader {
  readonly path: string;
  readonly code: string;
  readonly types: ReadonlySet<DocumentType>;
}

/** The page that reads a type of texts: its address, or its file if it has parameters. Both are missing if there are several or none. */
export interface PageOfType {
  readonly address?: string;
  readonly path?: string;
}

const maxLength = 262_144; // UTF-16 units

/** The types of texts that a site has, and the pages and feeds that read them. */
export class DocumentTypes {
  readonly #types: readonly DocumentType[];
  readonly #typeKey: string;
  readonly #pages: readonly Reader[];
  readonly #feeds: readonly Reader[];
  readonly #roots: readonly string[];

  /** @param roots the folders of pages */
  constructor(folder: SiteFolder, root: string, roots: readonly string[]) {
    const path = folder.paths.find((each) => folderOf(each) === root && contentConfiguration.test(baseName(each)));
    const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // it is no configuration of the site itself
    const script = path === undefined ? undefined : readScript(quiet, path);
    const tables = (name: string) => (script?.calls(name) ?? []).map(([table]) => tableOf(table));
    const [source = {}] = tables("makeSource");
    const content = textIn(source["contentDirPath"]) ?? "";
    this.#typeKey = textIn(tableOf(source["fieldOptions"])["typeFieldName"]) ?? "type";
    this.#types = [
      ...tables("defineDocumentType").flatMap((type) => typeOf(type, resolvePath(root, content), type["filePathPattern"] ?? "**")),
      ...tables("defineCollection").flatMap((type) => typeOf(type, resolvePath(root, textIn(type["directory"]) ?? ""), type["include"])),
    ];
    const isNeeded = this.#types.length > 1;
    this.#roots = roots;
    const scripts = isNeeded ? folder.paths.filter((each) => isScript(each) && roots.some((own) => isIn(own, each))) : [];
    this.#pages = this.#readersAt(folder, scripts);
    this.#feeds = isNeeded ? this.#readersAt(folder, feedScripts(folder, root)) : [];
  }

  /** Returns whether code of feeds reads texts of other types, but not this one. */
  isOutsideFeeds(file: Pick<SiteFile, "frontMatter" | "path">): boolean {
    const type = this.#typeOf(file);
    return type !== undefined && this.#feeds.length > 0 && !this.#feeds.some(({ types }) => types.has(type));
  }

  /**
   * Returns the page of a text if the page of a route reads only other types: the address of the page that names this text, or the file of
   * the only page with parameters. Undefined if the route fits, or its code names no type.
   * @param route undefined if none is known
   * @param name the text's path without its ending
   */
  pageOf(file: Pick<SiteFile, "frontMatter" | "path">, route: NextRoute | undefined, name: string): PageOfType | undefined {
    const type = this.#typeOf(file);
    const page = route && this.#pages.find((each) => each.path === route.path);
    if (type === undefined || page?.types.has(type) || (route !== undefined && page === undefined)) return undefined;
    const own = this.#pages.filter(({ types }) => types.has(type));
    const fixed = onlyOne(own.filter((each) => !each.path.includes("[") && quotes(each.code, baseName(name))));
    if (fixed !== undefined) return { address: this.#addressOf(fixed.path) };
    const dynamic = onlyOne(own.filter((each) => each.path.includes("[")));
    return dynamic === undefined ? {} : { path: dynamic.path };
  }

  #addressOf(path: string): string {
    const root = this.#roots.find((each) => isIn(each, path)) ?? "";
    return routePath(pathIn(root, path))
      .replace(/\.[cm]?[jt]sx?$/, "")
      .replace(/(?:^|\/)(?:page|index)$/, "");
  }

  #typeOf({ frontMatter, path }: Pick<SiteFile, "frontMatter" | "path">): DocumentType | undefined {
    const stated = this.#types.find(({ name }) => name === textIn(frontMatter[this.#typeKey]));
    return stated ?? onlyOne(this.#types.filter(({ files, folder }) => isIn(folder, path) && files.test(pathIn(folder, path))));
  }

  // Code that names no type may read them elsewhere.
  #readersAt(folder: SiteFolder, paths: readonly string[]): Reader[] {
    return paths.flatMap((path) => {
      const code = withoutComments((folder.read(path) ?? "").slice(0, maxLength));
      const stems = new Set([...code.matchAll(/\ball([A-Z]\w{0,80})/g)].map(([, list = ""]) => stemOf(list)));
      const types = new Set(this.#types.filter(({ stem }) => stems.has(stem)));
      return types.size === 0 ? [] : [{ path, code, types }];
    });
  }
}

function typeOf({ isSingleton, name: written }: Table, folder: string, pattern: unknown): DocumentType[] {
  const name = textIn(written);
  const patterns = [pattern].flat(1).flatMap((each) => textIn(each) ?? []);
  if (name === undefined || patterns.length === 0 || isSingleton === true) return [];
  return [{ name, folder, files: selectFiles(patterns), stem: stemOf(name) }];
}

// `Post` and `posts` have `allPosts`, `Diary` has `allDiaries`, and `news` has `allNewsList`.
function stemOf(name: string): string {
  const pascal = (name.charAt(0).toUpperCase() + name.slice(1)).replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase());
  return pascal.replace(/List$/, "").replace(/(?:ies|es|s|y|e)$/, "");
}

function quotes(code: string, name: string): boolean {
  return ['"', "'", "`"].some((quote) => [name, `/${name}`].some((each) => code.includes(quote + each + quote)));
}
