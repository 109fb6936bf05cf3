import { type Diagnostic, formatDiagnostic } from "../../model/diagnostic.ts";

/** Enough to see what is wrong; the rest of a screen is for what to do next. */
const defaultLimit = 15;

/**
 * Describes problems in at most `limit` lines and a last one that counts the others. Errors come first.
 * @param command prints all problems
 */
export function briefProblems(problems: readonly Diagnostic[], command = "npm run check", limit = defaultLimit): string[] {
  return briefLines(errorsFirst(problems).map(formatDiagnostic), command, limit);
}

/** Sorts problems so that no warning hides an error in a list that is cut. */
export function errorsFirst(problems: readonly Diagnostic[]): Diagnostic[] {
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}

/** Shortens a list to `limit` lines and a last one that counts the others. One line more than the limit is shown instead of counted. */
export function briefLines<Line>(lines: readonly Line[], command: string, limit = defaultLimit): (Line | string)[] {
  if (lines.length <= limit + 1) return [...lines];
  return [...lines.slice(0, limit), `… and ${lines.length - limit} more: ${command}`];
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
