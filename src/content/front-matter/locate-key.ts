import type { SourceLocation } from "../../model/diagnostic.ts";
import type { FrontMatterSource } from "./find-front-matter.ts";

type Point = Pick<SourceLocation, "line" | "column">;

// Front matter may have thousands of keys, and each may have to be located.
const cache = new WeakMap<FrontMatterSource, ReadonlyMap<string, Point>>();

/** Returns the location of a key's value in an article, or the start of the article if it has no such key. */
export function locateKey(file: string, frontMatterSource: FrontMatterSource | undefined, key: string): SourceLocation {
  const beginning = { line: 1, column: 1 };
  if (frontMatterSource === undefined) return { file, ...beginning };
  const places = cache.get(frontMatterSource) ?? findKeys(frontMatterSource);
  cache.set(frontMatterSource, places);
  return { file, ...(places.get(key) ?? beginning) };
}

const maxSeparators = 4; // per line: keys may contain some

// The text before a colon or an equals sign may be a key, quoted or not.
function findKeys({ line: firstLine, source, syntax }: FrontMatterSource): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const [index, line] of source.split("\n").entries()) {
    const start = syntax === "JSON" || syntax === "JavaScript" ? line.search(/[^ \t{]/) : 0;
    let count = 0;
    for (const { index: end } of line.matchAll(/[:=]/g)) {
      if (++count > maxSeparators) break;
      const key = line.slice(Math.max(0, start), end).replace(/^["']/, "").trimEnd().replace(/["']$/, "");
      if (!places.has(key)) places.set(key, { line: index + firstLine, column: columnAfter(line, end) });
    }
  }
  return places;
}

// If the value is on the lines below, this is the column of the key.
function columnAfter(line: string, separator: number): number {
  const length = /^[ \t]*/.exec(line.slice(separator + 1))?.[0].length ?? 0;
  const column = separator + 1 + length;
  return (column < line.trimEnd().length ? column : 0) + 1;
}
