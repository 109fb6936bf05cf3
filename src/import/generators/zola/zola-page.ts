import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { ZolaLanguages } from "./zola-config.ts";

/** A page of Zola, as far as its address and its date depend on it. */
export interface ZolaPage {
  readonly frontMatter: FrontMatterTable;
  /** The folders below the content, without that of a bundle. */
  readonly folders: string;
  /** The name of the file without language and extension; that of the folder for a bundle. */
  readonly name: string;
  /** The date at the start of the name, and the name after it. */
  readonly dateOfName: string | undefined;
  readonly nameAfterDate: string | undefined;
  readonly language: string;
  /** True for a file `index.md`, whose folder has the files of the page. */
  readonly isBundle: boolean;
  /** The date as it is written. */
  readonly date: string | undefined;
}

const datedName =
  /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)(?:\s?[_-](.+))?/;

/** Describes the page of a file. @param own its path below the content */
export function pageOf(own: string, frontMatter: FrontMatterTable, languages: ZolaLanguages): ZolaPage {
  const { language, name: ownName } = splitLanguage(own, languages);
  const isBundle = ownName === "index" && folderOf(own) !== "";
  const name = isBundle ? baseName(folderOf(own)) : ownName;
  const [, dateOfName, nameAfterDate] = datedName.exec(name) ?? [];
  return {
    frontMatter,
    folders: folderOf(isBundle ? folderOf(own) : own),
    ...{ name, dateOfName, nameAfterDate, language, isBundle },
    date: textIn(frontMatter["date"]) ?? dateOfName,
  };
}

// The language of a name is the part after its first dot, if the site has languages.
function splitLanguage(path: string, { byDefault, others }: ZolaLanguages): { readonly name: string; readonly language: string } {
  const name = withoutExtension(baseName(path));
  const [, stem = name, tag = ""] = /^([^.]+)\.(.+)$/.exec(name) ?? [];
  return others.includes(tag) ? { name: stem, language: tag } : { name, language: byDefault };
}
