import { describe, expect, it } from "vitest";
import { categorySelection, languageSelection } from "../../../src/model/selection.ts";
import { isFixedPath, PathRegistry } from "../../../src/routing/path-registry.ts";
import { sampleSite } from "../../samples.ts";
import { compileAll } from "../content/sample.ts";

const selections = [categorySelection("Sea", sampleSite), categorySelection("日本語", sampleSite), languageSelection("en")];

describe("isFixedPath()", () => {
  it.each([
    ["/favicon.ico", true],
    ["/favicon.svg", true],
    ["/feeds/", true],
    ["/health", true],
    ["/icon.png", true],
    ["/media/ab/moon.png", true],
    ["/_contents/x", true],
    ["/opml.xml", true],
    ["/robots.txt", true],
    ["/sitemap.xml", true],
    ["/sitemap/2.xml", true],
    ["/", false],
    ["/rss.xml", false],
    ["/feeds/all.atom.xml", false],
    ["/media", false],
    ["/mediation/x", false],
    ["/articles/media/x", false],
    ["/constructor", false],
  ])("returns whether %s is fixed: %s", (path, expected) => {
    expect(isFixedPath(path)).toBe(expected);
  });
});

describe("PathRegistry", () => {
  it("reserves an address for its first owner", () => {
    const registry = new PathRegistry([]);
    expect(registry.reserve("/ü b", "one")).toBeUndefined();
    expect(registry.reserve("/ü b", "other")).toBe("one");
    expect(registry.reserve("/ü b", "one")).toBeUndefined();
    expect(registry.ownerOf("/ü b")).toBe("one");
    expect(registry.reserve("/Ü b", "other")).toBeUndefined();
  });

  it("treats an address with and without trailing slash as the same", () => {
    const registry = new PathRegistry([]);
    expect([registry.reserve("/a", "one"), registry.reserve("/a/", "one"), registry.reserve("/a/", "other")]).toEqual([
      undefined,
      undefined,
      "one",
    ]);
    expect([registry.ownerOf("/a"), registry.ownerOf("/a/")]).toEqual(["one", "one"]);
  });

  it("accepts malformed encodings", () => {
    const registry = new PathRegistry([]);
    expect(registry.reserve("/%ff", "one")).toBeUndefined();
    expect(registry.reserve("/%ff", "other")).toBe("one");
  });

  it.each([
    "/",
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/archive/1/",
    "/archive/1",
    "/archive/734/rss.xml",
    "/feeds",
    "/feeds/",
    "/health",
    "/media/x",
    "/_contents/x.txt",
    "/sitemap/1.xml",
    "/categories/sea",
    "/categories/sea/",
    "/categories/sea/rss.xml",
    "/categories/sea/archive/9/atom.xml",
    "/categories/日本語/",
    "/categories/日本語/feed.json",
    "/languages/en/",
  ])("does not reserve %s", (path) => {
    const registry = new PathRegistry(selections);
    expect(registry.reserve(path, "one")).toBe("the site itself");
    expect(registry.reserve(path, "one")).toBe("the site itself");
  });

  it.each([
    "/categories/",
    "/categories/lake/",
    "/categories/lake/rss.xml",
    "/categories/sea/other",
    "/authors/sea/",
    "/archive/0/",
    "/archive/2024/11/moon",
    "/archive",
    "/feed",
    "/rss",
    "/blog/rss.xml",
    "/constructor",
    "/__proto__",
  ])("reserves %s", (path) => {
    const registry = new PathRegistry(selections);
    expect(registry.reserve(path, "one")).toBeUndefined();
    expect(registry.reserve(path, "other")).toBe("one");
  });
});

describe("compile() and the addresses of selections", () => {
  const article = (yaml: string) => `---\ndate: 2024-11-06\ncategories: Sea\n${yaml}\n---\nText`;

  it.each([
    "/categories/sea",
    "/categories/sea/",
    "/categories/sea/atom.xml",
    "/categories/sea/archive/2/",
    "/authors/the-desk/",
    "/languages/en/rss.xml",
    "/archive/1/",
    "/feeds",
    "/opml.xml",
    "/robots.txt",
    "/sitemap.xml",
    "/health",
  ])("rejects %s for an article or an alias", async (path) => {
    expect((await compileAll({ "a.md": article(`permalink: ${path}`) })).problems).toEqual([
      `articles/a.md:4:12 error Cannot use the address ${path}: the site itself has it already; give one of them another slug or permalink`,
    ]);
    expect((await compileAll({ "a.md": article(`aliases: ["${path}"]`) })).problems).toEqual([
      `articles/a.md:4:10 warning Cannot use the alias ${path}: the site itself has that address already`,
    ]);
  });

  it("accepts an article at the address of a category that no public entry has", async () => {
    const draft = article("draft: true").replace("Sea", "Lake");
    const articles = { "a.md": article("permalink: /categories/lake/\naliases: /categories/ponds"), "b.md": draft };
    expect((await compileAll(articles)).problems).toEqual([]);
    expect((await compileAll(articles, { development: true })).problems).toEqual([
      "articles/a.md:4:12 error Cannot use the address /categories/lake/: the site itself has it already; give one of them another slug or permalink",
    ]);
  });
});
