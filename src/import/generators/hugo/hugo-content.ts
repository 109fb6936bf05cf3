import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import type { PublicFolder } from "../../site-rules/plan-media.ts";
import { isIn, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import { type Mount, mountsOf } from "./hugo-mounts.ts";

/** A folder of content. */
export interface ContentRoot {
  readonly from: string;
  /** Its place below the content, for mounts: empty for the content itself. */
  readonly to: string;
  /** The language of its files, if it is of one language. */
  readonly language?: string | undefined;
  /** Returns whether the patterns of a mount select a file, by its path in the folder. */
  readonly selects?: Mount["selects"];
}

/** The languages of a site. */
export interface Languages {
  readonly names: readonly string[];
  readonly byDefault: string;
  /** Those that the configuration disables: Hugo publishes none of their pages. */
  readonly disabled: readonly string[];
  /** True if the addresses of the default language have a prefix, too. */
  readonly inSubfolder: boolean;
}

/** Reads the languages (gohugo.io/configuration/languages). */
export function readLanguages(values: Table): Languages {
  const table = Object.entries(tableOf(values["languages"]));
  const off = table.filter(([, own]) => tableOf(own)["disabled"] === true).map(([name]) => name);
  const disabled = [...off, ...textsIn(values["disablelanguages"])].map((name) => name.toLowerCase());
  const names = table.map(([name]) => name).filter((name) => !disabled.includes(name.toLowerCase()));
  const byDefault = (textIn(values["defaultcontentlanguage"]) ?? (names.includes("en") ? "en" : (names[0] ?? "en"))).toLowerCase();
  return { names, byDefault, disabled, inSubfolder: names.length > 1 && values["defaultcontentlanguageinsubdir"] === true };
}

/** Returns the folders of content: those of languages and mounts, otherwise `contentDir`. */
export function contentRoots(site: string, values: Table, { names }: Languages): ContentRoot[] {
  const mounts: ContentRoot[] = mountsOf(site, values, "content");
  const table = tableOf(values["languages"]);
  const own = names.flatMap((language): ContentRoot[] => {
    const folder = textIn(tableOf(table[language])["contentdir"]);
    return folder === undefined ? [] : [{ from: resolvePath(site, folder), to: "", language }];
  });
  const common = { from: resolvePath(site, textIn(values["contentdir"]) ?? "content"), to: "" };
  const all = mounts.length > 0 ? mounts : own.length === names.length && own.length > 0 ? own : [...own, common];
  return all.sort((a, b) => b.from.length - a.from.length); // the most specific one is first
}

/** Returns the folder of content that contains a file; undefined if there is none, or its patterns exclude the file. */
export function rootOf(path: string, roots: readonly ContentRoot[]): ContentRoot | undefined {
  return roots.find(({ from, selects = () => true }) => isIn(from, path) && selects(pathIn(from, path)));
}

/** Returns the folders whose files keep their path: `static`, `assets`, and their mounts. */
export function staticRoots(site: string, values: Table): PublicFolder[] {
  const folders = [...textsIn(values["staticdir"] ?? "static"), textIn(values["assetdir"]) ?? "assets"];
  return [
    ...["static", "assets"].flatMap((kind) => mountsOf(site, values, kind)),
    ...folders.map((folder) => ({ from: resolvePath(site, folder), to: "" })),
  ];
}

/** Returns the patterns of `ignoreFiles`, which are regular expressions of whole paths (gohugo.io/configuration/all), and those that need more. */
export function ignoredFiles(values: Table): { readonly patterns: readonly string[]; readonly unread: readonly string[] } {
  const expressions = textsIn(values["ignorefiles"]);
  const patterns = expressions.map((expression) => [expression, globOf(expression)] as const);
  return {
    patterns: patterns.flatMap(([, pattern]) => pattern ?? []),
    unread: patterns.flatMap(([expression, pattern]) => (pattern === undefined ? [expression] : [])),
  };
}

// A hostile regular expression could take exponential time; a glob cannot.
function globOf(expression: string): string | undefined {
  const start = expression.startsWith("^") ? "" : "**";
  const end = /(?<!\\)\$$/.test(expression) ? "" : "**";
  const bare = expression.replace(/^\^|(?<!\\)\$$/g, "");
  const glob = bare.replace(/\.[*+]/g, "**").replace(/\\(.)/g, (_, escaped: string) => (/\w/.test(escaped) ? "\0" : escaped));
  const alternatives = glob.replace(/\((?:\?:)?([^()]*)\)/g, (_, list: string) => `{${list.replaceAll("|", ",")}}`);
  return /[\0()|[\]?+^$]/.test(alternatives) ? undefined : start + alternatives + end;
}

const page = /\.(?:md|markdown|mdown|html?|org|adoc|asciidoc|ad|rst|pandoc|pdc)$/i;

/** Returns whether Hugo makes a page of a file, if it is not the resource of another page. */
export function isPageFile(path: string): boolean {
  return page.test(path);
}

/** Returns whether the compiler can read a page. */
export function isReadablePage(path: string): boolean {
  return /\.(?:md|markdown|mdown|html?)$/i.test(path);
}

/** Splits the language off a file name: `moon.de.md` is the page `moon` in `de`. */
export function splitLanguage(path: string, { byDefault, names }: Languages): { readonly stem: string; readonly language?: string } {
  const stem = withoutExtension(path);
  const [, tag = ""] = /\.([^./]+)$/.exec(baseName(stem)) ?? [];
  const language = tag.toLowerCase();
  const isLanguage = language !== "" && (names.length === 0 ? language === byDefault : names.includes(language));
  return isLanguage ? { stem: stem.slice(0, -1 - tag.length), language } : { stem };
}

/** The plan for a file of a disabled language. */
export const ofDisabledLanguage = { kind: "left out", what: "files of disabled languages" } as const;

/** Returns whether a file is in the `contentDir` of a disabled language. */
export function isInDisabledFolder(path: string, site: string, values: Table, { disabled }: Languages): boolean {
  const folders = disabled.map((name) => textIn(tableOf(tableOf(values["languages"])[name])["contentdir"]));
  return folders.some((folder) => folder !== undefined && isIn(resolvePath(site, folder), path));
}

/** Returns whether a file of the content is of a disabled language by its name: `moon.de.md`. */
export function isDisabledByName(path: string, { disabled }: Languages): boolean {
  const [, tag = ""] = /\.([^./]+)\.[^./]+$/.exec(path) ?? [];
  return disabled.includes(tag.toLowerCase());
}

/** The folders of a site that have a meaning for Hugo. */
export interface HugoFolders {
  /** The folders with an `index.md`: their other files are resources of that page. */
  readonly bundles: ReadonlySet<string>;
  /** The section pages (`_index.md`) by their folder. */
  readonly sections: ReadonlyMap<string, string>;
}

/** Finds the bundles and sections. */
export function findHugoFolders(paths: readonly string[], roots: readonly ContentRoot[], languages: Languages): HugoFolders {
  const bundles = new Set<string>();
  const sections = new Map<string, string>();
  for (const path of paths) {
    if (!isPageFile(path) || !roots.some(({ from }) => isIn(from, path))) continue;
    const name = baseName(splitLanguage(path, languages).stem);
    if (name === "index" && !roots.some(({ from }) => from === folderOf(path))) bundles.add(folderOf(path));
    if (name === "_index" && !sections.has(folderOf(path))) sections.set(folderOf(path), path);
  }
  return { bundles, sections };
}

/** Returns the outermost bundle that contains a file. */
export function bundleOf(path: string, bundles: ReadonlySet<string>): string | undefined {
  const names = path.split("/").slice(0, -1);
  for (let length = 1; length <= names.length; length++) {
    const folder = names.slice(0, length).join("/");
    if (bundles.has(folder)) return folder;
  }
  return undefined;
}
