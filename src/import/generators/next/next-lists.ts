import { writesFeed } from "../../feed-code/feed-settings.ts";
import { formatOfPath, type OldList } from "../../old-pages/old-list.ts";
import { routePath } from "../../old-pages/route-path.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { addressPath, isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { nextRoots } from "./next-config.ts";

const feedName = /(?:^|\/)(?:atom|feed|index|rss)(?:\.(?:xml|json|rss|atom))?$/i;
const scriptName = /\.[cm]?[jt]sx?$/;
const written = /["'`](?:\.{0,2}\/)?(?:public|out)\/([\w/-]{0,60}(?:atom|feed|rss)[\w-]{0,20}\.(?:xml|json|rss|atom))["'`]/gi;

/** Returns the feeds of a site: routes of the App Router and of the Pages Router, files that code writes into `public`, and those that are there. */
export function nextLists({ paths, read }: SiteFolder, root: string, base: string): OldList[] {
  const [apps = [], pages = []] = nextRoots(root);
  const hasFeed = (path: string) => writesFeed.test(read(path) ?? "");
  const routes = paths.flatMap((path) => {
    const app = apps.find((each) => isIn(each, path));
    const page = pages.find((each) => isIn(each, path));
    const [, ofApp] = (app !== undefined && /^(.+)\/route\.[jt]sx?$/.exec(pathIn(app, path))) || [];
    const route = ofApp ?? (page !== undefined && scriptName.test(path) ? pathIn(page, path).replace(scriptName, "") : undefined);
    const isFeed = route !== undefined && !/(?:^|\/)index$/.test(route) && (feedName.test(route) || hasFeed(path));
    return isFeed ? (routePath(route) ?? []) : [];
  });
  const own = paths.filter((path) => isIn(root, path));
  const made = own
    .filter((path) => scriptName.test(path))
    .flatMap((path) => [...(read(path) ?? "").matchAll(written)].map(([, name = ""]) => name));
  const files = joinPath(root, "public");
  const copied = own.filter((path) => isIn(files, path) && feedName.test(path) && hasFeed(path)).map((path) => pathIn(files, path));
  return [...new Set([...routes, ...made, ...copied].map((path) => addressPath(base, path)))].map((path) => ({
    path,
    format: formatOfPath(path),
  }));
}
