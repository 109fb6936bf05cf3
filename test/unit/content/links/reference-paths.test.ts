import { describe, expect, it } from "vitest";
import { referencePaths, resolveReference } from "../../../../src/content/links/reference-paths.ts";
import { compileOne, someMedia } from "../sample.ts";

describe("referencePaths()", () => {
  it.each([
    ["a/moon.md", "/2024/moon.html", "tide.png", ["a/tide.png", "a/moon/tide.png", "2024/tide.png"]],
    ["moon.md", "/moon/", "./b/tide.png", ["b/tide.png", "moon/b/tide.png"]],
    ["a/moon.md", "/x", "/tide.png", ["tide.png"]],
    ["a/moon.md", "/x/y", "@/b/sun.md", ["b/sun.md"]],
    ["a/moon.md", "/x/y", "~/tide.png", ["tide.png"]],
    ["a/moon.md", "/p/q/moon/", "../tide.png", ["tide.png", "p/q/tide.png"]],
    ["2024/lake/index.md", "/blog/2024/lake/", "/blog/2024/lake/deep.png", ["blog/2024/lake/deep.png", "2024/lake/deep.png"]],
    ["2024/see.md", "/s%C3%A9e/", "/sée/deep.png", ["sée/deep.png", "se\u0301e/deep.png", "2024/deep.png"]],
    [
      "_drafts/lake/index.md",
      "/lake/",
      "deep.png",
      ["_drafts/lake/deep.png", "_drafts/lake/index/deep.png", "lake/deep.png", "lake/index/deep.png"],
    ],
    [
      "a/moon.md",
      "/x/y",
      "b\\tide.png",
      ["a/b\\tide.png", "a/moon/b\\tide.png", "x/b\\tide.png", "a/b/tide.png", "a/moon/b/tide.png", "x/b/tide.png"],
    ],
    ["a/_drafts/_drafts/moon.md", "/x", "../tide.png", ["a/_drafts/tide.png", "tide.png"]],
    ["_drafts.md", "/x", "../tide.png", ["tide.png"]],
  ])("returns the paths from %s at %s for %s: %j", (source, address, reference, expected) => {
    expect(referencePaths({ source, address }, reference)).toEqual(expected);
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
  ])("resolves from %s: %s is %s", (source, reference, expected) => {
    expect(resolveReference(source, reference)).toBe(expected);
  });
});

describe("a path of Windows", () => {
  const published = '<img src="https://example.com/media/cd/night%20sky.png" alt="a">';

  it.each([
    ["moon.html", '<p><img src="notes\\night sky.png" alt="a"></p>'],
    ["moon.md", '<img src="notes\\night sky.png" alt="a">'],
    ["moon.md", "![a](<notes\\night sky.png>)"],
    ["moon.md", "![a](notes\\night%20sky.png)"],
    ["moon.mdx", '<img src="notes\\night sky.png" alt="a" />'],
  ])("leads to its file in %s: %s", async (name, text) => {
    const { content, problems } = await compileOne(text, `2024-11-06-${name}`, { media: someMedia });
    expect(problems).toEqual([]);
    expect(content).toContain(published);
  });

  it.each(["C:\\pictures\\a.png", "no\\a.png"])("is a warning if there is no file: %s", async (path) => {
    const { problems } = await compileOne(`<p><img src="${path}" alt="a">b</p>`, "2024-11-06-moon.html", { media: someMedia });
    expect(problems).toEqual([expect.stringMatching(/^articles\/2024-11-06-moon\.html:1:4 warning Cannot (?:find|show)/)]);
  });
});
