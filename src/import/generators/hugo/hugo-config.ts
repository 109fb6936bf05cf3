import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { isTable, type Table, tableOf, withLowerCaseKeys } from "../../../base/table-values.ts";
import { readDataFile } from "../../configuration/data-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";

/** The configuration of a Hugo site (gohugo.io/configuration/introduction). */
export interface HugoConfig {
  /** The folder of the site. */
  readonly root: string;
  /** The merged configuration with keys in lower case, since Hugo ignores their case. */
  readonly values: Table;
  /** The last file that states a time zone, if there is one. */
  readonly timezoneFile?: string;
  /** The files that cannot be read. */
  readonly unreadable: readonly string[];
}

const ending = /\.(?:toml|ya?ml|json)$/;
const inFolder = /(?:^|\/)config\/(?:_default|production)\/[^/]+$/;
const maxDepth = 4; // a repository may contain the site in a folder

/** Finds and reads the configuration: one file, or the folders `config/_default` and `config/production`. Undefined if there is none. */
export function readHugoConfig(folder: SiteFolder): HugoConfig | undefined {
  const files = folder.paths.filter((path) => ending.test(path) && (inFolder.test(path) || /^(?:hugo|config)\./.test(baseName(path))));
  const rootOf = (path: string) => (inFolder.test(path) ? folderOf(folderOf(folderOf(path))) : folderOf(path));
  const roots = [...new Set(files.map(rootOf))].filter((root) => root.split("/").length <= maxDepth);
  const [root] = roots.sort((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
  if (root === undefined) return isUnconfigured(folder.paths) ? { root: "", values: {}, unreadable: [] } : undefined;
  const unreadable: string[] = [];
  let values: Table = {};
  let timezoneFile: string | undefined;
  for (const path of [...mainFile(files, root), ...foldersOf(files, root)]) {
    const table = readDataFile(folder, path);
    if (table === "unreadable" || table === undefined) {
      unreadable.push(path);
      continue;
    }
    const own = placed(withLowerCaseKeys(table), path);
    values = merged(values, own);
    if ([own, ...Object.values(tableOf(own["languages"]))].some((each) => "timezone" in tableOf(each))) timezoneFile = path;
  }
  return isHugo(root, files, values) ? { root, values, unreadable, ...(timezoneFile !== undefined && { timezoneFile }) } : undefined;
}

// Only Hugo has archetypes, the front matter of new pages.
function isUnconfigured(paths: readonly string[]): boolean {
  return paths.some((path) => /^archetypes\/[^/]+\.md$/.test(path)) && paths.some((path) => /^content\/.+\.md$/.test(path));
}

function depthOf(root: string): number {
  return root === "" ? 0 : root.split("/").length;
}

// Hugo reads only the first of these.
function mainFile(files: readonly string[], root: string): string[] {
  const names = ["hugo", "config"].flatMap((name) => ["toml", "yaml", "yml", "json"].map((type) => joinPath(root, `${name}.${type}`)));
  return names.filter((name) => files.includes(name)).slice(0, 1);
}

function foldersOf(files: readonly string[], root: string): string[] {
  return ["_default", "production"].flatMap((name) => files.filter((path) => folderOf(path) === joinPath(root, "config", name)));
}

// The name of a file in these folders is its key: `params.toml`; `params.de.toml` is of a language, and `languages.de.toml` is its table.
function placed(table: Table, path: string): Table {
  if (!inFolder.test(path)) return table;
  const [name = "", language] = withoutExtension(baseName(path)).toLowerCase().split(".");
  if (name === "hugo" || name === "config") return table;
  if (language === undefined) return { [name]: table };
  return { languages: { [language]: /^(?:params|menus?)$/.test(name) ? { [name]: table } : table } };
}

/** Returns the configuration of one language: its own values have priority over those of the site (gohugo.io/configuration/languages). */
export function valuesOfLanguage(values: Table, language: string): Table {
  return merged(values, tableOf(tableOf(values["languages"])[language]));
}

function merged(first: Table, second: Table): Table {
  const entries = Object.entries(second).map(([key, value]) => {
    const both = [first[key], value].every(isTable);
    return [key, both ? merged(tableOf(first[key]), tableOf(value)) : value];
  });
  return { ...first, ...Object.fromEntries(entries) };
}

// Other programs have a config.yaml, too; Zola's config.toml has the key base_url.
function isHugo(root: string, files: readonly string[], values: Table): boolean {
  if (values["base_url"] !== undefined) return false;
  const isNamed = files.some((path) => folderOf(path) === root && baseName(path).startsWith("hugo."));
  const keys = ["baseurl", "languagecode", "theme", "title", "permalinks", "params", "languages", "module", "contentdir"];
  return isNamed || foldersOf(files, root).length > 0 || keys.some((key) => values[key] !== undefined);
}
