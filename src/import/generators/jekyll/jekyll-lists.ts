import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { atom } from "../../../model/format.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/** Returns the feeds of jekyll-feed: of the posts, of collections, of categories and of tags. All are Atom. */
export function jekyllFeeds(values: Table, base: string): OldList[] {
  const { categories, collections, path, tags } = tableOf(values["feed"]);
  const own = Array.isArray(collections) ? textsIn(collections).map((name) => [name, {}] as const) : Object.entries(tableOf(collections));
  const others = [["posts", { path, categories }] as const, ...own].flatMap(([name, options]): OldList[] => {
    const prefix = name === "posts" ? "/feed" : `/feed/${name}`;
    const { categories, path } = tableOf(options);
    return [
      { path: addressPath(base, textIn(path) ?? `${prefix}.xml`), format: atom },
      ...textsIn(categories).map((each) => {
        const page = `/categories/${each.toLowerCase().replaceAll(" ", "-")}`;
        return { path: addressPath(base, prefix, `${each}.xml`), format: atom, page };
      }),
    ];
  });
  const pool = textIn(tableOf(tags)["path"]);
  return [...others, ...(pool === undefined ? [] : [{ path: addressPath(base, pool, "{category}.xml"), format: atom }])];
}
