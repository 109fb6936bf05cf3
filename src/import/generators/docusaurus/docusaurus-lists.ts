import { textsIn } from "../../../base/table-values.ts";
import { atom, jsonFeed, rss } from "../../../model/format.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { addressPath } from "../../site-rules/site-path.ts";
import type { Blog } from "./docusaurus-blogs.ts";

/** Returns the lists and feeds of the blogs (docusaurus.io/docs/blog#feed). */
export function docusaurusLists(blogs: readonly Blog[], base: string): OldList[] {
  return blogs.flatMap(({ feed, folder, route }): OldList[] => {
    const { type } = feed;
    const types = type === undefined ? ["rss", "atom"] : type === "all" ? ["rss", "atom", "json"] : textsIn(type);
    const formats = [rss, atom, jsonFeed].filter(({ id }) => types.includes(id));
    const below = (path: string) => addressPath(base, route, path);
    return [{ path: addressPath(base, route), folder }, ...formats.map((format) => ({ path: below(format.path), format, folder }))];
  });
}
