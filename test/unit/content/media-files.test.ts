import { describe, expect, it } from "vitest";
import { pathFrom } from "../../../src/content/media-files.ts";

describe("pathFrom()", () => {
  it.each([
    ["day.md", "moon.png", "moon.png"],
    ["notes/day.md", "moon.png", "notes/moon.png"],
    ["notes/day.md", "./img//moon.png", "notes/img/moon.png"],
    ["notes/day.md", "../moon.png", "moon.png"],
    ["notes/day.md", "../notes/../moon.png", "moon.png"],
    ["notes/day.md", "/moon.png", "moon.png"],
    ["notes/day.md", "/etc/passwd", "etc/passwd"],
    ["notes/day.md", "..", ""],
    ["notes/day.md", "../../etc/passwd", undefined],
    ["notes/day.md", "../../notes/moon.png", undefined],
    ["day.md", "../moon.png", undefined],
    ["day.md", "/../moon.png", undefined],
    ["day.md", "a/../../moon.png", undefined],
  ])("from %s, %s is %s", (source, reference, expected) => {
    expect(pathFrom(source, reference)).toBe(expected);
  });
});
