import type { CompiledEntry } from "../../model/entry.ts";
import type { ArticleIdentities } from "../links/article-finder.ts";
import type { Article, ParsedArticle } from "./article.ts";
import { type CompileInputs, isUpToDate } from "./compile-inputs.ts";
import type { ArticleCompiler, CompileResult, CompileTask } from "./compiler.ts";

/** The results of an article from an earlier build, with the keys that they depend on. */
export interface CachedArticle {
  /** Digest of the article's text. */
  readonly version: string;
  /** Without the body: the cache needs no second copy of the text. */
  readonly parsed: CompileResult<ParsedArticle>;
  /** The part of the task that depends on other articles, as {@link inputsKey} writes it. */
  readonly inputsKey?: string;
  readonly compiled?: CompileResult<CompiledEntry>;
}

/** A compiler that reuses cached results. */
export interface IncrementalCompiler extends ArticleCompiler {
  /** The results of this build by source, cached and new. */
  readonly articles: ReadonlyMap<string, CachedArticle>;
  /** The number of cache misses. An article counts twice if it was both parsed and compiled. */
  readonly misses: number;
}

/** The cache of an incremental compiler, and the means to validate it. */
export interface IncrementalCompilerOptions {
  /** The articles of an earlier build by source. They are valid for the same settings and the same code only. */
  readonly cached: ReadonlyMap<string, CachedArticle>;
  readonly digest: (text: string) => string;
  /** Creates the inputs of a compilation. While articles are parsed, their identities are not known yet. */
  readonly inputs: (identities?: ArticleIdentities) => CompileInputs;
}

/**
 * Creates a compiler that reuses each cached result that is up to date and passes the other articles to `compiler`. A result is up to
 * date if the article's text and all recorded dependencies are unchanged; an entry also needs the same instants, spelling of its terms
 * and aliases, which depend on other articles.
 */
export function incrementalCompiler(
  compiler: ArticleCompiler,
  { digest, cached, inputs }: IncrementalCompilerOptions,
): IncrementalCompiler {
  const updated = new Map<string, CachedArticle>();
  let misses = 0;
  return {
    articles: updated,
    get misses() {
      return misses;
    },

    async parse(articles) {
      const currentInputs = inputs();
      const isCached = async (article: Article) => {
        const before = cached.get(article.source);
        const isSame =
          before?.version === (article.version ?? digest(article.text)) && (await isUpToDate(currentInputs, before.parsed.dependencies));
        if (isSame) updated.set(article.source, before);
        return isSame;
      };
      const stale = await without(articles, isCached);
      misses += stale.length;
      const results = await compiler.parse(stale);
      for (const [index, parsed] of results.entries()) {
        const { source, text, version = digest(text) } = stale[index] as Article;
        updated.set(source, { version, parsed: { ...parsed, ...(parsed.result && { result: withoutBody(parsed.result) }) } });
      }
      const bySource = new Map(results.map((one) => [one.source, one]));
      return articles.map(({ source }) => bySource.get(source) ?? (updated.get(source) as CachedArticle).parsed);
    },

    async compile(tasks, identities) {
      const currentInputs = inputs(identities);
      const isCached = async (task: CompileTask) => {
        const { compiled, inputsKey: key } = updated.get(task.parsed.source) ?? {};
        return compiled !== undefined && key === inputsKey(task) && (await isUpToDate(currentInputs, compiled.dependencies));
      };
      const stale = await without(tasks, isCached);
      misses += stale.length;
      const results = await compiler.compile(await complete(stale, compiler), identities);
      for (const [index, compiled] of results.entries()) {
        const before = updated.get(compiled.source) as CachedArticle;
        updated.set(compiled.source, { ...before, inputsKey: inputsKey(stale[index] as CompileTask), compiled });
      }
      return tasks.map(({ parsed }) => updated.get(parsed.source)?.compiled as CompileResult<CompiledEntry>);
    },
  };
}

/**
 * Returns the cache key of the part of a task that depends on other articles: its instants, the spelling of its terms, its aliases, and
 * the links to its blocks.
 */
function inputsKey({ parsed: { linkedBlocks, metadata }, instants }: CompileTask): string {
  return JSON.stringify([instants, metadata.categories, metadata.authors, metadata.aliases, linkedBlocks]);
}

async function without<T>(items: readonly T[], isCached: (item: T) => Promise<boolean>): Promise<T[]> {
  const rest: T[] = [];
  for (const item of items) if (!(await isCached(item))) rest.push(item);
  return rest;
}

function withoutBody({ body: _, ...parsed }: ParsedArticle): ParsedArticle {
  return parsed;
}

// Parsed articles from the cache have no body. Those to compile again are parsed again to get it.
async function complete(tasks: readonly CompileTask[], compiler: ArticleCompiler): Promise<CompileTask[]> {
  const bare = tasks.filter(({ parsed }) => parsed.body === undefined);
  const bodies = new Map((await compiler.parse(bare.map(({ article }) => article))).map(({ result, source }) => [source, result?.body]));
  return tasks.map((task) => {
    const body = bodies.get(task.parsed.source);
    return body === undefined ? task : { ...task, parsed: { ...task.parsed, body } };
  });
}
