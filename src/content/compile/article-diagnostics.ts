import { plural } from "../../base/plural.ts";
import { briefMessage } from "../../model/brief-message.ts";
import type { Diagnostic, Report } from "../../model/diagnostic.ts";
import { limits } from "../limits/limits.ts";

/** The problems of one article. The first of each severity are listed; the others are only counted, since no one reads a hundred thousand. */
export class ArticleDiagnostics {
  readonly #listed: Diagnostic[] = [];
  readonly #counts = { error: 0, warning: 0 };
  readonly #last: { error?: Diagnostic; warning?: Diagnostic } = {};

  readonly report: Report = (given) => {
    const problem = { ...given, message: briefMessage(given.message) }; // it is kept in the cache, too
    const { severity } = problem;
    this.#counts[severity]++;
    if (this.#counts[severity] < limits.problems) this.#listed.push(problem);
    else this.#last[severity] ??= problem;
  };

  get all(): Diagnostic[] {
    const last = (["error", "warning"] as const).flatMap((severity): Diagnostic[] => {
      const [problem, more] = [this.#last[severity], this.#counts[severity] - limits.problems];
      if (problem === undefined || more === 0) return problem === undefined ? [] : [problem];
      return [{ ...problem, message: `${problem.message} (and ${plural(more, `more ${severity}`)} in this file)` }];
    });
    return [...this.#listed, ...last];
  }
}
