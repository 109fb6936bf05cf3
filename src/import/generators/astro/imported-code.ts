import { folderOf } from "../../../base/file-path.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../../site-rules/site-path.ts";

const endings = ["", ".ts", ".js", ".mjs", ".mts", ".tsx", "/index.ts", "/index.js"];
const maxLength = 262_144; // UTF-16 units, of each module

/**
 * Returns the modules of the site that a page imports.
 * @param code the code of the page, without white space
 * @param source the folder of the code, which the usual names `@/` and `~/` mean
 */
export function importedFiles(folder: SiteFolder, path: string, code: string, source: string): string[] {
  const targets = [...code.matchAll(/from["']((?:\.{1,2}|[@~])\/[^"']{1,200})["']/g)].map(([, target = ""]) =>
    /^[@~]/.test(target) ? joinPath(source, target.slice(2)) : resolvePath(folderOf(path), target),
  );
  return targets.flatMap(
    (target) => endings.map((ending) => target + ending).find((file) => isScript(file) && folder.read(file) !== undefined) ?? [],
  );
}

/** Returns the code of a module without white space. */
export function codeOf(folder: SiteFolder, path: string): string {
  return (folder.read(path) ?? "").slice(0, maxLength).replace(/\s/g, "");
}

function isScript(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}
