import type { SiteFolder } from "./old-site.ts";

const ending = /\.(?:xml|njk|liquid|html|ejs|hbs|vue|astro|[cm]?[jt]sx?)$/i;
const configuration = /(?:^|[/.-])(?:config|eleventy)\.[cm]?[jt]s$/;
const mentions = {
  id: /(?<!\w)(?:data|front_?matter|attributes|params|extra)\??(?:\.id(?!\w)|\[["']id["']\])/i,
  guid: /\.guid(?!\w)|\[["']guid["']\]/i,
};
const maxLength = 262_144; // UTF-16 units

/** Returns the keys of front matter that an own template of the feed, or code for it, reads as the ids of entries: `post.data.guid`. */
export function feedIdKeys({ paths, read }: SiteFolder): readonly string[] {
  const sources = paths
    .filter((path) => isFeedTemplate(path) || configuration.test(path))
    .map((path) => read(path)?.slice(0, maxLength) ?? "");
  return Object.entries(mentions).flatMap(([key, mention]) => (sources.some((source) => mention.test(source)) ? [key] : []));
}

/** Returns whether a file may be a template of a feed, by its name or that of its folder: `feed.njk`, `rss.xml/route.ts`. */
export function isFeedTemplate(path: string): boolean {
  return ending.test(path) && /feed|rss|atom/i.test(path.split("/").slice(-2).join("/"));
}
