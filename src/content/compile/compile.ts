import { pathKey, pathOf } from "../../base/canonical-url.ts";
import type { Redirects } from "../../model/compiled-content.ts";
import { dedupeDiagnostics } from "../../model/dedupe-diagnostics.ts";
import type { Diagnostic, Report, SourceLocation } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { type Selection, selectionOf, termsOf } from "../../model/selection.ts";
import { PathRegistry } from "../../routing/path-registry.ts";
import { compileRedirects, goneFile, redirectKey } from "../../routing/redirects.ts";
import { wordpressKey } from "../../routing/wordpress-query.ts";
import type { Site } from "../../settings/site-settings.ts";
import { locateKey } from "../front-matter/locate-key.ts";
import { ArticleNames } from "../links/article-names.ts";
import type { MediaFiles } from "../links/media-files.ts";
import { AuthorDirectory, type AuthorFile } from "../metadata/author-directory.ts";
import { ambiguousAliases, describeAmbiguous } from "./ambiguous-aliases.ts";
import { type Article, fileOf, isVisible, listedFirst, type ParsedArticle, reporterAtKeys } from "./article.ts";
import type { ArticleCompiler, CompileResult } from "./compiler.ts";
import { findDeadAnchors } from "./dead-anchors.ts";
import { entryInstants } from "./entry-instants.ts";
import { unifyTerms } from "./unify-terms.ts";

/** Returns the location of a field in an article's front matter, such as `aliases`, or the start of the file if it has no such field. */
export type PlaceOfField = (source: string, field: string) => SourceLocation;

/** The options of a compilation. */
export interface CompileOptions {
  readonly site: Site;
  readonly media: MediaFiles;
  readonly development: boolean;
  /** True to report the problems of drafts, too, which become no entries unless `development` is true. */
  readonly checksDrafts?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The redirects of the settings. */
  readonly redirects?: Readonly<Record<string, string>>;
  readonly authorFiles?: readonly AuthorFile[];
  /** The text of the list of removed addresses. */
  readonly removed?: string;
  /** Returns the location of a setting, such as `["redirects", "/old"]`. */
  readonly placeOfSetting?: (path: readonly string[]) => SourceLocation;
  /** Returns further problems once all articles are compiled. */
  readonly verify?: (entries: readonly CompiledEntry[], redirects: Redirects, placeOf: PlaceOfField) => readonly Diagnostic[];
  /** The compiler of the articles; by default, one that runs in this thread. */
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
  readonly problems: readonly Diagnostic[];
}

/** Compiles all articles and returns all problems at once. An error of a draft, which no subscriber sees, becomes a warning. */
export async function compile(articles: readonly Article[], options: CompileOptions): Promise<Compilation> {
  const { development, now, site } = options;
  const compiler = options.compiler ?? (await openCompiler(articles, options));
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
  const { articles: unified, moved } = unifyTerms(named, site, report);
  const registry = new PathRegistry(selectionsOf(unified, site));
  reportCollisions(parsed, registry, report);
  const unusable = reserveAliases(parsed, registry, report);
  const visible = unified.map((article) => withoutAliases(article, unusable.get(article.source)));
  const expired = parsed.filter(hasExpired).map((article) => withoutAliases(article, unusable.get(article.source)));
  const redirects = withExpired(withMovedTerms(compileSiteRedirects(options, registry, report), moved, registry), expired);

  const texts = new Map(articles.map((article) => [article.source, article]));
  const hidden = options.checksDrafts && !development ? parsed.filter(({ isExpired, metadata }) => metadata.draft && !isExpired) : [];
  const tasks = [...visible, ...hidden].map((one) => ({
    article: texts.get(one.source) as Article,
    parsed: one,
    instants: entryInstants(one, now, report),
  }));
  const identities = new Map(
    parsed.map(({ identity, metadata, source }) => [source, { ...identity, ...(metadata.draft && { isDraft: true }) }]),
  );
  const compiled = await compiler.compile(tasks, identities);
  const entries = collect(compiled).filter(({ draft }) => development || !draft);
  problems.push(...findDeadAnchors(compiled));
  entries.sort(newestFirst);
  problems.push(...(options.verify?.(entries, redirects, placesIn(parsed)) ?? []));
  const faulty = new Set(problems.filter(({ severity }) => severity === "error").map(({ file }) => file));
  const drafts = new Set(results.filter(({ isDraft }) => isDraft).map(({ source }) => fileOf(source)));
  return {
    entries,
    faulty,
    drafts: parsed.filter(({ metadata }) => metadata.draft).length,
    redirects,
    problems: dedupeDiagnostics(problems.map((problem) => (drafts.has(problem.file) ? asWarning(problem) : problem))),
  };
}

function withNames(article: ParsedArticle, directory: AuthorDirectory): ParsedArticle {
  return { ...article, metadata: { ...article.metadata, authors: directory.resolve(article.metadata.authors, article.source) } };
}

function asWarning(problem: Diagnostic): Diagnostic {
  return { ...problem, severity: "warning" };
}

function placesIn(articles: readonly ParsedArticle[]): PlaceOfField {
  const bySource = new Map(articles.map((article) => [article.source, article]));
  return (source, field) => {
    const { frontMatterSource, metadata } = bySource.get(source) ?? {};
    return locateKey(fileOf(source), frontMatterSource, metadata?.keys[field] ?? field);
  };
}

