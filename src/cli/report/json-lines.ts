/**
 * Formats a value as lines of JSON for people and programs. JSON allows C1 controls and direction marks; the terminal escapes
 * them in JSON's own notation.
 */
export function jsonLines(value: unknown): string[] {
  return JSON.stringify(value, null, 2).split("\n");
}
