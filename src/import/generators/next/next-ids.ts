import { type CodeIdOptions, type CodeIds, codeIds, feedScripts } from "../../feed-code/code-ids.ts";
import { siteConstants } from "../../feed-code/site-constants.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { nextRoots } from "./next-config.ts";
import { findNextRoutes, routeOfPosts, routePath } from "./next-routes.ts";

/** Reads the ids in the feed of a site. @param base the path below which the site is */
export function nextIds(folder: SiteFolder, root: string, base: string): CodeIds {
  const scripts = feedScripts(folder, root);
  const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // faults were reported already
  return scripts.length === 0
    ? { idOf: undefined, note: undefined }
    : codeIds(folder, { scripts, tables: siteConstants(quiet, root), base, pagesFor: pagesFor(folder, root) });
}

// The links of a feed may be older than the pages: `/post/moon` of a page at `/blog/moon`.
function pagesFor(folder: SiteFolder, root: string): NonNullable<CodeIdOptions["pagesFor"]> {
  const roots = nextRoots(root).flat();
  const routes = findNextRoutes(folder, roots);
  const pages = roots.flatMap((own) => folder.paths.filter((path) => isIn(own, path)).map((path) => routePath(pathIn(own, path))));
  return (linked) => {
    const isServed = routes.some(({ hasFolders, locale, prefix }) => locale !== undefined || (hasFolders && isIn(prefix, `${linked}/a`)));
    if (routes.length === 0 || isServed || linked === "" || pages.some((page) => isIn(linked, page))) return undefined;
    return routeOfPosts(routes)?.prefix ?? null;
  };
}
