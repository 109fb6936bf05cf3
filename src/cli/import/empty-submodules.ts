import { join } from "node:path";
import { baseName } from "../../base/file-path.ts";
import { readRegularFile } from "../../files/regular-file.ts";
import { isIn } from "../../import/site-rules/site-path.ts";

const maxLength = 65_536; // UTF-16 units
const ofPrograms = /(?:^|\/)(?:themes?|plugins?|vendor|node_modules)(?:[/.]|$)/i;

// The folders that generators write, whose branch is often a submodule. A fetch brings no articles.
const outputs: Readonly<Record<string, RegExp>> = {
  Hugo: /^public$/,
  Hexo: /^(?:public|\.deploy_git|\.deploy)$/,
  Zola: /^public$/,
  Gatsby: /^public$/,
  Jekyll: /^_site$/,
  Eleventy: /^_site$/,
  Pelican: /^(?:output|public)$/,
  Nikola: /^output$/,
  Astro: /^dist$/,
  VitePress: /^dist$/,
  VuePress: /^dist$/,
  Docusaurus: /^build$/,
  "Next.js": /^out$/,
  SvelteKit: /^build$/,
  Quartz: /^public$/,
};

/**
 * Returns the folders of the Git submodules of a repository that contain nothing, since a clone does not fetch them. Themes and plugins
 * have no articles, and neither has the output of the generator.
 * @param root the path of the repository
 * @param paths the paths of its files
 */
export function findEmptySubmodules(root: string, paths: readonly string[], generator?: string): readonly string[] {
  const isOutput = (module: string) => generator !== undefined && outputs[generator]?.test(baseName(module)) === true;
  const modules = modulesIn(root).filter((module) => !ofPrograms.test(module) && !isOutput(module));
  return modules.filter((module) => !paths.some((path) => isIn(module, path)));
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
