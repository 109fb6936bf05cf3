import { writesFeed } from "../../feed-code/feed-settings.ts";
import { formatOfPath, type OldList } from "../../old-pages/old-list.ts";
import { routePath } from "../../old-pages/route-path.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { addressPath, isIn, pathIn } from "../../site-rules/site-path.ts";

const feedName = /(?:^|\/)(?:atom|feed|index|rss)(?:\.(?:xml|json|rss|atom))?$/i;

/** Returns the feeds of a site: endpoints such as `rss.xml/+server.js`, before version 1 `rss.xml.js`, and files that are copied. */
export function svelteKitLists({ paths, read }: SiteFolder, routes: string, assets: string, base: string): OldList[] {
  const hasFeed = (path: string) => writesFeed.test(read(path) ?? "");
  const endpoints = paths.flatMap((path) => {
    const [, route] = isIn(routes, path) ? (/^(.+?)(?:\/\+server)?\.[jt]s$/.exec(pathIn(routes, path)) ?? []) : [];
    const isEndpoint = route !== undefined && !/(?:^|\/)[+_]/.test(route);
    return isEndpoint && (feedName.test(route) || hasFeed(path)) ? (routePath(route) ?? []) : [];
  });
  const copied = paths.filter((path) => isIn(assets, path) && feedName.test(path) && hasFeed(path)).map((path) => pathIn(assets, path));
  return [...new Set([...endpoints, ...copied].map((path) => addressPath(base, path)))].map((path) => ({
    path,
    format: formatOfPath(path),
  }));
}
