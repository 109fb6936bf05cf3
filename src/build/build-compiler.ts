import { availableParallelism } from "node:os";
import type { Article } from "../content/compile/article.ts";
import type { ArticleCompiler, CompileResult, CompileTask } from "../content/compile/compiler.ts";
import { isHeavy } from "../content/compile/is-heavy.ts";
import type { MediaFolder } from "./source/media-folder.ts";
import type { CompilerPool } from "./threads/compiler-pool.ts";
import type { CompilerSetup } from "./threads/compiler-service.ts";

/** A compiler that must be closed. */
export interface BuildCompiler extends ArticleCompiler {
  close(): Promise<void>;
}

/** The number of threads, and the number of articles from which they are used. */
export interface PoolSize {
  /** Threads in addition to this one. */
  readonly threads: number;
  /** With fewer articles, starting threads takes longer than they save. */
  readonly articles: number;
}

const usualSize: PoolSize = { threads: Math.min(availableParallelism(), 8), articles: 400 };

/**
 * Opens the compiler of a build: several threads for many articles. Of few articles, only the heavy ones are compiled in a thread,
 * which can be stopped. Threads and parsers are started on first use.
 */
export function openBuildCompiler(setup: CompilerSetup, media: MediaFolder, size: PoolSize = usualSize): BuildCompiler {
  const heavy = new Set<string>();
  let alone: Promise<ArticleCompiler> | undefined;
  const pools = new Map<number, Promise<CompilerPool>>(); // by their number of threads
  const openAlone = async () => (await import("./threads/compiler-service.ts")).openCompiler(setup, media);
  const openPool = async (threads: number) =>
    (await import("./threads/compiler-pool.ts")).startCompilerPool(setup, media, { threads, isHeavy: (source) => heavy.has(source) });
  const poolOf = (threads: number) => {
    const pool = pools.get(threads) ?? openPool(threads);
    pools.set(threads, pool);
    return pool;
  };
  const one = () => {
    alone ??= openAlone();
    return alone;
  };

  async function share<T, R>(items: readonly T[], { sourceOf, work }: Job<T, R>): Promise<readonly CompileResult<R>[]> {
    const isLarge = size.threads > 1 && items.length >= size.articles;
    const inThreads = isLarge ? items : items.filter((item) => heavy.has(sourceOf(item)));
    const others = isLarge ? [] : items.filter((item) => !heavy.has(sourceOf(item)));
    const results = await Promise.all([
      inThreads.length === 0 ? [] : work(await poolOf(isLarge ? size.threads : 1), inThreads),
      others.length === 0 ? [] : work(await one(), others),
    ]);
    const bySource = new Map(results.flat().map((one) => [one.source, one]));
    return items.map((item) => bySource.get(sourceOf(item)) as CompileResult<R>);
  }

  return {
    parse(articles) {
      for (const article of articles) if (isHeavy(article.source, textOf(article))) heavy.add(article.source);
      return share(articles, { sourceOf: ({ source }) => source, work: (compiler, articles) => compiler.parse(articles) });
    },
    compile: (tasks, identities) =>
      share(tasks, {
        sourceOf: ({ parsed }: CompileTask) => parsed.source,
        work: (compiler, tasks) => compiler.compile(tasks, identities),
      }),
    async close() {
      for (const pool of pools.values()) await (await pool).close();
    },
  };
}

interface Job<T, R> {
  readonly sourceOf: (item: T) => string;
  readonly work: (compiler: ArticleCompiler, items: readonly T[]) => Promise<readonly CompileResult<R>[]>;
}

// A file that was deleted since it was listed is reported when it is compiled.
function textOf(article: Article): string {
  try {
    return article.text;
  } catch {
    return "";
  }
}
