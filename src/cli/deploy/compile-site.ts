import { build } from "../../build/build.ts";
import { countProblems } from "../../build/describe-build.ts";
import { storeBuild } from "../../build/store-build.ts";
import type { BuildPurpose } from "../../model/build-purpose.ts";
import type { CompiledContent } from "../../model/compiled-content.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Print } from "../../terminal/terminal.ts";
import { adviseToSetAside } from "../report/advise-to-set-aside.ts";
import { briefProblems } from "../report/brief-problems.ts";
import type { SettingsTarget } from "../wrangler/write-settings.ts";

/** The site, and the output. */
export interface SiteCompilerOptions extends Pick<SettingsTarget, "config" | "environment"> {
  readonly print: Print;
  readonly complain: Print;
}

/** Compiles with the settings of a file, which may be a copy of wrangler.toml; undefined if there are errors. */
export type CompileSite = (file: string, purpose: Extract<BuildPurpose, "compile" | "deploy">) => Promise<CompiledContent | undefined>;

/** Creates the compiler of a deployment. It prints errors briefly, and counts warnings once. */
export function createSiteCompiler({ complain, config, environment, print }: SiteCompilerOptions): CompileSite {
  let isFirst = true;
  return async (file, purpose) => {
    const options = { config: file, environment, purpose, now: Date.now() };
    const result = await build(options);
    const problems = result.problems.map((problem) => (problem.file === file ? { ...problem, file: config } : problem));
    if (result.content === undefined) complain(...briefProblems(problems), countProblems(problems), ...adviseToSetAside(problems));
    else {
      if (isFirst && problems.length > 0) print(...describeSettings(problems, config), `${countProblems(problems)}: npm run check`);
      await storeBuild(result, options, complain); // wrangler runs the same build, but describes a full disk in a hundred lines
    }
    isFirst = false;
    return result.content;
  };
}

const maxSettings = 3;

// They concern every page and feed.
function describeSettings(problems: readonly Diagnostic[], config: string): string[] {
  const ofSettings = problems.filter(({ file }) => file === config);
  return briefProblems(ofSettings, "npm run check", maxSettings);
}
