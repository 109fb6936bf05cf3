import { readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Replaces the position in a bundle of a command, in a line of a stack trace, by the one in the sources. Node would do the same with
 * `--enable-source-maps`, but reads the source map at every start.
 */
export function withSourcePosition(line: string): string {
  const start = line.indexOf("file://");
  if (start < 0 || !line.includes("/node_modules/.cache/broadsheet/")) return line;
  const end = line.endsWith(")") ? line.length - 1 : line.length;
  const parts = line.slice(start, end).split(":");
  const [row = 0, column = 0] = parts.splice(-2).map(Number);
  const position = sourcePosition(parts.join(":"), row, column);
  return position === undefined ? line : line.slice(0, start) + position + line.slice(end);
}

function sourcePosition(bundle: string, row: number, column: number): string | undefined {
  try {
    const map = `${fileURLToPath(bundle)}.map`;
    const origin = new SourceMap(JSON.parse(readFileSync(map, "utf8")) as SourceMapPayload).findOrigin(row, column);
    return "fileName" in origin ? `${resolve(map, "..", origin.fileName)}:${origin.lineNumber}:${origin.columnNumber}` : undefined;
  } catch {
    return undefined; // a newer bundle has replaced it
  }
}
