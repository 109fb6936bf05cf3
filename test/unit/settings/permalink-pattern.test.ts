import { describe, expect, it } from "vitest";
import { expandPattern, isPattern } from "../../../src/settings/permalink-pattern.ts";

describe("expandPattern()", () => {
  it.each([
    ["date", "/:categories/:year/:month/:day/:title:output_ext"],
    ["pretty", "/:categories/:year/:month/:day/:title/"],
    ["ordinal", "/:categories/:year/:y_day/:title:output_ext"],
    ["weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"],
    ["none", "/:categories/:title:output_ext"],
    [":year/:title/", "/:year/:title/"],
    ["/:slug", "/:slug"],
    ["moon:", "moon:"],
    ["toString", "toString"],
  ])("expands %s to the path %s", (pattern, expected) => {
    expect(expandPattern(pattern)).toBe(expected);
  });
});

describe("isPattern()", () => {
  it.each(["/:slug", "/articles/:name", "/:year/:title:output_ext", "/:slug/:title"])("accepts %s", (path) => {
    expect(isPattern(path)).toBe(true);
  });

  it.each([
    ["has no first slash", "articles/:slug"],
    ["begins with a host", "//:slug"],
    ["has a query", "/:slug?a"],
    ["has a fragment", "/:slug#a"],
    ["has a space", "/my articles/:slug"],
    ["names no article", "/:year/:month/"],
    ["has no token", "/articles"],
    ["has an unknown token", "/:slug/:nothing"],
    ["has nothing else", "/:nothing"],
  ])("rejects a pattern that %s: %s", (_, path) => {
    expect(isPattern(path)).toBe(false);
  });
});
