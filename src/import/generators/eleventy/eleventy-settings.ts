import { type Table, tableOf } from "../../../base/table-values.ts";
import { readOldSettings } from "../../configuration/old-settings.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";
import type { Data } from "./directory-data.ts";
import type { EleventyConfig } from "./eleventy-config.ts";
import { namesOfSite } from "./feed-data.ts";

/**
 * Reads the settings of a site: those of its plugin of feeds, data files such as `_data/metadata.json`, and the front matter of templates of
 * the feed.
 * @param ofSite the data of the site by name
 * @param language that of plugins and templates
 */
export function readEleventySettings(
  { metadata }: EleventyConfig,
  ofSite: Data,
  ofTemplates: Data,
  language: string | undefined,
): OldSettings {
  return readOldSettings(
    withUrl(metadata),
    ...namesOfSite.map((name) => ofSite[name]),
    ...Object.values(ofTemplates).map((table) => withUrl(tableOf(table))),
    { author: ofSite["author"], language },
  );
}

// eleventy-plugin-rss calls the URL of the site `base`.
function withUrl(table: Table): Table {
  return { ...table, url: table["base"] ?? table["url"] };
}
