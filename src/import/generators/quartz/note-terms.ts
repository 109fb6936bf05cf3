import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../../content/front-matter/metadata-keys.ts";

const link = /!?\[\[([^[\]|#]{1,200})(?:#[^[\]|]{0,200})?(?:\\?\|([^[\]]{1,200}))?\]\]/g;
const wordsOf = (text: string) =>
  text.replace(link, (_, target: string, label?: string) => (label ?? target.replace(/^.*\//s, "").replace(/\.md$/, "")).trim());

/**
 * Returns the authors and the categories of a note that are links or have a number sign, as words: `[[people/Ann|Ann Lee]]` is `Ann Lee`,
 * and the tag `#books` is `books`. Obsidian shows them so.
 */
export function plainTerms(frontMatter: FrontMatterTable): FrontMatterTable {
  const authors = changed(frontMatter, metadataKeys.authors, wordsOf);
  const categories = changed(frontMatter, metadataKeys.categories, (text) => wordsOf(text).replace(/(?<![^\s,])#(?=[^\s#])/g, ""));
  return { ...authors, ...categories };
}

function changed(frontMatter: FrontMatterTable, keys: readonly string[], convert: (text: string) => string): FrontMatterTable {
  return Object.fromEntries(
    Object.entries(frontMatter).flatMap(([key, value]) => {
      const plain = keys.includes(key.toLowerCase()) ? converted(value, convert) : value;
      return JSON.stringify(plain) === JSON.stringify(value) ? [] : [[key, plain]];
    }),
  );
}

// Without quotes, YAML reads `[[Ann Lee]]` as a list in a list.
function converted(value: FrontMatterValue, convert: (text: string) => string): FrontMatterValue {
  if (typeof value === "string") return convert(value);
  if (!Array.isArray(value)) return value;
  return value.map((item) => converted(onlyItem(item) ?? item, convert));
}

function onlyItem(value: FrontMatterValue): FrontMatterValue | undefined {
  if (!Array.isArray(value)) return undefined;
  const [only, ...others] = value;
  if (only === undefined || others.length > 0) return undefined;
  return onlyItem(only) ?? only;
}
