import { isTable, type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";

/**
 * Creates the test for posts that `encrypt` in the configuration protects by a tag, or by their title, as in the first versions of
 * hexo-blog-encrypt. An empty password in a post may mean that the tag does not protect it; but it may also be a missing value.
 */
export function encryptedByConfig(config: Table): (frontMatter: FrontMatterTable) => boolean {
  const { blogs, tags } = tableOf(config["encrypt"]);
  const [protectedTags, titles] = [namesIn(tags, "name"), namesIn(blogs, "title")];
  return ({ tag, tags: own, title }) => {
    const names = [...asList(own), ...asList(tag)].flatMap((name) => textIn(name) ?? []);
    return names.some((name) => protectedTags.has(name)) || titles.has(textIn(title) ?? "");
  };
}

// A list of tables or names, or a table from names to passwords.
function namesIn(value: unknown, key: string): ReadonlySet<string> {
  if (isTable(value)) return new Set(Object.keys(value));
  const items = Array.isArray(value) ? value : [];
  return new Set(items.flatMap((item) => nameIn(isTable(item) ? item[key] : item) ?? []));
}

function nameIn(value: unknown): string | undefined {
  return typeof value === "number" ? String(value) : textIn(value);
}
