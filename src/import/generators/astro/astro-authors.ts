import { type Table, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { authorKeys, NamedAuthors } from "../../configuration/named-authors.ts";

/**
 * The authors in the data collections of a site, which posts name by id: `author: ann` is src/content/authors/ann.json
 * (docs.astro.build/en/guides/content-collections, "Defining collection references").
 */
export class AstroAuthors extends NamedAuthors {
  /** Returns the keys that the schema of a collection gives to a text without an author, with names. @param defaults those of the schema */
  defaultsOf(defaults: Table, frontMatter: FrontMatterTable = {}): Readonly<Record<string, FrontMatterValue>> {
    if (authorKeys.some((key) => frontMatter[key] !== undefined)) return {};
    const given = authorKeys.flatMap((key): [string, FrontMatterValue][] => {
      const [only, ...others] = textsIn(defaults[key]);
      return only === undefined ? [] : [[key, others.length === 0 ? only : [only, ...others]]];
    });
    const table = Object.fromEntries(given.slice(0, 1));
    return { ...table, ...this.namesOf(table) };
  }
}
