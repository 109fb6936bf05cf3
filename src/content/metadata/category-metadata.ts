import { oneLine } from "../../base/one-line.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatter } from "../front-matter/front-matter.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, isNull } from "../front-matter/front-matter-value.ts";
import { metadataKeys } from "../front-matter/keys/metadata-keys.ts";

/** The way to split `tags: moon tides`, without a comma: two tags in Jekyll, one tag in every other generator. */
export type Separation = "words" | "one" | "guess";

/** The categories of an article. */
export interface CategoryMetadata {
  /** Categories, then tags, without duplicates. */
  readonly categories: readonly string[];
  /** The categories without the tags, in order, for Jekyll's `:categories`. */
  readonly categoriesOnly: readonly string[];
}

/**
 * Reads categories, tags and Zola's taxonomies.
 * @param folders categories from the folders that contain the article
 * @param warn receives the key and the problem of its value
 */
export function readCategories(
  data: FrontMatter["data"],
  folders: readonly string[],
  separation: Separation,
  warn: (key: string, message: string) => void,
): CategoryMetadata {
  const read = ([key, value]: readonly [string, FrontMatterValue | undefined]): string[] => {
    if (value === undefined || isNull(value)) return [];
    const terms = termsIn(key, value, separation);
    if (terms.includes(undefined)) warn(key, `Cannot use a value of ${key}: it is not text`);
    if (separation === "guess" && terms.length === 1 && isSplit(key, value)) {
      const [one, many] = [JSON.stringify([value]), JSON.stringify(String(value).split(/\s+/))];
      warn(key, `Cannot be sure whether ${key} ${JSON.stringify(value)} is one or several: it is used as one; write ${one} or ${many}`);
    }
    return terms.filter((term) => term !== undefined);
  };
  const own = metadataKeys.categories.map((key) => [key, data[key]] as const);
  const zola = Object.entries(asTable(data["taxonomies"])).filter(([key]) => !/^authors?$/.test(key));
  const categoriesOnly = [...folders, ...own.filter(([key]) => key.startsWith("categor")).flatMap(read)];
  const tags = [...own.filter(([key]) => key.startsWith("tag")), ...sorted(zola)].flatMap(read);
  return { categories: onceEach([...categoriesOnly, ...tags]), categoriesOnly: onceEach(categoriesOnly) };
}

function sorted(taxonomies: [string, FrontMatterValue][]): [string, FrontMatterValue][] {
  const order: readonly string[] = metadataKeys.categories;
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...taxonomies].sort(([a], [b]) => rank(a) - rank(b));
}

// Hexo writes subcategories as lists in a list; Ghost writes tags as tables with a name.
function termsIn(key: string, value: FrontMatterValue, separation: Separation): (string | undefined)[] {
  if (Array.isArray(value))
    return value.flatMap((item: FrontMatterValue) => (Array.isArray(item) ? termsIn(key, item, "one") : [termOf(item)]));
  if (typeof value !== "string") return [termOf(value)];
  if (value.includes(",")) return value.split(",");
  return separation === "words" && isSplit(key, value) ? value.trim().split(/\s+/) : [value];
}

function termOf(value: FrontMatterValue): string | undefined {
  if (typeof value === "string") return isNull(value) ? "" : value;
  return textIn(asTable(value)["name"]) ?? textIn(asTable(value)["title"]);
}

// jekyllrb.com/docs/posts: values of the plural keys are split at spaces, those of the singular keys are not.
function isSplit(key: string, value: FrontMatterValue): boolean {
  return /^(?:tags|categories)$/.test(key) && typeof value === "string" && !value.includes(",") && /\S\s+\S/.test(value);
}

function onceEach(terms: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const term of terms) {
    const name = oneLine(term);
    const folded = name.normalize("NFC").toLowerCase();
    if (name !== "" && !found.has(folded)) found.set(folded, name);
  }
  return [...found.values()];
}
