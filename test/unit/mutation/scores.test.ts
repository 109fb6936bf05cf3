import { describe, expect, it } from "vitest";
import { describeScores, type Mutant, scoresOf } from "../../mutation/scores.ts";

const mutant = (file: string, status: string, line = 1): Mutant => ({
  fileName: `/tmp/sandbox/${file}`,
  status,
  mutatorName: "StringLiteral",
  replacement: '""',
  location: { start: { line, column: 7 } },
});

const mutants = [
  mutant("src/http/gzip.ts", "Killed"),
  mutant("src/http/gzip.ts", "Timeout"),
  mutant("src/http/gzip.ts", "Survived", 12),
  mutant("src/http/errors.ts", "NoCoverage"),
  mutant("src/feed/rss.ts", "CompileError"),
  mutant("src/feed/rss.ts", "Killed"),
];

describe("scoresOf()", () => {
  it("counts detected and undetected mutants by file, without those that could not be tested", () => {
    expect(scoresOf(mutants).map(({ file, noticed, survivors }) => [file, noticed, survivors.length])).toEqual([
      ["src/http/gzip.ts", 2, 1],
      ["src/http/errors.ts", 0, 1],
      ["src/feed/rss.ts", 1, 0],
    ]);
  });
});

describe("describeScores()", () => {
  it("lists the survivors of one file", () => {
    expect(describeScores(scoresOf(mutants.slice(0, 3)))).toBe(
      '  src/http/gzip.ts:12:7 StringLiteral "\\"\\""\nsrc/http/gzip.ts: 66.6 % of 3',
    );
  });

  it("adds up the folders of several files", () => {
    expect(describeScores(scoresOf(mutants)).split("\n").slice(-2)).toEqual(["src/http/: 50 % of 4", "src/feed/: 100 % of 1"]);
  });

  it("counts a file without mutants as fully tested", () => {
    expect(describeScores([{ file: "src/http/resource.ts", noticed: 0, survivors: [] }])).toBe("src/http/resource.ts: 100 % of 0");
  });
});
