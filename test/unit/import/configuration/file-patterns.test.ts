import { describe, expect, it } from "vitest";
import { excludeFiles, selectFiles } from "../../../../src/import/configuration/file-patterns.ts";

describe("selectFiles()", () => {
  it.each([
    [["**/*.md"], "a.md", true],
    [["**/*.md"], "a/b/c.md", true],
    [["*.md"], "a/b.md", false],
    [["**/*.{md,mdx}"], "a/b.mdx", true],
    [["**/*.@(md|mdx)"], "a/b.mdx", true],
    [["**/[^_]*.md"], "a/b.md", true],
    [["**/[^_]*.md"], "_a/b.md", true],
    [["**/[^_]*.md"], "a/_b.md", false],
    [["[!_]*.md"], "_b.md", true],
    [["[!_]*.md"], "b.md", false],
    [["**/!(_*).md"], "_a/b.md", true],
    [["**/!(_*).md"], "a/_b.md", false],
    [["**/!(a|b).md"], "b.md", false],
    [["./posts/**/*.md"], "posts/a.md", true],
    [["**/*.md", "!private/**"], "private/a.md", false],
    [["**/*.md", "!private"], "private/x/a.md", false],
    [["!private/**"], "a.md", true],
    [["posts/*.md", "notes/*.md"], "notes/a.md", true],
  ])("%j matches %j: %j", (patterns, path, isMatch) => expect(selectFiles(patterns).test(path)).toBe(isMatch));
});

describe("excludeFiles()", () => {
  it("rejects patterns that would take too long", () => {
    expect(() => excludeFiles(Array.from({ length: 500 }, () => "*a".repeat(20)))).toThrow("more than 16,384 characters");
  });

  it.each([
    [["private/**"], "private/a/b.md", true],
    [["private"], "private/a.md", true],
    [["private/"], "private/a.md", true],
    [["/private"], "private/a.md", true],
    [["private"], "private-life.md", false],
    [["**/TODO.md"], "TODO.md", true],
    [["**/TODO.md"], "a/b/TODO.md", true],
    [["**/*.secret.md"], "a/b.secret.md", true],
    [[], "a.md", false],
  ])("%j matches %j: %j", (patterns, path, isMatch) => expect(excludeFiles(patterns).test(path)).toBe(isMatch));
});
