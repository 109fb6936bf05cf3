import { briefMessage } from "./brief-message.ts";

/** A point in a file: line and column count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something in the author's input that stops the build (an error) or that its author will want to know (a warning). */
export interface Diagnostic extends SourceLocation {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** What a thousand articles may have in common: of all problems with the same, one is told. */
  readonly dedupeKey?: string;
}

/** Takes problems while an article is compiled; nothing is thrown, so that all are told at once. */
export type Report = (problem: Diagnostic) => void;

/** `articles/moon.md:4:7 error Cannot read date "31/02/2024": no such day` */
export function formatDiagnostic(problem: Diagnostic): string {
  return `${problem.file}:${problem.line}:${problem.column} ${problem.severity} ${briefMessage(problem.message)}`;
}

/** By file, then line, then column. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column;
}
