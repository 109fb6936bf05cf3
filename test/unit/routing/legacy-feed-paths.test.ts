import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { atom, type Format, jsonFeed, rss } from "../../../src/model/format.ts";
import { legacyFeedPaths, legacyListPath } from "../../../src/routing/legacy-feed-paths.ts";
import { appUnderTest } from "../../app-under-test.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const endings: readonly (readonly [ending: string, format: Format])[] = [
  ["/feed", rss],
  ["/feed.rss", rss],
  ["/feed.xml", rss],
  ["/feed/feed.xml", rss],
  ["/feed/rdf", rss],
  ["/feed/rss", rss],
  ["/feed/rss2", rss],
  ["/index.rss", rss],
  ["/index.xml", rss],
  ["/rss", rss],
  ["/rss.xml", rss],
  ["/rss2", rss],
  ["/rss2.xml", rss],
  ["/atom", atom],
  ["/atom.xml", atom],
  ["/feed.atom", atom],
  ["/feed/atom", atom],
  ["/feed/atom.xml", atom],
  ["/index.atom", atom],
  ["/feed.json", jsonFeed],
  ["/feed/feed.json", jsonFeed],
  ["/feed/json", jsonFeed],
  ["/index.json", jsonFeed],
  ["/json", jsonFeed],
];

const folders = ["/articles", "/blog", "/news", "/post", "/posts"];

const terms = [
  ["/category/sea", "/categories/sea"],
  ["/categories/sea", "/categories/sea"],
  ["/tag/sea", "/categories/sea"],
  ["/tags/sea", "/categories/sea"],
  ["/author/ada-b", "/authors/ada-b"],
  ["/authors/ada-b", "/authors/ada-b"],
  ["/lang/pt-BR", "/languages/pt-br"],
  ["/language/pt-br", "/languages/pt-br"],
  ["/languages/pt-br", "/languages/pt-br"],
] as const;

const english = sampleEntry("b", { published: Date.UTC(2024, 0, 1) });
const appWith = (...categories: string[]) =>
  appUnderTest({ entries: [sampleEntry("a", { categories, authors: [{ name: "Ada B." }], language: "pt-BR" }), english] });
const { get } = appWith("Sea", "Web Dev", "日本語", "C", "C++", "C#", "R&D");

/** Returns the target of a path on a site. */
async function leadsTo(path: string, getFrom = get): Promise<string | undefined> {
  const { headers } = await getFrom(encodeURI(path).replaceAll("#", "%23"));
  return headers.get("location")?.slice(sampleSite.url.length);
}

describe("legacyFeedPaths()", () => {
  it.each(endings)("finds the feed of the site at %s, in the right format", (ending, format) => {
    for (const folder of ["", ...folders]) {
      for (const slash of ["", "/"]) expect(legacyFeedPaths(folder + ending + slash, sampleSite)[0]).toEqual({ selection: "", format });
    }
  });

  it.each(folders)("finds the front page at %s", (folder) => {
    for (const slash of ["", "/"]) expect(legacyFeedPaths(folder + slash, sampleSite)).toEqual([{ selection: "" }]);
  });

  it.each([
    ["/feeds/all.atom.xml", atom],
    ["/feeds/all.rss.xml", rss],
    ["/feeds/posts/default", atom],
    ["/feeds/posts/default/", atom],
  ])("finds the feed of the site at %s", (path, format) => {
    expect(legacyFeedPaths(path, sampleSite)[0]).toEqual({ selection: "", format });
  });

  it.each([
    ["/feed/sea.xml", atom],
    ["/feed/by_tag/sea.xml", atom],
    ["/feeds/sea.atom.xml", atom],
    ["/feeds/Sea.rss.xml", rss],
    ["/categories/sea.xml", rss],
    ["/tags/Sea.atom", atom],
    ["/feeds/tag/sea.atom.xml", atom],
    ["/feeds/categories/sea.rss.xml", rss],
    ["/blog/tags/sea/rss.xml", rss],
  ])("finds the feed of a category at %s", (path, format) => {
    expect(legacyFeedPaths(path, sampleSite)).toContainEqual({ selection: "/categories/sea", format });
  });

  it.each([
    "/feedback",
    "/blogroll",
    "/blogs/feed",
    "/2024/feed",
    "/tag",
    "/tag/",
    "/constructor",
    "/__proto__",
    "/blog/constructor",
    "/tags",
    "/feed/a/b.xml",
    "/FEED",
    "/articles/moon/rss.xml",
  ])("finds nothing at %s", (path) => {
    expect(legacyFeedPaths(path, sampleSite)).toEqual([]);
  });
});

