import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { readKeys } from "../../../content/front-matter/keys/known-keys.ts";
import { isMarkedAsDraft } from "../../../content/metadata/is-draft.ts";
import { isProtectingKey } from "../../site-rules/is-protected.ts";
import type { ArticlePlan } from "../../site-rules/old-site.ts";

const read = new Set(readKeys.map((key) => key.toLowerCase()));

/** Returns the keys of front matter with the terms of a site's own taxonomies, in lower case: `serien` for `serie = "serien"`. */
export function ownTaxonomies(values: Table): string[] {
  const names = Object.values(tableOf(values["taxonomies"])).flatMap((name) => textIn(name)?.toLowerCase() ?? []);
  return names.filter((name) => !read.has(name) && !mayHide(name));
}

// Such a key stays in the copy, in which it may hide the text.
function mayHide(key: string): boolean {
  return isProtectingKey(key) || ["true", "false", "draft"].some((value) => isMarkedAsDraft({ [key]: value }));
}

/** Returns the keys that name the terms as Zola does, so that they are tags, and the keys that they replace. @param frontMatter in lower case */
export function termsOf(
  taxonomies: readonly string[],
  frontMatter: FrontMatterTable,
): { readonly keys?: FrontMatterTable } & Pick<ArticlePlan, "dropped"> {
  const used = taxonomies.filter((name) => frontMatter[name] !== undefined);
  if (used.length === 0 || "taxonomies" in frontMatter) return {};
  const terms = Object.fromEntries(used.map((name) => [name, frontMatter[name] as FrontMatterValue]));
  return { keys: { taxonomies: terms }, dropped: used };
}
