import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { type Table, textIn } from "../../../base/table-values.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { addressPath, isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { optionsOfContent } from "./docusaurus-plugins.ts";

/** A folder of documentation. */
interface Docs {
  readonly folder: string;
  readonly route: string;
  /** True if names lose their numbers, so that `01-intro.md` is `intro`. */
  readonly hasNumbers: boolean;
}

/** The pages of documentation, which are not imported, but to which posts link by their files. */
export class DocusaurusDocs {
  readonly #folder: SiteFolder;
  readonly #base: string;
  readonly #ended: (address: string) => string;
  readonly #docs: readonly Docs[];

  /** @param ended writes the slash at the end of an address, or removes it, as the configuration says */
  constructor(folder: SiteFolder, root: string, options: Table, ended: (address: string) => string) {
    this.#folder = folder;
    this.#base = textIn(options["baseUrl"]) ?? "/";
    this.#ended = ended;
    this.#docs = optionsOfContent(options, "docs").flatMap((docs) => docsOf(docs, folder, root));
  }

  /** Returns the address of a file of the documentation; undefined for any other file, and if versions decide it. */
  addressOf(path: string): string | undefined {
    const docs = this.#docs.find(({ folder }) => isIn(folder, path));
    if (docs === undefined || !/\.mdx?$/.test(path) || this.#folder.read(path) === undefined) return undefined;
    const { frontMatter } = readFile(this.#folder, path);
    const plain = (name: string) => (docs.hasNumbers ? withoutNumber(name) : name);
    const source = pathIn(docs.folder, path);
    const folders = folderOf(source).split("/").map(plain);
    const name = withoutExtension(baseName(source));
    const id = textIn(frontMatter["id"]) ?? plain(name);
    const slug = textIn(frontMatter["slug"]);
    if (slug?.startsWith("/")) return this.#ended(addressPath(this.#base, docs.route, slug));
    const isIndex = /^(?:index|readme)$/i.test(name) || name.toLowerCase() === baseName(folderOf(source)).toLowerCase();
    const own = slug === undefined && isIndex ? "/" : (slug ?? id);
    return this.#ended(addressPath(this.#base, docs.route, ...folders, own));
  }
}

function docsOf(options: Table, { read }: SiteFolder, root: string): Docs[] {
  const { id, path = "docs", routeBasePath = "docs" } = options;
  const versions = joinPath(root, id === undefined ? "versions.json" : `${textIn(id)}_versions.json`);
  if (typeof path !== "string" || typeof routeBasePath !== "string" || read(versions) !== undefined || "versions" in options) return [];
  return [{ folder: resolvePath(root, path), route: routeBasePath, hasNumbers: options["numberPrefixParser"] !== false }];
}

// DefaultNumberPrefixParser (plugin-content-docs, numberPrefix.ts): not of dates and versions.
function withoutNumber(name: string): string {
  if (/^(?:(?:\d{2}|\d{4})[-_.]\d{2}(?:[-_.](?:\d{2}|\d{4}))?|\d+[-_.]\d)/.test(name)) return name;
  return /^\d+\s*[-_.]+\s*([^-_.\s].*)$/.exec(name)?.[1] ?? name;
}
