import { compareProblems, type Problem } from "./diagnostic.ts";

/** The same problems in their order; of those that many articles share, the first alone, with the number of the others. */
export function toldOnce(problems: readonly Problem[]): Problem[] {
  const groups = Map.groupBy(problems, (problem) => problem.onceFor ?? problem);
  return [...groups.values()].map((group) => tellFirst([...group].sort(compareProblems))).sort(compareProblems);
}

function tellFirst([first, ...others]: readonly Problem[]): Problem {
  const { onceFor: _, ...problem } = first as Problem;
  const count = new Set(others.map(({ file }) => file)).size;
  return count === 0 ? problem : { ...problem, message: `${problem.message} (and in ${count} more ${count === 1 ? "file" : "files"})` };
}
