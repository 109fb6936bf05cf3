import { describe, expect, it } from "vitest";
import { briefProblems } from "../../../../src/cli/report/brief-problems.ts";
import type { Diagnostic } from "../../../../src/model/diagnostic.ts";

const problem = (file: string, severity: Diagnostic["severity"] = "error"): Diagnostic => ({
  file,
  line: 1,
  column: 1,
  severity,
  message: "m",
});

describe("briefProblems()", () => {
  it("lists errors before warnings, each by file", () => {
    expect(briefProblems([problem("b", "warning"), problem("d"), problem("a", "warning"), problem("c")])).toEqual([
      "c:1:1 error m",
      "d:1:1 error m",
      "a:1:1 warning m",
      "b:1:1 warning m",
    ]);
  });

  it("says how many more there are, so that they fit on a screen", () => {
    const lines = briefProblems(Array.from({ length: 40 }, (_, index) => problem(String(index + 10))));
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe("… and 28 more: npm run check lists them all");
    expect(briefProblems(Array.from({ length: 12 }, (_, index) => problem(String(index))))).toHaveLength(12);
  });
});
