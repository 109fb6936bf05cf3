import { join } from "node:path";
import { readRegularFile } from "../../files/regular-file.ts";
import { isIn } from "../../import/site-rules/site-path.ts";

const maxLength = 65_536; // UTF-16 units
const ofPrograms = /(?:^|\/)(?:themes?|plugins?|vendor|node_modules)(?:[/.]|$)/i;

/**
 * Returns the folders of the Git submodules of a repository that contain nothing, since a clone does not fetch them. Themes and plugins
 * have no articles.
 * @param root the path of the repository
 * @param paths the paths of its files
 */
export function findEmptySubmodules(root: string, paths: readonly string[]): readonly string[] {
  return modulesIn(root).filter((module) => !ofPrograms.test(module) && !paths.some((path) => isIn(module, path)));
}

function modulesIn(root: string): string[] {
  try {
    const text = readRegularFile(join(root, ".gitmodules")).toString().slice(0, maxLength);
    return text.split("\n").flatMap((line) => {
      const [key = "", path] = line.split("=", 2);
      return key.trim() === "path" && path !== undefined ? [path.trim().replace(/^"|"$|\/$/g, "")] : [];
    });
  } catch {
    return []; // most repositories have none
  }
}
