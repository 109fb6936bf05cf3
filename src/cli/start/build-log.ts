import type { BuildResult } from "../../build/build.ts";
import { summarizeBuild } from "../../build/describe-build.ts";
import { formatDiagnostic } from "../../model/diagnostic.ts";
import { briefProblems } from "../report/brief-problems.ts";

const consequence = "Articles and settings with errors are left out until you fix them. A deployment with errors is refused.";
const kept = "The last articles are still served. The folder is read again as soon as it is back.";
const nothing = "There are no articles to show. The folder is read as soon as it exists.";

/** Describes the builds of `npm start`, one after the other: each problem once, until it is fixed. */
export class BuildLog {
  #known: ReadonlySet<string> = new Set();
  #hadArticles = false;

  /** Returns the lines for the next build. @param now milliseconds since 1970 */
  describe(result: BuildResult, now: number): string[] {
    const known = this.#known;
    this.#known = new Set(result.problems.map(formatDiagnostic));
    const fresh = result.problems.filter((problem) => !known.has(formatDiagnostic(problem)));
    const lines = briefProblems(fresh);
    if (result.hasArticlesFolder === false) return [...lines, this.#hadArticles ? kept : nothing];
    this.#hadArticles = true;
    const hasNewErrors = fresh.some(({ severity }) => severity === "error");
    const isServed = result.content !== undefined;
    return [...lines, summarizeBuild(result, now), ...(hasNewErrors && isServed ? [consequence] : [])];
  }
}
