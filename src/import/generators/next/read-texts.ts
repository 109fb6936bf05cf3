import { baseName, folderOf } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { selectFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { readScript } from "../../configuration/script-module.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { contentConfiguration } from "./excluded-texts.ts";

/** The texts in a folder that a configuration reads. */
interface Selection {
  readonly folder: string;
  readonly files: Glob;
}

/** The texts that the configuration of Contentlayer, Velite or Content Collections reads. */
export class ReadTexts {
  /** A sentence for the user if the patterns are unknown. */
  readonly note: string | undefined;
  readonly #selections: readonly Selection[];
  readonly #typeKey: string = "type";
  /** The names of document types, which texts may state. */
  readonly #types: readonly string[] = [];

  constructor(folder: SiteFolder, root: string) {
    const path = folder.paths.find((each) => folderOf(each) === root && contentConfiguration.test(baseName(each)));
    const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // it is no configuration of the site itself
    const script = path === undefined ? undefined : readScript(quiet, path);
    const tables = (name: string) => (script?.calls(name) ?? []).map(([table]) => tableOf(table));
    const [source = {}] = tables("makeSource");
    const types = tables("defineDocumentType");
    this.#types = types.flatMap(({ name }) => textIn(name) ?? []);
    this.#typeKey = textIn(tableOf(source["fieldOptions"])["typeFieldName"]) ?? "type";
    const found = [
      ...ofContentlayer(root, source, types),
      ...tables("defineConfig").flatMap((table) => ofVelite(root, table)),
      ...tables("defineCollection").flatMap((table) => ofCollection(root, table)),
    ];
    const isKnown = found.every((each) => each !== undefined);
    this.#selections = isKnown ? found : [];
    this.note = isKnown ? undefined : `Cannot read the patterns of files in ${path}: delete the copies of texts that they do not select`;
  }

  /** Returns whether a text is in a folder of the configuration, but is not read. */
  leavesOut({ frontMatter, path }: SiteFile): boolean {
    const around = this.#selections.filter(({ folder }) => isIn(folder, path));
    if (around.length === 0 || this.#types.includes(textIn(frontMatter[this.#typeKey]) ?? "")) return false;
    return !around.some(({ files, folder }) => files.test(pathIn(folder, path)));
  }
}

// contentlayer.dev/docs/reference/source-files
function ofContentlayer(root: string, source: Table, types: readonly Table[]): (Selection | undefined)[] {
  const folder = textIn(source["contentDirPath"]);
  const written = types.filter((type) => "filePathPattern" in type).map((type) => textIn(type["filePathPattern"]));
  if (written.length === 0) return [];
  const [patterns, included] = [known(written), "contentDirInclude" in source ? known([source["contentDirInclude"]].flat(1)) : []];
  if (folder === undefined || patterns === undefined || included === undefined) return [undefined];
  const files = selectFiles(patterns);
  const inFolders = (path: string) => included.length === 0 || included.some((each) => isIn(resolvePath("", each), path));
  return [{ folder: resolvePath(root, folder), files: { test: (path) => inFolders(path) && files.test(path) } }];
}

// velite.js.org/reference/config
function ofVelite(root: string, config: Table): (Selection | undefined)[] {
  const collections = Object.values(tableOf(config["collections"])).map(tableOf);
  const patterns = collections.map(({ pattern }) => known([pattern].flat(1)));
  if (patterns.length === 0) return [];
  const folder = "root" in config ? textIn(config["root"]) : "content";
  if (folder === undefined || patterns.includes(undefined)) return [undefined];
  const globs = patterns.map((each) => selectFiles(each ?? []));
  return [{ folder: resolvePath(root, folder), files: { test: (path) => globs.some((glob) => glob.test(path)) } }];
}

// content-collections.dev/docs/configuration
function ofCollection(root: string, { directory, include }: Table): (Selection | undefined)[] {
  if (directory === undefined || include === undefined) return [];
  const [folder, patterns] = [textIn(directory), known([include].flat(1))];
  return [folder === undefined || patterns === undefined ? undefined : { folder: resolvePath(root, folder), files: selectFiles(patterns) }];
}

// Undefined if a text is unknown.
function known(values: readonly unknown[]): string[] | undefined {
  const texts = textsIn(values);
  return texts.length === values.length ? texts : undefined;
}
