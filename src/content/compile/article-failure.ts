import type { Diagnostic } from "../../model/diagnostic.ts";
import { ArticleError } from "../limits/article-error.ts";
import { fileOf } from "./article.ts";

/** An article that could not be compiled. */
export interface ArticleFailure {
  /** The reason, and advice to the author. */
  readonly problem: Diagnostic;
  /** True if the same article may compile in the next build. */
  readonly isTransient: boolean;
}

/** Converts an error that was thrown while an article was compiled to its failure. */
export function failureOf(source: string, error: unknown): ArticleFailure {
  const { column, isTransient, line, message } = articleErrorOf(error);
  return { problem: { file: fileOf(source), line, column, severity: "error", message }, isTransient };
}

function articleErrorOf(error: unknown): ArticleError {
  if (error instanceof ArticleError) return error;
  // Parsers are recursive.
  if (error instanceof RangeError && error.message.includes("call stack"))
    return new ArticleError("Cannot compile the article: it is nested too deeply");
  const reason = error instanceof Error ? error.message : String(error);
  const message = `Cannot compile the article: ${reason}; make it shorter or simpler, and report this as a fault of Broadsheet`;
  return new ArticleError(message, { isTransient: true });
}
