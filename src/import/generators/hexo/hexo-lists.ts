import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { atom, rss } from "../../../model/format.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { addressPath } from "../../site-rules/site-path.ts";

/** Returns the feeds of hexo-generator-feed, and the folders of terms. */
export function hexoLists({ category_dir, feed, tag_dir }: Table, base: string): OldList[] {
  const { path, type } = tableOf(feed);
  const types = textsIn(type);
  const feeds = textsIn(path).map((each, index): OldList => {
    const isRss = (types[index] ?? types[0] ?? (/rss/i.test(each) ? "rss2" : "atom")) === "rss2";
    return { path: addressPath(base, each), format: isRss ? rss : atom };
  });
  const folders = [textIn(category_dir), textIn(tag_dir)].filter((name) => name !== undefined);
  return [...feeds, ...folders.map((name) => ({ path: addressPath(base, name), page: "/categories" }))];
}
