import { describe, expect, it } from "vitest";
import { cutOff, truncate } from "../../../src/base/truncate.ts";

describe("truncate()", () => {
  it.each([
    ["The moon rose.", 14, "The moon rose."],
    ["The moon rose.", 13, "The moon…"],
    ["The moon, rose", 10, "The moon…"],
    ["The moon – rose", 12, "The moon…"],
    ["The full moon", 9, "The full…"],
    ["The moon's here", 10, "The…"],
    ["EU:n kokous alkaa", 6, "EU:n…"], // one rule for all machines, whatever their language
    ["Donaudampfschifffahrt", 10, "Donaudamp…"],
    ["", 5, ""],
  ])("cuts %j to %i", (text, limit, expected) => {
    expect(truncate(text, limit)).toBe(expected);
  });

  it("finds the words of a language that has no spaces", () => {
    const cut = truncate("月は東に日は西に。".repeat(10), 20);
    expect(cut.length).toBeLessThanOrEqual(20);
    expect(cut).toMatch(/^月は東に.+…$/u);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("leaves no lone surrogate at %i", (limit) => {
    const cut = truncate("🐟🐟🐟🐟🐟", limit);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(limit);
  });
});

describe("cutOff()", () => {
  it.each([
    ["four", 4, "four"],
    ["fours", 4, "four…"],
    ["abc🌘", 4, "abc…"],
    ["", 4, ""],
  ])("cuts %j to %i units", (text, limit, expected) => {
    expect(cutOff(text, limit)).toBe(expected);
  });
});
