import { withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/** Returns the address of a note below the base URL, as Quartz 4 makes it: spaces become hyphens, and case is kept. */
export function quartzAddress(path: string): string {
  const slug = withoutExtension(path)
    .split("/")
    .map((name) => name.replace(/\s/g, "-").replace(/&/g, "-and-").replace(/%/g, "-percent").replace(/[?#]/g, ""))
    .join("/");
  return slug.replace(/(?<=^|\/)_?index$/, "");
}

/** Returns the aliases of a note as addresses: its `permalink` is an alias, too (quartz.jzhao.xyz/plugins/AliasRedirects). @param own the address of the note */
export function aliasesOf(frontMatter: FrontMatterTable, base: string, own: string): Record<string, FrontMatterValue> {
  const written = [frontMatter["aliases"], frontMatter["alias"], frontMatter["permalink"]].flatMap((value) => asList(value));
  const aliases = written
    .flatMap((alias) => textIn(alias) ?? [])
    .map((alias) => addressPath(base, quartzAddress(`${alias.replace(/\.md$/, "")}.md`)))
    .filter((alias) => alias !== own);
  return aliases.length === 0 ? {} : { aliases };
}
