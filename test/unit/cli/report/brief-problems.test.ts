import { describe, expect, it } from "vitest";
import { countProblems } from "../../../../src/build/describe-build.ts";
import { briefLines, briefProblems } from "../../../../src/cli/report/brief-problems.ts";
import type { Diagnostic } from "../../../../src/model/diagnostic.ts";

const problem = (line: number, severity: Diagnostic["severity"] = "error"): Diagnostic => ({
  file: "a.md",
  line,
  column: 1,
  severity,
  message: "Bad",
});
const many = (count: number, severity?: Diagnostic["severity"]) =>
  Array.from({ length: count }, (_, index) => problem(index + 1, severity));

describe("briefProblems()", () => {
  it("shows all problems if there are few", () => {
    expect(briefProblems(many(2))).toEqual(["a.md:1:1 error Bad", "a.md:2:1 error Bad"]);
  });

  it("shows errors before warnings, and counts the rest", () => {
    const lines = briefProblems([...many(40, "warning"), ...many(12)]);
    expect(lines.length).toBe(16);
    expect(lines.filter((line) => line.includes(" error ")).length).toBe(12);
    expect(lines.at(-1)).toBe("… and 37 more: npm run check");
  });

  it("shows problems of the settings first", () => {
    const settings = { ...problem(3), file: "wrangler.toml" };
    const lines = briefProblems([...many(20, "warning"), ...many(20), { ...settings, severity: "warning" }, settings]);
    expect(lines.slice(0, 2)).toEqual(["wrangler.toml:3:1 error Bad", "a.md:1:1 error Bad"]);
    expect(briefProblems([...many(5, "warning"), { ...settings, severity: "warning" }])[0]).toBe("wrangler.toml:3:1 warning Bad");
  });
});

it.each([
  [15, 15],
  [16, 16],
  [17, 16],
])("briefLines() shortens %i lines to %i", (given, expected) => {
  expect(briefLines(Array(given).fill("x"), "npm run check").length).toBe(expected);
});

it.each([
  [[], "0 errors, 0 warnings"],
  [[problem(1)], "1 error, 0 warnings"],
  [[problem(1), problem(2), problem(3, "warning")], "2 errors, 1 warning"],
])("countProblems() counts %#", (problems, expected) => {
  expect(countProblems(problems)).toBe(expected);
});
