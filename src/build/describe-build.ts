import { plural } from "../base/plural.ts";
import { type Diagnostic, formatDiagnostic } from "../model/diagnostic.ts";
import type { BuildResult } from "./build.ts";

/** Describes a build in lines for the terminal. */
export function describeBuild(result: BuildResult, now: number): string[] {
  return [...result.problems.map(formatDiagnostic), summarizeBuild(result, now)];
}

/** Summarizes a build: `Compiled 12 articles (1 scheduled, 0 drafts); 0 errors, 2 warnings`. */
export function summarizeBuild({ content, drafts = 0, problems }: BuildResult, now: number): string {
  const entries = content?.entries ?? [];
  const unlisted = entries.filter((entry) => entry.unlisted === true).length;
  const scheduled = entries.filter(({ draft, published }) => !draft && published > now).length;
  const outcome =
    content === undefined
      ? "Nothing compiled"
      : `Compiled ${plural(entries.length, "article")} (${scheduled} scheduled, ${plural(drafts, "draft")}${unlisted > 0 ? `, ${unlisted} unlisted` : ""})`;
  return `${outcome}; ${countProblems(problems)}`;
}

/** `1 error, 2 warnings` */
export function countProblems(problems: readonly Diagnostic[]): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return `${plural(errors, "error")}, ${plural(problems.length - errors, "warning")}`;
}
