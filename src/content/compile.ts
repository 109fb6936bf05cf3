import type { Site } from "../site.ts";
import { type Article, fileOf, type ParsedArticle, parseArticle } from "./article.ts";
import { type CompiledEntry, compileEntry, type Identity } from "./compile-entry.ts";
import { type MediaFiles, pathFrom } from "./media-files.ts";
import { permalinkOf, slugOf } from "./permalink.ts";
import { compareProblems, type Problem } from "./problem.ts";
import { type Times, timesOf } from "./times.ts";
import { canonicalUrl, pathKey, pathOf } from "./urls.ts";

/** What a build makes of the articles folder, and all that a Worker knows. */
export interface CompiledContent {
  readonly site: Site;
  /** The settings that the site was made from, as `settingsText` writes them. */
  readonly settings: string;
  /** Whether drafts are in it and pages show what is not published yet. */
  readonly development: boolean;
  /** Digest of the code that renders: new code, new bytes, new ETags. */
  readonly fingerprint: string;
  /** SHA-256 of the pages' style sheet, in base64. */
  readonly styleHash: string;
  /** Newest first. */
  readonly entries: readonly CompiledEntry[];
}

/** What compiling depends on beside the articles. */
export interface CompileOptions {
  readonly site: Site;
  readonly media: MediaFiles;
  readonly development: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

// Addresses that the site itself answers.
const reserved = new Set(["/", "/rss.xml", "/atom.xml", "/feed.json", "/favicon.ico", "/favicon.svg", "/icon.png"]);

/** Compiles all articles. Every problem is told at once; the entries are of use only when none of them is an error. */
export async function compile(
  articles: readonly Article[],
  { site, media, development, now }: CompileOptions,
): Promise<{ readonly entries: readonly CompiledEntry[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const parsed = articles
    .map((article) => {
      try {
        return parseArticle(article, site, now, (problem) => problems.push(problem));
      } catch (error) {
        problems.push(nestedTooDeeply(article.source, error));
        return undefined;
      }
    })
    .filter((article) => article !== undefined);
  const identities = new Map(parsed.map((article) => [article.source, identify(article, site)]));
  reportCollisions(parsed, identities);

  const shown = parsed.filter(({ metadata }) => development || !metadata.draft);
  const times = timesOf(shown, (source) => (identities.get(source) as Identity).id, now);
  const entries: CompiledEntry[] = [];
  for (const article of shown) {
    const identity = identities.get(article.source) as Identity;
    const findFile = (reference: string) => {
      const path = pathFrom(article.source, reference);
      return path === undefined ? undefined : (identities.get(path) ?? media.publish(path));
    };
    try {
      entries.push(await compileEntry(article, identity, times.get(article.source) as Times, site, findFile));
    } catch (error) {
      problems.push(nestedTooDeeply(article.source, error));
    }
  }
  return { entries: entries.sort(newestFirst), problems: problems.sort(compareProblems) };
}

// Parsers call themselves for what is within: a few thousand levels, or YAML that holds itself, exhaust the stack.
function nestedTooDeeply(source: string, error: unknown): Problem {
  if (!(error instanceof RangeError && error.message.includes("call stack"))) throw error;
  return { file: fileOf(source), line: 1, column: 1, severity: "error", message: "Cannot compile the article: it is nested too deeply" };
}

function newestFirst(a: CompiledEntry, b: CompiledEntry): number {
  return b.published - a.published || (a.id < b.id ? -1 : 1);
}

function identify(article: ParsedArticle, site: Site): Identity {
  const path = permalinkOf(article, site);
  return {
    id: article.metadata.id ?? site.idBase + path,
    path,
    url: canonicalUrl(path, site.url) ?? site.url + path,
    anchorPrefix: slugOf(article).replaceAll("/", "--"), // no slug has two hyphens in a row
  };
}

// Two entries may share neither an address nor an id, and none may take an address of the site's own.
function reportCollisions(articles: readonly ParsedArticle[], identities: ReadonlyMap<string, Identity>): void {
  const ids = new Map<string, string>();
  const paths = new Map<string, string>();
  const bySource = [...articles].sort((a, b) => (a.source < b.source ? -1 : 1));
  for (const { metadata, reportAt, source } of bySource) {
    const { id, path } = identities.get(source) as Identity;
    const holder = claim(paths, path, source);
    if (holder !== undefined) {
      const key = metadata.keys["permalink"] ?? metadata.keys["slug"] ?? "slug";
      reportAt(key, "error", `Cannot use the address ${path}: ${holder} has it already; give one of them another slug or permalink`);
      continue;
    }
    const namesake = ids.get(id);
    if (namesake === undefined) ids.set(id, fileOf(source));
    else reportAt("id", "error", `Cannot use the id ${JSON.stringify(id)}: ${namesake} has it already`);
  }
  for (const { metadata, reportAt, source } of bySource) {
    for (const alias of metadata.aliases) {
      const holder = claim(paths, pathOf(alias), source);
      if (holder !== undefined)
        reportAt(metadata.keys["aliases"] ?? "aliases", "error", `Cannot use the alias ${alias}: ${holder} has that address already`);
    }
  }
}

// Gives the path to the article; where it is taken, says by whom.
function claim(paths: Map<string, string>, path: string, source: string): string | undefined {
  const key = pathKey(path) ?? path;
  const holder = reserved.has(key) || key.startsWith("/media/") ? "the site itself" : paths.get(key);
  if (holder === undefined) paths.set(key, fileOf(source));
  return holder;
}
