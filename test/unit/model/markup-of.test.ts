import { describe, expect, it } from "vitest";
import { markupOf } from "../../../src/model/markup-of.ts";

describe("markupOf()", () => {
  it.each([
    ["moon.md", "markdown"],
    ["a/MOON.MD", "markdown"],
    ["moon.Markdown", "markdown"],
    ["moon.mkdn", "markdown"],
    ["moon.mkdown", "markdown"],
    ["moon.mdtext", "markdown"],
    ["moon.de.mdx", "mdx"],
    ["moon.HTM", "html"],
    ["moon.Txt", "text"],
    ["moon.org", undefined],
    ["moon.md/picture", undefined],
    ["moon.constructor", undefined],
    ["md", undefined],
  ])("of %s is %s", (path, expected) => {
    expect(markupOf(path)).toBe(expected);
  });
});
