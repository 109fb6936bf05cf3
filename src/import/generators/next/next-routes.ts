import { baseName } from "../../../base/file-path.ts";
import { isKnownLanguage } from "../../../base/language/known-language.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";

/** A page that publishes the texts of a folder: `app/blog/[slug]/page.tsx`, `pages/posts/[...slug].js`. */
export interface NextRoute {
  readonly prefix: string;
  /** The file of the page. */
  readonly path: string;
  /** True for `[...slug]`: the address has the folders of a text. */
  readonly hasFolders: boolean;
  /** The segment of the prefix that the first folder of a text fills in, such as `[locale]`; undefined for none. */
  readonly locale?: string | undefined;
}

const ofEntries = /^(.*?)\[{1,2}(\.{3})?(?:slug|post|id|path|name|title|article)\]{1,2}(?:\/page)?\.[jt]sx?$/i;

const ofPosts = /^(?:posts?|blogs?|articles?|writings?|p)$/i;

/** Finds the pages that publish texts. @param roots the folders of pages */
export function findNextRoutes({ paths }: SiteFolder, roots: readonly string[]): NextRoute[] {
  return paths.flatMap((path): NextRoute[] => {
    const root = roots.find((each) => isIn(each, path));
    const [found, prefix = "", rest] = (root === undefined ? null : ofEntries.exec(routePath(pathIn(root, path)))) ?? [];
    const locale = /\[(?:locale|lang|language|lng)\]/.exec(prefix)?.[0];
    if (found === undefined || prefix.replace(locale ?? "", "").includes("[")) return [];
    return [{ prefix: prefix.replace(/\/$/, ""), path, hasFolders: rest !== undefined, ...(locale !== undefined && { locale }) }];
  });
}

/**
 * Returns the route of the texts of a folder: the one of the same name, or for `pages` the one at the root of the site. Posts may also have
 * another one.
 */
export function routeOfTexts(routes: readonly NextRoute[], texts: string, arePosts: boolean): NextRoute | undefined {
  const name = baseName(texts).replace(/^_/, "");
  const same = routes.find(({ prefix }) => baseName(prefix) === name);
  if (same !== undefined) return same;
  if (/^pages?$/.test(name)) return routes.find(isAtRoot);
  return arePosts ? routeOfPosts(routes) : undefined;
}

/** Returns the route that posts have if no other is known: the only one, or the only one named so. */
export function routeOfPosts(routes: readonly NextRoute[]): NextRoute | undefined {
  return onlyOne(routes) ?? onlyOne(routes.filter(({ prefix }) => ofPosts.test(baseName(prefix))));
}

/** Returns the route that publishes an address without a locale: `posts/moon` of `app/posts/[slug]`. */
export function routeOfAddress(routes: readonly NextRoute[], address: string): NextRoute | undefined {
  const fits = ({ hasFolders, locale, prefix }: NextRoute) =>
    locale === undefined && isIn(prefix, address) && (hasFolders || !pathIn(prefix, address).includes("/"));
  return routes.filter(fits).toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
}

/** Returns whether a route has no folder of its own, such as `app/[...slug]`. */
export function isAtRoot({ locale, prefix }: NextRoute): boolean {
  return prefix === (locale ?? "");
}

function onlyOne(routes: readonly NextRoute[]): NextRoute | undefined {
  return new Set(routes.map(({ prefix }) => prefix)).size === 1 ? routes[0] : undefined;
}

/** Returns the address of a text of a route, by its path without an extension; undefined if the route has a locale, and the path none. */
export function addressOfText({ hasFolders, locale, prefix }: NextRoute, path: string, slug: string | undefined): string | undefined {
  const [language = "", ...rest] = path.split("/");
  if (locale !== undefined && (rest.length === 0 || !isLanguage(language))) return undefined;
  const name = locale === undefined ? path : rest.join("/");
  return joinPath(locale === undefined ? prefix : prefix.replace(locale, language), slug ?? (hasFolders ? name : baseName(name)));
}

// A folder such as `js` is not named for a language.
function isLanguage(name: string): boolean {
  return /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(name) && isKnownLanguage(name);
}

/** Returns whether code removes the locale from addresses: that of next-intl, or a rewrite. */
export function hidesLocale({ paths, read }: SiteFolder, root: string): boolean {
  const code = paths.filter(
    (path) =>
      isIn(root, path) && /(?:^|\/)(?:i18n|routing|navigation|middleware|proxy|config)[^/]{0,30}(?:\/[^/]+)?\.[cm]?[jt]sx?$/i.test(path),
  );
  return code.some((path) =>
    /["'`](?:as-needed|never)["'`]|\bprefixDefault\b|\brewrites?\s{0,9}\(/.test((read(path) ?? "").slice(0, maxLength)),
  );
}

const maxLength = 262_144; // UTF-16 units

/** Returns whether a text in `app` is a page by its name: `app/notes/1/page.mdx`. */
export function isAppPage(path: string): boolean {
  return /^page\.mdx?$/.test(baseName(path));
}

/** Removes the groups of a path in `app`: `(blog)/posts` is `posts`. */
export function routePath(path: string): string {
  return joinPath(...path.split("/").filter((name) => !/^\(.*\)$/.test(name)));
}
