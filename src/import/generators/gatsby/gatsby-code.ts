import type { Program } from "acorn";
import { type LoadedCode, loadedCode } from "../../configuration/loaded-code.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";

/** The code that makes pages: `gatsby-node`, and the files that it loads. */
export interface GatsbyCode {
  readonly source: string;
  readonly files: readonly LoadedCode[];
  readonly programs: readonly Program[];
}

/** Reads the code that makes the pages of a site. */
export function readGatsbyCode(folder: SiteFolder, root: string): GatsbyCode {
  const node = ["js", "ts", "mjs", "cjs"].map((ending) => joinPath(root, `gatsby-node.${ending}`));
  const path = node.find((each) => folder.read(each));
  const loaded = path === undefined ? [] : loadedCode(folder, path);
  return {
    files: loaded,
    source: loaded.map(({ source }) => source).join("\n"),
    programs: loaded.flatMap(({ program }) => program ?? []),
  };
}
