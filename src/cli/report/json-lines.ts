/**
 * Writes a value as JSON for people and programs, in lines. JSON lets C1 controls and marks of direction through; the terminal escapes
 * them in JSON's own notation.
 */
export function jsonLines(value: unknown): string[] {
  return JSON.stringify(value, null, 2).split("\n");
}
