/** An article cannot be compiled, and that is all that becomes of it. The message says why and what to do. */
export class ArticleError extends Error {
  override readonly name = "ArticleError";
  /** In the text that was given, from 1. */
  readonly line: number;
  readonly column: number;
  /** Whether the same text may be compiled the next time: on a machine that is less busy, say. */
  readonly isTransient: boolean;

  constructor(message: string, { line = 1, column = 1, isTransient = false } = {}) {
    super(message);
    this.line = line;
    this.column = column;
    this.isTransient = isTransient;
  }
}

/** The same error as of a text that begins so many lines further down; any other error stays what it is. */
export function shiftLines(error: unknown, lines: number): unknown {
  if (!(error instanceof ArticleError)) return error;
  const { column, isTransient, line, message } = error;
  return new ArticleError(message, { line: line + lines, column, isTransient });
}
