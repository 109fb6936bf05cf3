import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { type ConfigReadings, configReadings, notesOfPatterns, optionIn } from "../../configuration/config-readings.ts";
import { selectFiles } from "../../configuration/file-patterns.ts";
import { reportOutside } from "../../configuration/outside-settings.ts";
import { readScript, type ScriptModule } from "../../configuration/script-module.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import type { AstroRoute } from "./astro-routes.ts";
import { CollectionCode, type EntryForm } from "./collection-code.ts";
import { schemaDefaults } from "./schema-defaults.ts";

/** A collection of content (docs.astro.build/en/guides/content-collections). */
export interface Collection {
  readonly name: string;
  /** The folder that ids are relative to. */
  readonly base: string;
  /** The folder of its files: the base, or a folder in it. */
  readonly folder: string;
  /** Returns whether its loader selects a file, by its path below the base. */
  readonly selects: (path: string) => boolean;
  /** True without the pattern of a loader. Astro then skips files and folders whose names begin with `_`. */
  readonly skipsUnderscore: boolean;
  /** True if the configuration computes ids. */
  readonly hasOwnIds: boolean;
  /** The values that its schema gives to missing keys. */
  readonly defaults: Table;
  /** True for a folder whose texts code reads by a pattern: no configuration names it. */
  readonly isGlobbed?: boolean;
  /** The page that seems to publish such texts. */
  readonly route?: AstroRoute;
  /** The keys of front matter that its schema may change. */
  readonly changedKeys: CollectionCode["changedKeys"];
  /** The form of its entries in code. */
  readonly form: EntryForm;
  /** Returns the id that the configuration computes for an entry; undefined if it is unknown. @param own its path below the base */
  ownIdOf(own: string, data: unknown): string | undefined;
}

/** Finds the collections of a site: those of its configuration, and without one the folders of `src/content`. */
export function findCollections(folder: SiteFolder, root: string, source: string, options: Table): Collection[] {
  const content = joinPath(source, "content");
  const path = configOf(folder, source);
  const script = path === undefined ? undefined : readScript(folder, path);
  const defaults = schemaDefaults(path === undefined ? "" : (folder.read(path) ?? ""), script);
  reportOutside(folder, joinPath(source, "content.config"), script?.constant("collections"), root);
  const readings = configReadings(script, collectionsIn);
  const declared = Object.keys(readings[0])
    .map((name) => declaredCollection(name, readings, root, content))
    .filter(({ folder: own }) => hasArticles(folder, own));
  // A folder above or below those of a declared collection is not a collection itself.
  const isDeclared = (own: string) => declared.some((each) => each.folder === own || isIn(own, each.folder) || isIn(each.folder, own));
  const names = foldersIn(folder, content).filter((name) => !isDeclared(joinPath(content, name)));
  const all = [...declared, ...names.map((name) => collectionOf(name, {}, root, content))];
  const code = new CollectionCode(folder, path, root, options);
  const withCode = (each: DeclaredCollection): Collection => ({
    ...each,
    defaults: defaults.get(each.name) ?? {},
    changedKeys: code.changedKeys,
    form: code.formOf(each.name),
    ownIdOf: (own, data) => code.idOf(each.name, own, data),
  });
  return all.map(withCode).sort((a, b) => b.folder.length - a.folder.length);
}

type DeclaredCollection = Omit<Collection, "changedKeys" | "defaults" | "form" | "ownIdOf">;

function configOf({ read }: SiteFolder, source: string): string | undefined {
  const paths = ["content.config", "content/config"].flatMap((name) =>
    ["ts", "js", "mjs", "mts"].map((ending) => joinPath(source, `${name}.${ending}`)),
  );
  return paths.find((each) => read(each) !== undefined);
}

function collectionsIn(script: ScriptModule): unknown {
  return script.constant("collections");
}

/** Returns notes about the patterns of loaders that select texts. @param source the folder `src` */
export function notesOfCollections(folder: SiteFolder, source: string): string[] {
  const path = configOf(folder, source);
  const script = path === undefined ? undefined : readScript({ paths: folder.paths, read: folder.read }, path);
  return notesOfPatterns(configReadings(script, collectionsIn), `pattern in ${path}`, (all) =>
    Object.keys(all).flatMap((name) => optionIn(loaderIn(all, name), "pattern")),
  );
}

function loaderIn(collections: Table, name: string): Table {
  return tableOf(tableOf(collections[name])["loader"]);
}

// A condition may decide the pattern: a text is in the collection if all branches select it.
function declaredCollection(name: string, readings: ConfigReadings, root: string, content: string): DeclaredCollection {
  const loaders = readings.map((all) => loaderIn(all, name));
  const known = loaders.filter(({ pattern }) => pattern !== undefined);
  const found = collectionOf(name, known[0] ?? loaderIn(readings[0], name), root, content);
  const same = known.map((loader) => collectionOf(name, loader, root, content)).filter(({ base }) => base === found.base);
  return { ...found, selects: (path) => [found, ...same].every((each) => each.selects(path)) };
}

function collectionOf(name: string, loader: Readonly<Record<string, unknown>>, root: string, content: string): DeclaredCollection {
  const patterns = textsIn(loader["pattern"]);
  const pattern = patterns.find((each) => !each.startsWith("!"));
  const hasOwnIds = "generateId" in loader;
  const hasUnknownBase = "base" in loader && typeof loader["base"] !== "string";
  if (pattern === undefined || hasUnknownBase) {
    const base = joinPath(content, name);
    return { name, base, folder: base, selects: () => true, skipsUnderscore: true, hasOwnIds };
  }
  const base = resolvePath(root, textIn(loader["base"]) ?? "");
  const selected = selectFiles(patterns);
  return {
    name,
    base,
    folder: joinPath(base, commonFolder(patterns.filter((each) => !each.startsWith("!")))),
    selects: (path) => selected.test(path),
    skipsUnderscore: false,
    hasOwnIds,
  };
}

function commonFolder(patterns: readonly string[]): string {
  const [first = "", ...others] = [...new Set(patterns.map(staticFolder))];
  return others.length === 0 ? first : "";
}

// The folders of a pattern before its first wildcard: `posts` of `posts/**/*.md`.
function staticFolder(pattern: string): string {
  const names = pattern.replace(/^\.\//, "").split("/").slice(0, -1);
  const wild = names.findIndex((name) => /[*?[{(!]/.test(name));
  return joinPath(...(wild < 0 ? names : names.slice(0, wild)));
}

function hasArticles({ paths }: SiteFolder, folder: string): boolean {
  return paths.some((path) => isIn(folder, path) && isMarkdown(path));
}

function foldersIn({ paths }: SiteFolder, folder: string): string[] {
  const files = paths.filter((path) => isIn(folder, path) && isMarkdown(path)).map((path) => pathIn(folder, path).split("/"));
  return [...new Set(files.filter(({ length }) => length > 1).map(([name = ""]) => name))];
}
