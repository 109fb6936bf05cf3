import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Article, Identity } from "../content/article.ts";
import type { ArticleCompiler, Made, Order } from "../content/article-compiler.ts";
import type { CompiledEntry } from "../content/compile-entry.ts";
import type { CompilerSetup, Reply, Task, WorkerSetup } from "./compiler-service.ts";
import type { MediaFolder } from "./media-folder.ts";
import { openEntry, type StoredEntry } from "./stored-entry.ts";

/** A compiler of several threads. */
export interface CompilerPool extends ArticleCompiler {
  /** Ends the threads. */
  close(): Promise<void>;
}

// The stack is as deep as this thread's: what is nested too deeply here is so there. Trees are dropped as soon as they are compiled: with
// room for more of them, a tenth of the time goes that it takes to look for the few things that stay.
const resourceLimits = { stackSizeMb: 1, maxYoungGenerationSizeMb: 96 };
const portion = 64; // articles at a time: few enough for all to end together

/** Starts a compiler of several threads, which share the articles among them. */
export function startCompilerPool(setup: CompilerSetup, media: MediaFolder, size: number): CompilerPool {
  const workerData: WorkerSetup = { ...setup, media: [...media.memory.kept] };
  const file = join(import.meta.dirname, "compiler-worker.ts");
  const workers = Array.from({ length: size }, () => new Worker(file, { workerData, resourceLimits }));

  async function share<T, M>(
    items: readonly T[],
    taskOf: (items: readonly T[]) => Task,
    madeOf: (reply: Reply) => readonly M[],
  ): Promise<M[]> {
    const portions = Array.from({ length: Math.ceil(items.length / portion) }, (_, index) =>
      items.slice(index * portion, (index + 1) * portion),
    );
    const made: (readonly M[])[] = [];
    const rest = portions.entries();
    await Promise.all(
      workers.map(async (worker) => {
        for (const [index, items] of rest) {
          const reply = await ask(worker, taskOf(items));
          media.learn(reply.media);
          made[index] = madeOf(reply);
        }
      }),
    );
    return made.flat();
  }

  return {
    parse: (articles: readonly Article[]) =>
      share(
        articles,
        (articles) => ({ task: "parse", articles: articles.map(withText) }),
        (reply) => (reply.task === "parse" ? reply.made : []),
      ),
    async compile(orders: readonly Order[], identities: ReadonlyMap<string, Identity>) {
      for (const worker of workers) await ask(worker, { task: "compile", orders: [], identities });
      return share(
        orders,
        (orders) => ({ task: "compile", orders: orders.map(withoutArticle) }),
        (reply) => (reply.task === "compile" ? reply.made.map(opened) : []),
      );
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

// One question at a time; a worker that ends answers no more.
function ask(worker: Worker, task: Task): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    const onMessage = (reply: Reply) => settle(() => resolve(reply));
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error("Cannot compile: a thread has ended")));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}

function opened(made: Made<StoredEntry>): Made<CompiledEntry> {
  const { result, ...others } = made;
  return result === undefined ? others : { ...made, result: openEntry(result) };
}

function withText({ source, text }: Article): Article {
  return { source, text };
}

// What was parsed has the text.
function withoutArticle({ parsed, times }: Order): Order {
  return { article: { source: parsed.source, text: "" }, parsed, times };
}
