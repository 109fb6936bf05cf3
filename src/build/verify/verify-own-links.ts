import { pathKey } from "../../base/canonical-url.ts";
import { ArticleDiagnostics } from "../../content/compile/article-diagnostics.ts";
import type { PageLink } from "../../content/links/page-link.ts";
import type { Redirects } from "../../model/compiled-content.ts";
import { dedupeDiagnostics } from "../../model/dedupe-diagnostics.ts";
import { type Diagnostic, maxWarnings } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { createRouteMatcher } from "../../routing/match-route.ts";
import { isFixedPath } from "../../routing/path-registry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { snapshotOfAll } from "../../store/snapshot-of-all.ts";

/**
 * Reports the links to pages of the site that do not exist, even when everything is published: each at its place, or all in one warning if
 * many articles have some. Links to files and to drafts are checked when an article is compiled.
 * @param drafts the paths of drafts
 */
export function verifyOwnLinks(
  site: Site,
  redirects: Redirects,
  entries: readonly CompiledEntry[],
  links: readonly PageLink[],
  drafts: readonly string[],
): readonly Diagnostic[] {
  const pages = links.filter(({ path }) => path !== "/" && isPage(path));
  if (pages.length === 0) return [];
  const everything = snapshotOfAll(entries, site);
  const find = createRouteMatcher(site, redirects);
  const known = new Map<string, boolean>();
  const hidden = new Set(drafts.map(pageKey));
  const exists = (path: string) => {
    const found = known.get(path) ?? (isFixedPath(path) || hidden.has(pageKey(path)) || find(path, everything) !== undefined);
    known.set(path, found);
    return found;
  };
  const dead = Map.groupBy(
    pages.filter(({ path }) => !exists(path)),
    ({ file }) => file,
  );
  const isOne = dead.size > maxWarnings;
  return dedupeDiagnostics([...dead.values()].flatMap(limitedWarnings).map((one) => (isOne ? { ...one, dedupeKey: "own links" } : one)));
}

const advice = "write the article, remove the link, or add a redirect to SITE.redirects";

// The links of one article, which may be a hundred thousand.
function limitedWarnings(links: readonly PageLink[]): Diagnostic[] {
  const problems = new ArticleDiagnostics();
  for (const { path, ...location } of links) {
    const message = `Cannot find ${JSON.stringify(pathKey(path) ?? path)} on this site: ${advice}`;
    problems.report({ ...location, severity: "warning", message });
  }
  return problems.all;
}

// Links to a page may have a slash or an extension at the end.
function pageKey(path: string): string {
  return (pathKey(path) ?? path).replace(/(?:\/|\.html?)$/, "");
}

// Other files are checked with the articles folder, or served by another program.
function isPage(path: string): boolean {
  const [, ending] = /\.(\w{1,20})$/.exec(path.slice(path.lastIndexOf("/"))) ?? [];
  return ending === undefined || /^(?:html?|php)$/.test(ending);
}
