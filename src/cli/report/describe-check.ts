import type { BuildResult } from "../../build/build.ts";
import { describeBuild, summarizeBuild } from "../../build/describe-build.ts";
import { briefMessage } from "../../model/brief-message.ts";
import { hasDate } from "../../model/entry.ts";
import { adviseToSetAside } from "./advise-to-set-aside.ts";
import { briefProblems } from "./brief-problems.ts";
import { jsonLines } from "./json-lines.ts";

/**
 * Describes the results of a check as text, or as JSON for editors and CI.
 *
 * The JSON is `{ problems: [{ file, line, column, severity, message }], entries: [{ source, url, id, published }] }`; lines and
 * columns count from 1, `published` is RFC 3339 and absent without a date, and `entries` is empty if there are errors.
 */
export function describeCheck(result: BuildResult, now: number, format: "text" | "json"): string[] {
  if (format === "text") return [...describeBuild(result, now), ...adviseToSetAside(result.problems)];
  const entries = (result.content?.entries ?? []).map((entry) => {
    const { id, published, source, url } = entry;
    return { source, url, id, ...(hasDate(entry) && { published: new Date(published).toISOString() }) };
  });
  const problems = result.problems.map(({ cause: _, ...problem }) => ({ ...problem, message: briefMessage(problem.message) }));
  return jsonLines({ problems, entries });
}

/**
 * Describes the results of a check after articles were set aside: only the problems of the others, at most a screen of them.
 * @param moved names below `articles/` of those that were set aside
 */
export function describeRest(result: BuildResult, moved: readonly string[], now: number): string[] {
  const files = new Set(moved.map((name) => `articles/${name}`));
  return [...briefProblems(result.problems.filter(({ file }) => !files.has(file))), summarizeBuild(result, now)];
}
