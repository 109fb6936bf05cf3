import { briefMessage } from "./brief-message.ts";

/** The location of a problem in a file of the author. Line and column start at 1. (A place in a feed document is a path of elements.) */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The severity of a diagnostic: an `error` stops a build or costs subscribers something, a `warning` may cost them something, a `note` is
 * informative, and `ok` is the result of a check that passed.
 */
export type Severity = "error" | "warning" | "note" | "ok";

/**
 * The fields of every diagnostic. Each kind adds its location: {@link Diagnostic} a line of a file, `Violation` a place in a feed
 * document, and `Finding` a check of a live site.
 */
export interface BaseDiagnostic<S extends Severity> {
  readonly severity: S;
  /** A sentence without its full stop. */
  readonly message: string;
}

/**
 * A problem in the author's input: an error, which stops the build, or a warning. Lists of these are named `problems`, also in the JSON
 * of `npm run check`. A `fault` is not a diagnostic: it is the reason, as a part of a sentence, that a message ends with.
 */
export interface Diagnostic extends BaseDiagnostic<"error" | "warning">, SourceLocation {
  /** Identifies a problem that many articles share: of all diagnostics with the same key, one is shown. */
  readonly dedupeKey?: string;
  /** The least number of files for which these become one, 2 by default. Of fewer files, each keeps its own. */
  readonly dedupeFrom?: number;
  /** The cause, where a command acts on it. */
  readonly cause?: DiagnosticCause;
}

/** A cause of a diagnostic. `faulty-target`: a link leads to an article that is left out because of its errors. */
export type DiagnosticCause = "faulty-target";

/** The warnings of one kind that are shown one by one. More are one line, since a site that moved in may have hundreds. */
export const maxWarnings = 10;

/** Receives diagnostics while an article is compiled. Problems are reported, not thrown, so that all can be shown at once. */
export type Report = (problem: Diagnostic) => void;

/** Formats a diagnostic as `articles/moon.md:4:7 error Cannot read date "31/02/2024": no such day`. */
export function formatDiagnostic(problem: Diagnostic): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.severity} ${briefMessage(problem.message)}`;
}

/** Compares diagnostics by file, then line, then column. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
