import { pathKey } from "../../base/canonical-url.ts";
import { plural } from "../../base/plural.ts";
import { type Article, fileOf } from "../../content/compile/article.ts";
import type { Redirects } from "../../model/compiled-content.ts";
import { dedupeDiagnostics } from "../../model/dedupe-diagnostics.ts";
import { type Diagnostic, maxWarnings } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { createRouteMatcher } from "../../routing/match-route.ts";
import { isFixedPath } from "../../routing/path-registry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { snapshotOfAll } from "../../store/snapshot-of-all.ts";
import { encodeEntry } from "../cache/encoded-entry.ts";

/**
 * Reports the articles that link to pages of the site that do not exist, even when everything is published: one warning for each, or one
 * for all of many. Links to files and to drafts are checked when an article is compiled.
 * @param drafts the paths of drafts
 */
export function verifyOwnLinks(
  site: Site,
  redirects: Redirects,
  entries: readonly CompiledEntry[],
  articles: readonly Article[],
  drafts: readonly string[],
): readonly Diagnostic[] {
  const links = entries.map((entry) => ({ entry, paths: ownPaths(entry, site.url) })).filter(({ paths }) => paths.length > 0);
  if (links.length === 0) return [];
  const everything = snapshotOfAll(entries, site);
  const find = createRouteMatcher(site, redirects);
  const known = new Map<string, boolean>();
  const hidden = new Set(drafts.map(pageKey));
  const exists = (path: string) => {
    const found = known.get(path) ?? (isFixedPath(path) || hidden.has(pageKey(path)) || find(path, everything) !== undefined);
    known.set(path, found);
    return found;
  };
  const faulty = links
    .map(({ entry, paths }) => ({ entry, missing: paths.filter((path) => !exists(path)) }))
    .filter(({ missing }) => missing.length > 0);
  const texts = new Map(faulty.length === 0 ? [] : articles.map(({ source, text }) => [source, text]));
  return dedupeDiagnostics(
    faulty.map(({ entry: { source }, missing }) => ({
      ...locationOf(source, texts.get(source) ?? "", missing),
      severity: "warning",
      message: `Cannot find ${listOf(missing)} on this site: ${advice}`,
      dedupeKey: "own links",
      dedupeFrom: maxWarnings + 1,
    })),
  );
}

const advice = "write the article, remove the link, or add a redirect to SITE.redirects";

const mark = ' href="';

// The encoded content is searched first, since decoding that of all articles takes time.
function ownPaths(entry: CompiledEntry, origin: string): string[] {
  const { buffer, byteLength, byteOffset } = encodeEntry(entry).content;
  const start = JSON.stringify(`${mark}${origin}/`).slice(1, -1);
  if (!Buffer.from(buffer, byteOffset, byteLength).includes(start)) return [];
  const paths = entry.content
    .split(`${mark}${origin}/`)
    .slice(1)
    .map((rest) => `/${/^[^"?#]*/.exec(rest)?.[0] ?? ""}`);
  return [...new Set(paths)].filter((path) => path !== "/" && isPage(path));
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

function locationOf(source: string, text: string, missing: readonly string[]): Pick<Diagnostic, "file" | "line" | "column"> {
  const spellings = missing.flatMap((path) => [path, pathKey(path) ?? path]);
  const start = spellings.map((path) => text.indexOf(path)).find((index) => index >= 0) ?? 0;
  const before = text.slice(0, start).split("\n");
  return { file: fileOf(source), line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const maxNames = 3;

function listOf(paths: readonly string[]): string {
  const named = paths.slice(0, maxNames).map((path) => JSON.stringify(pathKey(path) ?? path));
  return paths.length <= maxNames ? named.join(", ") : `${named.join(", ")} and ${plural(paths.length - maxNames, "other page")}`;
}
