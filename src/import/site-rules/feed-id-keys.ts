import type { SiteFolder } from "./old-site.ts";

const template = /(?:feed|rss|atom)[^/]{0,99}(?:\/[^/]{1,99})?\.(?:xml|njk|liquid|html|ejs|hbs|vue|astro|[cm]?[jt]sx?)$/i;
const configuration = /(?:^|[/.-])(?:config|eleventy)\.[cm]?[jt]s$/;
const mentions = {
  id: /(?<!\w)(?:data|front_?matter|attributes)\??(?:\.id(?!\w)|\[["']id["']\])/i,
  guid: /\.guid(?!\w)|\[["']guid["']\]/i,
};
const maxLength = 262_144; // UTF-16 units

/** Returns the keys of front matter that an own template of the feed, or code for it, reads as the ids of entries: `post.data.guid`. */
export function feedIdKeys({ paths, read }: SiteFolder): readonly string[] {
  const sources = paths
    .filter((path) => template.test(path) || configuration.test(path))
    .map((path) => read(path)?.slice(0, maxLength) ?? "");
  return Object.entries(mentions).flatMap(([key, mention]) => (sources.some((source) => mention.test(source)) ? [key] : []));
}
