/**
 * Returns whether a text contains one of several parts. If each begins with a rare character, this is much faster than a regular expression
 * that finds nothing.
 */
export function includesAny(text: string, ...parts: readonly string[]): boolean {
  return parts.some((part) => text.includes(part));
}
