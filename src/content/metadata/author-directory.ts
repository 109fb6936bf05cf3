import { folderOf } from "../../base/file-path.ts";
import type { Report } from "../../model/diagnostic.ts";
import type { Author } from "../../model/entry.ts";
import { FrontMatterError } from "../front-matter/front-matter-error.ts";
import { readTable } from "../front-matter/front-matter-table.ts";
import { readAuthor } from "./author-metadata.ts";
import { isWebAddress } from "./web-address.ts";

/** A file with the authors of the articles in its folder and below: `authors.yml` (Docusaurus) or `_data/authors.yml` (Jekyll). */
export interface AuthorFile {
  /** Path below the articles folder. */
  readonly path: string;
  readonly text: string;
}

/** The authors of all author files, by folder and key. */
export class AuthorDirectory {
  readonly #byFolder = new Map<string, ReadonlyMap<string, Author>>();

  constructor(files: readonly AuthorFile[], report: Report) {
    for (const file of files) this.#byFolder.set(folderOf(file.path.replace(/(?:^|\/)_data(?=\/[^/]*$)/, "")), authorsIn(file, report));
  }

  /** Replaces each author who is only a key of the nearest author file by the author that the file has under it. */
  resolve(authors: readonly Author[], source: string): readonly Author[] {
    if (this.#byFolder.size === 0) return authors;
    return authors.map((author) => {
      const found = this.#find(author.name, source);
      return found === undefined ? author : { ...found, ...author, name: found.name };
    });
  }

  #find(key: string, source: string): Author | undefined {
    for (let folder = folderOf(source); ; folder = folderOf(folder)) {
      const author = this.#byFolder.get(folder)?.get(key);
      if (author !== undefined || folder === "") return author;
    }
  }
}

function authorsIn({ path, text }: AuthorFile, report: Report): ReadonlyMap<string, Author> {
  const file = `articles/${path}`;
  try {
    const { table, warnings } = readTable({ syntax: "YAML", source: text, line: 1, bodyOffset: text.length }); // JSON is YAML, too
    for (const warning of warnings) report({ file, severity: "warning", ...warning });
    const warn = (message: string) => report({ file, line: 1, column: 1, severity: "warning", message });
    const authors = Object.entries(table).map(([key, value]) => [key, withPath(readAuthor(value, warn), folderOf(path))] as const);
    return new Map(authors.filter((entry): entry is [string, Author] => entry[1] !== undefined));
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    const message = `${error.message.replace("the YAML front matter", "the authors").replace("the front matter", "the authors")}; their keys are used as names`;
    report({ file, line: error.line, column: error.column, severity: "warning", message });
    return new Map();
  }
}

// A path in this file is relative to it.
function withPath(author: Author | undefined, folder: string): Author | undefined {
  const { image } = author ?? {};
  if (author === undefined || image === undefined || image.startsWith("/") || isWebAddress(image)) return author;
  return { ...author, image: `${folder === "" ? "" : `/${folder}`}/${image}` };
}
