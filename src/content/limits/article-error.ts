/** The error that an article cannot be compiled. The message gives the reason and advice. */
export class ArticleError extends Error {
  override readonly name = "ArticleError";
  /** The line in the given text, from 1. */
  readonly line: number;
  readonly column: number;
  /** True if the same text may compile next time, for example on a less busy machine. */
  readonly isTransient: boolean;

  constructor(message: string, { line = 1, column = 1, isTransient = false } = {}) {
    super(message);
    this.line = line;
    this.column = column;
    this.isTransient = isTransient;
  }
}

/** Changes the line of an ArticleError; returns any other error unchanged. */
export function moveLine(error: unknown, lineOf: (line: number) => number): unknown {
  if (!(error instanceof ArticleError)) return error;
  const { column, isTransient, line, message } = error;
  return new ArticleError(message, { line: lineOf(line), column, isTransient });
}
