import { type Table, tableOf } from "../../../base/table-values.ts";
import { isFeedTemplate } from "../../site-rules/feed-id-keys.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { readFile } from "../../site-rules/site-file.ts";
import { isIn } from "../../site-rules/site-path.ts";
import type { Data } from "./directory-data.ts";

/** The names by which templates call the data of the site. */
export const namesOfSite = ["metadata", "site", "meta", "siteConfig", "config", "siteMeta", "siteInfo", "globals"];

/**
 * Reads the data of the site in the front matter of templates of the feed, by name, as in the samples of eleventy-plugin-rss before 2.0.
 * @param input the folder of the templates
 */
export function feedData(folder: SiteFolder, input: string): Data {
  const tables = folder.paths
    .filter((path) => isIn(input, path) && isFeedTemplate(path))
    .map((path): Table => readFile(folder, path).frontMatter);
  return Object.fromEntries(
    namesOfSite.flatMap((name) => {
      const [first] = tables.map((table) => tableOf(table[name])).filter((data) => Object.keys(data).length > 0);
      return first === undefined ? [] : [[name, first]];
    }),
  );
}

/** Adds data of the front matter of a template to those of the site (www.11ty.dev/docs/data-deep-merge). */
export function withFeedData(ofSite: Data, ofFeed: Data): Data {
  const merged = Object.entries(ofFeed).map(([name, table]) => [name, { ...tableOf(ofSite[name]), ...tableOf(table) }]);
  return { ...ofSite, ...Object.fromEntries(merged) };
}
