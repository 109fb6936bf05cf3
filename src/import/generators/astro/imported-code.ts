import { isScript } from "../../configuration/loaded-code.ts";
import { moduleFile } from "../../configuration/module-file.ts";
import { withoutComments } from "../../configuration/without-comments.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";

const maxLength = 262_144; // UTF-16 units, of each module
const maxDepth = 3; // of imports
const maxModules = 30;

/** Returns the modules of the site that a page or a module imports. */
export function importedFiles(folder: SiteFolder, path: string): string[] {
  const targets = [...codeOf(folder, path).matchAll(/from["']([^"']{1,200})["']/g)].map(([, target = ""]) => target);
  return [...new Set(targets)].flatMap((target) => moduleFile(folder, path, target) ?? []).filter(isScript);
}

/** Returns the texts of the modules that a page imports, and of those that they import. */
export function modulesOf(folder: SiteFolder, path: string): string[] {
  const found = new Set<string>();
  let next = [path];
  for (let depth = 0; depth < maxDepth && found.size < maxModules; depth++) {
    next = next
      .flatMap((each) => importedFiles(folder, each))
      .filter((each) => !found.has(each))
      .slice(0, maxModules);
    for (const each of next) found.add(each);
  }
  return [...found].slice(0, maxModules).map((each) => folder.read(each) ?? "");
}

/** Returns the code of a page or a module without comments and white space. */
export function codeOf(folder: SiteFolder, path: string): string {
  return withoutComments((folder.read(path) ?? "").slice(0, maxLength)).replace(/\s/g, "");
}
