import { describe, expect, it } from "vitest";
import { findArticle, findFileOfPage } from "../../../../src/content/links/article-finder.ts";

const identity = (path: string) => ({ id: path, path, url: `https://example.com${path}`, anchorPrefix: "" });
const identities = new Map([
  ["heading-ids.md", identity("/blog/heading-ids/")],
  ["notes/index.md", identity("/notes/")],
  ["moon.md", identity("/2024/Mondt%C3%A4ler.html")],
]);

describe("findArticle()", () => {
  it.each([
    ["heading-ids.md", "/blog/heading-ids/"],
    ["blog/heading-ids.md", "/blog/heading-ids/"],
    ["notes/_index.md", "/notes/"],
    ["2024/Mondta\u0308ler.md", "/2024/Mondt%C3%A4ler.html"],
    ["blog/heading-ids", undefined], // a path without an extension is a URL
    ["blog/other.md", undefined],
  ])("finds the article of %s", (path, expected) => {
    expect(findArticle(path, identities)?.path).toBe(expected);
  });
});

describe("findFileOfPage()", () => {
  const identities = new Map([
    ["08-moon/index.md", identity("/blog/moon/")],
    ["sea/tides.md", identity("/tides.html")],
  ]);

  it.each([
    ["blog/moon/phase.svg", "08-moon/phase.svg"],
    ["blog/moon/a/b/phase.svg", "08-moon/a/b/phase.svg"],
    ["tides/high.png", "sea/high.png"],
    ["blog/sun/phase.svg", undefined],
    ["phase.svg", undefined],
  ])("finds the file at %s", (path, expected) => {
    expect(findFileOfPage(path, identities)).toBe(expected);
  });
});
