import { describe, expect, it } from "vitest";
import { Measured, rotate } from "../../bench/rounds.ts";
import { summarize, summarizeRatio } from "../../bench/statistics.ts";

describe("summarize()", () => {
  it.each([
    [[3], { median: 3, min: 3, max: 3 }],
    [[9, 1, 5], { median: 5, min: 1, max: 9 }],
    [[4, 1, 2, 9], { median: 3, min: 1, max: 9 }],
  ])("returns for %j: %j", (values, summary) => expect(summarize(values)).toEqual(summary));

  it("throws for an empty list", () => expect(() => summarize([])).toThrow("Cannot summarize: no values"));
});

describe("summarizeRatio()", () => {
  it("compares within each round, so a slow round changes nothing", () => {
    expect(summarizeRatio([100, 10, 50], [200, 20, 100])).toEqual({ median: 0.5, min: 0.5, max: 0.5 });
  });

  it("throws for different numbers of rounds", () => expect(() => summarizeRatio([1], [1, 2])).toThrow("Cannot compare 1 rounds with 2"));
});

describe("rotate()", () => {
  it("returns each contender once per round, and each one first in some round", () => {
    expect([...rotate(["a", "b", "c"], 4)]).toEqual([
      ["a", "b", "c"],
      ["b", "c", "a"],
      ["c", "a", "b"],
      ["a", "b", "c"],
    ]);
  });
});

describe("Measured", () => {
  it("returns the rounds of each contender in their order", () => {
    const measured = new Measured<number>();
    measured.add("a", 1);
    measured.add("b", 2);
    measured.add("a", 3);
    expect([measured.of("a"), measured.of("b")]).toEqual([[1, 3], [2]]);
    expect(() => measured.of("c")).toThrow("Cannot find a measurement of c");
  });
});
