import { describe, expect, it } from "vitest";
import { appUnderTest } from "../app-under-test.ts";
import { sampleEntry } from "../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const entries = [
  sampleEntry("later", { id: "https://old.example/?p=99", published: noon + 1000 }),
  sampleEntry("moon", { id: "https://old.example/?p=12", categories: ["Sea"], authors: [{ name: "Ada" }], aliases: ["/old/moon"] }),
  sampleEntry("about", { id: "https://old.example/?page_id=3", unlisted: true }),
  sampleEntry("note", { id: "https://old.example/blog/?post_type=note&#038;p=7" }),
  sampleEntry("twice", { id: "https://old.example/?p=5" }),
  sampleEntry("again", { id: "https://other.example/?p=5" }),
];
const redirects = {
  moved: { "/.well-known/webfinger": "https://fed.example/.well-known/webfinger", "/own": "/articles/moon?from=own#top" },
  gone: ["/removed"],
};
const locationOf = async (path: string, others = entries) => {
  const { headers, status } = await appUnderTest({ entries: others, redirects }).get(path);
  return [status, headers.get("location")?.replace("https://news.example", "") ?? null];
};

describe("a redirect", () => {
  it.each([
    ["/.well-known/webfinger?resource=acct:a@b", "https://fed.example/.well-known/webfinger?resource=acct:a@b"],
    ["/.well-known/webfinger", "https://fed.example/.well-known/webfinger"],
    ["/own?x=%C3%BC&y", "/articles/moon?from=own&x=%C3%BC&y#top"],
    ["/old/moon?utm_source=mail", "/articles/moon?utm_source=mail"],
    ["/articles/moon/?x", "/articles/moon?x"],
    ["/feed/?x=1", "/rss.xml?x=1"],
    ["/tags?x=1", "/feeds/?x=1#categories"],
    ["/feeds?x=1", "/feeds/?x=1"],
  ])("of %s keeps the query", async (path, location) => {
    expect(await locationOf(path)).toEqual([301, location]);
  });

  it("writes no other header, whatever the query contains", async () => {
    const [, location] = await locationOf("/old/moon?a%0d%0aSet-Cookie:%20b=1");
    expect(location).toBe("/articles/moon?a%0d%0aSet-Cookie:%20b=1");
  });
});

describe("a query URL of WordPress", () => {
  const old = sampleEntry("old", { id: "https://old.example/blog/?p=8", published: noon - 2000, expires: noon - 1000 });

  it.each(["/?p=8", "/?page_id=8", "/?p=8&utm_source=mail", "/index.php?p=8"])("of an expired article is a 410: %s", async (path) => {
    expect(await locationOf(path, [...entries, old])).toEqual([410, null]);
    expect(await locationOf(path, [old])).toEqual([410, null]); // the only article from WordPress
    expect((await locationOf(path))[0]).not.toBe(410);
  });

  it("redirects to a public article with the same number as an expired one", async () => {
    expect(await locationOf("/?p=12", [...entries, { ...old, id: "https://other.example/?p=12" }])).toEqual([301, "/articles/moon"]);
  });

  it.each([
    ["/?p=12", "/articles/moon"],
    ["/?page_id=12", "/articles/moon"],
    ["/?page_id=3", "/articles/about"],
    ["/index.php?p=12", "/articles/moon"],
    ["/?p=7", "/articles/note"],
    ["/blog/?p=7", "/articles/note"],
    ["/blog/index.php?p=7", "/articles/note"],
    ["/?p=12&utm_source=a%20b", "/articles/moon?utm_source=a+b"],
    ["/?feed=rss2", "/rss.xml"],
    ["/?feed=rss", "/rss.xml"],
    ["/?feed=rdf", "/rss.xml"],
    ["/?feed=feed", "/rss.xml"],
    ["/?feed=atom", "/atom.xml"],
    ["/?feed=json", "/feed.json"],
    ["/index.php?feed=atom", "/atom.xml"],
    ["/?feed=rss2&category_name=sea", "/categories/sea/rss.xml"],
    ["/?tag=Sea&feed=atom", "/categories/sea/atom.xml"],
    ["/?category_name=sea", "/categories/sea/"],
    ["/?author_name=ada", "/authors/ada/"],
  ])("%s redirects to %s", async (path, location) => {
    expect(await locationOf(path)).toEqual([301, location]);
  });

  it.each([
    "/?p=99", // scheduled
    "/?p=1",
    "/?p=5", // of two sites
    "/?p=",
    "/?p=x",
    "/?p=12&feed=rss2", // comments
    "/?cat=3",
    "/?cat=3&feed=rss2",
    "/?author=1",
    "/?m=202401",
    "/?s=moon",
    "/?s=moon&feed=rss2",
    "/?feed=podcast",
    "/?feed=",
    "/?feed=..%2F..%2Frss.xml",
    "/?tag=",
    "/?tag=unknown",
    "/?tag=sea&category_name=sea",
    "/?P=12",
    "/?x=1",
  ])("%s is the front page", async (path) => {
    const { get } = appUnderTest({ entries });
    const [asked, plain] = [await get(path), await get("/")];
    expect([asked.status, asked.headers.get("etag")]).toEqual([200, plain.headers.get("etag")]);
  });

  it.each(["/?feed=comments-rss2", "/?feed=comments-atom"])("%s is a 410, since there are no comments", async (path) => {
    expect(await locationOf(path)).toEqual([410, null]);
  });

  it.each(["/articles/moon?p=3", "/rss.xml?p=12", "/feeds/?feed=atom", "/categories/sea/?p=12"])("does not affect %s", async (path) => {
    expect((await locationOf(path))[0]).toBe(200);
  });

  it("has no effect on other sites", async () => {
    for (const path of ["/?p=12", "/?feed=rss2", "/?feed=comments-rss2", "/?tag=sea"])
      expect(await locationOf(path, [sampleEntry("moon", { categories: ["Sea"] })])).toEqual([200, null]);
  });

  it("is cached until the next publication at most", async () => {
    const { get, time } = appUnderTest({ entries });
    time.now = noon - 9000;
    expect((await get("/?p=12")).status).toBe(200); // not published yet
    time.now = noon;
    expect((await get("/?p=12")).headers.get("cache-control")).toBe("public, max-age=0, stale-while-revalidate=0, stale-if-error=604800");
    time.now = noon + 1000;
    expect((await get("/?p=99")).headers.get("cache-control")).toMatch(/^public, max-age=3600, /);
  });
});

