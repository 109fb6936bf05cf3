import { withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { addressPath, resolvePath } from "../../site-rules/site-path.ts";

/** Returns the address of a note below the base URL, as Quartz 4 makes it: spaces become hyphens, and case is kept. */
export function quartzAddress(path: string): string {
  const slug = withoutExtension(path)
    .split("/")
    .map((name) => name.replace(/\s/g, "-").replace(/&/g, "-and-").replace(/%/g, "-percent").replace(/[?#]/g, ""))
    .join("/");
  return slug.replace(/(?<=^|\/)_?index$/, "");
}

/** The place of a note. */
export interface NotePlace {
  /** The path of `baseUrl`. */
  readonly base: string;
  /** The folder of the note below the content. */
  readonly folder: string;
  /** The address of the note. */
  readonly own: string;
}

/**
 * Returns the aliases of a note as addresses: its `permalink` is an alias, too (quartz.jzhao.xyz/plugins/AliasRedirects).
 * @param areInFolders true for Quartz before 4.5, and if the version is unknown: aliases may begin in the folder of the note
 */
export function aliasesOf(
  frontMatter: FrontMatterTable,
  { base, folder, own }: NotePlace,
  areInFolders: boolean,
): Record<string, FrontMatterValue> {
  const texts = (...keys: readonly string[]) => keys.flatMap((key) => asList(frontMatter[key]).flatMap((alias) => textIn(alias) ?? []));
  const aliases = texts("aliases", "alias");
  const below = areInFolders ? aliases.map((alias) => resolvePath(folder, alias)) : [];
  const paths = [
    ...aliases.map((alias) => (/^\.{1,2}\//.test(alias) ? resolvePath(folder, alias) : alias)),
    ...texts("permalink"),
    ...below,
  ];
  const addresses = new Set(paths.map((path) => addressPath(base, quartzAddress(`${path.replace(/\.md$/, "")}.md`))));
  addresses.delete(own);
  return addresses.size === 0 ? {} : { aliases: [...addresses] };
}
