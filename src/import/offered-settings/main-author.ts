/** Returns the author of most posts; undefined if no post has one. @param authors the names of each post */
export function mainAuthor(authors: Iterable<readonly string[]>): string | undefined {
  const counts = new Map<string, number>();
  for (const names of authors) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}
