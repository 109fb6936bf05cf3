import { baseName, withoutExtension } from "../../../base/file-path.ts";
import { isTable, type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { readDataFile, readYaml } from "../../configuration/data-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";

const collection = "(?:authors?|writers?|contributors?|people|persons?|team|members?)";
const inCollection = new RegExp(`(?:^|/)${collection}/`, "i"); // the loader glob(): a file for each author
const dataFile = /\.(?:json|ya?ml|toml|mdx?)$/i;
const allAuthors = new RegExp(`(?:^|/)${collection}\\.(?:json|ya?ml|toml)$`, "i"); // the loader file()
const keys = ["author", "authors"] as const;

/**
 * The authors in the data collections of a site, which posts name by id: `author: ann` is src/content/authors/ann.json
 * (docs.astro.build/en/guides/content-collections, "Defining collection references").
 */
export class AstroAuthors {
  readonly #names = new Map<string, string>();

  constructor(folder: SiteFolder, source: string) {
    for (const path of folder.paths.filter((path) => isIn(source, path))) {
      const own = pathIn(source, path);
      if (inCollection.test(own) && dataFile.test(own)) this.#add(withoutExtension(baseName(own)), authorIn(folder, path));
      else if (allAuthors.test(own)) for (const [id, author] of authorsIn(folder, path)) this.#add(id, author);
    }
  }

  /** Returns the keys of a text that name authors by id, with the names. */
  namesOf(frontMatter: FrontMatterTable): Readonly<Record<string, FrontMatterValue>> {
    const named = keys.flatMap((key): [string, FrontMatterValue][] => {
      const written = asList(frontMatter[key]);
      const names = written.map((author) => this.#names.get(idIn(author)?.toLowerCase() ?? "") ?? author);
      const [only] = names;
      if (names.every((name, index) => name === written[index])) return [];
      return [[key, names.length === 1 && only !== undefined ? only : names]];
    });
    return Object.fromEntries(named);
  }

  /** Returns the keys that the schema of a collection gives to a text without an author, with names. @param defaults those of the schema */
  defaultsOf(defaults: Table, frontMatter: FrontMatterTable = {}): Readonly<Record<string, FrontMatterValue>> {
    if (keys.some((key) => frontMatter[key] !== undefined)) return {};
    const given = keys.flatMap((key): [string, FrontMatterValue][] => {
      const [only, ...others] = textsIn(defaults[key]);
      return only === undefined ? [] : [[key, others.length === 0 ? only : [only, ...others]]];
    });
    const table = Object.fromEntries(given.slice(0, 1));
    return { ...table, ...this.namesOf(table) };
  }

  #add(name: string, author: Table): void {
    const found = textIn(author["name"]) ?? textIn(author["title"]);
    if (found === undefined) return;
    for (const id of [name, textIn(author["slug"]), textIn(author["id"])]) if (id !== undefined) this.#names.set(id.toLowerCase(), found);
  }
}

function idIn(author: unknown): string | undefined {
  return textIn(author) ?? textIn(tableOf(author)["id"]) ?? textIn(tableOf(author)["slug"]);
}

function authorIn(folder: SiteFolder, path: string): Table {
  return /\.mdx?$/i.test(path) ? readFile(folder, path).frontMatter : tableOf(readDataFile(folder, path));
}

// A table by id, or a list of tables with an id.
function authorsIn(folder: SiteFolder, path: string): [string, Table][] {
  const list = listIn(folder.read(path) ?? "");
  if (list === undefined) return Object.entries(tableOf(readDataFile(folder, path))).map(([id, author]) => [id, tableOf(author)]);
  return list.filter(isTable).map((author) => [idIn(author) ?? "", author]);
}

const maxLength = 65_536; // UTF-16 units, as in readDataFile()

function listIn(text: string): unknown[] | undefined {
  if (!/^\s*[[-]/.test(text) || text.length > maxLength) return undefined;
  try {
    const value = readYaml(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined; // readDataFile() reports it
  }
}
