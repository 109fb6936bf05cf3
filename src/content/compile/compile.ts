import type { Redirects } from "../../model/compiled-content.ts";
import { dedupeDiagnostics } from "../../model/dedupe-diagnostics.ts";
import type { Diagnostic, Report, SourceLocation } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { type Selection, selectionOf, termsOf } from "../../model/selection.ts";
import { PathRegistry } from "../../routing/path-registry.ts";
import type { Site } from "../../settings/site-settings.ts";
import { locateKey } from "../front-matter/locate-key.ts";
import type { ArticleIdentities } from "../links/article-finder.ts";
import { ArticleNames } from "../links/article-names.ts";
import type { MediaFiles } from "../links/media-files.ts";
import type { PageLink } from "../links/page-link.ts";
import { AuthorDirectory, type AuthorFile } from "../metadata/author-directory.ts";
import { type Article, fileOf, isVisible, type ParsedArticle } from "./article.ts";
import type { ArticleCompiler, CompileResult } from "./compiler.ts";
import { findDeadAnchors } from "./dead-anchors.ts";
import { entryInstants } from "./entry-instants.ts";
import { reserveAddresses, reserveAliases, withoutAliases } from "./reserve-addresses.ts";
import { isGone, type RedirectOptions, siteRedirects } from "./site-redirects.ts";
import { unifyTerms } from "./unify-terms.ts";

/** Returns the location of a field in an article's front matter, such as `aliases`, or the start of the file if it has no such field. */
export type LocationOfField = (source: string, field: string) => SourceLocation;

/** The options of a compilation. */
export interface CompileOptions extends RedirectOptions {
  readonly media: MediaFiles;
  readonly development: boolean;
  /** True to report the problems of drafts, too, which become no entries unless `development` is true. */
  readonly checksDrafts?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly authorFiles?: readonly AuthorFile[];
  /** Returns further problems once all articles are compiled. */
  readonly verify?: (
    entries: readonly CompiledEntry[],
    redirects: Redirects,
    locationOf: LocationOfField,
    site: Site,
  ) => readonly Diagnostic[];
  /** The compiler of the articles; by default, one that runs in this process. */
  readonly compiler?: ArticleCompiler;
}

/** The result of a compilation. Its entries and redirects are complete only if no problem is an error. */
export interface Compilation {
  /** Newest first. */
  readonly entries: readonly CompiledEntry[];
  /** The files with errors, drafts included. Their entries may be incomplete. */
  readonly faulty: ReadonlySet<string>;
  /** The number of drafts, whether they become entries or not. */
  readonly drafts: number;
  readonly redirects: Redirects;
  /** The links of the entries, except those of drafts, to pages of the site that are not articles. */
  readonly pageLinks: readonly PageLink[];
  /** The identities of all articles, drafts included, by source. */
  readonly identities: ArticleIdentities;
  /** The settings, with the slugs of terms whose own addresses belong to other terms. */
  readonly site: Site;
  readonly problems: readonly Diagnostic[];
}

