import { AddressBook } from "../addresses/address-book.ts";
import { compileMoves, type Moves, removedFile } from "../addresses/moves.ts";
import type { Site } from "../site.ts";
import { type Article, fileOf, type ParsedArticle, parseArticle } from "./article.ts";
import { type CompiledEntry, compileEntry, type Identity } from "./compile-entry.ts";
import { idOf } from "./entry-id.ts";
import type { LinkTarget } from "./links.ts";
import type { MediaFiles } from "./media-files.ts";
import { permalinkOf, slugOf } from "./permalink.ts";
import type { Place, Problem, Report } from "./problem.ts";
import { referencePaths } from "./reference-paths.ts";
import { selectionOf, termsOf } from "./selection.ts";
import { unifyTerms } from "./terms.ts";
import { type Times, timesOf } from "./times.ts";
import { toldOnce } from "./told-once.ts";
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
  readonly moves: Moves;
}

/** What compiling depends on beside the articles. */
export interface CompileOptions {
  readonly site: Site;
  readonly media: MediaFiles;
  readonly development: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The redirects of the settings. */
  readonly redirects?: Readonly<Record<string, string>>;
  /** Text of the list of what was removed. */
  readonly removed?: string;
  /** The place of a setting, such as `["redirects", "/old"]`. */
  readonly placeOfSetting?: (path: readonly string[]) => Place;
}

/** What becomes of the articles. The entries and moves are of use only when no problem is an error. */
export interface Compilation {
  readonly entries: readonly CompiledEntry[];
  readonly moves: Moves;
  readonly problems: readonly Problem[];
}

/** Compiles all articles. Every problem is told at once. */
export async function compile(articles: readonly Article[], options: CompileOptions): Promise<Compilation> {
  const { development, media, now, site } = options;
  const problems: Problem[] = [];
  const sources = articles.map(({ source }) => source);
  const parsed = articles
    .map((article) => {
      try {
        return parseArticle(article, sources, site, now, (problem) => problems.push(problem));
      } catch (error) {
        problems.push(nestedTooDeeply(article.source, error));
        return undefined;
      }
    })
    .filter((article) => article !== undefined);
  const shown = unifyTerms(
    parsed.filter(({ isExpired, metadata }) => !isExpired && (development || !metadata.draft)),
    site,
  );
  const identities = new Map(parsed.map((article) => [article.source, identify(article, site)]));
  const book = new AddressBook(shown.flatMap((article) => termsOf(describe(article, site)).map((term) => selectionOf(term, site))));
  reportCollisions(parsed, identities, book);
  const moves = findMoves(options, book, (problem) => problems.push(problem));

  const times = timesOf(shown, (source) => (identities.get(source) as Identity).id, now);
  const entries: CompiledEntry[] = [];
  for (const article of shown) {
    const identity = identities.get(article.source) as Identity;
    const firstOf = <T>(reference: string, find: (path: string) => T | undefined): T | undefined => {
      for (const path of referencePaths(article.source, reference)) {
        const found = find(path);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const findFile = (reference: string) => firstOf<LinkTarget>(reference, (path) => identities.get(path) ?? media.publish(path));
    const durationOf = async (reference: string) => {
      const path = firstOf(reference, (path) => (media.publish(path) === undefined ? undefined : path));
      return path === undefined ? undefined : media.durationOf(path);
    };
    try {
      entries.push(await compileEntry(article, identity, times.get(article.source) as Times, site, { find: findFile, durationOf }));
    } catch (error) {
      problems.push(nestedTooDeeply(article.source, error));
    }
  }
  return { entries: entries.sort(newestFirst), moves, problems: toldOnce(problems) };
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
  const { language } = article.fileName;
  return {
    id: idOf(article, path, site),
    path,
    url: canonicalUrl(path, site.url) ?? site.url + path,
    anchorPrefix: [...(language === undefined ? [] : [language]), slugOf(article)].join("/").replaceAll("/", "--"), // no slug has two hyphens in a row
  };
}

// What the terms of an article depend on.
function describe({ metadata }: ParsedArticle, site: Site): Pick<CompiledEntry, "authors" | "categories" | "language"> {
  return {
    authors: metadata.authors.length === 0 ? [site.author] : metadata.authors,
    categories: metadata.categories,
    language: metadata.language ?? site.language,
  };
}

// Two entries may share neither an address nor an id, and none may take an address of the site's own.
function reportCollisions(articles: readonly ParsedArticle[], identities: ReadonlyMap<string, Identity>, book: AddressBook): void {
  const ids = new Map<string, string>();
  const bySource = [...articles].sort((a, b) => (a.source < b.source ? -1 : 1));
  for (const { metadata, reportAt, source } of bySource) {
    const { id, path } = identities.get(source) as Identity;
    const holder = book.claim(pathKey(path) ?? path, fileOf(source));
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
      const holder = book.claim(pathKey(pathOf(alias)) ?? alias, fileOf(source));
      if (holder !== undefined)
        reportAt(metadata.keys["aliases"] ?? "aliases", "error", `Cannot use the alias ${alias}: ${holder} has that address already`);
    }
  }
}

function findMoves({ placeOfSetting, redirects = {}, removed = "", site }: CompileOptions, book: AddressBook, report: Report): Moves {
  const place = placeOfSetting ?? (() => ({ file: "wrangler.toml", line: 1, column: 1 }));
  const reports = {
    redirect: (from: string, message: string) => report({ ...place(["redirects", from]), severity: "error", message }),
    removed: (line: number, message: string) => report({ file: fileOf(removedFile), line, column: 1, severity: "error", message }),
  };
  return compileMoves(redirects, removed, { book, reports, url: site.url });
}
