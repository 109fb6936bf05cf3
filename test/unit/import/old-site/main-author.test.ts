import { describe, expect, it } from "vitest";
import { mainAuthor } from "../../../../src/import/offered-settings/main-author.ts";

describe("mainAuthor()", () => {
  it.each([
    ["that of most posts", [["Ann"], ["Bo", "Ann"], ["Cy"]], "Ann"],
    ["that of half of the posts", [["Ann"], []], "Ann"],
    ["none if more posts have no author", [["Ann"], [], []], undefined],
    ["none without posts", [], undefined],
  ])("returns %s", (_name, authors, expected) => {
    expect(mainAuthor(authors)).toBe(expected);
  });
});
