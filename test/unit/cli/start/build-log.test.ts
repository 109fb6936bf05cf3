import { describe, expect, it } from "vitest";
import type { BuildResult } from "../../../../src/build/build.ts";
import { BuildLog } from "../../../../src/cli/start/build-log.ts";
import type { Diagnostic } from "../../../../src/model/diagnostic.ts";
import { sampleContent } from "../../../samples.ts";

const error = (file: string): Diagnostic => ({ file, line: 1, column: 1, severity: "error", message: "m" });
const result = (...problems: readonly Diagnostic[]): BuildResult => ({ problems, content: sampleContent([]) });
const problemsIn = (lines: readonly string[]) => lines.filter((line) => /:1:1 /.test(line));

describe("BuildLog", () => {
  it("describes each problem once, and again when it comes back", () => {
    const log = new BuildLog();
    const builds = [result(error("a")), result(error("a"), error("b")), result(error("b")), result(error("a"), error("b"))];
    expect(builds.map((build) => problemsIn(log.describe(build, 0)))).toEqual([
      ["a:1:1 error m"],
      ["b:1:1 error m"],
      [],
      ["a:1:1 error m"],
    ]);
  });

  it("reports what the site shows without an articles folder", () => {
    const missing: BuildResult = { ...result(error("articles/")), hasArticlesFolder: false };
    const log = new BuildLog();
    expect(log.describe(missing, 0)).toEqual([
      "articles/:1:1 error m",
      "There are no articles to show. The folder is read as soon as it exists.",
    ]);
    expect(log.describe(result(), 0)).toEqual([expect.stringMatching(/^Compiled 0 articles/)]);
    expect(log.describe(missing, 0).at(-1)).toBe("The last articles are still served. The folder is read again as soon as it is back.");
  });

  it("explains the effect of new errors", () => {
    const log = new BuildLog();
    const consequence = "Articles and settings with errors are left out until you fix them. A deployment with errors is refused.";
    expect(log.describe(result({ ...error("a"), severity: "warning" }), 0)).not.toContain(consequence);
    expect(log.describe(result(error("a")), 0).at(-1)).toBe(consequence);
    expect(log.describe(result(error("a")), 0)).not.toContain(consequence);
    expect(log.describe({ problems: [error("b")] }, 0)).not.toContain(consequence); // nothing is served
  });
});
