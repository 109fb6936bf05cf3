import { Parser } from "acorn";
import { folderOf } from "../../base/file-path.ts";
import { type Table, tableOf, textIn, textsIn } from "../../base/table-values.ts";
import { constantValue } from "../constants/constant-value.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../site-rules/site-path.ts";
import { readConfiguration } from "./read-configuration.ts";

const names = ["tsconfig.json", "jsconfig.json"];

/** The options of a configuration of TypeScript that find modules, with the folders that they are relative to. */
interface Aliases {
  /** The folder of `baseUrl`. */
  readonly base?: string | undefined;
  readonly paths?: { readonly table: Table; readonly folder: string } | undefined;
}

/**
 * Returns the paths that a name of an import may mean by `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json, without their
 * endings (typescriptlang.org/tsconfig/#paths). Options may come from the configuration that it extends or refers to.
 * @param from the path of the module with the import
 */
export function aliasedPaths(folder: SiteFolder, from: string, target: string): string[] {
  const aliases = aliasesFor(folder, from);
  const { base } = aliases;
  return [...pathsOf(aliases, target), ...(base === undefined ? [] : [resolvePath(base, target)])];
}

/** Creates the rule of `paths` of the nearest tsconfig.json or jsconfig.json, and of `imports` of a package.json next to it. */
export function mappedNames(folder: SiteFolder, from: string): (target: string) => string[] {
  const aliases = aliasesFor(folder, from);
  const place = folderOf(from);
  const imports = tableOf(readWithComments(folder, joinPath(place, "package.json"))["imports"]);
  return (target) => [...pathsOf(aliases, target), ...mappedPaths(imports, target).map((path) => resolvePath(place, path))];
}

function aliasesFor(folder: SiteFolder, from: string): Aliases {
  const found = foldersAbove(from).flatMap((place) => names.map((name) => joinPath(place, name)));
  const config = found.find((path) => folder.read(path) !== undefined);
  return config === undefined ? {} : aliasesIn(folder, config, new Set());
}

function pathsOf({ paths }: Aliases, target: string): string[] {
  return paths === undefined ? [] : mappedPaths(paths.table, target).map((path) => resolvePath(paths.folder, path));
}

/** Returns the folders that contain a file, the nearest first, and the top, which is empty. */
export function foldersAbove(path: string): string[] {
  const parts = folderOf(path).split("/");
  return [...new Set([...parts.map((_, index) => parts.slice(0, parts.length - index).join("/")), ""])];
}

// A configuration may extend itself.
function aliasesIn(folder: SiteFolder, path: string, seen: Set<string>): Aliases {
  if (seen.has(path)) return {};
  seen.add(path);
  const config = readWithComments(folder, path);
  const place = folderOf(path);
  const options = tableOf(config["compilerOptions"]);
  const others = [...textsIn(config["extends"]).toReversed(), ...referencesIn(config)];
  const given = others.flatMap((other) => fileOf(folder, place, other) ?? []).map((file) => aliasesIn(folder, file, seen));
  const written = textIn(options["baseUrl"]);
  const base = written === undefined ? given.find((each) => each.base !== undefined)?.base : resolvePath(place, inFolder(written));
  const paths = "paths" in options ? { table: tableOf(options["paths"]), folder: base ?? place } : given.find((each) => each.paths)?.paths;
  return { base, paths };
}

// The templates of Vite have their options in tsconfig.app.json.
function referencesIn(config: Table): string[] {
  return [config["references"]].flat().flatMap((each) => textIn(tableOf(each)["path"]) ?? []);
}

// A package is not in the folder.
function fileOf(folder: SiteFolder, place: string, target: string): string | undefined {
  if (!/^\.{1,2}(?:\/|$)/.test(target)) return undefined;
  const path = resolvePath(place, target);
  return [path, `${path}.json`, joinPath(path, "tsconfig.json")].find((each) => /\.json$/.test(each) && folder.read(each) !== undefined);
}

// `@utils/*` is a prefix and a suffix around `*`; the longest prefix that matches counts.
function mappedPaths(table: Table, target: string): string[] {
  const exact = textsIn(table[target]);
  if (exact.length > 0) return exact.map(inFolder);
  const matches = Object.entries(table).flatMap(([pattern, places]) => {
    const [prefix = "", suffix, ...more] = pattern.split("*");
    const isMatch = suffix !== undefined && more.length === 0 && target.startsWith(prefix) && target.endsWith(suffix);
    if (!isMatch || target.length < prefix.length + suffix.length) return [];
    return [{ prefix, places, rest: target.slice(prefix.length, target.length - suffix.length) }];
  });
  const [best] = matches.sort((a, b) => b.prefix.length - a.prefix.length);
  return best === undefined ? [] : textsIn(best.places).map((place) => inFolder(place.replace("*", () => best.rest)));
}

// `${configDir}/src` is relative, too.
function inFolder(path: string): string {
  return path.replace(/^\$\{configDir\}\//, "./");
}

// These files may have comments, and commas after the last value.
function readWithComments(folder: SiteFolder, path: string): Table {
  try {
    const source = readConfiguration(folder, path) ?? "";
    return tableOf(constantValue(Parser.parseExpressionAt(source, 0, { ecmaVersion: "latest" }), () => undefined));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return {};
    throw error;
  }
}
