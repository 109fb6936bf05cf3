import { folderOf } from "../../base/file-path.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../site-rules/site-path.ts";
import { aliasedPaths, foldersAbove } from "./path-aliases.ts";

const scripts = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
const endings = ["", ...scripts, ".json", ...scripts.map((ending) => `/index${ending}`)];
// In TypeScript, an import names the file that the compiler writes (typescriptlang.org/docs/handbook/modules/theory.html).
const sources: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx", ".jsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};

/**
 * Returns the path of the module that an import or a `require` means: a file with or without its ending, the source of a compiled file, or
 * the index of a folder. Returns undefined for a package.
 * @param from the path of the module with the import
 */
export function moduleFile(folder: SiteFolder, from: string, target: string): string | undefined {
  return placesOf(folder, from, target)
    .flatMap(candidates)
    .find((path) => /\.\w+$/.test(path) && folder.read(path) !== undefined);
}

function candidates(path: string): string[] {
  const [ending = ""] = /\.[cm]?jsx?$/.exec(path) ?? [];
  const compiled = (sources[ending] ?? []).map((source) => path.slice(0, -ending.length) + source);
  return [path, ...compiled, ...endings.map((each) => (path + each).replace(/^\//, ""))];
}

function placesOf(folder: SiteFolder, from: string, target: string): readonly string[] {
  if (/^\.{1,2}(?:\/|$)/.test(target)) return [resolvePath(folderOf(from), target)];
  return [...aliasedPaths(folder, from, target), ...usualPlaces(from, target)];
}

// By custom, the alias `@/` is the folder of the sources; `$lib/` is that of SvelteKit.
function usualPlaces(from: string, target: string): readonly string[] {
  if (target.startsWith("$lib/")) return foldersAbove(from).map((folder) => joinPath(folder, "src", target.slice(1)));
  if (!/^[@~]\//.test(target)) return [];
  return foldersAbove(from).flatMap((folder) => ["", "src"].map((source) => joinPath(folder, source, target.slice(2))));
}
