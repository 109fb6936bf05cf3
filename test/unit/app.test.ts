import { describe, expect, it, vi } from "vitest";
import { pagePolicy } from "../../src/pages/page-policy.ts";
import { createBundledStore } from "../../src/store/bundled-store.ts";
import type { EntryStore } from "../../src/store/entry-store.ts";
import { appUnderTest } from "../app-under-test.ts";
import { sampleEntry, sampleSite } from "../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const feeds = ["/rss.xml", "/atom.xml", "/feed.json"];
const pages = ["/", "/articles/moon"];
const moon = sampleEntry("moon", { published: noon - 60_000, aliases: ["/old/moon", "/%C3%BCber"] });
const sun = sampleEntry("sun", { published: noon + 90_500, title: "The Sun", summary: "Sunny.", content: "<p>Sunny.</p>" });
const draft = sampleEntry("draft", { draft: true, title: "Drafty" });
const entries = [sun, moon, draft];

const maxAge = (response: Response) => Number(/max-age=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1]);

describe("createApp()", () => {
  it.each([
    ["/rss.xml", "application/rss+xml; charset=utf-8"],
    ["/atom.xml", "application/atom+xml; charset=utf-8"],
    ["/feed.json", "application/feed+json"],
    ["/", "text/html; charset=utf-8"],
    ["/articles/moon", "text/html; charset=utf-8"],
  ])("responds to %s with its type, its length and both validators", async (path, type) => {
    const response = await appUnderTest({ entries }).get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("etag")).toMatch(/^"[0-9a-f]{32}"$/);
    expect(response.headers.get("last-modified")).toBe("Wed, 06 Nov 2024 11:59:00 GMT");
    expect(response.headers.get("content-length")).toBe(String((await response.arrayBuffer()).byteLength));
  });

  it("serves a secret page with noindex, and names it in no feed, list or sitemap", async () => {
    const secret = sampleEntry("secret", { published: noon - 60_000, unlisted: true, excludedFrom: "search engines" });
    const { get } = appUnderTest({ entries: [moon, secret] });
    expect(await (await get("/articles/secret")).text()).toContain('<meta name="robots" content="noindex"/>');
    expect(await (await get("/articles/moon")).text()).not.toMatch(/noindex|secret/);
    for (const path of [...feeds, "/", "/feeds/", "/opml.xml", "/sitemap.xml", "/authors/the-desk/"])
      expect(await (await get(path)).text(), path).not.toContain("secret");
    expect(await (await get("/sitemap.xml")).text()).toContain("/articles/moon");
  });

  it("keeps the ETag of the sitemap when a secret page is added", async () => {
    const secret = sampleEntry("secret", { published: moon.published, unlisted: true, excludedFrom: "search engines" });
    const tagOf = async (all: typeof entries) => (await appUnderTest({ entries: all }).get("/sitemap.xml")).headers.get("etag");
    expect(await tagOf([moon, secret])).toBe(await tagOf([moon]));
  });

  it.each([...feeds, ...pages, "/nope", "/old/moon"])("responds to HEAD %s like GET, without the body", async (path) => {
    const { get } = appUnderTest({ entries });
    const [head, full] = [await get(path, {}, "HEAD"), await get(path)];
    expect(head.status).toBe(full.status);
    expect([...head.headers]).toEqual([...full.headers]);
    expect(await head.text()).toBe("");
  });

  it.each([...feeds, ...pages])("responds to either validator of %s with a 304 that has the headers of the 200", async (path) => {
    const { get } = appUnderTest({ entries });
    const full = await get(path);
    const headers = Object.fromEntries([...full.headers].filter(([name]) => !/^content-(?:type|length|security-policy)$/.test(name)));
    const validators = [
      { "if-none-match": headers["etag"] ?? "" },
      { "if-modified-since": headers["last-modified"] ?? "" },
      { "if-none-match": `W/${headers["etag"]}`, "if-modified-since": "Mon, 01 Jan 1990 00:00:00 GMT" },
    ];
    for (const precondition of validators) {
      const response = await get(path, precondition);
      expect(response.status).toBe(304);
      expect(Object.fromEntries(response.headers)).toEqual(headers);
      expect(await response.text()).toBe("");
    }
  });

  it("renders nothing for a 304, and each representation once", async () => {
    const store = createBundledStore({ entries, development: false, site: sampleSite });
    const content = vi.spyOn(store, "contents");
    const { get } = appUnderTest({ store });
    const etag = (await get("/rss.xml", {}, "HEAD")).headers.get("etag") ?? "";
    expect(content).toHaveBeenCalledTimes(1); // one entry is visible
    for (let poll = 0; poll < 3; poll++) {
      await get("/rss.xml");
      await get("/rss.xml", { "if-none-match": etag });
      await get("/atom.xml", { "if-modified-since": "Wed, 06 Nov 2024 12:00:00 GMT" });
    }
    expect(content).toHaveBeenCalledTimes(1);
  });

  it("computes digests for the first poll only", async () => {
    const { get } = appUnderTest({ entries });
    const etag = (await get("/rss.xml")).headers.get("etag") ?? "";
    const digest = vi.spyOn(crypto.subtle, "digest");
    expect((await get("/rss.xml", { "if-none-match": etag })).status).toBe(304);
    expect(digest).not.toHaveBeenCalled();
    digest.mockRestore();
  });

  it("returns the same bytes and tags to all requests", async () => {
    const [one, other] = [appUnderTest({ entries }), appUnderTest({ entries })];
    for (const path of [...feeds, ...pages]) {
      const first = await one.get(path);
      const second = await other.get(`${path}?utm_source=x&y`, { "user-agent": "Feedly/1.0", accept: "text/html", cookie: "a=b" });
      expect(second.headers.get("etag")).toBe(first.headers.get("etag"));
      expect(await second.text()).toBe(await first.text());
      expect(second.headers.get("set-cookie")).toBeNull();
      expect(second.headers.get("vary")).toBe(/atom|json/.test(path) ? "Accept-Encoding" : null);
    }
  });

  it("changes the ETag with an entry, a setting, the code or the address", async () => {
    const tagsOf = async (options: Parameters<typeof appUnderTest>[0]) => {
      const { get } = appUnderTest({ entries, ...options });
      return Promise.all([...feeds, "/"].map(async (path) => (await get(path)).headers.get("etag")));
    };
    const tags = [
      ...(await tagsOf({})),
      ...(await tagsOf({ entries: [{ ...moon, hash: "edited", title: "Edited" }] })),
      ...(await tagsOf({ site: { ...sampleSite, title: "Other" } })),
      ...(await tagsOf({ site: { ...sampleSite, copyright: "" } })),
      ...(await tagsOf({ fingerprint: "new code" })),
    ];
    expect(new Set(tags).size).toBe(tags.length);
    expect(await tagsOf({ deployed: noon, redirects: { moved: { "/a": "/b" }, gone: ["/c"] } })).toEqual(tags.slice(0, 4));
  });

  it("changes the ETag with the link to older entries", async () => {
    const older = Array.from({ length: 4 }, (_, index) => sampleEntry(`old-${index}`, { published: noon - index * 1000 }));
    const asked = [3, 4].map((count) => appUnderTest({ entries: older.slice(0, count), site: { ...sampleSite, limit: 2 } }).get("/"));
    const [three, four] = await Promise.all(asked);
    expect(await three?.text()).not.toBe(await four?.text()); // it links to another page of the archive
    expect(three?.headers.get("etag")).not.toBe(four?.headers.get("etag"));
  });

  it("changes Last-Modified with a deployment and with a publication", async () => {
    const { get, time } = appUnderTest({ entries, deployed: noon - 30_000 });
    expect((await get("/rss.xml")).headers.get("last-modified")).toBe("Wed, 06 Nov 2024 11:59:30 GMT");
    time.now = sun.published;
    expect((await get("/rss.xml")).headers.get("last-modified")).toBe("Wed, 06 Nov 2024 12:01:30 GMT");
  });

  it("keeps the Last-Modified of an unchanged document over a deployment, until the next publication", async () => {
    const before = appUnderTest({ entries, deployed: noon - 90_000 });
    const dates: Record<string, number> = {};
    for (const path of feeds) {
      const { headers } = await before.get(path);
      dates[headers.get("etag") ?? ""] = Date.parse(headers.get("last-modified") ?? "");
    }
    const after = appUnderTest({ entries, deployed: noon - 30_000, liveDates: dates });
    for (const path of feeds) {
      const { headers } = await after.get(path);
      expect(headers.get("last-modified")).toBe("Wed, 06 Nov 2024 11:59:00 GMT");
      expect((await after.get(path, { "if-modified-since": "Wed, 06 Nov 2024 11:59:00 GMT" })).status).toBe(304);
    }
    expect((await after.get("/")).headers.get("last-modified")).toBe("Wed, 06 Nov 2024 11:59:30 GMT");
    const edited = appUnderTest({ entries: [{ ...moon, hash: "edited" }], deployed: noon - 30_000, liveDates: dates });
    expect((await edited.get("/rss.xml")).headers.get("last-modified")).toBe("Wed, 06 Nov 2024 11:59:30 GMT");
    after.time.now = sun.published;
    expect((await after.get("/rss.xml")).headers.get("last-modified")).toBe("Wed, 06 Nov 2024 12:01:30 GMT");
  });

  it("allows every origin to read and to send conditional requests", async () => {
    const { get } = appUnderTest({ entries });
    for (const path of [...feeds, ...pages, "/nope", "/old/moon"]) {
      const { headers } = await get(path, { origin: "https://reader.example" });
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("access-control-expose-headers")).toBe("ETag, Last-Modified, Link");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    const preflight = await get("/rss.xml", { "access-control-request-method": "GET" }, "OPTIONS");
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("If-None-Match, If-Modified-Since, Range, If-Range");
    expect(preflight.headers.get("access-control-allow-methods")).toBe("GET, HEAD");
  });

  it.each(["POST", "PUT", "DELETE", "PATCH", "PROPFIND"])("refuses %s and lists the allowed methods", async (method) => {
    for (const path of ["/rss.xml", "/", "/nope"]) {
      const response = await appUnderTest({ entries }).get(path, {}, method);
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
      expect(response.headers.get("cache-control")).toBe("no-store");
    }
  });

  it.each([
    "/nope",
    "/RSS.XML",
    "//rss.xmlx",
    "/articles/moon/..%2fsun",
    "/%",
    "/%ff",
    "/%C0%80",
    "/articles/moon%00",
    `/${"a".repeat(10_000)}`,
    "/constructor",
    "/__proto__",
    "/build/content/index.bin",
  ])("responds to %s with a 404 page", async (path) => {
    const { get, logged } = appUnderTest({ entries });
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=90,/);
    expect(logged).toEqual([]);
  });

  it.each([
    ["/old/moon", moon.url],
    ["/old/moon/", moon.url],
    ["/%c3%bcber", moon.url],
    ["/articles/moon/", moon.url],
    ["/rss.xml/", "https://news.example/rss.xml"],
  ])("redirects %s permanently", async (path, location) => {
    const response = await appUnderTest({ entries }).get(path);
    expect(response.status).toBe(301);
    expect(response.headers.get("location")).toBe(location);
    expect(maxAge(response)).toBe(90);
  });

  it("shows the right error page for each failure, in any order", async () => {
    const { get } = appUnderTest({ entries, redirects: { moved: {}, gone: ["/gone"] } });
    const asked = async (path: string, method = "GET") => /<h1[^>]*>(.*?)<\/h1>/.exec(await (await get(path, {}, method)).text())?.[1];
    for (let round = 0; round < 2; round++) {
      expect([await asked("/gone"), await asked("/nope"), await asked("/", "POST")]).toEqual([
        "Removed",
        "Not found",
        "Method not allowed",
      ]);
    }
  });

  it("redirects to a custom icon", async () => {
    const response = await appUnderTest({ site: { ...sampleSite, favicon: "https://news.example/media/x/own.svg" } }).get("/favicon.ico");
    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("https://news.example/media/x/own.svg");
    expect(maxAge(response)).toBe(3600);
  });

  it("uses the address of its settings, not that of the request", async () => {
    const { app } = appUnderTest({ entries });
    for (const path of [...feeds, ...pages]) {
      const headers = {
        host: "evil.example",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "gopher",
        "x-original-url": "/evil",
      };
      const response = await app.request(`http://evil.example${path}`, { headers });
      expect(await response.text()).not.toContain("evil");
    }
  });

  it("forbids scripts on pages, and allows only pictures and media", async () => {
    const { get } = appUnderTest({ entries });
    for (const path of [...pages, "/nope"]) {
      expect((await get(path)).headers.get("content-security-policy")).toBe(pagePolicy);
    }
    expect((await get("/rss.xml")).headers.get("content-security-policy")).toBeNull();
  });
});