describe("legacyFeedPaths() in responses", () => {
  it.each(terms)("%s redirects to the page of its term, and with every ending to the feed in that format", async (path, selection) => {
    for (const [ending, format] of endings) {
      if (path + ending === selection + format.path) continue; // the feed itself
      for (const slash of ["", "/"])
        expect([path, ending, await leadsTo(path + ending + slash)]).toEqual([path, ending, selection + format.path]);
    }
    expect(await leadsTo(path)).toBe(`${selection}/`);
    if (path !== selection) expect(await leadsTo(`${path}/`)).toBe(`${selection}/`);
  });

  it.each([
    ["in any spelling", "/tag/Web Dev/feed/", "/categories/web-dev/rss.xml"],
    ["in any case", "/tag/SEA/", "/categories/sea/"],
    ["in any script", "/tags/日本語/index.xml", "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E/rss.xml"],
    ["with an ampersand", "/tags/R&D/index.xml", "/categories/r-and-d/rss.xml"],
    ["and not another that is similar", "/tags/c++/index.xml", "/categories/c-plus-plus/rss.xml"],
    ["and not another that begins alike", "/tag/C#/feed/", "/categories/c-sharp/rss.xml"],
    ["by its address here", "/tags/c-plus-plus/index.xml", "/categories/c-plus-plus/rss.xml"],
    ["next to similar ones", "/tags/c/index.xml", "/categories/c/rss.xml"],
    ["within another", "/category/tech/web-dev/feed/atom/", "/categories/web-dev/atom.xml"],
  ])("finds a term %s", async (_criterion, path, expected) => {
    expect(await leadsTo(path)).toBe(expected);
  });

  it.each([
    ["the page of the category of that name", "/tag/rss/", "/categories/rss/"],
    ["its feed", "/tag/rss/rss/", "/categories/rss/rss.xml"],
    ["its feed, from Jekyll", "/feed/by_tag/rss.xml", "/categories/rss/atom.xml"],
    ["another's feed", "/tag/sea/rss/", "/categories/sea/rss.xml"],
    ["another's feed, from WordPress", "/category/sea/feed/", "/categories/sea/rss.xml"],
    ["another's feed, two endings long", "/category/sea/feed/atom/", "/categories/sea/atom.xml"],
    ["the page of one within another", "/category/tech/rss/", "/categories/rss/"],
    ["the site's feed", "/feed/rss/", "/rss.xml"],
  ])("redirects a category with the name of an ending to %s", async (_criterion, path, expected) => {
    expect(await leadsTo(path, appWith("Sea", "RSS", "Feed").get)).toBe(expected);
  });

  it("finds no term in a path without one", async () => {
    const app = appWith("🐟");
    expect(await leadsTo("/tag/🐟/feed/", app.get)).toBe("/categories/untitled/rss.xml");
    for (const path of ["/tag//feed/", "/tag//", "/category//rss"]) expect([path, await leadsTo(path, app.get)]).toEqual([path, undefined]);
  });

  it("finds a term with its own slug by its name", async () => {
    const app = appUnderTest({ entries: [sampleEntry("a", { categories: ["Sea"] })], site: { ...sampleSite, slugs: { sea: "ocean" } } });
    expect(await leadsTo("/tag/Sea/feed/", app.get)).toBe("/categories/ocean/rss.xml");
    expect(await leadsTo("/category/ocean", app.get)).toBe("/categories/ocean/");
  });

  it.each(["/tag/lake/", "/tag/lake/feed/", "/author/sea/feed", "/feeds/lake.atom.xml", "/language/en-GB"])(
    "%s is a 404 without such a term",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe("legacyListPath()", () => {
  it.each([
    ["/categories", "/feeds/#categories"],
    ["/tags", "/feeds/#categories"],
    ["/authors", "/feeds/#authors"],
    ["/languages", "/feeds/#languages"],
  ])("finds the list at %s, with and without trailing slash", (path, expected) => {
    expect([legacyListPath(path), legacyListPath(`${path}/`)]).toEqual([expected, expected]);
  });

  it.each(["", "/", "/constructor", "/__proto__", "/tag"])("finds no list at %j", (path) => {
    expect(legacyListPath(path)).toBeUndefined();
  });

  it("returns existing anchors of the page of all feeds", async () => {
    const page = await (await get("/feeds/")).text();
    for (const path of ["/categories", "/authors", "/languages"]) {
      const [, id] = legacyListPath(path)?.split("#") ?? [];
      expect(page).toContain(`<h2 id="${id}"`);
    }
  });
});

describe("docs/moving.md", () => {
  const manual = readFileSync(resolve(import.meta.dirname, "../../../docs/moving.md"), "utf8");
  const [, table = ""] = manual.split("## Feed addresses of other systems");
  const told = [...table.matchAll(/^\| (.+) \| `(\/[\w.]+)` \|$/gm)].map(([, from = "", to = ""]) => {
    return [to, [...from.matchAll(/`(\/[^`]+)`/g)].map(([, path = ""]) => path)] as const;
  });

  it("lists exactly the known endings", () => {
    const listed = told.flatMap(([to, paths]) => paths.map((path) => `${path} → ${to}`));
    const known = endings.filter(([ending, { path }]) => ending !== path).map(([ending, { path }]) => `${ending} → ${path}`);
    const whole = ["/feeds/all.atom.xml → /atom.xml", "/feeds/all.rss.xml → /rss.xml", "/feeds/posts/default → /atom.xml"];
    expect(listed.sort()).toEqual([...known, ...whole].sort());
  });

  it("lists only paths that work", async () => {
    for (const [to, paths] of told) for (const path of paths) expect([path, await leadsTo(path)]).toEqual([path, to]);
    const ofTerms = [...table.matchAll(/^\| (.*\/x.*) \| (?:the page )?`([^`]+)` \|$/gm)];
    expect(ofTerms.length).toBeGreaterThan(3);
    for (const [, from = "", to = ""] of ofTerms) {
      const term = /author/.test(to) ? "ada-b" : /lang/.test(to) ? "pt-br" : "sea";
      for (const [, path = ""] of from.matchAll(/`([^`]+)`/g)) {
        expect([path, await leadsTo(path.replace(/\bx\b/, term))]).toEqual([path, to.replace("/x/", `/${term}/`)]);
      }
    }
  });
});
