import { pathKey, pathOf } from "../../base/canonical-url.ts";
import type { Redirects } from "../../model/compiled-content.ts";
import { dedupeDiagnostics } from "../../model/dedupe-diagnostics.ts";
import type { Diagnostic, Report, SourceLocation } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { type Selection, selectionOf, termsOf } from "../../model/selection.ts";
import { PathRegistry } from "../../routing/path-registry.ts";
import { compileRedirects, goneFile } from "../../routing/redirects.ts";
import type { Site } from "../../settings/site-settings.ts";
import { locateKey } from "../front-matter/locate-key.ts";
import { ArticleNames } from "../links/article-names.ts";
import type { MediaFiles } from "../links/media-files.ts";
import { type Article, fileOf, isVisible, type ParsedArticle, reporterAt } from "./article.ts";
import type { ArticleCompiler, CompileResult } from "./compiler.ts";
import { type EntryInstants, entryInstants } from "./entry-times.ts";
import { unifyTerms } from "./unify-terms.ts";

/** Finds the place of a field in an article's front matter, such as `aliases`; the beginning of the file where it has no such field. */
export type PlaceOfField = (source: string, field: string) => SourceLocation;

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
  readonly placeOfSetting?: (path: readonly string[]) => SourceLocation;
  /** Finds more problems when everything is compiled. */
  readonly verify?: (entries: readonly CompiledEntry[], redirects: Redirects, placeOf: PlaceOfField) => readonly Diagnostic[];
  /** Where the articles are worked on; here, where there is none. */
  readonly compiler?: ArticleCompiler;
}

/** What becomes of the articles. The entries and redirects are of use only when no problem is an error. */
export interface Compilation {
  readonly entries: readonly CompiledEntry[];
  readonly redirects: Redirects;
  readonly problems: readonly Diagnostic[];
}

/** Compiles all articles. Every problem is told at once. */
export async function compile(articles: readonly Article[], options: CompileOptions): Promise<Compilation> {
  const { development, now, site } = options;
  const compiler = options.compiler ?? (await openCompiler(articles, options));
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const collect = <T>(made: readonly CompileResult<T>[]): T[] => {
    for (const one of made) problems.push(...one.problems);
    return made.map(({ result }) => result).filter((result) => result !== undefined);
  };

  const parsed = collect(await compiler.parse(articles));
  const shown = unifyTerms(
    parsed.filter((article) => isVisible(article, development)),
    site,
    report,
  );
  const book = new PathRegistry(selectionsOf(shown, site));
  reportCollisions(parsed, book, report);
  const redirects = findMoves(options, book, report);

  const times = entryInstants(shown, now, report);
  const texts = new Map(articles.map((article) => [article.source, article]));
  const orders = shown.map((one) => ({
    article: texts.get(one.source) as Article,
    parsed: one,
    times: times.get(one.source) as EntryInstants,
  }));
  const identities = new Map(parsed.map(({ identity, source }) => [source, identity]));
  const entries = collect(await compiler.compile(orders, identities));
  entries.sort(newestFirst);
  problems.push(...(options.verify?.(entries, redirects, placesIn(parsed)) ?? []));
  return { entries, redirects, problems: dedupeDiagnostics(problems) };
}

function placesIn(articles: readonly ParsedArticle[]): PlaceOfField {
  const bySource = new Map(articles.map((article) => [article.source, article]));
  return (source, field) => {
    const { fence, metadata } = bySource.get(source) ?? {};
    return locateKey(fileOf(source), fence, metadata?.keys[field] ?? field);
  };
}

// The parsers take a while to load, and with everything known already nobody needs them.
async function openCompiler(articles: readonly Article[], options: CompileOptions): Promise<ArticleCompiler> {
  const { createArticleCompiler } = await import("./compiler.ts");
  return createArticleCompiler({ ...options, names: new ArticleNames(articles.map(({ source }) => source)) });
}

function newestFirst(a: CompiledEntry, b: CompiledEntry): number {
  return b.published - a.published || (a.id < b.id ? -1 : 1);
}

// Everything that the articles are put under: thousands of articles have the same few terms.
function selectionsOf(articles: readonly ParsedArticle[], site: Site): Selection[] {
  const terms = articles.flatMap(({ metadata: { authors, categories, language } }) =>
    termsOf({ authors: authors.length === 0 ? [site.author] : authors, categories, language: language ?? site.language }),
  );
  return [...new Map(terms.map((term) => [`${term.kind} ${term.name}`, term])).values()].map((term) => selectionOf(term, site));
}

// Two entries may share neither an address nor an id, and none may take an address of the site's own.
function reportCollisions(articles: readonly ParsedArticle[], book: PathRegistry, report: Report): void {
  const ids = new Map<string, string>();
  const bySource = [...articles].sort((a, b) => (a.source < b.source ? -1 : 1));
  for (const article of bySource) {
    const { identity, metadata, source } = article;
    const { id, path } = identity;
    const reportAt = reporterAt(article, report);
    const holder = book.reserve(pathKey(path) ?? path, fileOf(source));
    if (holder !== undefined) {
      const key = metadata.keys["permalink"] ?? metadata.keys["slug"] ?? "slug";
      reportAt(key, "error", `Cannot use the address ${path}: ${holder} has it already; give one of them another slug or permalink`);
      continue;
    }
    const namesake = ids.get(id);
    if (namesake === undefined) ids.set(id, fileOf(source));
    else reportAt("id", "error", `Cannot use the id ${JSON.stringify(id)}: ${namesake} has it already`);
  }
  for (const article of bySource) {
    const { metadata, source } = article;
    const reportAt = reporterAt(article, report);
    for (const alias of metadata.aliases) {
      const key = pathKey(pathOf(alias));
      const holder = key === undefined ? undefined : book.reserve(key, fileOf(source));
      const fail = (reason: string) => reportAt(metadata.keys["aliases"] ?? "aliases", "error", `Cannot use the alias ${alias}: ${reason}`);
      if (key === undefined) fail("no address is spelled so; percent-encode its UTF-8, or leave it as it reads");
      if (holder !== undefined) fail(`${holder} has that address already`);
    }
  }
}

function findMoves({ placeOfSetting, redirects = {}, removed = "", site }: CompileOptions, book: PathRegistry, report: Report): Redirects {
  const place = placeOfSetting ?? (() => ({ file: "wrangler.toml", line: 1, column: 1 }));
  const reports = {
    redirect: (from: string, message: string) => report({ ...place(["redirects", from]), severity: "error", message }),
    removed: (line: number, message: string) => report({ file: fileOf(goneFile), line, column: 1, severity: "error", message }),
  };
  return compileRedirects(redirects, removed, { book, reports, url: site.url });
}
