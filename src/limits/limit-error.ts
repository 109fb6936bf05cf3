import { truncate } from "../base/truncate.ts";

/**
 * An error for a document that is larger or more deeply nested than people write them. Its message names the limit and the remedy, as a
 * clause about the document: "it has more than 100,000 entries; …".
 */
export class LimitError extends Error {
  override readonly name = "LimitError";

  readonly #reason: string;
  readonly #advice: string;

  /** @param advice the remedy */
  constructor(reason: string, advice: string) {
    super(`${reason}; ${advice}`);
    this.#reason = reason;
    this.#advice = advice;
  }

  /** Returns the same error with another remedy. */
  withAdvice(advice: string): LimitError {
    return new LimitError(this.#reason, advice);
  }

  /** Returns the same error with its location: after the entry with this title. */
  after(title: string): LimitError {
    return new LimitError(`after ${JSON.stringify(truncate(title.slice(0, 200), 80))}, ${this.#reason}`, this.#advice);
  }
}

/** Advice for a document with several entries. */
export const splitIt = "import it in another format, or in several files";

/** Formats a number for a message: `500,000`. */
export function shown(limit: number): string {
  return limit.toLocaleString("en");
}
