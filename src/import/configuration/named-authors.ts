import { baseName, folderOf, withoutExtension } from "../../base/file-path.ts";
import { isTable, type Table, tableOf, textIn } from "../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../content/front-matter/front-matter-table.ts";
import { asList } from "../../content/front-matter/front-matter-value.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { readFile } from "../site-rules/site-file.ts";
import { isIn, pathIn } from "../site-rules/site-path.ts";
import { readOptionalTable, readYaml } from "./data-file.ts";
import { readScript } from "./script-module.ts";

const collection = "_?(?:authors?|writers?|contributors?|people|persons?|profiles?|team|members?)";
const inCollection = new RegExp(`(?:^|/)${collection}/`, "i"); // a file for each author
const dataFile = /\.(?:json|ya?ml|toml|mdx?)$/i;
const allAuthors = new RegExp(`(?:^|/)${collection}\\.(?:json|ya?ml|toml|[cm]?[jt]s)$`, "i");
const notOwn = /(?:^|\/)(?:node_modules|themes|exampleSite|public|dist|_site)\//;
const idKeys = ["slug", "id", "key", "short_name", "username"];
/** The keys of front matter that name authors. */
export const authorKeys = ["author", "authors"] as const;

/**
 * The authors in the data files of a site, whom posts name by key: `author: ann` is `data/authors/ann.toml`, `_data/authors.json` with the
 * key `ann`, `content/authors/ann/_index.md` or `_authors/ann.md`. A file that cannot be read has no authors.
 */
export class NamedAuthors {
  readonly #folder: SiteFolder;
  readonly #names = new Map<string, string>();

  /** @param root the folder below which the files are @param others files of authors with other names @param tables tables of authors by key */
  constructor(folder: SiteFolder, root: string, others: readonly string[] = [], tables: readonly Table[] = []) {
    this.#folder = { paths: folder.paths, read: (path) => folder.read(path) }; // which reports nothing: it may have another purpose
    for (const [key, author] of tables.flatMap((table) => Object.entries(table))) if (isTable(author)) this.#add(key, author);
    for (const path of folder.paths.filter((path) => isIn(root, path))) {
      const own = pathIn(root, path);
      if (notOwn.test(own)) continue;
      if (inCollection.test(own) && dataFile.test(own)) this.#add(keyOfFile(own), this.#authorIn(path));
      else if (allAuthors.test(own) || others.includes(path)) for (const [key, author] of this.#authorsIn(path)) this.#add(key, author);
    }
  }

  /** Returns the keys of a text that name authors by their keys, with the names. */
  namesOf(frontMatter: FrontMatterTable): Readonly<Record<string, FrontMatterValue>> {
    if (this.#names.size === 0) return {};
    const named = authorKeys.flatMap((key): [string, FrontMatterValue][] => {
      const written = asList(frontMatter[key]);
      const names = written.map((author) => this.#names.get(keyIn(author)?.toLowerCase() ?? "") ?? author);
      const [only] = names;
      if (names.every((name, index) => name === written[index])) return [];
      return [[key, names.length === 1 && only !== undefined ? only : names]];
    });
    return Object.fromEntries(named);
  }

  #add(key: string, author: unknown): void {
    const name = nameOfAuthor(author);
    if (name === undefined) return;
    const table = tableOf(author);
    for (const each of [key, ...idKeys.map((id) => textIn(table[id]))]) if (each !== undefined) this.#names.set(each.toLowerCase(), name);
  }

  #authorIn(path: string): Table {
    return /\.mdx?$/i.test(path) ? readFile(this.#folder, path).frontMatter : readOptionalTable(this.#folder, path);
  }

  // A table by key, or a list of tables with a key; both may be in a table `authors`.
  #authorsIn(path: string): [string, unknown][] {
    const read = /\.[cm]?[jt]s$/.test(path) ? this.#exportedBy(path) : (listIn(this.#folder.read(path) ?? "") ?? this.#authorIn(path));
    const authors = authorKeys.map((key) => tableOf(read)[key]).find((value) => isTable(value) || Array.isArray(value)) ?? read;
    if (Array.isArray(authors)) return authors.filter(isTable).map((author) => [keyIn(author) ?? "", author]);
    return Object.entries(tableOf(authors));
  }

  #exportedBy(path: string): unknown {
    const script = readScript(this.#folder, path);
    return script?.exported ?? script?.constant(withoutExtension(baseName(path)));
  }
}

/** Returns the name in an author's data: a text, or a table with `name`. */
export function nameOfAuthor(author: unknown): string | undefined {
  const { display_name, name, title } = tableOf(author);
  const { display, full } = tableOf(name); // of Hugo Blox
  return [author, name, display, full, display_name, title].map(textIn).find((text) => text !== undefined);
}

// `authors/ann.md` and `authors/ann/_index.md`
function keyOfFile(path: string): string {
  const name = withoutExtension(baseName(path));
  return /^_?index$/.test(name) ? baseName(folderOf(path)) : name;
}

function keyIn(author: unknown): string | undefined {
  const table = tableOf(author);
  return [author, table["id"], table["slug"], table["key"], table["username"]].map(textIn).find((text) => text !== undefined);
}

const maxLength = 65_536; // UTF-16 units, as in readDataFile()

function listIn(text: string): unknown[] | undefined {
  if (!/^\s*[[-]/.test(text) || text.length > maxLength) return undefined;
  try {
    const value = readYaml(text);
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
