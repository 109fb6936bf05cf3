import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterWork } from "../../build/processes/after-work.ts";
import type { ImportedDocument, ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { projectRoot } from "../../files/project-root.ts";
import type { DocumentOrigin } from "../../import/read-document.ts";

/** The limits of reading one document. */
export interface ReaderLimits {
  /** Megabytes of the heap. */
  readonly megabytes: number;
  /** Milliseconds of work, see {@link afterWork}. */
  readonly milliseconds: number;
}

/** A document that is kept in memory as a whole. */
export interface ForeignDocument extends DocumentOrigin {
  /** Its bytes, or the path of the file, which only the process of the reader reads. */
  readonly content: Uint8Array | string;
}

/** A document to read, or without one, the next entries of the last document. */
export interface ReaderRequest {
  readonly document?: ForeignDocument;
}

/** The reply of the process; without entries if there are no more. */
export type ReaderAnswer = Head | { readonly entries: readonly ParsedEntry[] } | { readonly error: string };

type Head = Omit<ImportedDocument, "entries">;

const defaultLimits: ReaderLimits = { megabytes: 400, milliseconds: 60_000 };

/**
 * Reads documents in a process with a limit of memory and time. Known attacks are refused before a parser sees them. If a
 * parser crashes all the same, its process ends and the import continues.
 */
export class DocumentReader {
  readonly #limits: ReaderLimits;
  #process: ChildProcess | undefined;

  constructor(limits = defaultLimits) {
    this.#limits = limits;
  }

  /**
   * Reads a document. Its entries are to be read before the next document.
   * @throws Error saying why it cannot be read
   */
  async read(document: ForeignDocument): Promise<Head & { readonly entries: AsyncIterable<ParsedEntry> }> {
    const head = await this.#ask<Head>({ document });
    return { ...head, entries: this.#entries() };
  }

  /** Ends the process. The reader can be used again. */
  close(): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
  }

  // In batches: a large heap is collected rarely, and grows.
  async *#entries(): AsyncGenerator<ParsedEntry> {
    for (;;) {
      const { entries } = await this.#ask<{ readonly entries: readonly ParsedEntry[] }>({});
      if (entries.length === 0) return;
      yield* entries;
    }
  }

  async #ask<Result extends object>(request: ReaderRequest): Promise<Result> {
    const { megabytes, milliseconds } = this.#limits;
    const reader = this.#process?.connected ? this.#process : this.#start();
    const done = new AbortController();
    const fail = (reason: string) => {
      this.close();
      throw new Error(`Cannot read it: it takes more than ${reason}; cut it into several, or save its text as .txt or .md`);
    };
    try {
      const exit = once(reader, "exit", done).then(() => fail(`${megabytes} MB of memory`));
      const message = once(reader, "message", done).catch(() => exit); // an error is that of writing to a process that has ended
      const timeout = new Promise<void>((resolve) => {
        done.signal.addEventListener("abort", afterWork(reader.pid, milliseconds, resolve));
      }).then(() => fail(`${milliseconds / 1000} s`));
      reader.send(request);
      const [answer] = (await Promise.race([message, exit, timeout])) as [Result | { readonly error: string }];
      if ("error" in answer) throw new Error(answer.error);
      return answer;
    } finally {
      done.abort();
    }
  }

  #start(): ChildProcess {
    const execArgv = [`--max-old-space-size=${this.#limits.megabytes}`];
    // An engine that runs out of memory writes a page that says nothing to a user.
    const stdio: ["ignore", "ignore", "ignore", "ipc"] = ["ignore", "ignore", "ignore", "ipc"];
    const reader = fork(join(projectRoot, "src/cli/run.js"), ["document-process"], { execArgv, serialization: "advanced", stdio });
    reader.on("error", () => {}); // it may come after the answer
    this.#process = reader;
    return reader;
  }
}
