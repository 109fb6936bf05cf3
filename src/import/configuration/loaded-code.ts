import type { Program } from "acorn";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { moduleFile } from "./module-file.ts";
import { parseModule } from "./script-module.ts";

/** The code of a file, and of those that it loads. */
export interface LoadedCode {
  readonly path: string;
  readonly source: string;
  /** Undefined if it cannot be parsed, which is reported. */
  readonly program: Program | undefined;
}

const maxFiles = 20;
const loaded = /(?:\brequire\(|\bfrom\s{0,9}|\bimport\(?\s{0,9})\s{0,9}["'`]([^"'`\s]{1,200})["'`]/g;

/** Reads a module, and the modules of the site that it loads, those included that they load. */
export function loadedCode(folder: SiteFolder, path: string): LoadedCode[] {
  const paths = [path];
  for (const each of paths) {
    const targets = [...(folder.read(each) ?? "").matchAll(loaded)].map(([, target = ""]) => target);
    const found = targets.flatMap((target) => moduleFile(folder, each, target) ?? []).filter(isScript);
    paths.push(...[...new Set(found)].filter((file) => !paths.includes(file)).slice(0, Math.max(0, maxFiles - paths.length)));
  }
  return paths.map((each) => ({ path: each, source: folder.read(each) ?? "", program: parseModule(folder, each) }));
}

/** Returns whether a file is a module of JavaScript or TypeScript, by its name. */
export function isScript(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}
