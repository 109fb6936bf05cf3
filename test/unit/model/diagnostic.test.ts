import { describe, expect, it } from "vitest";
import { compareDiagnostics, type Diagnostic, formatDiagnostic } from "../../../src/model/diagnostic.ts";

function problem(file: string, line: number, column: number): Diagnostic {
  return { file, line, column, severity: "error", message: "Cannot read it" };
}

describe("formatDiagnostic()", () => {
  it("puts the location first, as editors and CI expect", () => {
    expect(formatDiagnostic(problem("articles/moon.md", 4, 7))).toBe("articles/moon.md:4:7 error Cannot read it");
  });
});

describe("compareDiagnostics()", () => {
  it("sorts by file, line and column", () => {
    const sorted = [problem("a", 2, 10), problem("a", 10, 1), problem("a", 10, 2), problem("b", 1, 1)];
    expect([...sorted].reverse().sort(compareDiagnostics)).toEqual(sorted);
  });
});
