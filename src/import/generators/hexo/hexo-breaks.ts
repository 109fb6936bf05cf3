import { type Table, tableOf } from "../../../base/table-values.ts";
import { dependsOn } from "../../configuration/find-package.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";

// Renderers with line breaks by default, and the places of their options in _config.yml.
const renderers: readonly (readonly [string, (config: Table) => unknown])[] = [
  ["hexo-renderer-markdown-it", (config) => tableOf(config["markdown"])["render"]],
  ["hexo-renderer-markdown-it-plus", (config) => config["markdown_it_plus"]],
  ["hexo-renderer-multi-markdown-it", (config) => tableOf(config["markdown"])["render"]],
  ["hexo-renderer-kramed", (config) => config["kramed"]],
  ["hexo-renderer-marked", (config) => config["marked"]],
];
const other = /"hexo-renderer-(?:[\w-]{0,50}mark[\w-]{0,50}|pandoc|kramdown|mdx)"/;

/** Returns the renderer of Markdown that shows line breaks, for a sentence; undefined if it does not, or is unknown. */
export function hexoBreaks(folder: SiteFolder, path: string, config: Table): string | undefined {
  const [name, optionsIn] = rendererOf(folder, path) ?? [];
  if (name === undefined || optionsIn === undefined) return undefined;
  const { breaks = true, gfm = true } = tableOf(optionsIn(config));
  return breaks === true && gfm === true ? `${name} (breaks: true)` : undefined;
}

// A new site has hexo-renderer-marked.
function rendererOf(folder: SiteFolder, path: string): (typeof renderers)[number] | undefined {
  const found = renderers.find(([name]) => dependsOn(folder, path, name));
  return found ?? (other.test(folder.read(path) ?? "") ? undefined : renderers.at(-1));
}
