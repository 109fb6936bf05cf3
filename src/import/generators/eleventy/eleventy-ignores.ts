import { compileGlob, type Glob } from "../../configuration/glob.ts";
import { readConfiguration } from "../../configuration/read-configuration.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath, resolvePath } from "../../site-rules/site-path.ts";

const maxLength = 65_536; // UTF-16 units: each path is compared with each line

/**
 * Reads the lines of .eleventyignore and .gitignore, which are globs relative to their file; the last one that matches a path counts
 * (www.11ty.dev/docs/ignores). Returns whether Eleventy ignores a path.
 */
export function readIgnores(folder: SiteFolder, root: string, input: string): (path: string) => boolean {
  const places = [...new Set([root, input])];
  const files = [joinPath(root, ".gitignore"), ...places.map((place) => joinPath(place, ".eleventyignore"))];
  const rules = files.flatMap((file) => {
    const place = file.slice(0, Math.max(0, file.lastIndexOf("/")));
    return (readConfiguration(folder, file, maxLength) ?? "")
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => ruleOf(line, place));
  });
  return (path) => rules.findLast(({ glob }) => glob.test(path))?.isIgnored ?? false;
}

interface Rule {
  readonly glob: Glob;
  readonly isIgnored: boolean;
}

// A folder includes everything in it.
function ruleOf(line: string, place: string): Rule {
  const isIgnored = !line.startsWith("!");
  const glob = resolvePath(place, isIgnored ? line : line.slice(1)).replaceAll("**/", "{,**/}");
  return { glob: compileGlob(`{${glob},${glob}/**}`), isIgnored };
}
