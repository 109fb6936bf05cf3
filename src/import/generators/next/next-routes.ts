import { baseName } from "../../../base/file-path.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";

/** A page that publishes the texts of a folder: `app/blog/[slug]/page.tsx`, `pages/posts/[...slug].js`. */
export interface NextRoute {
  readonly prefix: string;
  /** True for `[...slug]`: the address has the folders of a text. */
  readonly hasFolders: boolean;
}

const ofEntries = /^(.*?)\[{1,2}(\.{3})?(?:slug|post|id|path|name|title|article)\]{1,2}(?:\/page)?\.[jt]sx?$/i;

const ofPosts = /^(?:posts?|blogs?|articles?|writings?|p)$/i;

/** Finds the pages that publish texts. @param roots the folders of pages */
export function findNextRoutes({ paths }: SiteFolder, roots: readonly string[]): NextRoute[] {
  return paths.flatMap((path): NextRoute[] => {
    const root = roots.find((each) => isIn(each, path));
    const [found, prefix = "", rest] = (root === undefined ? null : ofEntries.exec(routePath(pathIn(root, path)))) ?? [];
    return found === undefined || prefix.includes("[") ? [] : [{ prefix: prefix.replace(/\/$/, ""), hasFolders: rest !== undefined }];
  });
}

/** Returns the route of the texts of a folder: the one of the same name. Posts may also have the only one, or the only one named so. */
export function routeOfTexts(routes: readonly NextRoute[], texts: string, arePosts: boolean): NextRoute | undefined {
  const name = baseName(texts).replace(/^_/, "");
  const same = routes.find(({ prefix }) => baseName(prefix) === name);
  if (same !== undefined || !arePosts) return same;
  return onlyOne(routes) ?? onlyOne(routes.filter(({ prefix }) => ofPosts.test(baseName(prefix))));
}

function onlyOne(routes: readonly NextRoute[]): NextRoute | undefined {
  return new Set(routes.map(({ prefix }) => prefix)).size === 1 ? routes[0] : undefined;
}

/** Returns whether a text in `app` is a page by its name: `app/notes/1/page.mdx`. */
export function isAppPage(path: string): boolean {
  return /^page\.mdx?$/.test(baseName(path));
}

/** Removes the groups of a path in `app`: `(blog)/posts` is `posts`. */
export function routePath(path: string): string {
  return joinPath(...path.split("/").filter((name) => !/^\(.*\)$/.test(name)));
}
