import { isFeedTemplate } from "../../site-rules/feed-id-keys.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";

/**
 * Returns whether the feed of a Jekyll site has its posts with `hidden: true`. The plugins of lists (jekyll-paginate) and themes leave them
 * out of the front page alone; jekyll-feed has them, and so has an own template, unless it reads the key.
 */
export function feedHasHiddenPosts({ paths, read }: SiteFolder, { ids }: OldSettings): boolean {
  const templates = paths.filter(isFeedTemplate).map((path) => read(path) ?? "");
  const hasFeed = ids === "jekyll-feed" || templates.some((text) => /\{%-?\s*for\b/.test(text));
  return hasFeed && !templates.some((text) => /\bhidden\b/.test(text));
}
