import type { Fence } from "./front-matter-fence.ts";
import type { Place } from "./problem.ts";

/** Where the value of a key stands in an article; its beginning, where there is no such key. */
export function placeOfKey(file: string, fence: Fence | undefined, key: string): Place {
  return { file, ...(fence === undefined ? { line: 1, column: 1 } : findKey(fence, key)) };
}

function findKey({ line: firstLine, source, syntax }: Fence, key: string): { line: number; column: number } {
  const indent = syntax === "JSON" ? "[ \\t{]*" : "";
  const pattern = new RegExp(`^(${indent}["']?${RegExp.escape(key)}["']?\\s*[:=][ \\t]*)`);
  const lines = source.split("\n");
  const index = lines.findIndex((line) => pattern.test(line));
  if (index < 0) return { line: 1, column: 1 };
  const line = lines[index] ?? "";
  const before = pattern.exec(line)?.[0].length ?? 0;
  return { line: index + firstLine, column: (before < line.trimEnd().length ? before : 0) + 1 };
}
