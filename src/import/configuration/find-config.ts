import { folderOf } from "../../base/file-path.ts";

/** The configuration file of a site. */
export interface ConfigFile {
  readonly path: string;
  /** The folder of the site: a repository may contain the site in a subfolder. */
  readonly root: string;
}

const maxDepth = 4; // folders

/**
 * Finds the configuration file that is the fewest folders deep.
 * @param name the regular expression of its name, from the folder of the site
 * @param folders the number of folders in that name
 */
export function findConfig(paths: readonly string[], name: RegExp, folders = 0): ConfigFile | undefined {
  const found = paths
    .filter((path) => name.test(path))
    .map((path) => ({ path, depth: path.split("/").length }))
    .filter(({ depth }) => depth <= maxDepth + folders)
    .sort((a, b) => a.depth - b.depth)[0];
  if (found === undefined) return undefined;
  let root = folderOf(found.path);
  for (let index = 0; index < folders; index++) root = folderOf(root);
  return { path: found.path, root };
}
