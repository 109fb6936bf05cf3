import { describe, expect, it } from "vitest";
import {
  type AddressedArticle,
  findArticle,
  findArticleAt,
  findArticleByStem,
  findFileOfPage,
} from "../../../../src/content/links/article-finder.ts";

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

describe("findArticleByStem()", () => {
  const identities = new Map([
    ["tide/index.md", identity("/tide-folder")],
    ["tide.md", identity("/tide")],
    ["tide.html", identity("/tide-2")],
    ["sea/_index.md", identity("/sea")],
    ["v1.2.md", identity("/v12")],
    ["Mondt\u0061\u0308ler.mdx", identity("/valleys")],
  ]);

  it.each([
    ["tide", "/tide"], // a file before a folder
    ["tide/index", "/tide-folder"],
    ["sea", "/sea"],
    ["sea/_index", "/sea"],
    ["v1.2", "/v12"],
    ["v1", undefined],
    ["Mondtäler", "/valleys"],
    ["", undefined],
  ])("finds the article of %s", (path, expected) => {
    expect(findArticleByStem(path, identities)?.path).toBe(expected);
  });
});

describe("findArticleAt()", () => {
  const identities = new Map<string, AddressedArticle>([
    ["a.md", { ...identity("/a/"), aliases: ["/old/%C3%BC", "/b"] }],
    ["b.md", identity("/b")],
  ]);

  it.each([
    ["/a", "/a/"],
    ["/a/", "/a/"],
    ["/old/ü/", "/a/"],
    ["/b", "/b"], // a page before an alias
    ["/A", undefined],
    ["/%FF", undefined],
  ])("finds the article at %s", (path, expected) => {
    expect(findArticleAt(path, identities)?.path).toBe(expected);
  });
});
