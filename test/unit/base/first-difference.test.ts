import { expect, it } from "vitest";
import { firstDifference } from "../../../src/base/first-difference.ts";

it.each([
  ["abc", "abd", 2],
  ["abc", "ab", 2],
  ["ab", "abc", 2],
  ["ab", "ab", 2],
  ["", "a", 0],
])("firstDifference() compares %j and %j", (before, after, offset) => {
  expect(firstDifference(before, after)).toBe(offset);
});
