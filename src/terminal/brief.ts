/**
 * Shortens foreign text for a line: a run of white space becomes a space, and an ellipsis replaces the rest.
 * @param maxLength UTF-16 units
 */
export function brief(text: string, maxLength = 300): string {
  const line = text.slice(0, maxLength * 4).replace(/\s+/g, " ");
  if (line.length <= maxLength && text.length <= maxLength * 4) return line;
  return `${line.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
