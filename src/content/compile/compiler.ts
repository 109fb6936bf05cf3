import { digest as digestAsync } from "../../base/digest.ts";
import type { Diagnostic, Report } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { redirectKey } from "../../routing/redirects.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { ArticleNames } from "../links/article-names.ts";
import type { MediaFiles } from "../links/media-files.ts";
import type { PageLink } from "../links/page-link.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";
import type { AnchorLink } from "./anchor-link.ts";
import { type Article, fileOf, type ParsedArticle } from "./article.ts";
import { ArticleDiagnostics } from "./article-diagnostics.ts";
import { failureOf } from "./article-failure.ts";
import { compileEntry } from "./compile-entry.ts";
import { createCompileInputs, type Dependency, recordDependencies } from "./compile-inputs.ts";
import type { LinkReceivers } from "./entry-context.ts";
import type { EntryInstants } from "./entry-instants.ts";
import { parseArticle } from "./parse-article.ts";

/** The result of parsing or compiling one article, with its problems and its dependencies. */
export interface CompileResult<T> {
  readonly source: string;
  /** Undefined if an error prevented it. */
  readonly result?: T;
  readonly problems: readonly Diagnostic[];
  readonly dependencies: readonly Dependency[];
  /** The links to anchors of other articles. */
  readonly anchorLinks?: readonly AnchorLink[];
  /** The links to pages of the site that are not articles. */
  readonly pageLinks?: readonly PageLink[];
  /** True if the same article may compile in the next build, so that this result must not be cached. */
  readonly isTransient?: boolean;
  /** True for a draft, even if an error prevented the result. */
  readonly isDraft?: boolean;
}

/** An article to compile into an entry. */
export interface CompileTask {
  readonly article: Article;
  readonly parsed: ParsedArticle;
  readonly instants: EntryInstants;
}

/**
 * Compiles articles one by one. All articles are parsed before the first is compiled, since articles link to each other.
 * Both methods return results in the order of their arguments.
 */
export interface ArticleCompiler {
  parse(articles: readonly Article[]): Promise<readonly CompileResult<ParsedArticle>[]>;
  /** @param identities of all articles, by source */
  compile(
    tasks: readonly CompileTask[],
    identities: ReadonlyMap<string, ArticleIdentity>,
  ): Promise<readonly CompileResult<CompiledEntry>[]>;
}

/** The options of a compiler. */
export interface ArticleCompilerOptions {
  readonly site: Site;
  /** The redirects of the settings. */
  readonly redirects?: Readonly<Record<string, string>> | undefined;
  readonly names: ArticleNames;
  readonly media: MediaFiles;
  readonly development: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** 32 hexadecimal digits of a text's SHA-256. */
  readonly digest?: (text: string) => string | Promise<string>;
  /** Returns further problems of compiled entries; each problem names its entry's file. */
  readonly inspect?: (entries: readonly CompiledEntry[]) => readonly Diagnostic[];
}

/** Creates a compiler that compiles one article after the other. */
export function createArticleCompiler(options: ArticleCompilerOptions): ArticleCompiler {
  const { development, digest = digestAsync, inspect = () => [], media, names, now, redirects = {}, site } = options;
  const redirected = new Set(Object.keys(redirects).flatMap((from) => redirectKey(from) ?? []));
  return {
    async parse(articles) {
      const inputs = createCompileInputs(names, media, now);
      const results: CompileResult<ParsedArticle>[] = [];
      for (const article of articles) {
        const dependencies: Dependency[] = [];
        const found = { isDraft: false };
        const onDraft = () => {
          found.isDraft = true;
        };
        const parse = (report: Report) =>
          parseArticle(article, { development, site, inputs: recordDependencies(inputs, dependencies), onDraft }, report);
        results.push({ ...(await collectResult(article.source, parse)), dependencies, ...(found.isDraft && found) });
      }
      return results;
    },

    async compile(tasks, identities) {
      const inputs = createCompileInputs(names, media, now, identities);
      const results: CompileResult<CompiledEntry>[] = [];
      for (const { parsed, instants } of tasks) {
        const dependencies: Dependency[] = [];
        const anchorLinks: AnchorLink[] = [];
        const pageLinks: PageLink[] = [];
        const receivers: LinkReceivers = {
          onAnchorLink: (link) => void anchorLinks.push(link),
          onPageLink: (link) => void pageLinks.push(link),
        };
        const compile = (report: Report) =>
          compileEntry(
            parsed,
            instants,
            { digest, ...receivers, redirected, site, inputs: recordDependencies(inputs, dependencies) },
            report,
          );
        results.push({
          ...(await collectResult(parsed.source, compile)),
          dependencies,
          ...(anchorLinks.length > 0 && { anchorLinks }),
          ...(pageLinks.length > 0 && { pageLinks }),
        });
      }
      const inspected = Map.groupBy(
        inspect(results.map(({ result }) => result).filter((entry) => entry !== undefined)),
        ({ file }) => file,
      );
      if (inspected.size === 0) return results;
      return results.map((one) => ({ ...one, problems: [...one.problems, ...(inspected.get(fileOf(one.source)) ?? [])] }));
    },
  };
}

async function collectResult<T>(
  source: string,
  make: (report: Report) => Promise<T | undefined>,
): Promise<Omit<CompileResult<T>, "dependencies">> {
  const problems = new ArticleDiagnostics();
  try {
    const result = await make(problems.report);
    return { source, problems: problems.all, ...(result !== undefined && { result }) };
  } catch (error) {
    return { source, ...failureResult(source, error, problems.all) };
  }
}

/** Returns the result of an article that cannot be compiled: its problems so far, and the error. */
export function failureResult(
  source: string,
  error: unknown,
  problems: readonly Diagnostic[] = [],
): Omit<CompileResult<never>, "dependencies" | "source"> {
  const { isTransient, problem } = failureOf(source, error);
  return { problems: [...problems, problem], ...(isTransient && { isTransient }) };
}
