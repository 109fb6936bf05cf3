import { type Diagnostic, formatDiagnostic } from "../../model/diagnostic.ts";

/** Enough to see what is wrong; the rest of a screen is for what to do next. */
const defaultLimit = 15;

/**
 * Describes problems in at most `limit` lines and a last one that counts the others, the most important first.
 * @param command prints all problems
 */
export function briefProblems(problems: readonly Diagnostic[], command = "npm run check", limit = defaultLimit): string[] {
  return briefLines(mostImportantFirst(problems).map(formatDiagnostic), command, limit);
}

/** Sorts problems for a list that may be cut: errors before warnings, and those of the settings, which concern all articles, first of each. */
export function mostImportantFirst(problems: readonly Diagnostic[]): Diagnostic[] {
  const rank = ({ file, severity }: Diagnostic) => (severity === "error" ? 0 : 2) + (file.endsWith(".toml") ? 0 : 1);
  return problems.toSorted((a, b) => rank(a) - rank(b));
}

/** Shortens a list to `limit` lines and a last one that counts the others. One line more than the limit is shown instead of counted. */
export function briefLines<Line>(lines: readonly Line[], command: string, limit = defaultLimit): (Line | string)[] {
  if (lines.length <= limit + 1) return [...lines];
  return [...lines.slice(0, limit), `… and ${lines.length - limit} more: ${command}`];
}