describe("an entry that expires", () => {
  const brief = sampleEntry("brief", { title: "The Comet", published: noon - 2000, expires: noon + 60_000 });
  const site = { entries: [...entries, brief].sort((a, b) => b.published - a.published) };

  it("disappears everywhere at its instant, before which the lifetime of every response ends", async () => {
    const { get, time } = appUnderTest(site);
    for (const path of [...feeds, "/", brief.path]) {
      time.now = noon;
      const before = await get(path);
      expect(await before.text()).toContain("The Comet");
      expect(before.headers.get("cache-control")).toContain("max-age=59, stale-while-revalidate=0");
      time.now = noon + 60_000;
      const after = await get(path, { "if-none-match": before.headers.get("etag") ?? "" });
      expect(after.status).toBe(path === brief.path ? 410 : 200);
      expect(await after.text()).not.toContain("The Comet");
      if (after.status === 200) expect(Date.parse(after.headers.get("last-modified") ?? "")).toBeGreaterThanOrEqual(noon + 60_000);
    }
  });
});

describe("a scheduled entry", () => {
  const everywhere = [...feeds, ...pages, "/articles/sun", "/nope", "/articles/draft"];

  it("appears nowhere before its instant, and then everywhere", async () => {
    const { get, time } = appUnderTest({ entries });
    time.now = sun.published - 1;
    for (const path of everywhere) expect(await (await get(path)).text()).not.toMatch(/sun/i);
    expect((await get("/articles/sun")).status).toBe(404);
    time.now = sun.published;
    for (const path of [...feeds, "/", "/articles/sun"]) expect(await (await get(path)).text()).toContain("The Sun");
    expect((await get("/articles/sun")).status).toBe(200);
  });

  it("ends the lifetime of every response at its instant, including its own 404", async () => {
    const { get, time } = appUnderTest({ entries });
    for (const [now, expected] of [
      [noon, "public, max-age=90, stale-while-revalidate=0, stale-if-error=604800"],
      [sun.published - 1, "public, max-age=0, stale-while-revalidate=0, stale-if-error=604800"],
      [sun.published, "public, max-age=3600, stale-while-revalidate=3600, stale-if-error=604800"],
    ] as const) {
      time.now = now;
      for (const path of everywhere) expect((await get(path)).headers.get("cache-control")).toBe(expected);
    }
  });

  it("changes both validators", async () => {
    const { get, time } = appUnderTest({ entries });
    const before = await get("/rss.xml");
    const precondition = { "if-none-match": before.headers.get("etag") ?? "" };
    time.now = sun.published - 1;
    expect((await get("/rss.xml", precondition)).status).toBe(304);
    time.now = sun.published;
    expect((await get("/rss.xml", precondition)).status).toBe(200);
    expect((await get("/rss.xml", { "if-modified-since": before.headers.get("last-modified") ?? "" })).status).toBe(200);
  });

  it("appears on pages with a badge during development, and in no feed", async () => {
    const { get } = appUnderTest({ entries, development: true });
    expect(await (await get("/")).text()).toMatch(/Drafty[\s\S]*Draft<[\s\S]*The Sun[\s\S]*Scheduled for/);
    expect((await get("/articles/sun")).status).toBe(200);
    expect((await get("/articles/draft")).status).toBe(200);
    for (const path of feeds) expect(await (await get(path)).text()).not.toMatch(/sun|draft/i);
  });
});

