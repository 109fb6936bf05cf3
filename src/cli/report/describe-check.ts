import type { BuildResult } from "../../build/build.ts";
import { describeBuild } from "../../build/describe-build.ts";
import { briefMessage } from "../../model/brief-message.ts";
import { hasDate } from "../../model/entry.ts";
import { jsonLines } from "./json-lines.ts";

/**
 * Describes the results of a check as text, or as JSON for editors and CI.
 *
 * The JSON is `{ problems: [{ file, line, column, severity, message }], entries: [{ source, url, id, published }] }`; lines and
 * columns count from 1, `published` is RFC 3339 and absent without a date, and `entries` is empty if there are errors.
 */
export function describeCheck(result: BuildResult, now: number, format: "text" | "json"): string[] {
  if (format === "text") return describeBuild(result, now);
  const entries = (result.content?.entries ?? []).map((entry) => {
    const { id, published, source, url } = entry;
    return { source, url, id, ...(hasDate(entry) && { published: new Date(published).toISOString() }) };
  });
  const problems = result.problems.map((problem) => ({ ...problem, message: briefMessage(problem.message) }));
  return jsonLines({ problems, entries });
}
