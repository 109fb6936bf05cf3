import { baseName, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";

const place = /^(?:src\/)?(?:(?:data|content|_?posts)\/)?_?authors\/[^/]+\.mdx?$/;

/** The authors of a site whose texts name them by file: `authors: [ann]` is data/authors/ann.mdx. */
export class NextAuthors {
  readonly #names = new Map<string, string>();
  readonly #root: string;

  constructor(folder: SiteFolder, root: string) {
    this.#root = root;
    for (const path of folder.paths.filter((path) => this.isAuthor(path))) {
      const name = textIn(readFile(folder, path).frontMatter["name"]);
      if (name !== undefined) this.#names.set(withoutExtension(baseName(path)), name);
    }
  }

  /** Returns whether a text is about an author, so it is not a page. */
  isAuthor(path: string): boolean {
    return isIn(this.#root, path) && place.test(pathIn(this.#root, path));
  }

  /** Returns the authors of a text by name; an empty table if it names no files. */
  namesOf({ authors }: FrontMatterTable): Readonly<Record<string, FrontMatterValue>> {
    const written = asList(authors).flatMap((author) => (typeof author === "string" ? [author] : []));
    if (!written.some((author) => this.#names.has(author))) return {};
    return { authors: written.map((author) => this.#names.get(author) ?? author) };
  }
}
