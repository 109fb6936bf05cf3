import { plural } from "../base/plural.ts";
import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";

/** Sorts diagnostics, removes equal ones, and merges those with the same `dedupeKey` into the first, with the number of other files. */
export function dedupeDiagnostics(problems: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(problems, keyOf);
  return [...groups.values()].map((group) => keepFirst([...group].sort(compareDiagnostics))).sort(compareDiagnostics);
}

function keyOf({ dedupeKey, ...problem }: Diagnostic): string {
  return dedupeKey ?? JSON.stringify([problem.file, problem.line, problem.column, problem.severity, problem.message]);
}

function keepFirst([first, ...others]: readonly Diagnostic[]): Diagnostic {
  const { dedupeKey: _, ...problem } = first as Diagnostic;
  const count = new Set(others.map(({ file }) => file)).size;
  return count === 0 ? problem : { ...problem, message: `${problem.message} (and in ${plural(count, "more file")})` };
}
