import { textsIn } from "../../../base/table-values.ts";

/** The files that the setting "Excluded files" of a vault excludes. */
export interface ExcludedFiles {
  /** @param path below the vault */
  has(path: string): boolean;
  /** The regular expressions that cannot be read. */
  readonly unread: readonly string[];
}

/**
 * Reads the setting "Excluded files" of a vault: starts of paths, and regular expressions between slashes. Of an expression, the letters before
 * its first sign count, so that rather too much is left out: a hostile expression could take exponential time.
 */
export function excludedFiles(filters: unknown): ExcludedFiles {
  const starts: string[] = [];
  const parts: string[] = [];
  const unread: string[] = [];
  for (const filter of textsIn(filters)) {
    const [, expression] = /^\/(.+)\/$/s.exec(filter) ?? [];
    if (expression === undefined) {
      starts.push(filter);
      continue;
    }
    for (const choice of /[()[\]]/.test(expression) ? [expression] : expression.split("|")) {
      const letters = literalStart(choice.replace(/^\^/, ""));
      if (letters === "") unread.push(filter);
      else (choice.startsWith("^") ? starts : parts).push(letters);
    }
  }
  return { unread, has: (path) => starts.some((start) => path.startsWith(start)) || parts.some((part) => path.includes(part)) };
}

function literalStart(expression: string): string {
  const [start = ""] = /^(?:[^\\^$.*+?()[\]{}|]|\\[^\p{L}\p{N}])*(?![*?{])/u.exec(expression) ?? [];
  return start.replace(/\\(.)/gu, "$1");
}
