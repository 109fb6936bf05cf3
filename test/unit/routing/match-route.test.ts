import { describe, expect, it } from "vitest";
import type { Redirects } from "../../../src/model/compiled-content.ts";
import { atom, jsonFeed, rss } from "../../../src/model/format.ts";
import { createRouteMatcher, type RouteMatch } from "../../../src/routing/match-route.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const site = { ...sampleSite, limit: 2 };
const entries = [
  sampleEntry("soon", { published: noon + 1000, aliases: ["/was/soon"], categories: ["Later"] }),
  sampleEntry("moon", { aliases: ["/old/moon", "/old/slash/", "/%C3%BCber"], categories: ["Sea"] }),
  sampleEntry("sun", { published: noon - 1000, path: "/sun/", url: "https://news.example/sun/", categories: ["Sea"] }),
  sampleEntry("star", { published: noon - 2000, path: "/blog/feed/", url: "https://news.example/blog/feed/" }),
  sampleEntry("draft", { published: noon - 3000, draft: true, aliases: ["/was/draft"] }),
];

/** Returns a short description of a path's match. */
function leadsTo(path: string, redirects: Partial<Redirects> = {}, { now = noon, development = false } = {}): string | undefined {
  const find = createRouteMatcher(site, { moved: {}, gone: [], ...redirects });
  return describeDestination(find(path, snapshotAt({ entries, development, site }, now)));
}

function describeDestination(destination: RouteMatch | undefined): string | undefined {
  switch (destination?.kind) {
    case "feed":
      return `${destination.format.name} of ${destination.page.selection.path || "/"} ${destination.page.number ?? ""}`.trim();
    case "page":
      return `page of ${destination.page.selection.path || "/"} ${destination.page.number ?? ""}`.trim();
    case "entry":
      return `entry ${destination.entry.source}`;
    case "moved":
      return `→ ${destination.url.replace(site.url, "")}`;
    default:
      return destination?.kind;
  }
}

describe("createRouteMatcher()", () => {
  it("finds the feeds of the whole site without loading all entries", () => {
    const fail = () => {
      throw new Error("Cannot be cheap");
    };
    const snapshot = Object.defineProperties(
      { ...snapshotAt({ entries, development: false, site }, noon) },
      { byPath: { get: fail }, selections: { get: fail } },
    );
    const find = createRouteMatcher(site, { moved: {}, gone: [] });
    const found = ["/rss.xml", "/atom.xml", "/feed.json", "/", "/archive/1/rss.xml"].map((path) =>
      describeDestination(find(path, snapshot)),
    );
    expect(found).toEqual(["RSS of /", "Atom of /", "JSON Feed of /", "page of /", "RSS of / 1"]);
    Object.defineProperty(snapshot, "entries", { get: fail });
    expect(["/rss.xml", "/"].map((path) => describeDestination(find(path, snapshot)))).toEqual(["RSS of /", "page of /"]);
  });

  it.each([
    ["/", "page of /"],
    ["/rss.xml", `${rss.name} of /`],
    ["/atom.xml", `${atom.name} of /`],
    ["/feed.json", `${jsonFeed.name} of /`],
    ["/categories/sea/", "page of /categories/sea"],
    ["/categories/%73ea/atom.xml", "Atom of /categories/sea"],
    ["/authors/the-desk/feed.json", "JSON Feed of /authors/the-desk"],
    ["/archive/1/", "page of / 1"],
    ["/archive/2/rss.xml", "RSS of / 2"],
    ["/authors/the-desk/archive/2/atom.xml", "Atom of /authors/the-desk 2"],
    ["/articles/moon", "entry moon.md"],
    ["/articles/m%6Fon", "entry moon.md"],
    ["/sun/", "entry sun.md"],
  ])("matches %s", (path, expected) => {
    expect(leadsTo(path)).toBe(expected);
  });

  it.each([
    ["/old/moon", "→ /articles/moon"],
    ["/old/slash/", "→ /articles/moon"],
    ["/%c3%bcber", "→ /articles/moon"],
    ["/u%CC%88ber", "→ /articles/moon"],
    ["/categories/sea", "→ /categories/sea/"],
    ["/archive/1", "→ /archive/1/"],
    ["/rss.xml/", "→ /rss.xml"],
    ["/categories/sea/feed.json/", "→ /categories/sea/feed.json"],
    ["/archive/2/atom.xml/", "→ /archive/2/atom.xml"],
    ["/articles/moon/", "→ /articles/moon"],
    ["/sun", "→ /sun/"],
    ["/old/moon/", "→ /articles/moon"],
    ["/old/slash", "→ /articles/moon"],
    ["/feed/", "→ /rss.xml"],
    ["/blog/feed", "→ /blog/feed/"],
    ["/blog", "→ /"],
    ["/tag/Sea/feed/atom/", "→ /categories/sea/atom.xml"],
    ["/category/sea", "→ /categories/sea/"],
    ["/tags/", "→ /feeds/#categories"],
    ["/feeds", "→ /feeds/"],
    ["/opml.xml/", "→ /opml.xml"],
    ["/sitemap.xml/", "→ /sitemap.xml"],
    ["/robots.txt/", "→ /robots.txt"],
    ["/health/", "→ /health"],
  ])("redirects %s to its current address", (path, expected) => {
    expect(leadsTo(path)).toBe(expected);
  });

  it.each([
    "/nope",
    "/articles/moon/x",
    "/articles/MOON",
    "/categories/lake/",
    "/categories/later/",
    "/languages/en/",
    "/categories/sea/archive/1/",
    "/archive/0/",
    "/archive/01/",
    "/archive/1e0/",
    "/archive/3/",
    "/archive/-1/",
    "/archive/99999999999999999999/rss.xml",
    "/archive/",
    "/articles/soon",
    "/articles/soon/",
    "/was/soon",
    "/articles/draft",
    "/was/draft",
    "/constructor",
    "/__proto__",
    "/toString/",
    "/hasOwnProperty/rss.xml",
    "/%",
    "/%ff",
    "/%C0%80",
    "/%E0%A4%A",
    "/\u0000",
  ])("finds nothing at %j", (path) => {
    expect(leadsTo(path)).toBeUndefined();
  });

  it("matches a scheduled entry from its instant on, with aliases and categories", () => {
    const paths = ["/articles/soon", "/was/soon", "/categories/later/rss.xml"];
    expect(paths.map((path) => leadsTo(path, {}, { now: noon + 999 }))).toEqual([undefined, undefined, undefined]);
    expect(paths.map((path) => leadsTo(path, {}, { now: noon + 1000 }))).toEqual([
      "entry soon.md",
      "→ /articles/soon",
      "RSS of /categories/later",
    ]);
  });

  it("matches only the addresses of drafts and scheduled entries during development", () => {
    const paths = ["/articles/soon", "/articles/draft", "/articles/draft/", "/was/draft", "/categories/later/"];
    expect(paths.map((path) => leadsTo(path, {}, { development: true }))).toEqual([
      "entry soon.md",
      "entry draft.md",
      "→ /articles/draft",
      undefined,
      undefined,
    ]);
  });
});

