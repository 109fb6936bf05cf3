import { type Table, tableOf } from "../../../base/table-values.ts";
import { dependsOn } from "../../configuration/find-package.ts";
import type { MarkdownRules } from "../../old-markdown/markdown-rules.ts";
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

// Renderers that follow CommonMark, unless a plugin of theirs reads formulas. The others read formulas themselves.
const plain = new Set(["hexo-renderer-markdown-it", "hexo-renderer-marked"]);
const readsFormulas = /katex|mathjax|texmath|latex/i;
const early = /"hexo-(?:katex|math|renderer-mathjax)"/; // they may read formulas before the renderer does

/** Returns the rules of the renderer of Markdown that a site has; none if it is another one. */
export function hexoMarkdown(folder: SiteFolder, path: string, config: Table): MarkdownRules {
  const [name, optionsIn] = rendererOf(folder, path) ?? [];
  if (name === undefined || optionsIn === undefined) return {};
  const { breaks = true, gfm = true } = tableOf(optionsIn(config));
  const plugins = JSON.stringify(tableOf(config["markdown"])["plugins"] ?? "");
  const isPlain = plain.has(name) && !early.test(folder.read(path) ?? "") && !readsFormulas.test(plugins);
  return {
    ...(breaks === true && gfm === true && { breaks: `${name} (breaks: true)` }),
    ...(isPlain && { unescapedFormulas: "all" }),
  };
}

// A new site has hexo-renderer-marked.
function rendererOf(folder: SiteFolder, path: string): (typeof renderers)[number] | undefined {
  const found = renderers.find(([name]) => dependsOn(folder, path, name));
  return found ?? (other.test(folder.read(path) ?? "") ? undefined : renderers.at(-1));
}
