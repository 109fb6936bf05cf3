import type { Program } from "acorn";
import { moduleFile } from "../../configuration/module-file.ts";
import { parseModule } from "../../configuration/script-module.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";

/** The code that makes pages: `gatsby-node`, and the files that it loads. */
export interface GatsbyCode {
  readonly source: string;
  readonly programs: readonly Program[];
}

const maxFiles = 20;
const loaded = /(?:\brequire\(|\bfrom\s{0,9}|\bimport\(?\s{0,9})\s{0,9}["'`]([^"'`\s]{1,200})["'`]/g;

/** Reads the code that makes the pages of a site. */
export function readGatsbyCode(folder: SiteFolder, root: string): GatsbyCode {
  const node = ["js", "ts", "mjs", "cjs"].map((ending) => joinPath(root, `gatsby-node.${ending}`));
  const paths = node.filter((path) => folder.read(path)).slice(0, 1);
  for (const path of paths) {
    const targets = [...(folder.read(path) ?? "").matchAll(loaded)].map(([, target = ""]) => target);
    const found = targets.flatMap((target) => moduleFile(folder, path, target) ?? []).filter(isScript);
    paths.push(...[...new Set(found)].filter((file) => !paths.includes(file)).slice(0, Math.max(0, maxFiles - paths.length)));
  }
  return {
    source: paths.map((path) => folder.read(path) ?? "").join("\n"),
    programs: paths.flatMap((path) => parseModule(folder, path) ?? []),
  };
}

function isScript(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}
