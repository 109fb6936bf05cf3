import type { Program } from "acorn";
import { folderOf } from "../../../base/file-path.ts";
import { parseModule } from "../../configuration/script-module.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../../site-rules/site-path.ts";

/** The code that makes pages: `gatsby-node`, and the files that it loads. */
export interface GatsbyCode {
  readonly source: string;
  readonly programs: readonly Program[];
}

const maxFiles = 20;
const loaded = /(?:\brequire\(|\bfrom\s{0,9}|\bimport\(?\s{0,9})\s{0,9}["'`](\.{1,2}\/[^"'`]{1,200})["'`]/g;
const endings = ["", ".js", ".ts", ".mjs", ".cjs", "/index.js", "/index.ts"];

/** Reads the code that makes the pages of a site. */
export function readGatsbyCode(folder: SiteFolder, root: string): GatsbyCode {
  const node = ["js", "ts", "mjs", "cjs"].map((ending) => joinPath(root, `gatsby-node.${ending}`));
  const paths = node.filter((path) => folder.read(path)).slice(0, 1);
  for (const path of paths) {
    const targets = [...(folder.read(path) ?? "").matchAll(loaded)].map(([, target = ""]) => resolvePath(folderOf(path), target));
    const found = targets.flatMap((target) => endings.map((ending) => target + ending).find((file) => isScript(folder, file)) ?? []);
    paths.push(...[...new Set(found)].filter((file) => !paths.includes(file)).slice(0, Math.max(0, maxFiles - paths.length)));
  }
  return {
    source: paths.map((path) => folder.read(path) ?? "").join("\n"),
    programs: paths.flatMap((path) => parseModule(folder, path) ?? []),
  };
}

function isScript(folder: SiteFolder, path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path) && folder.read(path) !== undefined;
}
