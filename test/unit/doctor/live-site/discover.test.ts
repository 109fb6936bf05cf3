import { describe, expect, it } from "vitest";
import { advertisedFeeds } from "../../../../src/doctor/live-site/advertised-feeds.ts";
import { discover } from "../../../../src/doctor/live-site/discover.ts";
import { complaints, goodRss, listen, network } from "../feed-server.ts";

const page = (head: string) => `<!doctype html><html><head><title>News</title>${head}</head><body><svg><link></svg></body></html>`;
const feed = (href: string, type = "application/rss+xml") => `<link rel="alternate" type="${type}" href="${href}">`;

describe("advertisedFeeds()", () => {
  it.each([
    ["each of them, in order, once", feed("/a.xml") + feed("/b.json", "application/feed+json") + feed("/a.xml#top"), ["/a.xml", "/b.json"]],
    [
      "relations and types in any case",
      '<LINK REL="Alternate home" TYPE="Application/Atom+XML; charset=utf-8" HREF=" a.xml ">',
      ["/blog/a.xml"],
    ],
    ["what the base says", `<base href="/deep/">${feed("a.xml")}`, ["/deep/a.xml"]],
    [
      "no other languages, styles and interfaces",
      `${feed("/en", "text/html")}<link rel="stylesheet" type="application/rss+xml" href="/s">${feed("/wp-json/wp/v2/pages/2", "application/json")}`,
      [],
    ],
    [
      "nothing without an address",
      `<link rel="alternate" type="application/rss+xml">${feed("")}${feed(" ")}${feed("http://")}${feed("feed:")}`,
      [],
    ],
    [
      "addresses that open a feed reader",
      `${feed("feed:https://news.example/a.xml")}${feed("feed://news.example/b.xml")}${feed("FEED://https://news.example/c.xml")}${feed("feed:d.xml")}`,
      ["/a.xml", "/b.xml", "/c.xml", "/blog/d.xml"],
    ],
  ])("finds %s", (_name, head, expected) => {
    const found = advertisedFeeds(page(head), "https://news.example/blog/");
    expect(found).toEqual(expected.map((path) => `https://news.example${path}`));
  });

  it("reads a deeply nested page", () => {
    expect(advertisedFeeds(`${page("")}${"<div>".repeat(50_000)}${feed("/a.xml")}`, "https://news.example/")).toEqual([
      "https://news.example/a.xml",
    ]);
  });
});

describe("advertisedFeeds()", () => {
  it("returns nothing for a page whose few tags make too many elements", () => {
    const bold = Array.from({ length: 700 }, (_, index) => `<p><b id=${index}>x</p>`).join("");
    expect(advertisedFeeds(page(feed("/a.xml")) + bold, "https://news.example/")).toEqual([]);
  });
});

