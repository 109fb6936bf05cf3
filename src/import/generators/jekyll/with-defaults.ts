import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asTable, isNull } from "../../../content/front-matter/front-matter-value.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import type { Place } from "./jekyll-places.ts";

/**
 * Adds the defaults of the configuration to the front matter of a file, as Jekyll does: tables are joined, a key without a value has the
 * default, and a post or a document has the categories of the defaults and its own ones (Jekyll::Document#merge_data!).
 */
export function withDefaults(defaults: FrontMatterTable, own: FrontMatterTable, { kind }: Pick<Place, "kind">): FrontMatterTable {
  const before = categoriesIn(defaults["categories"]);
  const areJoined = kind !== "other" && before.length > 0 && own["categories"] !== undefined;
  const categories = [...new Set([...before, ...categoriesIn(own["categories"])])];
  return { ...mergeTables(defaults, own), ...(areJoined && { categories }) };
}

/** Returns the keys of a file to which defaults add something, with the values of both. */
export function joinedKeys(
  defaults: FrontMatterTable,
  { frontMatter }: Pick<SiteFile, "frontMatter">,
  place: Pick<Place, "kind">,
): FrontMatterTable {
  const joined = Object.entries(withDefaults(defaults, frontMatter, place));
  const isChanged = (key: string, value: FrontMatterValue) =>
    Object.hasOwn(frontMatter, key) && JSON.stringify(value) !== JSON.stringify(frontMatter[key]);
  return Object.fromEntries(joined.filter(([key, value]) => isChanged(key, value)));
}

/** Joins two tables, and the tables in them; a value of the second one wins, unless it is null (Jekyll::Utils.deep_merge_hashes). */
export function mergeTables(first: FrontMatterTable, second: FrontMatterTable): FrontMatterTable {
  const merged = Object.entries(second).map(([key, value]) => {
    const before = Object.hasOwn(first, key) ? first[key] : undefined;
    if (before === undefined) return [key, value] as const;
    return [
      key,
      isTable(before) && isTable(value) ? mergeTables(asTable(before), asTable(value)) : isNull(value) ? before : value,
    ] as const;
  });
  return { ...first, ...Object.fromEntries(merged) };
}

/** Returns the texts of the key `categories`: a single text is split at spaces. */
export function categoriesIn(value: FrontMatterValue | undefined): string[] {
  if (value === undefined) return [];
  const names = typeof value === "string" ? (isNull(value) ? [] : value.split(/\s+/)) : Array.isArray(value) ? value : [];
  return names.filter((name) => typeof name === "string" && name !== "");
}

function isTable(value: FrontMatterValue): boolean {
  return typeof value !== "string" && !Array.isArray(value);
}
