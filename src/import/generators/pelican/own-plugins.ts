import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../../site-rules/site-path.ts";
import type { PelicanConfig } from "./pelican-settings.ts";

// A reader that replaces that of Markdown, and code that sets what addresses and ids are made of.
const reader = /\breader_classes\b|\breaders_init\b|\bclass\s{1,9}\w{1,99}\s{0,9}\([^()]{0,200}Reader\b/;
const extensions = /\bfile_extensions\s{0,9}=\s{0,9}[[(]([^\])=]{0,300})/g;
const names = "(?:slug|title|date|category|lang|url|save_as|override_url|override_save_as|status)";
const setters = [
  new RegExp(`\\bmetadata\\s{0,9}\\[\\s{0,9}["']${names}["']\\s{0,9}\\]\\s{0,9}=(?!=)`),
  new RegExp(`\\b(?:content|article|page|instance|item|post|self)\\.${names}\\s{0,9}=(?!=)`),
  new RegExp(`\\bsetattr\\s{0,9}\\([^()]{1,99},\\s{0,9}["']${names}["']`),
];

/**
 * Returns the files of the plugins in the folder of a site that replace the reader of Markdown, or set the titles, dates or addresses of
 * texts. Only running them would give the addresses.
 */
export function deciderPlugins(folder: SiteFolder, { root, settings }: PelicanConfig): string[] {
  const places = [...(settings.texts("PLUGIN_PATHS") ?? [settings.text("PLUGIN_PATH") ?? "plugins"]), ""];
  const files = (settings.texts("PLUGINS") ?? []).flatMap((name) => {
    const module = name.replaceAll(".", "/");
    const paths = places.map((place) => resolvePath(root, joinPath(place, module)));
    return paths.flatMap((path) => filesOf(folder, path)).filter((path) => decides(folder.read(path) ?? ""));
  });
  return [...new Set(files)];
}

function filesOf({ paths }: SiteFolder, module: string): string[] {
  return paths.filter((path) => path === `${module}.py` || (path.startsWith(`${module}/`) && path.endsWith(".py")));
}

function decides(code: string): boolean {
  if (setters.some((setter) => setter.test(code))) return true;
  if (!reader.test(code)) return false;
  const read = [...code.matchAll(extensions)].map(([, list = ""]) => list);
  return read.length === 0 || read.some((list) => /["']\.?(?:md|markdown|mkd|mdown|html?)["']/.test(list));
}
