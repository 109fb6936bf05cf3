import { baseName, folderOf } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { readDataFile } from "../../configuration/data-file.ts";
import { parseSiteUrl, type SiteUrl } from "../../configuration/site-url.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import { findSource, type JekyllSource } from "./jekyll-source.ts";

/** The configuration of a Jekyll site. */
export interface JekyllConfig extends JekyllSource {
  readonly values: Table;
  /** The path of the configuration file, if there is one. */
  readonly file?: string;
  /** The folder of the configuration. */
  readonly root: string;
  /** The folder of all collections below the source; empty if they are in the source itself. */
  readonly collectionsFolder: string;
  /** The configuration file if it cannot be read. */
  readonly unreadable?: string;
  readonly url: SiteUrl;
}

const names = ["_config.yml", "_config.yaml", "_config.toml"];

/**
 * Reads the configuration that is nearest to the top of a folder. GitHub Pages needs none: then, a folder with posts and
 * layouts, a Gemfile or a front page with front matter has the defaults. Returns undefined for any other folder.
 */
export function readJekyllConfig(folder: SiteFolder): JekyllConfig | undefined {
  const depth = (path: string) => path.split("/").length;
  const rank = (path: string) => 10 * depth(path) + names.indexOf(baseName(path));
  const path = folder.paths.filter((path) => depth(path) <= 2 && names.includes(baseName(path))).sort((a, b) => rank(a) - rank(b))[0];
  if (path === undefined && !isUnconfigured(folder)) return undefined;
  const read = path === undefined ? undefined : readDataFile(folder, path);
  const values = typeof read === "object" ? read : {};
  const root = path === undefined ? "" : folderOf(path);
  return {
    values,
    ...(path !== undefined && { file: path }),
    root,
    ...findSource(folder, path, root, values),
    collectionsFolder: resolvePath("", textIn(values["collections_dir"]) ?? ""),
    ...(path !== undefined && read === "unreadable" && { unreadable: path }),
    url: siteUrl(values, folder, root),
  };
}

// Only Jekyll has a folder _layouts; the posts of Eleventy, Next.js and Hexo may be in _posts, too. A site with the theme of a gem has
// none.
function isUnconfigured({ paths, read }: SiteFolder): boolean {
  if (!paths.some((path) => /^_posts\/(?:.*\/)?\d{4}-\d{1,2}-\d{1,2}-/.test(path))) return false;
  if (paths.some((path) => path.startsWith("_layouts/"))) return true;
  const isPage = (path: string) => /^index\.(?:html?|md|markdown)$/.test(path) && /^---\s*\n/.test(read(path) ?? "");
  return !paths.includes("package.json") && (/\bjekyll\b|\bgithub-pages\b/.test(read("Gemfile") ?? "") || paths.some(isPage));
}

// GitHub Pages writes the domain into the file CNAME.
function siteUrl(values: Table, folder: SiteFolder, root: string): SiteUrl {
  const domain = folder.read(root === "" ? "CNAME" : `${root}/CNAME`)?.trim();
  const named = domain !== undefined && /^[\w.-]+$/.test(domain) ? `https://${domain}` : undefined;
  const written = parseSiteUrl(textIn(values["url"]));
  const { base, origin, unused } = written.origin === undefined && named !== undefined ? parseSiteUrl(named) : written;
  const folders = (textIn(values["baseurl"]) ?? "").replace(/^\/*|\/+$/g, "");
  return {
    ...(origin !== undefined && { origin }),
    ...(unused !== undefined && { unused }),
    base: folders === "" ? base : `${base}/${folders}`,
  };
}

/** Returns the names of the plugins that the site runs: those of the configuration, and of the group `jekyll_plugins` in the Gemfile. */
export function pluginsOf({ root, values }: JekyllConfig, folder: SiteFolder): ReadonlySet<string> {
  const gemfile = folder.read(root === "" ? "Gemfile" : `${root}/Gemfile`) ?? "";
  return new Set([...textsIn(values["plugins"]), ...textsIn(values["gems"]), ...pluginGems(gemfile)]);
}

/** Returns the collections of a site with their options. `posts` always exists. */
export function collectionsOf({ values }: JekyllConfig): ReadonlyMap<string, Table> {
  const written = values["collections"];
  const own = Array.isArray(written) ? textsIn(written).map((name) => [name, {}] as const) : Object.entries(tableOf(written));
  return new Map([["posts", {}], ...own.map(([name, options]) => [name, tableOf(options)] as const)]);
}

const plugins = ":jekyll_plugins";

// `group :jekyll_plugins do … end`, or an option of the gem.
function pluginGems(gemfile: string): string[] {
  let isInGroup = false;
  return gemfile.split("\n").flatMap((written) => {
    const line = written.trim();
    if (line.startsWith("#")) return [];
    if (/^group\b/.test(line)) isInGroup = line.includes(plugins);
    else if (/^end\b/.test(line)) isInGroup = false;
    const [, name] = /^gem[ (]{1,4}["']([^"']+)["']/.exec(line) ?? [];
    return name !== undefined && (isInGroup || line.includes(plugins)) ? [name] : [];
  });
}
