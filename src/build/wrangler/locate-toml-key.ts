import type { SourceLocation } from "../../model/diagnostic.ts";

/** A position in a text. Line and column start at 1. */
export type Position = Omit<SourceLocation, "file">;

/**
 * Returns the position of a key of a TOML document, such as `["vars", "SITE", "title"]`: its line, or the header of its table. A key of an
 * inline table is on the line of that table's key. Undefined if no line has it.
 */
export function locateTomlKey(text: string, path: readonly string[]): Position | undefined {
  const lines = text.split("\n");
  const own = findHeader(lines, path) ?? findHeaderWithin(lines, path);
  if (own !== undefined) return { line: own + 1, column: 1 };
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const header = depth === 0 ? -1 : findHeader(lines, path.slice(0, depth));
    if (header === undefined) continue;
    const length = lines.slice(header + 1).findIndex((line) => /^\s*\[/.test(line));
    const rows = lines.slice(header + 1, length < 0 ? undefined : header + 1 + length);
    const key = new RegExp(`^\\s*["']?${RegExp.escape(path[depth] ?? "")}["']?\\s*[.=]`);
    const row = rows.findIndex((line) => key.test(line));
    if (row >= 0) return { line: header + 2 + row, column: (rows[row]?.search(/\S/) ?? 0) + 1 };
    if (header >= 0) return { line: header + 1, column: 1 };
  }
  return undefined;
}

/** Returns the index of the line `[a.b]`, or of the first `[[a.b]]`. */
export function findHeader(lines: readonly string[], path: readonly string[]): number | undefined {
  const name = path.join(".");
  return indexOf(lines, (header) => header.startsWith(`[${name}]`) || header.startsWith(`[[${name}]]`));
}

// The index of the first `[a.b.c]`, which makes the table `a.b`, too.
function findHeaderWithin(lines: readonly string[], path: readonly string[]): number | undefined {
  const name = path.join(".");
  return indexOf(lines, (header) => header.startsWith(`[${name}.`) || header.startsWith(`[[${name}.`));
}

function indexOf(lines: readonly string[], isWanted: (header: string) => boolean): number | undefined {
  const index = lines.findIndex((line) => /^\s*\[/.test(line) && isWanted(withoutQuotes(line)));
  return index < 0 ? undefined : index;
}

// `[ a . "b" ]` is `[a.b]`.
function withoutQuotes(header: string): string {
  return header
    .replace(/["']/g, "")
    .split(/(?<=[.[\]])|(?=[.[\]])/)
    .map((part) => part.trim())
    .join("");
}
