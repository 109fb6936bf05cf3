import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";

/** The same problems in their order; of those that many articles share, the first alone, with the number of the others. */
export function dedupeDiagnostics(problems: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(problems, (problem) => problem.dedupeKey ?? problem);
  return [...groups.values()].map((group) => keepFirst([...group].sort(compareDiagnostics))).sort(compareDiagnostics);
}

function keepFirst([first, ...others]: readonly Diagnostic[]): Diagnostic {
  const { dedupeKey: _, ...problem } = first as Diagnostic;
  const count = new Set(others.map(({ file }) => file)).size;
  return count === 0 ? problem : { ...problem, message: `${problem.message} (and in ${count} more ${count === 1 ? "file" : "files"})` };
}
