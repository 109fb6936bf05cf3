import { folderOf } from "../../base/file-path.ts";
import { isTable } from "../../base/table-values.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath, resolvePath } from "../site-rules/site-path.ts";

// The settings that name folders of content, with their place: the keys of tables from the top. A menu may have the same words as labels.
const places: readonly (readonly [files: RegExp, place: RegExp])[] = [
  // Hugo, Jekyll, Hexo, MkDocs. In config/_default, the name of a file is the first key.
  [
    /\.(?:toml|ya?ml|json)$/,
    /^(?:source|source_dir|collections_dir|docs_dir|(?:.{1,99}\.)?(?:contentdir|staticdir|assetdir|mounts\.source))$/i,
  ],
  // Astro, VitePress, Eleventy, Gatsby, Docusaurus
  [/\.[cm]?[jt]s$|\.config$/, /^(?:(?:dir\.)?input|(?:.{1,99}\.)?(?:srcdir|loader\.base|(?:options|plugins|blog|docs|pages)\.path))$/i],
  // Pelican, Nikola
  [/\.py$/, /^(?:PATH|ARTICLE_PATHS|ARTICLE_DIR|PAGE_PATHS|PAGE_DIR|STATIC_PATHS|POSTS|PAGES|FILES_FOLDERS)$/],
];
// These may also name an address, so an absolute path in them is not a folder.
const ambiguous = /(?:^|\.)(?:base|path)$|^(?:POSTS|PAGES)$/;
const maxDepth = 6; // tables and lists

/**
 * Reports the settings of a configuration that lead out of the site's folder. An import reads no file there, since a configuration may come
 * from somebody else.
 * @param root the folder that relative paths begin at
 */
export function reportOutside(folder: SiteFolder, path: string, configuration: unknown, root = siteOf(path)): void {
  if (folder.report === undefined) return;
  const folders = places.find(([files]) => files.test(path))?.[1];
  if (folders === undefined) return;
  for (const { place, value } of settingsIn(configuration, [], 0)) {
    if (!folders.test(place) || !leadsOutside(folder, root, value, ambiguous.test(place))) continue;
    const name = place.slice(place.lastIndexOf(".") + 1);
    const reason = `${name} leads outside the folder: ${JSON.stringify(value.slice(0, 100))}; import the folder that contains both`;
    folder.report({ path, reason, isUnread: false });
  }
}

interface Setting {
  /** The keys that lead to it, separated by points. */
  readonly place: string;
  readonly value: string;
}

function* settingsIn(value: unknown, keys: readonly string[], depth: number): Generator<Setting> {
  if (typeof value === "string") yield { place: keys.join("."), value };
  if (depth >= maxDepth) return;
  if (Array.isArray(value)) for (const item of value) yield* settingsIn(item, keys, depth + 1);
  else if (isTable(value)) for (const [key, item] of Object.entries(value)) yield* settingsIn(item, [...keys, key], depth + 1);
}

function leadsOutside({ paths }: SiteFolder, root: string, value: string, mayBeAddress: boolean): boolean {
  if (/^(?:\/|[a-z]:[\\/])/i.test(value)) return !mayBeAddress && !paths.some((path) => isIn(resolvePath(root, value), path));
  let depth = 0;
  for (const part of joinPath(root, value.replaceAll("\\", "/")).split("/")) {
    if (part === "..") depth--;
    else if (part !== "" && part !== ".") depth++;
    if (depth < 0) return true;
  }
  return false;
}

// The files of these folders are about the site above them.
function siteOf(path: string): string {
  return folderOf(path).replace(/(?:^|\/)(?:config\/(?:_default|production)|\.vitepress|\.vuepress)$/, "");
}
