import { describe, expect, it } from "vitest";
import { ArticleDiagnostics } from "../../../../src/content/compile/article-diagnostics.ts";
import { type Diagnostic, formatDiagnostic } from "../../../../src/model/diagnostic.ts";

function listed(warnings: number, errors: number): string[] {
  const problems = new ArticleDiagnostics();
  const report = (severity: Diagnostic["severity"], line: number) =>
    problems.report({ file: "a.md", line, column: 1, severity, message: "Too dark" });
  for (let line = 1; line <= warnings; line++) report("warning", line);
  for (let line = 1; line <= errors; line++) report("error", line);
  return problems.all.map(formatDiagnostic);
}

describe("ArticleDiagnostics", () => {
  it("lists all problems if there are few", () => {
    expect(listed(2, 1)).toEqual(["a.md:1:1 warning Too dark", "a.md:2:1 warning Too dark", "a.md:1:1 error Too dark"]);
  });

  it("lists the first hundred and counts the others", () => {
    expect(listed(100, 0)).toHaveLength(100);
    expect(listed(100, 0).at(-1)).toBe("a.md:100:1 warning Too dark");
    expect(listed(101, 0)).toHaveLength(100);
    expect(listed(101, 0).at(-1)).toBe("a.md:100:1 warning Too dark (and 1 more warning in this file)");
    expect(listed(100_000, 0).at(-1)).toBe("a.md:100:1 warning Too dark (and 99900 more warnings in this file)");
  });

  it("keeps every error after many warnings", () => {
    expect(listed(5000, 1)).toHaveLength(101);
    expect(listed(5000, 1)).toContain("a.md:1:1 error Too dark");
    expect(listed(0, 102).at(-1)).toBe("a.md:100:1 error Too dark (and 2 more errors in this file)");
  });
});
