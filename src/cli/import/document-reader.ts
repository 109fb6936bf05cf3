import { LimitedProcess, ProcessLimitError } from "../../build/processes/limited-process.ts";
import type { ImportedDocument, ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import type { DocumentOrigin } from "../../import/read-document.ts";

/** The limits of reading one document. */
export interface ReaderLimits {
  /** Megabytes of the heap. */
  readonly megabytes: number;
  /** Milliseconds of work for one answer. */
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
  readonly #process: LimitedProcess<ReaderRequest, ReaderAnswer>;
  readonly #milliseconds: number;

  constructor({ megabytes, milliseconds } = defaultLimits) {
    this.#process = new LimitedProcess({ name: "document-process", memory: megabytes });
    this.#milliseconds = milliseconds;
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
    void this.#process.close();
  }

  // In batches: a large heap is collected rarely, and grows.
  async *#entries(): AsyncGenerator<ParsedEntry> {
    for (;;) {
      const { entries } = await this.#ask<{ readonly entries: readonly ParsedEntry[] }>({});
      if (entries.length === 0) return;
      yield* entries;
    }
  }

  async #ask<Result extends ReaderAnswer>(request: ReaderRequest): Promise<Result> {
    const answer = await this.#process.ask(request, this.#milliseconds).catch((error: unknown) => {
      if (!(error instanceof ProcessLimitError)) throw error;
      throw new Error(`Cannot read it: it takes ${error.message}; cut it into several, or save its text as .txt or .md`);
    });
    if ("error" in answer) throw new Error(answer.error);
    return answer as Result;
  }
}