/** Compiles all articles and returns all problems at once. An error of a draft, which no subscriber sees, becomes a warning. */
export async function compile(articles: readonly Article[], options: CompileOptions): Promise<Compilation> {
  const { development, now } = options;
  const compiler = options.compiler ?? (await createDefaultCompiler(articles, options));
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const collect = <T>(results: readonly CompileResult<T>[]): T[] => {
    for (const one of results) problems.push(...one.problems);
    return results.map(({ result }) => result).filter((result) => result !== undefined);
  };

  const results = await compiler.parse(articles);
  const parsed = collect(results);
  const directory = new AuthorDirectory(options.authorFiles ?? [], report);
  const named = parsed.filter((article) => isVisible(article, development)).map((article) => withNames(article, directory));
  const { articles: unified, moved, slugs } = unifyTerms(named, options.site, report);
  const site = { ...options.site, slugs: { ...options.site.slugs, ...slugs } };
  const registry = new PathRegistry(selectionsOf(unified, site));
  reserveAddresses(parsed, registry, report);
  const unusable = reserveAliases(parsed, registry, report);
  const visible = unified.map((article) => withoutAliases(article, unusable.get(article.source)));
  const expired = parsed.filter(isGone).map((article) => withoutAliases(article, unusable.get(article.source)));
  const redirects = siteRedirects({ ...options, site }, { expired, moved, registry }, report);

  const texts = new Map(articles.map((article) => [article.source, article]));
  const hidden = options.checksDrafts && !development ? parsed.filter(({ isExpired, metadata }) => metadata.draft && !isExpired) : [];
  const linked = new Set(parsed.flatMap(({ blocks }) => blocks?.links ?? []));
  const tasks = [...visible, ...hidden].map((one) => ({
    article: texts.get(one.source) as Article,
    parsed: withLinkedBlocks(one, linked),
    instants: entryInstants(one, now, report),
  }));
  const identities = new Map(
    parsed.map((article) => {
      const { identity, metadata, source } = article;
      const { aliases, draft } = metadata;
      const state = { ...(draft && { isDraft: true }), ...(isGone(article) && { isExpired: true }) };
      return [source, { ...identity, ...state, ...(aliases.length > 0 && { aliases }) }];
    }),
  );
  const compiled = await compiler.compile(tasks, identities);
  const entries = collect(compiled).filter(({ draft }) => development || !draft);
  problems.push(...findDeadAnchors(compiled));
  entries.sort(newestFirst);
  problems.push(...(options.verify?.(entries, redirects, locationsIn(parsed), site) ?? []));
  const faulty = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  const drafts = new Set(results.filter(({ isDraft }) => isDraft).map(({ source }) => fileOf(source)));
  return {
    entries,
    faulty,
    drafts: parsed.filter(({ metadata }) => metadata.draft).length,
    redirects,
    pageLinks: compiled.flatMap(({ pageLinks = [], result }) => (result === undefined || result.draft ? [] : pageLinks)),
    identities,
    site,
    problems: dedupeDiagnostics(problems.map((problem) => (drafts.has(problem.file) ? asWarning(problem) : problem))),
  };
}

function withNames(article: ParsedArticle, directory: AuthorDirectory): ParsedArticle {
  return { ...article, metadata: { ...article.metadata, authors: directory.resolve(article.metadata.authors, article.source) } };
}

function withLinkedBlocks(article: ParsedArticle, linked: ReadonlySet<string>): ParsedArticle {
  const own = article.blocks?.marks.filter((id) => linked.has(id)) ?? [];
  return own.length === 0 ? article : { ...article, linkedBlocks: own };
}

function asWarning(problem: Diagnostic): Diagnostic {
  return { ...problem, severity: "warning" };
}

function locationsIn(articles: readonly ParsedArticle[]): LocationOfField {
  const bySource = new Map(articles.map((article) => [article.source, article]));
  return (source, field) => {
    const { frontMatterSource, metadata } = bySource.get(source) ?? {};
    return locateKey(fileOf(source), frontMatterSource, metadata?.keys[field] ?? field);
  };
}

// The parsers are slow to load, and a build in which every article is cached does not need them.
async function createDefaultCompiler(articles: readonly Article[], options: CompileOptions): Promise<ArticleCompiler> {
  const { createArticleCompiler } = await import("./compiler.ts");
  return createArticleCompiler({ ...options, names: new ArticleNames(articles.map(({ source }) => source)) });
}

// Entries of one day are in the order of their paths, the last one newest.
function newestFirst(a: CompiledEntry, b: CompiledEntry): number {
  return b.published - a.published || (a.source > b.source ? -1 : 1);
}

// Terms are deduplicated first: thousands of articles share a few of them.
function selectionsOf(articles: readonly ParsedArticle[], site: Site): Selection[] {
  const listed = articles.filter(({ metadata }) => !metadata.unlisted);
  const terms = listed.flatMap(({ metadata: { authors, categories, language } }) =>
    termsOf({ authors: authors.length === 0 ? [site.author] : authors, categories, language: language ?? site.language }),
  );
  return [...new Map(terms.map((term) => [`${term.kind} ${term.name}`, term])).values()].map((term) => selectionOf(term, site));
}
