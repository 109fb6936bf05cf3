import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { type ConfigReadings, notesOfPatterns, optionIn } from "../../configuration/config-readings.ts";
import { excludeFiles, selectFiles } from "../../configuration/file-patterns.ts";
import type { WrittenRedirect } from "../../old-pages/stated-redirects.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/** The kinds of content that have a plugin, `@docusaurus/plugin-content-blog`, and a key in the options of a preset. */
export type ContentKind = "blog" | "docs" | "pages";

/** A folder of content. */
export interface ContentFolder {
  readonly folder: string;
  /** Returns whether the options publish a file, by its path in the folder. */
  readonly publishes: (path: string) => boolean;
}

/** Returns the options of each blog, or each folder of pages, that presets and plugins declare; a site with neither has the defaults. */
export function optionsOfContent(options: Table, kind: ContentKind): Table[] {
  const plugins = pairsOf(options["plugins"]).flatMap(([name, plugin]) => (name.includes(`content-${kind}`) ? [plugin] : []));
  if (options["presets"] === undefined && plugins.length > 0) return plugins;
  const presets = pairsOf(options["presets"]).flatMap(([, preset]) => (preset[kind] === false ? [] : [tableOf(preset[kind])]));
  return [...presets, ...plugins];
}

/** Reads the folders of the first reading. A file is published if all readings publish it. */
export function foldersOfReadings<T extends ContentFolder>(readings: ConfigReadings, read: (options: Table) => T[]): T[] {
  const [folders = [], ...others] = readings.map(read);
  return folders.map((each) => {
    const same = [each, ...others.flat().filter(({ folder }) => folder === each.folder)];
    return { ...each, publishes: (path) => same.every(({ publishes }) => publishes(path)) };
  });
}

/** Compiles `include` and `exclude`, the patterns of the files that are published. */
export function selectionOf(options: Table): ContentFolder["publishes"] {
  const [included, excluded] = [selectFiles(textsIn(options["include"])), excludeFiles(textsIn(options["exclude"]))];
  return (path) => included.test(path) && !excluded.test(path);
}

/** Returns notes about the patterns that exclude posts and pages. @param path the file of the configuration */
export function notesOfSelections(readings: ConfigReadings, path: string): string[] {
  return (["blog", "pages"] as const).flatMap((kind) =>
    ["include", "exclude"].flatMap((key) =>
      notesOfPatterns(readings, `${key} of the ${kind} in ${path}`, (options) =>
        optionsOfContent(options, kind).flatMap((content) => optionIn(content, key)),
      ),
    ),
  );
}

/** Returns the redirects of the plugin client-redirects, without those that its function makes. @param base the path of the site */
export function clientRedirects(options: Table, base: string): WrittenRedirect[] {
  const plugins = pairsOf(options["plugins"]).filter(([name]) => name.includes("client-redirects"));
  return plugins.flatMap(([, { redirects }]) =>
    (Array.isArray(redirects) ? redirects : []).flatMap((each) => {
      const { from, to } = tableOf(each);
      const below = (path: unknown) => (typeof path === "string" && path.startsWith("/") ? addressPath(base, path) : path);
      return [from].flat(1).map((path) => ({ from: below(path), to: below(to) }));
    }),
  );
}

// `["classic", { … }]`, or only the name.
function pairsOf(list: unknown): (readonly [string, Table])[] {
  return [list].flat(1).map((item) => {
    const [name, options] = Array.isArray(item) ? item : [item];
    return [textIn(name) ?? "", tableOf(options)];
  });
}
