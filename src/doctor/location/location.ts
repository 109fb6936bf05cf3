import type { Finding } from "../live-site/finding.ts";

/** A position in a document. Line and column start at 1. */
export type Location = NonNullable<Finding["location"]>;

/** Returns the position of a character. @param offset UTF-16 units before it */
export function locationAt(text: string, offset: number): Location {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