describe("a draft", () => {
  it("changes the ETag of the front page when it is edited", async () => {
    const tagWith = async (title: string) => {
      const { get } = appUnderTest({ entries: [moon, { ...draft, hash: title, title }], development: true });
      return (await get("/")).headers.get("etag");
    };
    expect(await tagWith("a")).not.toBe(await tagWith("b"));
  });
});

describe("an empty site", () => {
  it("serves valid, empty feeds", async () => {
    const { get } = appUnderTest({ entries: [draft] });
    for (const path of [...feeds, "/"]) expect((await get(path)).status).toBe(200);
    expect((await (await get("/feed.json")).json()) as object).toMatchObject({ items: [] });
  });
});

describe("a failure", () => {
  const secret = new Error("connection to db-7.internal refused");
  const broken: EntryStore = {
    snapshot: () => Promise.reject(secret),
    contents: () => Promise.reject(secret),
  };

  it.each([
    ["of the store", broken],
    ["of the store half-way", { ...createBundledStore({ entries, development: false, site: sampleSite }), contents: broken.contents }],
  ])("with %s is a 503 that is not cached, and never an empty feed", async (_criterion, store) => {
    const { get, logged } = appUnderTest({ store });
    for (const path of feeds) {
      const response = await get(path);
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("60");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(await response.text()).not.toContain("db-7");
    }
    expect(logged).toHaveLength(3);
    expect(logged[0]).toMatchObject({ level: "error", method: "GET", path: "/rss.xml", cause: String(secret) });
  });

  it("of the static assets is a 503 for a feed, and does not affect the rest of the site", async () => {
    const [{ content: _, ...old }, fresh] = [moon, sampleEntry("fresh", { published: noon - 1000, categories: ["Sea"] })];
    const stored = { entries: [fresh, { ...old, place: [0, 0, 9] as const }], chunks: ["a1"], development: false, site: sampleSite };
    const { get, logged } = appUnderTest({ store: createBundledStore(stored, () => Promise.reject(secret)) });
    for (const path of [...feeds, "/articles/moon"]) expect((await get(path)).status).toBe(503);
    expect(logged).toHaveLength(4);
    for (const path of ["/categories/sea/rss.xml", "/articles/fresh", "/", "/sitemap.xml"]) expect((await get(path)).status).toBe(200);
    expect((await get("/rss.xml", { "if-none-match": "*" })).status).toBe(304);
  });

  it("is over as soon as the store recovers", async () => {
    const store = createBundledStore({ entries, development: false, site: sampleSite });
    vi.spyOn(store, "contents").mockRejectedValueOnce(secret);
    const { get } = appUnderTest({ store });
    expect((await get("/rss.xml")).status).toBe(503);
    expect((await get("/rss.xml")).status).toBe(200);
  });

  it("of the code is a 500 without internal details", async () => {
    const { get, logged } = appUnderTest({ entries: [{ ...moon, updated: Number.NaN }] });
    const response = await get("/rss.xml");
    expect(response.status).toBe(500);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).not.toMatch(/RangeError|Invalid|\.ts/);
    expect(logged[0]).toMatchObject({ level: "error", message: "Invalid time value" });
  });
});
