import { compareDiagnostics, type Diagnostic, formatDiagnostic } from "../../model/diagnostic.ts";

const maxLines = 12;

/** Formats the first problems, errors before warnings, and says how many more there are. */
export function briefProblems(problems: readonly Diagnostic[]): string[] {
  const rank = ({ severity }: Diagnostic) => (severity === "error" ? 0 : 1);
  const sorted = [...problems].sort((a, b) => rank(a) - rank(b) || compareDiagnostics(a, b));
  const more = sorted.length - maxLines;
  const shown = sorted.slice(0, maxLines).map(formatDiagnostic);
  return more > 0 ? [...shown, `… and ${more} more: npm run check lists them all`] : shown;
}
