import { digest as digestSlowly } from "../../base/digest.ts";
import type { Diagnostic, Report } from "../../model/diagnostic.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { ArticleNames } from "../links/article-names.ts";
import type { MediaFiles } from "../links/media-files.ts";
import type { ArticleIdentity } from "../permalink/identify.ts";
import { type Article, fileOf, type ParsedArticle } from "./article.ts";
import { ArticleDiagnostics } from "./article-diagnostics.ts";
import { failureOf } from "./article-failure.ts";
import { compileEntry } from "./compile-entry.ts";
import { createCompileInputs, type Dependency, recordDependencies } from "./compile-inputs.ts";
import type { EntryInstants } from "./entry-times.ts";
import { parseArticle } from "./parse-article.ts";

/** What was made of one article, what is wrong with it, and all that it depends on beside its text. */
export interface CompileResult<T> {
  readonly source: string;
  /** Undefined when an error stands in the way. */
  readonly result?: T;
  readonly problems: readonly Diagnostic[];
  readonly dependencies: readonly Dependency[];
  /** The same article may be compiled the next time, so that nothing of this is kept. */
  readonly isTransient?: boolean;
}

/** An article that is to become an entry. */
export interface CompileTask {
  readonly article: Article;
  readonly parsed: ParsedArticle;
  readonly times: EntryInstants;
}

/**
 * What takes each article by itself. There are two rounds, since articles link to each other: all are parsed before the
 * first is compiled. Both answer in the order of what they were given.
 */
export interface ArticleCompiler {
  parse(articles: readonly Article[]): Promise<readonly CompileResult<ParsedArticle>[]>;
  /** @param identities of all articles, by source */
  compile(
    tasks: readonly CompileTask[],
    identities: ReadonlyMap<string, ArticleIdentity>,
  ): Promise<readonly CompileResult<CompiledEntry>[]>;
}

/** What a compiler works with. */
export interface ArticleCompilerOptions {
  readonly site: Site;
  readonly names: ArticleNames;
  readonly media: MediaFiles;
  readonly development: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** 32 hexadecimal digits of a text's SHA-256. */
  readonly digest?: (text: string) => string | Promise<string>;
  /** What else is wrong with entries, by the files that problems name. */
  readonly inspect?: (entries: readonly CompiledEntry[]) => readonly Diagnostic[];
}

/** A compiler that does one after the other. */
export function createArticleCompiler(options: ArticleCompilerOptions): ArticleCompiler {
  const { development, digest = digestSlowly, inspect = () => [], media, names, now, site } = options;
  return {
    async parse(articles) {
      const inputs = createCompileInputs(names, media, now, () => undefined);
      const made: CompileResult<ParsedArticle>[] = [];
      for (const article of articles) {
        const dependencies: Dependency[] = [];
        const parse = (report: Report) =>
          parseArticle(article, { development, site, inputs: recordDependencies(inputs, dependencies) }, report);
        made.push({ ...(await attempt(article.source, parse)), dependencies });
      }
      return made;
    },

    async compile(tasks, identities) {
      const inputs = createCompileInputs(names, media, now, (path) => identities.get(path));
      const made: CompileResult<CompiledEntry>[] = [];
      for (const { parsed, times } of tasks) {
        const dependencies: Dependency[] = [];
        const compile = (report: Report) =>
          compileEntry(parsed, times, { digest, site, inputs: recordDependencies(inputs, dependencies) }, report);
        made.push({ ...(await attempt(parsed.source, compile)), dependencies });
      }
      const faults = Map.groupBy(inspect(made.map(({ result }) => result).filter((entry) => entry !== undefined)), ({ file }) => file);
      if (faults.size === 0) return made;
      return made.map((one) => ({ ...one, problems: [...one.problems, ...(faults.get(fileOf(one.source)) ?? [])] }));
    },
  };
}

async function attempt<T>(
  source: string,
  make: (report: Report) => Promise<T | undefined>,
): Promise<Omit<CompileResult<T>, "dependencies">> {
  const problems = new ArticleDiagnostics();
  try {
    const result = await make(problems.report);
    return { source, problems: problems.all, ...(result !== undefined && { result }) };
  } catch (error) {
    return { source, ...failed(source, error, problems.all) };
  }
}

/** What comes of an article that cannot be compiled, for whatever reason. */
export function failed(
  source: string,
  error: unknown,
  problems: readonly Diagnostic[] = [],
): Omit<CompileResult<never>, "dependencies" | "source"> {
  const { isTransient, problem } = failureOf(source, error);
  return { problems: [...problems, problem], ...(isTransient && { isTransient }) };
}