describe("a path with several slashes", () => {
  it.each([
    ["//rss.xml", "/rss.xml"],
    ["///atom.xml", "/atom.xml"],
    ["//opml.xml", "/opml.xml"],
    ["/articles//moon", "/articles/moon"],
    ["//articles///moon//", "/articles/moon"],
    ["/categories//sea/", "/categories/sea/"],
    ["/old//moon?x=1", "/articles/moon?x=1"],
    ["//own", "/articles/moon?from=own#top"],
    ["//feed//atom", "/atom.xml"],
    ["/%2Frss.xml", "/rss.xml"],
    ["/\\rss.xml", "/rss.xml"],
    ["//", "/"],
    ["//evil.example/..", "/"],
  ])("%s redirects to %s", async (path, location) => {
    expect(await locationOf(path)).toEqual([301, location]);
  });

  it.each([
    "//evil.example/",
    "//evil.example",
    "//evil.example/rss.xml",
    "/\\evil.example",
    "//evil.example//",
    "/%5Cevil.example",
    "/%2F%2Fevil.example/",
    "//articles/later",
  ])("%s is a 404", async (path) => {
    expect(await locationOf(path)).toEqual([404, null]);
  });

  it("is a 410 for a removed address", async () => {
    expect(await locationOf("//removed")).toEqual([410, null]);
  });
});

describe("an expired article", () => {
  const brief = sampleEntry("brief", {
    published: noon - 1000,
    expires: noon + 60_000,
    aliases: ["/old/brief/"],
    path: "/brief/",
    url: "https://news.example/brief/",
  });
  const never = sampleEntry("never", { published: noon + 90_000, expires: noon + 80_000 });
  const moved = { moved: { "/to-brief": "/brief/" }, gone: [] };
  const at = async (path: string, now: number) => {
    const { get, time } = appUnderTest({ entries: [never, brief], redirects: moved });
    time.now = now;
    return get(path);
  };

  it.each(["/brief/", "/brief", "/old/brief", "/old/brief/", "/to-brief", "//brief/"])(
    "is a 410 at %s from its expiry on",
    async (path) => {
      expect((await at(path, noon - 2000)).status).toBe(404);
      const before = await at(path, noon + 50_000);
      expect([200, 301]).toContain(before.status);
      expect(before.headers.get("cache-control")).toMatch(/^public, max-age=9, stale-while-revalidate=0, /);
      for (const now of [noon + 60_000, noon + 70_000]) expect((await at(path, now)).status).toBe(410);
    },
  );

  it("is a 404 if it expired before its publication", async () => {
    for (const now of [noon, noon + 85_000, noon + 100_000]) expect((await at("/articles/never", now)).status).toBe(404);
  });
});
