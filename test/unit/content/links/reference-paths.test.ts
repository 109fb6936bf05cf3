import { describe, expect, it } from "vitest";
import { referencePaths, resolveReference } from "../../../../src/content/links/reference-paths.ts";

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

describe("resolveReference()", () => {
  it.each([
    ["day.md", "moon.png", "moon.png"],
    ["notes/day.md", "moon.png", "notes/moon.png"],
    ["notes/day.md", "./img//moon.png", "notes/img/moon.png"],
    ["notes/day.md", "../moon.png", "moon.png"],
    ["notes/day.md", "../notes/../moon.png", "moon.png"],
    ["notes/day.md", "/moon.png", "moon.png"],
    ["notes/day.md", "/etc/passwd", "etc/passwd"],
    ["notes/day.md", "..", ""],
    ["notes/day.md", "../../etc/passwd", "etc/passwd"],
    ["notes/day.md", "../../notes/moon.png", "notes/moon.png"],
    ["day.md", "../moon.png", "moon.png"],
    ["day.md", "/../moon.png", "moon.png"],
    ["day.md", "a/../../moon.png", "moon.png"],
  ])("from %s, %s is %s", (source, reference, expected) => {
    expect(resolveReference(source, reference)).toBe(expected);
  });
});
