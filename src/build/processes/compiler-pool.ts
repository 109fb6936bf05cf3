import type { Article, ParsedArticle } from "../../content/compile/article.ts";
import { type ArticleCompiler, type CompileResult, type CompileTask, failureResult } from "../../content/compile/compiler.ts";
import type { ArticleIdentity } from "../../content/permalink/identify.ts";
import type { CompiledEntry } from "../../model/entry.ts";
import { decodeEntry, type EncodedEntry } from "../cache/encoded-entry.ts";
import type { MediaFolder } from "../source/media-folder.ts";
import { CompilerProcess } from "./compiler-process.ts";
import type { CompilerSetup, Reply, Task } from "./compiler-service.ts";

/** A compiler of several processes. */
export interface CompilerPool extends ArticleCompiler {
  /** Ends the processes. */
  close(): Promise<void>;
}

/** The inputs of a pool. */
export interface PoolOptions {
  readonly processes: number;
  /** Returns whether the article with this source may be slow; such an article gets a batch of its own. */
  readonly isHeavy: (source: string) => boolean;
  /** Milliseconds for parsing an article, and the same for compiling it. */
  readonly deadline?: number;
  /** Megabytes. */
  readonly memory?: number;
}

const usualDeadline = 60_000;
const usualMemory = 512; // ordinary articles need a tenth of that; with native code, and the rest of a build, it is less than 1 GB
const batchSize = 64; // articles: few enough for all processes to finish together

/**
 * Starts a compiler of several processes, which share the articles. An article that exceeds the time or the memory of a process gets an
 * error; all others are compiled.
 */
export function startCompilerPool(setup: CompilerSetup, media: MediaFolder, options: PoolOptions): CompilerPool {
  const { deadline = usualDeadline, isHeavy, memory = usualMemory, processes: size } = options;
  const processes = Array.from({ length: size }, () => new CompilerProcess({ deadline, memory }));
  for (const process of processes) process.begin({ task: "setup", setup, media: [...media.cache.kept] });

  async function runBatches<T, R>(items: readonly T[], job: BatchTask<T, R>): Promise<CompileResult<R>[]> {
    const batches = batchesOf(items, (item) => isHeavy(job.sourceOf(item)));
    const results: (readonly CompileResult<R>[])[] = [];
    const rest = batches.entries();
    await Promise.all(
      processes.map(async (process) => {
        for (const [index, items] of rest) results[index] = await work(process, items, job);
      }),
    );
    return results.flat();
  }

  // If a batch fails, each of its articles is compiled alone, and the one at fault fails again.
  async function work<T, R>(process: CompilerProcess, items: readonly T[], job: BatchTask<T, R>): Promise<readonly CompileResult<R>[]> {
    try {
      const reply = await process.ask(job.taskOf(items), deadline * items.length);
      media.merge(reply.media);
      return job.resultsOf(reply);
    } catch (error) {
      const [first, ...others] = items;
      if (first === undefined) throw error;
      if (others.length === 0) return [{ source: job.sourceOf(first), dependencies: [], ...failureResult(job.sourceOf(first), error) }];
      const results: CompileResult<R>[] = [];
      for (const item of items) results.push(...(await work(process, [item], job)));
      return results;
    }
  }

  return {
    parse: (articles: readonly Article[]) => runBatches(articles, parsing),
    async compile(tasks: readonly CompileTask[], identities: ReadonlyMap<string, ArticleIdentity>) {
      for (const process of processes) process.begin({ task: "identities", identities });
      return runBatches(tasks, compiling);
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
    },
  };
}

interface BatchTask<T, R> {
  readonly sourceOf: (item: T) => string;
  readonly taskOf: (items: readonly T[]) => Task;
  readonly resultsOf: (reply: Reply) => readonly CompileResult<R>[];
}

const parsing: BatchTask<Article, ParsedArticle> = {
  sourceOf: ({ source }) => source,
  taskOf: (articles) => ({ task: "parse", articles: articles.map(({ source, text }) => ({ source, text })) }),
  resultsOf: (reply) => (reply.task === "parse" ? reply.results : []),
};

// The parsed article contains the text.
const compiling: BatchTask<CompileTask, CompiledEntry> = {
  sourceOf: ({ parsed }) => parsed.source,
  taskOf: (tasks) => ({
    task: "compile",
    tasks: tasks.map(({ parsed, instants }) => ({ article: { source: parsed.source, text: "" }, parsed, instants })),
  }),
  resultsOf: (reply) => (reply.task === "compile" ? reply.results.map(decoded) : []),
};

function decoded(one: CompileResult<EncodedEntry>): CompileResult<CompiledEntry> {
  const { result, ...others } = one;
  return result === undefined ? others : { ...one, result: decodeEntry(result) };
}

function batchesOf<T>(items: readonly T[], isAlone: (item: T) => boolean): T[][] {
  const batches: T[][] = [];
  let isOpen = false; // for more items
  for (const item of items) {
    const last = batches.at(-1);
    if (isOpen && last !== undefined && last.length < batchSize && !isAlone(item)) last.push(item);
    else {
      batches.push([item]);
      isOpen = !isAlone(item);
    }
  }
  return batches;
}
