import type { Finding } from "../live-site/finding.ts";

/** A position in a document. Line and column start at 1. */
export type Location = NonNullable<Finding["location"]>;

/** Returns the positions of characters, in one pass over the text. @param offsets UTF-16 units before each of them */
export function locationsAt(text: string, offsets: Iterable<number>): Map<number, Location> {
  const breaks = /\r\n|\r|\n/g;
  let next = breaks.exec(text);
  let line = 1;
  let start = 0;
  const locations = new Map<number, Location>();
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    while (next !== null && next.index + next[0].length <= offset) {
      line++;
      start = breaks.lastIndex;
      next = breaks.exec(text);
    }
    locations.set(offset, { line, column: offset - start + 1 });
  }
  return locations;
}
