import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";

/**
 * Returns front matter without keys that the generator ignores, but that the compiler would read: a `permalink` that a former generator
 * left in a post would be its address, and a database's `id` the id of its entry. Returns the same table if it has none of them.
 * @param keys in lower case
 */
export function withoutForeignKeys(frontMatter: FrontMatterTable, keys: readonly string[]): FrontMatterTable {
  const isForeign = (key: string) => keys.includes(key.toLowerCase());
  if (!Object.keys(frontMatter).some(isForeign)) return frontMatter;
  return Object.fromEntries(Object.entries(frontMatter).filter(([key]) => !isForeign(key)));
}
