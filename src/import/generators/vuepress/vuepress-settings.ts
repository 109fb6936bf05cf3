import { countIn, isTable, type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readOldSettings } from "../../configuration/old-settings.ts";
import { authorOfHead } from "../../configuration/site-author.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";

/** Reads the settings of a site: those of its configuration, and those that its theme and plugins need for sitemaps, feeds and search engines. */
export function readVuepressSettings(options: Table): OldSettings {
  const main = tableOf(tableOf(options["locales"])["/"]);
  const places = placesOf(options);
  const nested = places.flatMap((table) => [table, ...["sitemap", "feed", "seo"].map((name) => tableOf(table[name]))]);
  const first = (...keys: readonly string[]) =>
    nested.flatMap((table) => keys.map((key) => table[key])).find((value) => value !== undefined);
  const settings = readOldSettings({ ...options, language: textIn(options["lang"]) ?? textIn(main["lang"]) }, main, {
    url: first("hostname", "canonical_base", "canonicalBase", "domain"),
    author: first("author") ?? authorOfHead(options["head"]),
  });
  return {
    ...settings,
    limit: feedOptions(options)
      .map(({ count }) => countIn(count))
      .find((count) => count !== undefined),
  };
}

/** Returns the options of feeds, of plugins and of the theme. */
export function feedOptions(options: Table): Table[] {
  const nested = placesOf(options).flatMap((table) => [tableOf(table["feed"]), ...(isOfFeed(table) ? [table] : [])]);
  return nested.filter((table) => Object.keys(table).length > 0);
}

function placesOf(options: Table): Table[] {
  const theme = { ...tableOf(options["themeConfig"]), ...tableOf(options["theme"]) };
  return [theme, ...pluginOptions(theme["plugins"]), ...pluginOptions(options["plugins"])];
}

// The options of @vuepress/plugin-feed, and of vuepress-plugin-feed of VuePress 1.
function isOfFeed(table: Table): boolean {
  return ["rss", "atom", "json", "rssOutputFilename", "atomOutputFilename", "canonical_base", "feed_options"].some((key) => key in table);
}

/** Returns the options of plugins: `[["sitemap", {…}]]`, `{ sitemap: {…} }`, or `[sitemapPlugin({…})]`. */
export function pluginOptions(plugins: unknown): Table[] {
  if (isTable(plugins)) return Object.values(plugins).map(tableOf);
  return [plugins].flat(1).map((plugin) => tableOf(Array.isArray(plugin) ? plugin[1] : plugin));
}
