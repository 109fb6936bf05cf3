import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { textOf } from "../../../content/front-matter/front-matter-value.ts";
import { readKeys } from "../../../content/front-matter/known-keys.ts";
import { instantOf } from "../../site-rules/front-matter-date.ts";

const known: ReadonlySet<string> = new Set(readKeys.map((key) => key.toLowerCase()));

/** Finds the key that a site invented for the dates of a collection: any schema is possible, such as `added: z.date()`. */
export class AstroDates {
  /** For each collection, the unknown keys that have a date in all of its entries. */
  readonly #keys = new Map<string, ReadonlySet<string>>();

  /** Adds an entry of a collection. @param isDated true for an entry with a known date */
  add(collection: string, frontMatter: FrontMatterTable, isDated: boolean): void {
    const keys = isDated ? [] : Object.keys(frontMatter).filter((key) => !known.has(key.toLowerCase()) && isDate(textOf(frontMatter[key])));
    const before = this.#keys.get(collection);
    this.#keys.set(collection, new Set(before === undefined ? keys : keys.filter((key) => before.has(key))));
  }

  /** Returns a sentence for each collection with exactly one such key. */
  get notes(): readonly string[] {
    return [...this.#keys].flatMap(([collection, keys]) => {
      const [key, ...others] = keys;
      if (key === undefined || others.length > 0) return [];
      return [
        `The collection ${collection} has no known date, so its entries became pages; if ${key} is their date, rename it to date and import again`,
      ];
    });
  }
}

// A number may be anything.
function isDate(text: string | undefined): boolean {
  return text !== undefined && !/^\d+$/.test(text) && instantOf(text) !== undefined;
}
