import { describe, expect, it } from "vitest";
import { plural } from "../../../src/base/plural.ts";

describe("plural()", () => {
  it.each([
    [0, "0 errors"],
    [1, "1 error"],
    [2, "2 errors"],
  ])("writes %s as %s", (count, expected) => {
    expect(plural(count, "error")).toBe(expected);
  });

  it("writes an irregular plural", () => {
    expect([plural(1, "entry", "entries"), plural(3, "entry", "entries")]).toEqual(["1 entry", "3 entries"]);
  });
});
