import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, resolvePath } from "../../site-rules/site-path.ts";

const usual = ["content/blog", "content/posts", "content", "src/posts", "src/content", "posts", "blog"];

/** Returns the folders of gatsby-source-filesystem with Markdown, the deepest first. A theme has its own folder. */
export function findGatsbySources(folder: SiteFolder, plugins: readonly Table[], root: string): string[] {
  const declared = plugins.flatMap((plugin) => {
    const path = textIn(tableOf(plugin["options"])[/theme/.test(String(plugin["resolve"])) ? "contentPath" : "path"]);
    return path === undefined ? [] : [resolvePath(root, path)];
  });
  const hasTexts = (source: string) => folder.paths.some((path) => isIn(source, path) && isMarkdown(path));
  const found = [...new Set(declared)].filter((source) => source !== root && hasTexts(source));
  if (found.length > 0) return found.sort((a, b) => b.length - a.length);
  return usual
    .map((path) => joinPath(root, path))
    .filter(hasTexts)
    .slice(0, 1);
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

/** Returns the patterns of files that the plugins ignore. */
export function ignoredBy(plugins: readonly Table[]): string[] {
  return plugins.flatMap((plugin) => textsIn(tableOf(plugin["options"])["ignore"]));
}
