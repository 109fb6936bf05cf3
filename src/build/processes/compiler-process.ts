import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ArticleError } from "../../content/limits/article-error.ts";
import { projectRoot } from "../../files/project-root.ts";
import { afterWork } from "./after-work.ts";
import type { FailedReply, Reply, Task } from "./compiler-service.ts";

/** The limits of a compiler process. */
export interface ProcessLimits {
  /** Megabytes of JavaScript objects. */
  readonly memory: number;
  /** Milliseconds of work for one task, see {@link afterWork}. */
  readonly deadline: number;
}

// The default stack of 1 MB is too small for recursive parsers, and the system's limit is 8 MB. Trees are garbage as soon as they are
// compiled: a larger young generation saves a tenth of the time.
const flags = ["--stack-size=3900", "--max-semi-space-size=32"];

const abortCode = 134; // on Windows, which has no signals

/** Starts a process that answers each {@link Task} with a {@link Reply}. */
export function startCompilerProcess({ memory }: ProcessLimits): ChildProcess {
  return fork(join(projectRoot, "src/cli/run.js"), ["compiler-child"], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"], // at the limit of memory V8 prints a stack trace
    execArgv: [...flags, `--max-old-space-size=${memory}`],
  });
}

/**
 * A process that runs one task at a time. A process that dies or exceeds its deadline is replaced before the next task. It is not a thread:
 * at the limit of memory V8 may end the whole process, with all threads in it.
 */
export class CompilerProcess {
  readonly #start: () => ChildProcess;
  readonly #limits: ProcessLimits;
  readonly #first: Task[] = [];
  #child: ChildProcess | undefined;

  /** @param start starts the process; by default {@link startCompilerProcess} does */
  constructor(limits: ProcessLimits, start: () => ChildProcess = () => startCompilerProcess(limits)) {
    this.#limits = limits;
    this.#start = start;
  }

  /** Adds a task that this process, and each that replaces it, runs before others. */
  begin(task: Task): void {
    this.#first.push(task);
    this.#child?.send(task);
  }

  /**
   * Runs a task.
   * @param deadline milliseconds of work
   * @throws the error of the process, or the reason why it ended
   */
  async ask(task: Task, deadline: number = this.#limits.deadline): Promise<Reply> {
    const child = this.#child ?? this.#replace();
    try {
      return await replyOf(child, task, { ...this.#limits, deadline });
    } catch (error) {
      await this.close(); // frees its memory before the next one starts
      throw error;
    }
  }

  /** Ends the process. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  #replace(): ChildProcess {
    const child = this.#start();
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.off("exit", kill));
    this.#child = child;
    for (const task of this.#first) child.send(task);
    return child;
  }
}

function replyOf(child: ChildProcess, task: Task, { deadline, memory }: ProcessLimits): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const cancel = afterWork(child.pid, deadline, () => settle(() => reject(tooMuch(`more than ${deadline / 1000} seconds`))));
    const settle = (act: () => void) => {
      cancel();
      child.off("message", onMessage).off("error", onError).off("exit", onExit);
      act();
    };
    const onMessage = (message: unknown) => {
      const reply = message as Reply | FailedReply;
      settle(() => (reply.task === "failed" ? reject(new Error(reply.message)) : resolve(reply)));
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = (code: number | null, signal: string | null) =>
      settle(() =>
        reject(
          tooMuch(signal === "SIGABRT" || code === abortCode ? `more than ${memory} MB of memory` : "so much that its process has ended"),
        ),
      );
    child.on("message", onMessage).on("error", onError).on("exit", onExit);
    child.send(task);
  });
}

function tooMuch(what: string): ArticleError {
  return new ArticleError(`Cannot compile the article: it takes ${what}; make several articles of it`, { isTransient: true });
}
