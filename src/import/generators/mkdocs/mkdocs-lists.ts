import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { jsonFeed, rss } from "../../../model/format.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { addressPath } from "../../site-rules/site-path.ts";

const names = {
  rss_created: "feed_rss_created.xml",
  rss_updated: "feed_rss_updated.xml",
  json_created: "feed_json_created.json",
  json_updated: "feed_json_updated.json",
};

/** Returns the feeds of the plugin rss (guts.github.io/mkdocs-rss-plugin/configuration). */
export function mkdocsLists(rssOptions: Table | undefined, base: string): OldList[] {
  const own = tableOf(rssOptions?.["feeds_filenames"]);
  if (rssOptions === undefined) return [];
  return Object.entries(names).map(([key, usual]) => ({
    path: addressPath(base, textIn(own[key]) ?? usual),
    format: key.startsWith("json") ? jsonFeed : rss,
  }));
}
