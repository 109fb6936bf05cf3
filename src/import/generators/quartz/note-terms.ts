import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";

const link = /!?\[\[([^[\]]{1,400})\]\]/g;

// The label of a link, or the name of its file: `people/Ann.md#Life` is `Ann`.
function wordsOf(text: string): string {
  return text.replace(link, (_, inside: string) => {
    const [target = "", label] = inside.split("|");
    const name = target.replace(/#.*$/s, "").split("/").at(-1) ?? "";
    return (label ?? name.replace(/\.md$/, "")).trim();
  });
}

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
