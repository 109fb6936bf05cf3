import { baseName, foldersOf } from "../../../base/file-path.ts";
import { type Table, textIn } from "../../../base/table-values.ts";
import { reportUnread } from "../../configuration/read-configuration.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, resolvePath } from "../../site-rules/site-path.ts";

/** The folder of a site's content. */
export interface JekyllSource {
  readonly source: string;
  /** The folder that `source` names if it does not exist. */
  readonly missingSource?: string;
}

/**
 * Finds the folder of the content. If `source` does not exist, since a step before Jekyll makes it, such as `.tmp/src`, it is the one folder
 * that the posts can come from. If there are several, the configuration is reported as unused.
 * @param path of the configuration
 * @param root the folder of the configuration
 */
export function findSource(folder: SiteFolder, path: string | undefined, root: string, values: Table): JekyllSource {
  const written = textIn(values["source"]);
  const source = resolvePath(root, written ?? "");
  const posts = folder.paths.filter((each) => isIn(root, each) && isPost(each));
  if (written === undefined || path === undefined || posts.length === 0) return { source };
  if (folder.paths.some((each) => isIn(source, each))) return { source };
  const found = contentFolder(folder.paths, posts, baseName(source));
  if (found !== undefined) return { source: found, missingSource: source };
  const reason = `source does not exist: ${JSON.stringify(written)}; import the folder again after the step that makes it`;
  reportUnread(folder, path, reason);
  return { source };
}

function isPost(path: string): boolean {
  return foldersOf(path).some((folder) => baseName(folder) === "_posts") && /^\d{2,4}-\d{1,2}-\d{1,2}-/.test(baseName(path));
}

// The folder with the name of the missing one, or with layouts, or the outermost one with posts.
function contentFolder(paths: readonly string[], posts: readonly string[], name: string): string | undefined {
  const withPosts = new Set(posts.map((path) => above(path, /(?:^|\/)_posts\//)));
  const candidates = new Set([...withPosts].flatMap((folder) => ["", ...foldersOf(`${folder}/`)]));
  const withLayouts = new Set(paths.map((path) => above(path, /(?:^|\/)_(?:layouts|includes)\//)));
  const groups = [
    [...candidates].filter((folder) => folder !== "" && baseName(folder) === name),
    [...candidates].filter((folder) => withLayouts.has(folder)),
    [...withPosts],
  ];
  const found = groups.map(outermost).find((group) => group.length > 0) ?? [];
  return found.length === 1 ? found[0] : undefined;
}

function above(path: string, special: RegExp): string | undefined {
  const index = path.search(special);
  return index < 0 ? undefined : path.slice(0, index);
}

function outermost(folders: readonly (string | undefined)[]): readonly string[] {
  const all = new Set(folders);
  return folders.filter(
    (folder) => folder !== undefined && !["", ...foldersOf(folder)].some((each) => each !== folder && all.has(each)),
  ) as string[];
}
