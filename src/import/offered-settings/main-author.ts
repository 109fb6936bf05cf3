/**
 * Returns the author of most posts; undefined if more posts have no author, which an author of a few posts must not sign.
 * @param authors the names of each post
 */
export function mainAuthor(authors: Iterable<readonly string[]>): string | undefined {
  const counts = new Map<string, number>();
  let unsigned = 0;
  for (const names of authors) {
    if (names.length === 0) unsigned++;
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most !== undefined && most[1] >= unsigned ? most[0] : undefined;
}
