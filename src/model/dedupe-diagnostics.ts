import { plural } from "../base/plural.ts";
import { compareDiagnostics, type Diagnostic } from "./diagnostic.ts";

/**
 * Sorts diagnostics, removes equal ones, and merges those with the same `dedupeKey` into the first, with the number of other files, if
 * there are as many files as `dedupeFrom` says.
 */
export function dedupeDiagnostics(problems: readonly Diagnostic[]): Diagnostic[] {
  const groups = Map.groupBy(problems, keyOf);
  return [...groups.values()].flatMap((group) => merge([...group].sort(compareDiagnostics))).sort(compareDiagnostics);
}

function keyOf({ column, dedupeKey, file, line, message, severity }: Diagnostic): string {
  return dedupeKey ?? JSON.stringify([file, line, column, severity, message]);
}

function merge(group: readonly Diagnostic[]): Diagnostic[] {
  const firsts = [...Map.groupBy(group, ({ file }) => file).values()].map(([first]) => first as Diagnostic);
  const [{ dedupeFrom = 2 }] = firsts as [Diagnostic];
  const [first, ...others] = firsts.map(({ dedupeFrom: _from, dedupeKey: _key, ...problem }) => problem) as [Diagnostic, ...Diagnostic[]];
  if (firsts.length < dedupeFrom) return [first, ...others];
  return [{ ...first, message: `${first.message} (and in ${plural(others.length, "more file")})` }];
}
