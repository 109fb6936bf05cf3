import { textsIn } from "../../../base/table-values.ts";
import { checkLength } from "../../configuration/file-patterns.ts";
import { compileGlob, type Glob } from "../../configuration/glob.ts";
import type { MkdocsConfig } from "./mkdocs-config.ts";

const maxLength = 16_384; // UTF-16 units: each path is compared with each line

/**
 * Compiles the lines of `exclude_docs` and `draft_docs`, which are those of a .gitignore; the last one that matches a path counts
 * (www.mkdocs.org/user-guide/configuration/#exclude_docs). Returns whether MkDocs leaves a path out.
 */
export function excludedDocs(settings: readonly unknown[]): (path: string) => boolean {
  const lines = settings.flatMap((lines) => (typeof lines === "string" ? lines.slice(0, maxLength).split("\n") : []));
  const rules = ["/templates/", ...lines.map((line) => line.trim())].filter((line) => line !== "" && !line.startsWith("#")).map(ruleOf);
  return (path) => rules.findLast(({ glob }) => glob.test(path))?.isExcluded ?? false;
}

/** Compiles `glob` of the plugin mkdocs-exclude: Python's fnmatch, in which an asterisk also matches slashes. */
export function excludedByPlugin({ plugins }: Pick<MkdocsConfig, "plugins">): Glob {
  const patterns = plugins.filter(({ name }) => name === "exclude").flatMap(({ options }) => textsIn(options["glob"]));
  checkLength(patterns);
  const globs = patterns.map((pattern) => compileGlob(pattern.replaceAll(/\*+/g, "**")));
  return { test: (path) => globs.some((glob) => glob.test(path)) };
}

interface Rule {
  readonly glob: Glob;
  readonly isExcluded: boolean;
}

// A pattern with a slash before its end begins at the folder of the texts.
function ruleOf(line: string): Rule {
  const isExcluded = !line.startsWith("!");
  const written = isExcluded ? line : line.slice(1);
  const isFolder = written.endsWith("/");
  const plain = written.replace(/^\/|\/$/g, "").replaceAll("**/", "{,**/}");
  const start = /\/./.test(written) ? "" : "{,**/}";
  return { glob: compileGlob(`${start}${plain}${isFolder ? "/**" : "{,/**}"}`), isExcluded };
}
