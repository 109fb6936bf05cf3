import { availableParallelism } from "node:os";
import type { ArticleCompiler } from "../content/article-compiler.ts";
import type { CompilerPool } from "./compiler-pool.ts";
import type { CompilerSetup } from "./compiler-service.ts";
import type { MediaFolder } from "./media-folder.ts";

/** A compiler that is open for as long as it is used. */
export interface BuildCompiler extends ArticleCompiler {
  close(): Promise<void>;
}

/** How many threads work on how many articles. */
export interface PoolSize {
  /** Threads beside this one. */
  readonly threads: number;
  /** With fewer articles than these, threads take longer to start than they save. */
  readonly articles: number;
}

const usualSize: PoolSize = { threads: Math.min(availableParallelism(), 8), articles: 400 };

/**
 * Opens the compiler of a build: this thread for a few articles, several for many. Neither is there, nor are the parsers loaded,
 * before there is something to do.
 */
export function openBuildCompiler(setup: CompilerSetup, media: MediaFolder, size: PoolSize = usualSize): BuildCompiler {
  let alone: Promise<ArticleCompiler> | undefined;
  let pool: Promise<CompilerPool> | undefined;
  const openAlone = async () => (await import("./compiler-service.ts")).openCompiler(setup, media);
  const openPool = async () => (await import("./compiler-pool.ts")).startCompilerPool(setup, media, size.threads);
  const forMany = async (count: number): Promise<ArticleCompiler> => {
    if (size.threads > 1 && count >= size.articles) pool ??= openPool();
    else alone ??= openAlone();
    return (count >= size.articles ? pool : alone) ?? openAlone();
  };
  return {
    parse: async (articles) => (articles.length === 0 ? [] : (await forMany(articles.length)).parse(articles)),
    compile: async (orders, identities) => (orders.length === 0 ? [] : (await forMany(orders.length)).compile(orders, identities)),
    close: async () => (await pool)?.close(),
  };
}
