import { availableParallelism } from "node:os";
import type { Article } from "../content/compile/article.ts";
import type { ArticleCompiler, CompileResult, CompileTask } from "../content/compile/compiler.ts";
import { isHeavy } from "../content/compile/is-heavy.ts";
import type { CompilerPool } from "./processes/compiler-pool.ts";
import type { CompilerSetup } from "./processes/compiler-service.ts";
import type { MediaFolder } from "./source/media-folder.ts";

/** A compiler that must be closed. */
export interface BuildCompiler extends ArticleCompiler {
  close(): Promise<void>;
}

/** The number of processes, and the number of articles from which they are used. */
export interface PoolSize {
  /** Processes in addition to this one. */
  readonly processes: number;
  /** With fewer articles, starting processes takes longer than they save. */
  readonly articles: number;
}

// Seconds of a build in one process and with a pool, on two cores: 0.90 and 1.13 for 1,000 articles, 1.39 and 1.58 for 2,000, 2.39 and
// 2.28 for 4,000. So a pool of two costs 0.35 s, and saves a quarter of the half millisecond of each article. One of four must save a
// third, which pays from 2,000 articles.
const cores = availableParallelism();
const usualSize: PoolSize = { processes: Math.min(cores, 8), articles: cores < 4 ? 4000 : 2000 };

/**
 * Opens the compiler of a build: several processes for many articles. Of few articles, only the heavy ones are compiled in a
 * process of their own, which can be stopped. Processes and parsers are started on first use.
 */
export function openBuildCompiler(setup: CompilerSetup, media: MediaFolder, size: PoolSize = usualSize): BuildCompiler {
  const heavy = new Set<string>();
  let alone: Promise<ArticleCompiler> | undefined;
  const pools = new Map<number, Promise<CompilerPool>>(); // by their number of processes
  const openAlone = async () => (await import("./processes/compiler-service.ts")).openCompiler(setup, media);
  const openPool = async (processes: number) =>
    (await import("./processes/compiler-pool.ts")).startCompilerPool(setup, media, { processes, isHeavy: (source) => heavy.has(source) });
  const poolOf = (processes: number) => {
    const pool = pools.get(processes) ?? openPool(processes);
    pools.set(processes, pool);
    return pool;
  };
  const one = () => {
    alone ??= openAlone();
    return alone;
  };

  async function distribute<T, R>(items: readonly T[], { sourceOf, work }: Work<T, R>): Promise<readonly CompileResult<R>[]> {
    const isLarge = size.processes > 1 && items.length >= size.articles;
    const inProcesses = isLarge ? items : items.filter((item) => heavy.has(sourceOf(item)));
    const others = isLarge ? [] : items.filter((item) => !heavy.has(sourceOf(item)));
    const results = await Promise.all([
      inProcesses.length === 0 ? [] : work(await poolOf(isLarge ? size.processes : 1), inProcesses),
      others.length === 0 ? [] : work(await one(), others),
    ]);
    const bySource = new Map(results.flat().map((one) => [one.source, one]));
    return items.map((item) => bySource.get(sourceOf(item)) as CompileResult<R>);
  }

  return {
    parse(articles) {
      for (const article of articles) if (isHeavy(article.source, textOf(article))) heavy.add(article.source);
      return distribute(articles, { sourceOf: ({ source }) => source, work: (compiler, articles) => compiler.parse(articles) });
    },
    compile: (tasks, identities) =>
      distribute(tasks, {
        sourceOf: ({ parsed }: CompileTask) => parsed.source,
        work: (compiler, tasks) => compiler.compile(tasks, identities),
      }),
    async close() {
      for (const pool of pools.values()) await (await pool).close();
    },
  };
}

interface Work<T, R> {
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
