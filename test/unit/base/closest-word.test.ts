import { describe, expect, it } from "vitest";
import { nearestOf } from "../../../src/base/closest-word.ts";

describe("nearestOf()", () => {
  it.each([
    ["titel", "title"],
    ["dat", "date"],
    ["descriptoin", "description"],
    ["ab", undefined],
    ["zzzzzz", undefined],
  ])("finds what %s was meant to be", (word, expected) => {
    expect(nearestOf(word, ["title", "date", "description"])).toBe(expected);
  });
});
