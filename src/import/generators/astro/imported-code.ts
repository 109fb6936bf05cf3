import { moduleFile } from "../../configuration/module-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";

const maxLength = 262_144; // UTF-16 units, of each module

/**
 * Returns the modules of the site that a page imports.
 * @param code the code of the page, without white space
 */
export function importedFiles(folder: SiteFolder, path: string, code: string): string[] {
  const targets = [...code.matchAll(/from["']([^"']{1,200})["']/g)].map(([, target = ""]) => target);
  return [...new Set(targets)].flatMap((target) => moduleFile(folder, path, target) ?? []).filter(isScript);
}

/** Returns the code of a module without white space. */
export function codeOf(folder: SiteFolder, path: string): string {
  return (folder.read(path) ?? "").slice(0, maxLength).replace(/\s/g, "");
}

function isScript(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}