describe("createRouteMatcher() and redirects", () => {
  const all = [
    "/rss.xml",
    "/categories/sea",
    "/articles/moon",
    "/old/moon",
    "/sun",
    "/old/moon/",
    "/feed",
    "/category/sea",
    "/tags",
    "/nope",
  ];
  const moved = Object.fromEntries(all.map((path) => [path.replace(/\/$/, ""), "https://elsewhere.example/"]));

  it("prefers current addresses and aliases to redirects, and those to trailing slashes and legacy paths", () => {
    expect(Object.fromEntries(all.map((path) => [path, leadsTo(path, { moved })]))).toEqual({
      "/rss.xml": "RSS of /",
      "/categories/sea": "→ https://elsewhere.example/",
      "/articles/moon": "entry moon.md",
      "/old/moon": "→ /articles/moon",
      "/sun": "→ https://elsewhere.example/",
      "/old/moon/": "→ https://elsewhere.example/",
      "/feed": "→ https://elsewhere.example/",
      "/category/sea": "→ https://elsewhere.example/",
      "/tags": "→ https://elsewhere.example/",
      "/nope": "→ https://elsewhere.example/",
    });
  });

  it("prefers removed addresses to redirects", () => {
    expect(Object.fromEntries(all.map((path) => [path, leadsTo(path, { moved, gone: Object.keys(moved) })]))).toEqual({
      "/rss.xml": "RSS of /",
      "/categories/sea": "gone",
      "/articles/moon": "entry moon.md",
      "/old/moon": "→ /articles/moon",
      "/sun": "gone",
      "/old/moon/": "gone",
      "/feed": "gone",
      "/category/sea": "gone",
      "/tags": "gone",
      "/nope": "gone",
    });
  });

  it.each([
    ["/gone", "gone"],
    ["/gone/", "gone"],
    ["/g%6Fne", "gone"],
    ["/gone/x", undefined],
    ["/gone//", "gone"],
    ["/a", "→ /articles/moon?x=1#part"],
    ["/a/", "→ /articles/moon?x=1#part"],
    ["/%61", "→ /articles/moon?x=1#part"],
    ["/%C3%A4/", "→ /sun/"],
    ["/a%CC%88", "→ /sun/"],
    ["/away", "→ https://elsewhere.example/x?y#z"],
    ["/fixed", "→ /feeds/"],
    ["/picture", "→ /media/ab/moon.png"],
    ["/slash", "→ /sun/"],
    ["/other", "→ /categories/sea/"],
    ["/other-feed", "→ /categories/sea/rss.xml#x"],
    ["/lost", undefined],
    ["/later", undefined],
    ["/later/alias", undefined],
    ["/to-gone", "→ /gone"],
    ["/bad", undefined],
    ["/feeds", "→ https://elsewhere.example/feeds"],
    ["/list", "→ /feeds/"],
  ])("follows the redirects from %s", (path, expected) => {
    const redirects = {
      moved: {
        "/a": "/articles/moon?x=1#part",
        "/ä": "/sun/",
        "/away": "https://elsewhere.example/x?y#z",
        "/fixed": "/feeds/",
        "/picture": "/media/ab/moon.png",
        "/slash": "/sun",
        "/other": "/category/sea/",
        "/other-feed": "/category/sea/feed/#x",
        "/lost": "/nope",
        "/later": "/articles/soon#x",
        "/later/alias": "/was/soon",
        "/to-gone": "/gone",
        "/bad": "/%ff",
        "/feeds": "https://elsewhere.example/feeds",
        "/list": "/feeds",
      },
      gone: ["/gone"],
    };
    expect(leadsTo(path, redirects)).toBe(expected);
  });

  it("redirects to an entry only from its publication on", () => {
    const redirects = {
      moved: { "/later": "/articles/soon?a", "/feed": "/articles/soon", "/author/the-desk": "/categories/later/rss.xml" },
    };
    const at = (now: number) => Object.keys(redirects.moved).map((path) => leadsTo(path, redirects, { now }));
    expect(at(noon + 999)).toEqual([undefined, "→ /rss.xml", "→ /authors/the-desk/"]);
    expect(at(noon + 1000)).toEqual(["→ /articles/soon?a", "→ /articles/soon", "→ /categories/later/rss.xml"]);
  });

  it.each(["/constructor", "/__proto__", "/toString", "/valueOf"])("matches %s only if it is configured", (path) => {
    const redirects: Redirects = { moved: Object.fromEntries([[path, "/sun/"]]), gone: [] };
    expect(leadsTo(path)).toBeUndefined();
    expect(leadsTo(path, redirects)).toBe("→ /sun/");
    expect(leadsTo(path, { gone: [path] })).toBe("gone");
  });

  it.each([
    ["/categories/lake/", "→ /categories/sea/"],
    ["/categories/lake/rss.xml", "→ /categories/sea/rss.xml"],
    ["/categories/lake/archive/3/atom.xml", "→ /categories/sea/atom.xml"],
    ["/categories/lake/archive/3/", "→ /categories/sea/"],
    ["/tag/lake/feed/", "→ /categories/sea/rss.xml"],
    ["/tag/lake/", "→ /categories/sea/"],
    ["/categories/pond/rss.xml", undefined],
    ["/categories/brook/rss.xml", undefined],
  ])("redirects the feeds of a renamed category: %s", (path, expected) => {
    const moved = {
      "/categories/lake": "/categories/sea/",
      "/categories/pond": "https://elsewhere.example/",
      "/categories/brook": "/categories/nowhere/",
    };
    expect(leadsTo(path, { moved })).toBe(expected);
  });

  // Paths are decoded once, not repeatedly.
  it.each([
    ["with a percent sign", "/50%25-off", "→ /sun/"],
    ["with a percent sign, and a slash", "/50%25-off/", "→ /sun/"],
    ["that looks encoded", "/a%2541", "→ /sun/"],
    ["that looks encoded, and a slash", "/a%2541/", "→ /sun/"],
    ["that another looks like", "/b%2541", undefined],
    ["gone, with a percent sign and a slash", "/100%25/", "gone"],
    ["removed, that another looks like", "/b%2542", undefined],
  ])("matches an address %s", (_criterion, path, expected) => {
    const redirects = { moved: { "/50%-off": "/sun/", "/a%41": "/sun/", "/bA": "/sun/" }, gone: ["/100%", "/bB"] };
    expect(leadsTo(path, redirects)).toBe(expected);
  });

  it("terminates for any redirects", () => {
    expect(leadsTo("/aA", { moved: { "/aA": "/a%2541" } })).toBeUndefined();
    expect(leadsTo("/x", { moved: { "/x": "/y/" } })).toBeUndefined();
  });

  it.each([
    ["/comments/feed/", "gone"],
    ["/blog/comments/feed/atom", "gone"],
    ["/comments/feeds", undefined],
  ])("finds that the feed of comments of WordPress is gone: %s", (path, expected) => {
    expect(leadsTo(path)).toBe(expected);
  });

  it.each([
    ["/log/", "→ /"],
    ["/log/index.xml", "→ /rss.xml"],
    ["/log/atom.xml/", "→ /atom.xml"],
    ["/log/blog/feed.json", "→ /feed.json"],
    ["/log/tags/sea/index.xml", "→ /categories/sea/rss.xml"],
    ["/log/tags/sea/", "→ /categories/sea/"],
    ["/log/tags/", "→ /feeds/#categories"],
    ["/log/archive/1/rss.xml", "→ /rss.xml"],
    ["/log/topics/sea/atom.xml", "→ /categories/sea/atom.xml"],
    ["/log/deep/index.xml", "→ /categories/sea/rss.xml"],
    ["/log/moon", undefined],
    ["/log/tags/lake/index.xml", undefined],
    ["/logs/index.xml", undefined],
    ["/query/index.xml", undefined],
    ["/other/index.xml", undefined],
  ])("redirects a feed or a list below a redirected folder: %s", (path, expected) => {
    const moved = {
      "/log": "/",
      "/log/topics": "/categories",
      "/log/deep": "/categories/sea/",
      "/query": "/?p=1",
      "/other": "https://other.example/",
    };
    expect(leadsTo(path, { moved })).toBe(expected);
  });
});
