import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { commandProgram } from "../../files/project-root.ts";
import { afterWork } from "./after-work.ts";

/** A program that answers each message with one message, and its limit. */
export interface LimitedProgram {
  /** Its name in `src/cli/run.js`. */
  readonly name: string;
  /** Megabytes of JavaScript objects. */
  readonly memory: number;
  /** Further options of Node. */
  readonly flags?: readonly string[];
}

/** The end of a process that exceeded a limit, or that ended for another reason. Its message completes the sentence "it takes …". */
export class ProcessLimitError extends Error {
  override readonly name = "ProcessLimitError";
}

const patience = 500; // milliseconds in which a process without work ends
const abortCode = 134; // on Windows, which has no signals

/**
 * A process that answers one request at a time, with limits of memory and time. A process that ends or exceeds a limit is replaced before
 * the next request. It is not a thread: at the limit of memory V8 may end the whole process, with all threads in it.
 */
export class LimitedProcess<Message extends object, Answer> {
  readonly #program: Pick<LimitedProgram, "memory">;
  readonly #start: () => ChildProcess;
  readonly #first: Message[] = [];
  #child: ChildProcess | undefined;

  /** @param start starts the process; a test has its own */
  constructor(program: LimitedProgram, start: () => ChildProcess = () => startProgram(program)) {
    this.#program = program;
    this.#start = start;
  }

  /** Adds a message without an answer that this process, and each that replaces it, gets before others. */
  begin(message: Message): void {
    this.#first.push(message);
    this.#child?.send(message);
  }

  /**
   * Sends a request, and returns its answer.
   * @param milliseconds of work, see {@link afterWork}
   * @throws ProcessLimitError
   */
  async ask(request: Message, milliseconds: number): Promise<Answer> {
    const child = this.#child?.connected ? this.#child : this.#replace();
    try {
      return await this.#answerOf(child, request, milliseconds);
    } catch (error) {
      await this.#end((child) => child.kill("SIGKILL")); // frees its memory before the next one starts
      throw error;
    }
  }

  /** Ends the process. A later request starts another. */
  async close(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await this.#end((child) => {
      if (child.connected) child.disconnect(); // a process without work ends by itself, and keeps its code cache for the next one
      timer = setTimeout(() => child.kill("SIGKILL"), patience);
    });
    clearTimeout(timer);
  }

  async #end(end: (child: ChildProcess) => void): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    end(child);
    await ended;
  }

  #replace(): ChildProcess {
    const child = this.#start();
    const kill = () => child.kill("SIGKILL");
    process.once("exit", kill);
    child.once("exit", () => process.off("exit", kill));
    child.on("error", () => {}); // it may come after the answer
    this.#child = child;
    for (const message of this.#first) child.send(message);
    return child;
  }

  #answerOf(child: ChildProcess, request: Message, milliseconds: number): Promise<Answer> {
    const { memory } = this.#program;
    return new Promise((resolve, reject) => {
      const exceed = (what: string) => settle(() => reject(new ProcessLimitError(what)));
      const cancel = afterWork(child.pid, milliseconds, () => exceed(`more than ${milliseconds / 1000} seconds`));
      const settle = (act: () => void) => {
        cancel();
        child.off("message", onMessage).off("error", onError).off("exit", onExit);
        act();
      };
      const onMessage = (message: unknown) => settle(() => resolve(message as Answer));
      const onError = (error: unknown) => settle(() => reject(error));
      const onExit = (code: number | null, signal: string | null) =>
        exceed(signal === "SIGABRT" || code === abortCode ? `more than ${memory} MB of memory` : "so much that its process has ended");
      child.on("message", onMessage).on("error", onError).on("exit", onExit);
      child.send(request);
    });
  }
}

function startProgram({ flags = [], memory, name }: LimitedProgram): ChildProcess {
  return fork(commandProgram, [name], {
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"], // at the limit of memory V8 prints a stack trace
    execArgv: [...flags, `--max-old-space-size=${memory}`],
  });
}
