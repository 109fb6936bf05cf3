// Every document of a site repeats its settings. Apple accepts 4000 characters of a podcast's description.
const maxLength = 5000; // UTF-16 units

/** The problem of a setting with a text that is too long. */
export const tooLong: string = `longer than ${maxLength} characters; write less`;

/** Returns the paths of the texts in a table that are too long, and of its keys. */
export function longTexts(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value === "string") return value.length > maxLength ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => (key.length > maxLength ? [[...path, key]] : longTexts(field, [...path, key])));
}
