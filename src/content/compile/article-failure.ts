import type { Diagnostic } from "../../model/diagnostic.ts";
import { ArticleError } from "../limits/article-error.ts";
import { fileOf } from "./article.ts";

/** An article that could not be compiled. */
export interface Failure {
  /** The reason, and what its author can do. */
  readonly problem: Diagnostic;
  /** Whether the same article may be compiled the next time. */
  readonly isTransient: boolean;
}

/** The failure of an article, of whatever was thrown while it was compiled. */
export function failureOf(source: string, error: unknown): Failure {
  const { column, isTransient, line, message } = articleErrorOf(error);
  return { problem: { file: fileOf(source), line, column, severity: "error", message }, isTransient };
}

function articleErrorOf(error: unknown): ArticleError {
  if (error instanceof ArticleError) return error;
  // Parsers call themselves for what is within.
  if (error instanceof RangeError && error.message.includes("call stack"))
    return new ArticleError("Cannot compile the article: it is nested too deeply");
  const reason = error instanceof Error ? error.message : String(error);
  const message = `Cannot compile the article: ${reason}; make it shorter or simpler, and report this as a fault of Broadsheet`;
  return new ArticleError(message, { isTransient: true });
}
