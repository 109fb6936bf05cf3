import { fileOf } from "../../content/compile/article.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/**
 * Makes problems of the files below `articles/` that cannot be read. A folder that cannot be read has one, and the files in it have none.
 * @param reasons by path
 * @param reported problems of files that were reported before
 */
export function fileDiagnostics(reasons: ReadonlyMap<string, string>, reported: readonly Diagnostic[] = []): Diagnostic[] {
  const known = new Set(reported.map(({ file }) => file));
  return [...reasons]
    .filter(([path]) => !known.has(fileOf(path)) && !foldersOf(path).some((folder) => reasons.has(folder) || known.has(fileOf(folder))))
    .map(([path, reason]) => {
      return { file: fileOf(path), line: 1, column: 1, severity: "error", message: `Cannot read it: ${reason}` };
    });
}

/** The folders that a path below a folder goes through, the outermost first: `a`, `a/b` of `a/b/c.md`. */
export function foldersOf(path: string): string[] {
  const names = path.split("/");
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join("/"));
}
