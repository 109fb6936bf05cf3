import { describe, expect, it } from "vitest";
import { closestWord } from "../../../src/base/closest-word.ts";

describe("closestWord()", () => {
  it.each([
    ["titel", "title"],
    ["dat", "date"],
    ["descriptoin", "description"],
    ["ab", undefined],
    ["zzzzzz", undefined],
  ])("finds the word closest to %s", (word, expected) => {
    expect(closestWord(word, ["title", "date", "description"])).toBe(expected);
  });
});
