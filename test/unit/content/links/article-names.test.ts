import { describe, expect, it } from "vitest";
import { ArticleNames } from "../../../../src/content/links/article-names.ts";
import { locateArticle } from "../../../../src/content/links/locate-article.ts";

const sources = [
  "posts/here.md",
  "posts/moon.md",
  "posts/_posts/2024-11-06-sun.md",
  "sea/index.md",
  "sea/_index.html",
  "a/b/moon.md",
  "moon.md",
];

describe("ArticleNames", () => {
  it.each([
    "moon",
    "moon.md",
    "/moon",
    "@/a/b/moon.md",
    "../moon.md",
    "sea",
    "sea/",
    "b/moon",
    "2024-11-06-sun",
    "_posts/2024-11-06-sun",
    ".",
    "..",
    "",
    "none",
  ])("locates %j as a search through all articles does", (name) => {
    expect(new ArticleNames(sources).locate(name, "posts/here.md")).toBe(locateArticle(name, "posts/here.md", sources));
  });

  it.each([
    [".", "posts/here.md"],
    ["..", "posts/old/here.md"],
    ["", "posts/here.md"],
    [" posts ", "here.md"],
  ])("locates the article of a folder by %j in %s", (name, source) => {
    expect(new ArticleNames(["moon.md", "posts/index.md"]).locate(name, source)).toBe("/posts/index.md");
  });

  it.each([
    ["graph", "/Graph.md"],
    ["Moon", "/moon.md"],
    ["MOON.md", "/moon.md"],
    ["tide tables", "/notes/2024-11-06-Tide%20tables.md"],
    ["Posts", "/posts/index.md"],
    ["../graph", "/Graph.md"],
    ["Sea", "/Sea.md"],
    ["SEA", "/sea.md"],
    ["suns", undefined],
  ])("locates %j without regard to case, but prefers the same case", (name, found) => {
    const names = new ArticleNames(["Graph.md", "moon.md", "notes/2024-11-06-Tide tables.md", "posts/index.md", "sea.md", "Sea.md"]);
    expect(names.locate(name, "posts/here.md")).toBe(found);
  });

  it.each([
    ["travel/2023-03-01-rome", "/travel/_posts/2023-03-01-rome.md"],
    ["/travel/2023-03-01-rome", "/travel/_posts/2023-03-01-rome.md"],
    ["sub/2023-03-01-rome", "/_posts/sub/2023-03-01-rome.md"],
    ["/sub/2023-03-01-rome", "/_posts/sub/2023-03-01-rome.md"],
    ["a/b/2023-03-01-rome", "/a/b/_posts/2023-03-01-rome.md"],
    ["b/2023-03-01-rome", undefined],
    ["travel/2023-03-01-bern", "/travel/2023-03-01-bern.md"],
  ])("locates a post by the folder of its Jekyll category: %s", (name, found) => {
    const folders = ["_posts/", "_posts/sub/", "travel/_posts/", "a/b/_posts/"];
    const posts = folders.map((folder) => `${folder}2023-03-01-rome.md`);
    const names = new ArticleNames([...posts, "travel/_posts/2023-03-01-bern.md", "travel/2023-03-01-bern.md"]);
    expect(names.locate(name, "travel/_posts/2023-03-02-oslo.md")).toBe(found);
  });

  it("finds the translations of an article: another language, or the original with the same ending", () => {
    const names = new ArticleNames([
      "moon.de.md",
      "moon.fr.html",
      "sun.de.md",
      "sun.md",
      "sea.de.md",
      "sea.html",
      "web.io.md",
      "web.zz.md",
    ]);
    const has = (stem: string, tag: string, ending = ".md") => names.hasTranslations(stem, tag, ending);
    expect([
      has("moon", "de"),
      has("moon", "fr", ".html"),
      has("sun", "de"),
      has("sea", "de"),
      has("web", "io"),
      has("none", "de"),
    ]).toEqual([true, true, true, false, false, false]);
  });
});
