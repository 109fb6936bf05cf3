import { describe, expect, it } from "vitest";
import { writtenLine } from "../../../../../src/content/markup/shortcodes/written-line.ts";

describe("writtenLine()", () => {
  it("returns the same line without changes", () => {
    expect(writtenLine(3)).toBe(3);
  });

  it("counts from the last tag before the line, and not past the next one", () => {
    const changes = [
      { line: 3, written: 6 }, // four lines became one
      { line: 9, written: 9 }, // one line became four
    ];
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => writtenLine(line, changes))).toEqual([1, 2, 3, 7, 8, 9, 9, 9, 9, 10]);
  });
});