// The parsers are slow to load, and a build in which every article is cached does not need them.
async function openCompiler(articles: readonly Article[], options: CompileOptions): Promise<ArticleCompiler> {
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

// No two entries may share an address or an id, and no entry may use an address of the site itself.
function reportCollisions(articles: readonly ParsedArticle[], registry: PathRegistry, report: Report): void {
  const ids = new Map<string, string>();
  for (const article of inOrder(articles)) {
    const fault = reserveAddress(article, registry);
    if (fault !== undefined) {
      const key = article.metadata.keys["permalink"] ?? article.metadata.keys["slug"] ?? "slug";
      reporterAtKeys(article, report)(key, "error", `Cannot use the address ${article.identity.path}: ${fault}`);
      continue;
    }
    const { id } = article.identity;
    const existing = ids.get(id);
    if (existing === undefined) ids.set(id, fileOf(article.source));
    else reporterAtKeys(article, report)("id", "error", `Cannot use the id ${JSON.stringify(id)}: ${existing} has it already`);
  }
}

// An alias that belongs to another article is left out: the address leads to that article. Returns such aliases by source.
function reserveAliases(
  articles: readonly ParsedArticle[],
  registry: PathRegistry,
  report: Report,
): ReadonlyMap<string, ReadonlySet<string>> {
  const unusable = new Map<string, Set<string>>();
  const leaveOut = (source: string, alias: string) => unusable.set(source, (unusable.get(source) ?? new Set()).add(alias));
  const sorted = inOrder(articles);
  const ambiguous = ambiguousAliases(sorted, registry);
  for (const article of sorted) {
    const { metadata, source } = article;
    for (const alias of metadata.aliases) {
      const key = pathKey(pathOf(alias));
      const others = key === undefined || !alias.includes("?") ? undefined : ambiguous.get(key);
      if (others !== undefined) {
        leaveOut(source, alias);
        if (others[0]?.alias === alias && others[0].source === source)
          reporterAtKeys(article, report)(metadata.keys["aliases"] ?? "aliases", "warning", describeAmbiguous(others));
        continue;
      }
      const owner = key === undefined ? undefined : registry.reserve(key, fileOf(source));
      const fault = key === undefined ? notUtf8 : owner && `${owner} has that address already`;
      if (fault === undefined) continue;
      reporterAtKeys(article, report)(metadata.keys["aliases"] ?? "aliases", "warning", `Cannot use the alias ${alias}: ${fault}`);
      leaveOut(source, alias);
    }
  }
  return unusable;
}

function withoutAliases(article: ParsedArticle, unusable: ReadonlySet<string> | undefined): ParsedArticle {
  const { metadata } = article;
  return unusable === undefined
    ? article
    : { ...article, metadata: { ...metadata, aliases: metadata.aliases.filter((alias) => !unusable.has(alias)) } };
}

function inOrder(articles: readonly ParsedArticle[]): ParsedArticle[] {
  return [...articles].sort((a, b) => listedFirst(a, b) || (a.source < b.source ? -1 : 1));
}

const notUtf8 = "it is not percent-encoded UTF-8; encode it so, or write it without encoding";

// Returns the reason why an entry cannot have its address.
function reserveAddress({ identity, source }: ParsedArticle, registry: PathRegistry): string | undefined {
  const key = pathKey(identity.path);
  if (key === undefined) return notUtf8;
  const owner = registry.reserve(key, fileOf(source));
  return owner && `${owner} has it already; give one of them another slug or permalink`;
}

// A redirect of a category or an author applies to its feeds, too. Subscribers of a spelling that is no longer used stay subscribed.
function withMovedTerms({ gone, moved }: Redirects, terms: ReadonlyMap<string, string>, registry: PathRegistry): Redirects {
  const free = [...terms].flatMap(([from, to]): [string, string][] => {
    const key = redirectKey(from);
    return key === undefined || registry.reserve(key, `the redirect of ${from}`) !== undefined ? [] : [[key, to]];
  });
  return { gone, moved: { ...Object.fromEntries(free), ...moved } };
}

function hasExpired({ expires = Infinity, isExpired, metadata, published }: ParsedArticle): boolean {
  return isExpired && !metadata.draft && published.instant < expires;
}

// The addresses of expired articles are gone in later builds, too.
function withExpired({ gone, moved }: Redirects, expired: readonly ParsedArticle[]): Redirects {
  const paths = expired.flatMap(({ identity, metadata }) => [identity.path, ...metadata.aliases]);
  const queries = expired.flatMap(({ identity }) => wordpressKey(identity.id) ?? []);
  return { moved, gone: [...new Set([...gone, ...paths.flatMap((path) => redirectKey(path) ?? []), ...queries])] };
}

function compileSiteRedirects(
  { placeOfSetting, redirects = {}, removed = "", site }: CompileOptions,
  registry: PathRegistry,
  report: Report,
): Redirects {
  const place = placeOfSetting ?? (() => ({ file: "wrangler.toml", line: 1, column: 1 }));
  const reports = {
    redirect: (from: string, message: string) => report({ ...place(["redirects", from]), severity: "error", message }),
    removed: (line: number, message: string) => report({ file: fileOf(goneFile), line, column: 1, severity: "error", message }),
  };
  return compileRedirects(redirects, removed, { registry, reports, url: site.url });
}
