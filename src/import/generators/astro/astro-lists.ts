import { baseName } from "../../../base/file-path.ts";
import { formatOfPath, type OldList } from "../../old-pages/old-list.ts";
import { routePath } from "../../old-pages/route-path.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { addressPath, isIn, pathIn } from "../../site-rules/site-path.ts";
import type { AstroFeed } from "./astro-feeds.ts";

const endpoint = /\.(?:xml|json)\.[cm]?[jt]s$/i;
const feedName = /atom|feed|rss/i;

/** Returns the feeds of a site: those of @astrojs/rss, and other files of `src/pages` with the name of a feed. */
export function astroLists({ paths }: SiteFolder, pages: string, feeds: readonly AstroFeed[], base: string): OldList[] {
  const named = paths.filter((path) => isIn(pages, path) && endpoint.test(path) && feedName.test(baseName(path)));
  return [...new Set([...feeds.map(({ path }) => path), ...named])].flatMap((file) => {
    const path = routePath(pathIn(pages, file).replace(/\.[cm]?[jt]s$/, ""));
    return path === undefined ? [] : [{ path: addressPath(base, path), format: formatOfPath(path) }];
  });
}
