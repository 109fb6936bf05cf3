import { foldersOf } from "../../base/file-path.ts";
import { fileOf } from "../../content/compile/article.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isInDrafts } from "../../model/file-name.ts";

/**
 * Creates the diagnostics of files below `articles/` that cannot be read: one for a folder, and none for the files in it.
 * @param reasons by path
 * @param reported diagnostics that were reported before
 */
export function fileDiagnostics(reasons: ReadonlyMap<string, string>, reported: readonly Diagnostic[] = []): Diagnostic[] {
  const known = new Set(reported.map(({ file }) => file));
  return [...reasons]
    .filter(([path]) => !known.has(fileOf(path)) && !foldersOf(path).some((folder) => reasons.has(folder) || known.has(fileOf(folder))))
    .map(([path, reason]) => {
      return { file: fileOf(path), line: 1, column: 1, severity: severityIn(path), message: `Cannot read it: ${reason}` };
    });
}

/** Returns the severity of a file that cannot be read. One in a folder `_drafts` never stops a build. */
export function severityIn(path: string): Diagnostic["severity"] {
  return isInDrafts(path) ? "warning" : "error";
}
