import { folderOf } from "../../base/file-path.ts";
import { isTable } from "../../base/table-values.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath, resolvePath } from "../site-rules/site-path.ts";

// The settings that name folders of content, in lower case: those of Hugo, Jekyll, Hexo, Astro, VitePress, Eleventy, Gatsby, Docusaurus,
// Pelican and Nikola.
const names = new Set([
  ...["contentdir", "staticdir", "assetdir", "source", "collections_dir", "source_dir", "srcdir", "input", "base", "path"],
  ...["article_paths", "article_dir", "page_paths", "page_dir", "static_paths", "posts", "pages", "files_folders"],
]);
// These may also name an address, so an absolute path in them is not a folder. In a list of redirects, so may `source`.
const ambiguous = new Set(["base", "path", "posts", "pages"]);
const maxDepth = 6; // tables and lists

/**
 * Reports the settings of a configuration that lead out of the site's folder. An import reads no file there, since a configuration may come
 * from somebody else.
 * @param root the folder that relative paths begin at
 */
export function reportOutside(folder: SiteFolder, path: string, configuration: unknown, root = siteOf(path)): void {
  if (folder.report === undefined) return;
  for (const { depth, name, value } of pathsIn(configuration, "", 0)) {
    const mayBeAddress = ambiguous.has(name) || (name === "source" && depth > 1);
    if (!leadsOutside(folder, root, value, mayBeAddress)) continue;
    const reason = `${name} leads outside the folder: ${JSON.stringify(value.slice(0, 100))}; import the folder that contains both`;
    folder.report({ path, reason, isUnread: false });
  }
}

interface FolderSetting {
  readonly name: string;
  readonly value: string;
  /** 1 for a key of the configuration itself. */
  readonly depth: number;
}

function* pathsIn(value: unknown, name: string, depth: number): Generator<FolderSetting> {
  if (typeof value === "string" && names.has(name.toLowerCase())) yield { name, value, depth };
  if (depth >= maxDepth) return;
  if (Array.isArray(value)) for (const item of value) yield* pathsIn(item, name, depth + 1);
  else if (isTable(value)) for (const [key, item] of Object.entries(value)) yield* pathsIn(item, key, depth + 1);
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
