import type { ChildProcess } from "node:child_process";
import { ArticleError } from "../../content/limits/article-error.ts";
import type { FailedReply, Reply, Task } from "./compiler-service.ts";
import { LimitedProcess, ProcessLimitError } from "./limited-process.ts";

/** The limits of a compiler process. */
export interface ProcessLimits {
  /** Megabytes of JavaScript objects. */
  readonly memory: number;
  /** Milliseconds of work for one task. */
  readonly deadline: number;
}

// The default stack of 1 MB is too small for recursive parsers, and the system's limit is 8 MB. Trees are garbage as soon as they are
// compiled: a larger young generation saves a tenth of the time.
const flags = ["--stack-size=3900", "--max-semi-space-size=32"];

/** A process that answers each {@link Task} with a {@link Reply}. */
export class CompilerProcess {
  readonly #process: LimitedProcess<Task, Reply | FailedReply>;
  readonly #deadline: number;

  /** @param start starts the process; a test has its own */
  constructor({ deadline, memory }: ProcessLimits, start?: () => ChildProcess) {
    this.#process = new LimitedProcess({ name: "compiler-child", memory, flags }, start);
    this.#deadline = deadline;
  }

  /** Adds a task that this process, and each that replaces it, runs before others. */
  begin(task: Task): void {
    this.#process.begin(task);
  }

  /**
   * Runs a task.
   * @param deadline milliseconds of work
   * @throws the error of the process, or an ArticleError with the reason why it ended
   */
  async ask(task: Task, deadline: number = this.#deadline): Promise<Reply> {
    const reply = await this.#process.ask(task, deadline).catch((error: unknown) => {
      throw error instanceof ProcessLimitError ? tooMuch(error) : error;
    });
    if (reply.task !== "failed") return reply;
    await this.close(); // its state is unknown
    throw new Error(reply.message);
  }

  /** Ends the process. */
  close(): Promise<void> {
    return this.#process.close();
  }
}

function tooMuch({ message }: ProcessLimitError): ArticleError {
  return new ArticleError(`Cannot compile the article: it takes ${message}; make several articles of it`, { isTransient: true });
}