describe("discover()", () => {
  const site = (paths: Readonly<Record<string, string | number>>) =>
    listen(({ headers, url = "" }, response) => {
      const found = paths[url];
      if (typeof found === "number") response.writeHead(found, found === 301 ? { location: "/feed/" } : {}).end();
      else if (found === undefined) response.writeHead(404).end();
      else response.end(found === "feed" ? goodRss(`http://${headers.host}${url}`) : found);
    });

  it.each([
    ["a feed", "/feed.xml", { "/feed.xml": "feed" }, ["/feed.xml"], []],
    ["a page that names feeds", "/", { "/": page(feed("/a.xml") + feed("/b.xml")) }, ["/a.xml", "/b.xml"], []],
    [
      "a page that names none",
      "/",
      { "/": page(""), "/feed/": "feed", "/feed": 301, "/feed.json": 500, "/atom.xml": "feed" },
      ["/feed/", "/atom.xml"],
      ["warning discovery"],
    ],
    ["a page in a folder", "/blog/", { "/blog/": page(""), "/blog/feed/": "feed" }, ["/blog/feed/"], ["warning discovery"]],
    ["a page that refuses", "/", { "/": 403, "/feed/": "feed" }, ["/feed/"], ["warning discovery"]],
    ["a site without a feed", "/", { "/": page("") }, [], ["error discovery"]],
    ["a page at the address of a feed", "/rss.xml", { "/rss.xml": page("") }, ["/rss.xml"], []],
    ["a page at /feed/", "/feed/", { "/feed/": page("") }, ["/feed/"], []],
    ["a page at /blog/atom", "/blog/atom", { "/blog/atom": page("") }, ["/blog/atom"], []],
    ["a page at ?feed=rss2", "/?feed=rss2", { "/?feed=rss2": page("") }, ["/?feed=rss2"], []],
    ["a page that names feeds at /rss", "/rss", { "/rss": page(feed("/a.xml")) }, ["/a.xml"], []],
    ["a page about atoms", "/atoms", { "/atoms": page("") }, [], ["error discovery"]],
    ["nothing", "/", {}, ["/"], []],
    ["a feed that is gone", "/feed.xml", { "/feed/": "feed" }, ["/feed.xml"], []],
  ])("given %s", async (_name, path, paths, feedsFound, complaintsFound) => {
    const origin = await site(paths as Record<string, string | number>);
    const { feeds, findings } = await discover(origin + path, network);
    expect(feeds).toEqual(feedsFound.map((feed) => origin + feed));
    expect(complaints(findings)).toEqual(complaintsFound);
  });

  const privateReason = "it is the address of a private network, which others cannot reach";

  it.each([
    ["http://localhost:1313/index.xml", privateReason, "public address"],
    ["http://10.0.0.1/x", privateReason, "public address"],
    ["http://my-mac.local:4000/feed.xml", privateReason, "public address"],
    ["javascript:1", "it is neither http nor https", "http(s) address"],
    ["file:///C:/site/feed.xml", "it is neither http nor https", "http(s) address"],
  ])("reports that a page links to %s", async (href, reason, advice) => {
    const fetched = async (head: string, ...feeds: readonly string[]) => {
      const fake: typeof fetch = async (input) => {
        const { pathname } = new URL(String(input));
        if (pathname === "/") return new Response(page(head));
        return feeds.includes(pathname) ? new Response(goodRss(String(input))) : new Response(null, { status: 404 });
      };
      return discover("https://news.example/", { ...network, fetch: fake });
    };
    const finding = {
      check: "discovery",
      message: `The page links to a feed that others cannot request: ${reason}`,
      evidence: href,
      advice: expect.stringContaining(advice),
    };
    expect(await fetched(feed(href))).toMatchObject({ feeds: [], findings: [{ ...finding, severity: "error" }] });
    expect(await fetched(feed(href), "/rss.xml")).toMatchObject({
      feeds: ["https://news.example/rss.xml"],
      findings: [{ ...finding, severity: "error" }],
    });
    expect(await fetched(feed("/a.xml") + feed(href))).toMatchObject({
      feeds: ["https://news.example/a.xml"],
      findings: [
        { ...finding, severity: "warning" },
        { severity: "ok", message: "The page links to one feed" },
      ],
    });
  });

  it.each(["localhost", "127.0.0.1", "[::1]"])("reports nothing about the links of a preview at %s to itself", async (host) => {
    const fake: typeof fetch = async () => new Response(page(feed("http://localhost:1313/index.xml")));
    const { feeds, findings } = await discover(`http://${host}:1313/`, { ...network, fetch: fake });
    expect([feeds, complaints(findings)]).toEqual([[`http://${host}:1313/index.xml`], []]);
  });

  it("returns at most ten feeds, and none in a private network", async () => {
    const html = page(feed("http://192.168.0.1/a.xml") + Array.from({ length: 30 }, (_, index) => feed(`/${index}.xml`)).join(""));
    const { feeds } = await discover("https://news.example/", { ...network, fetch: async () => new Response(html) });
    expect(feeds).toEqual(Array.from({ length: 10 }, (_, index) => `https://news.example/${index}.xml`));
  });

  it("stops if the server no longer responds", async () => {
    let count = 0;
    const fake: typeof fetch = async () => {
      if (++count === 1) return new Response(page(""));
      throw new TypeError("fetch failed");
    };
    expect((await discover("https://news.example/", { ...network, fetch: fake })).feeds).toEqual([]);
    expect(count).toBe(3);
  });
});
