import type { BuildResult } from "../../build/build.ts";
import { summarizeBuild } from "../../build/describe-build.ts";
import { formatDiagnostic } from "../../model/diagnostic.ts";
import { briefProblems } from "../report/brief-problems.ts";

const consequence = "Articles and settings with errors are left out until you fix them. A deployment with errors is refused.";

/** Describes the builds of `npm start`, one after the other: each problem once, until it is fixed. */
export class BuildLog {
  #known: ReadonlySet<string> = new Set();

  /** Returns the lines for the next build. @param now milliseconds since 1970 */
  describe(result: BuildResult, now: number): string[] {
    const known = this.#known;
    this.#known = new Set(result.problems.map(formatDiagnostic));
    const fresh = result.problems.filter((problem) => !known.has(formatDiagnostic(problem)));
    const hasNewErrors = fresh.some(({ severity }) => severity === "error");
    const isServed = result.content !== undefined;
    return [...briefProblems(fresh), summarizeBuild(result, now), ...(hasNewErrors && isServed ? [consequence] : [])];
  }
}
