import { plural } from "../base/plural.ts";
import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";

/** Sorts diagnostics, removes equal ones, and merges those with the same `dedupeKey` into the first, with the number of other files. */
export function dedupeDiagnostics(problems: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(problems, keyOf);
  return [...groups.values()].map((group) => keepFirst([...group].sort(compareDiagnostics))).sort(compareDiagnostics);
}

function keyOf({ column, dedupeKey, file, line, message, severity }: Diagnostic): string {
  return dedupeKey ?? JSON.stringify([file, line, column, severity, message]);
}

function keepFirst([first, ...others]: readonly Diagnostic[]): Diagnostic {
  const { dedupeKey: _, ...problem } = first as Diagnostic;
  const count = new Set(others.map(({ file }) => file)).size;
  return count === 0 ? problem : { ...problem, message: `${problem.message} (and in ${plural(count, "more file")})` };
}
