import { describe, expect, it } from "vitest";
import { referencePaths } from "../../../../src/content/links/reference-paths.ts";

describe("referencePaths()", () => {
  it.each([
    ["a/moon.md", "tide.png", ["a/tide.png", "a/moon/tide.png"]],
    ["moon.md", "./b/tide.png", ["b/tide.png", "moon/b/tide.png"]],
    ["a/moon.md", "/tide.png", ["tide.png"]],
    ["a/moon.md", "@/b/sun.md", ["b/sun.md"]],
    ["a/moon.md", "../tide.png", ["tide.png"]],
    ["a/moon.md", "../../tide.png", ["tide.png"]],
    ["a/moon.md", "~/tide.png", ["tide.png"]],
  ])("looks from %s for %s in %j", (source, reference, expected) => {
    expect(referencePaths(source, reference)).toEqual(expected);
  });
});
