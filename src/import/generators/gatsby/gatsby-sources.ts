import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { optionIn } from "../../configuration/config-readings.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import type { GatsbyRoute } from "./gatsby-routes.ts";

const usual = ["content/blog", "content/posts", "content", "src/posts", "src/content", "posts", "blog"];

/**
 * Returns the folders of gatsby-source-filesystem with Markdown, the deepest first. A theme has its own folders: those of its options, and by
 * default folders in `content`.
 */
export function findGatsbySources(folder: SiteFolder, plugins: readonly Table[], root: string): string[] {
  const declared = plugins.flatMap((plugin) => pathsOf(plugin).map((path) => resolvePath(root, path)));
  const hasTexts = (source: string) => folder.paths.some((path) => isIn(source, path) && isMarkdown(path));
  const ofTheme = hasUnknownSources(plugins) ? foldersIn(folder, joinPath(root, "content")) : [];
  const isAround = (source: string) => declared.some((each) => each !== source && (isIn(source, each) || isIn(each, source)));
  const all = [...declared, ...ofTheme.filter((source) => !isAround(source))];
  const found = [...new Set(all)].filter((source) => source !== root && hasTexts(source));
  if (found.length > 0) return found.sort((a, b) => b.length - a.length);
  return usual
    .map((path) => joinPath(root, path))
    .filter(hasTexts)
    .slice(0, 1);
}

function pathsOf(plugin: Table): string[] {
  const options = tableOf(plugin["options"]);
  if (!/theme/.test(nameOfPlugin(plugin))) return textsIn(options["path"]);
  // `blogPath: "/blog"` is an address.
  const folders = Object.entries(options).filter(([key]) => /(?:Path|Dir|Directory|Folder)$/.test(key) && key !== "basePath");
  return folders.flatMap(([, path]) => textsIn(path)).filter((path) => !path.startsWith("/"));
}

function foldersIn({ paths }: SiteFolder, parent: string): string[] {
  const below = paths.filter((path) => isIn(parent, path) && isMarkdown(path)).map((path) => pathIn(parent, path).split("/"));
  return [...new Set(below.map(([name = "", ...rest]) => (rest.length === 0 ? parent : joinPath(parent, name))))];
}

/** Returns whether the configuration does not determine which texts are read: a theme reads folders, too. */
export function hasUnknownSources(plugins: readonly Table[]): boolean {
  return themeOf(plugins) !== undefined || !plugins.some((plugin) => nameOfPlugin(plugin) === "gatsby-source-filesystem");
}

/** Returns the name of the theme that reads texts and makes their pages; undefined if there is none. */
export function themeOf(plugins: readonly Table[]): string | undefined {
  return plugins.map(nameOfPlugin).find((name) => /(?:^|\/)gatsby-theme-(?!material-ui|style-guide|i18n)/.test(name));
}

/** Returns the rule of addresses of sites with a theme: a slug that begins with a slash. Undefined if the theme puts a folder before it. */
export function routeOfTheme(plugins: readonly Table[]): GatsbyRoute | undefined {
  const bases = plugins.map((plugin) => textIn(tableOf(plugin["options"])["basePath"]) ?? "/");
  if (themeOf(plugins) === undefined || bases.some((base) => base !== "/")) return undefined;
  return {
    prefix: "",
    hasFilePath: false,
    key: "slug",
    needsSlash: true,
    suffix: "",
  };
}

function nameOfPlugin(plugin: Table): string {
  return textIn(plugin["resolve"]) ?? "";
}

/** Returns the name of a folder of gatsby-source-filesystem; undefined if it is unknown. */
export function nameOfSource(source: string, plugins: readonly Table[], root: string): string | undefined {
  const options = plugins.map((plugin) => tableOf(plugin["options"]));
  const own = options.find(({ path }) => textIn(path) !== undefined && resolvePath(root, textIn(path) ?? "") === source);
  return textIn(own?.["name"]);
}

/** Returns the plugins of a configuration, or of its constant `plugins`. */
export function pluginsOf(options: Table, constants: unknown): Table[] {
  return [options["plugins"] ?? constants].flat(1).map((plugin) => (typeof plugin === "string" ? { resolve: plugin } : tableOf(plugin)));
}

/** Returns the patterns of files that the plugins ignore, with undefined and regular expressions for those that cannot be read. */
export function ignoredBy(plugins: readonly Table[]): unknown[] {
  const sources = plugins.filter((plugin) => !/page-creator/.test(nameOfPlugin(plugin)));
  return sources.flatMap((plugin) => optionIn(tableOf(plugin["options"]), "ignore"));
}
