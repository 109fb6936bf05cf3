import type { Worker } from "node:worker_threads";
import { ArticleError } from "../../content/limits/article-error.ts";
import type { Reply, Task } from "./compiler-service.ts";

/** A thread that runs one task at a time. A worker that dies or exceeds its deadline is replaced before the next task. */
export class CompilerThread {
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #first: Task | undefined;

  /** @param start starts a worker that answers each {@link Task} with a {@link Reply} */
  constructor(start: () => Worker) {
    this.#start = start;
    this.#worker = start();
  }

  /** Sets the first task of this worker and of each that replaces it. */
  async begin(task: Task, milliseconds: number): Promise<void> {
    this.#first = task;
    await this.#send(task, milliseconds);
  }

  /** @throws the error of the worker, or the reason why it ended */
  async ask(task: Task, milliseconds: number): Promise<Reply> {
    if (this.#worker === undefined && this.#first !== undefined) await this.#send(this.#first, milliseconds);
    return this.#send(task, milliseconds);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  async #send(task: Task, milliseconds: number): Promise<Reply> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    try {
      return await replyOf(worker, task, milliseconds);
    } catch (error) {
      this.#worker = undefined;
      await worker.terminate(); // frees its memory before the next one starts
      throw error;
    }
  }
}

function replyOf(worker: Worker, task: Task, milliseconds: number): Promise<Reply> {
  const memory = worker.resourceLimits?.maxOldGenerationSizeMb; // unknown once it has ended
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(tooMuch(`more than ${milliseconds / 1000} seconds`))), milliseconds);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("messageerror", onError).off("error", onError).off("exit", onExit);
      act();
    };
    const onMessage = (reply: Reply) => settle(() => resolve(reply));
    const onError = (error: unknown) => settle(() => reject(isOutOfMemory(error) ? tooMuch(`more than ${memory} MB of memory`) : error));
    const onExit = () => settle(() => reject(tooMuch("so much that its thread has ended")));
    worker.on("message", onMessage).on("messageerror", onError).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function tooMuch(what: string): ArticleError {
  return new ArticleError(`Cannot compile the article: it takes ${what}; make several articles of it`, { isTransient: true });
}
