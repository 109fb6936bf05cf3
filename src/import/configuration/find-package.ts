import { tableOf } from "../../base/table-values.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { joinPath } from "../site-rules/site-path.ts";
import { readJson } from "./data-file.ts";
import { type ConfigFile, findConfig } from "./find-config.ts";

/**
 * Finds the package.json that is the fewest folders deep and depends on a generator, for a site without a configuration.
 * @returns the place of the configuration that is missing, and the folder of the site
 */
export function findPackage(folder: SiteFolder, name: string, configuration: string): ConfigFile | undefined {
  const packages = folder.paths.filter((path) => /(?:^|\/)package\.json$/.test(path) && dependsOn(folder, path, name));
  const found = findConfig(packages, /(?:^|\/)package\.json$/);
  return found && { root: found.root, path: joinPath(found.root, configuration) };
}

/** Returns whether a package.json depends on a package. */
export function dependsOn(folder: SiteFolder, path: string, name: string): boolean {
  const { dependencies, devDependencies } = readJson(folder, path);
  return name in { ...tableOf(dependencies), ...tableOf(devDependencies) };
}
