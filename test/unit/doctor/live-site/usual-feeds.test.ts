import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { examineSite } from "../../../../src/doctor/examine-site.ts";
import type { Finding } from "../../../../src/doctor/live-site/finding.ts";
import { complaints, goodAtom, goodJson, goodRss, item, network } from "../feed-server.ts";

const origin = "https://news.example";
const home = "<!doctype html><title>Home</title><p>Welcome</p>";

type Answer =
  | string
  | { readonly body?: string | Uint8Array<ArrayBuffer>; readonly status?: number; readonly headers?: Readonly<Record<string, string>> };

/** Examines a site whose page links to no feed. @param other the answer at all other addresses */
async function examine(paths: Readonly<Record<string, Answer>>, other: Answer = { status: 404 }) {
  const asked: string[] = [];
  const fake: typeof fetch = async (input) => {
    const { pathname } = new URL(String(input));
    asked.push(pathname);
    const answer = pathname === "/" ? (paths["/"] ?? home) : (paths[pathname] ?? other);
    const { body = "", headers = {}, status = 200 } = typeof answer === "string" ? { body: answer } : answer;
    const type = String(body).startsWith("<!doctype html") ? "text/html" : "application/xml";
    return new Response(status === 301 ? null : body, { status, headers: { "content-type": type, ...headers } });
  };
  const { feeds, findings } = await examineSite(`${origin}/`, { ...network, fetch: fake });
  return { asked, findings, feeds: feeds.map(({ findings, url }) => ({ path: url.slice(origin.length), findings })) };
}

const firstError = (findings: readonly Finding[] = []) => findings.find(({ severity }) => severity === "error");
const rss = goodRss(`${origin}/feed.xml`);
const notLinked = { check: "discovery", severity: "warning", message: "The page does not link to its feed: some readers cannot find it" };

describe("findUsualFeeds() finds a broken feed:", () => {
  it.each([
    ["a bare <", "/feed.xml", rss.replace("What is new", "I <3 peas"), "well-formed"],
    ["a bare < in a title", "/index.xml", rss.replace("About a", "Trains < planes"), "well-formed"],
    ["an element that is not closed", "/rss.xml", rss.replace("</description>", ""), "well-formed"],
    [
      "a warning of PHP before it",
      "/feed/",
      { body: `<br />\n<b>Warning</b>: x in /a.php\n${rss}`, headers: { "content-type": "text/html" } },
      "well-formed",
    ],
    ["an end that is missing", "/feed/", rss.slice(0, -200), "well-formed"],
    ["an escaped declaration", "/feed.xml", rss.replace("<?xml", "&lt;?xml"), "well-formed"],
    ["a trailing comma", "/feed.json", goodJson(`${origin}/feed.json`).replace(/\]\}$/, ",]}"), "well-formed"],
    ["nothing, sent as RSS", "/feed/", { headers: { "content-type": "application/rss+xml" } }, "reachable"],
    ["nothing, sent as XML", "/feed.xml", "", "reachable"],
    ["an error that is sent as RSS", "/feed/", { body: "Out of memory", headers: { "content-type": "application/rss+xml" } }, "reachable"],
    ["gzip without its header", "/feed.xml", { body: new Uint8Array(gzipSync(rss)) }, "reachable"],
    ["a feed with the status 404", "/feed/", { body: rss, status: 404 }, "reachable"],
  ])("%s", async (_name, path, answer, check) => {
    const { feeds } = await examine({ [path]: answer });
    expect(feeds.map((feed) => feed.path)).toEqual([path]);
    expect(firstError(feeds[0]?.findings)?.check).toBe(check);
  });

  it("names the line, and the place of the missing link", async () => {
    const { feeds, findings } = await examine({ "/feed.xml": rss.replace("What is new", "\nI <3 peas") });
    expect(findings).toMatchObject([{ ...notLinked, advice: expect.stringContaining(`href="${origin}/feed.xml"`) }]);
    expect(firstError(feeds[0]?.findings)).toMatchObject({ location: { line: 3 } });
  });

  it("after the others, and once", async () => {
    const broken = rss.slice(0, -20);
    const { feeds } = await examine({ "/feed/": broken, "/rss.xml": rss, "/atom.xml": broken });
    expect(feeds.map(({ path }) => path)).toEqual(["/rss.xml", "/feed/"]);
  });
});

const nothing = (outcome: string, advice = "Give the address of the feed") => [
  {
    check: "discovery",
    severity: "error",
    message: `Cannot find a feed: the page "Home" has no <link rel="alternate"> to a feed, and ${outcome}`,
    advice: expect.stringContaining(advice),
  },
];

describe("findUsualFeeds() stops", () => {
  it.each([
    [429, "120", "in 2 minutes"],
    [503, "600", "in 10 minutes"],
  ])("at a %i", async (status, seconds, time) => {
    const { asked, feeds, findings } = await examine({ "/feed/": { status, headers: { "retry-after": seconds } } });
    const outcome = `the server limits requests: /feed/ answers ${status}, and asks to try again ${time}, so no further address was tried`;
    expect(findings).toMatchObject(nothing(outcome, `Try again ${time}`));
    expect([asked, feeds]).toEqual([["/", "/feed/"], []]);
  });

  it("at a 429 without a time", async () => {
    const { findings } = await examine({ "/rss.xml": { status: 429 } });
    expect(findings).toMatchObject(
      nothing("the server limits requests: /rss.xml answers 429, so no further", "Try again later").map(({ message, ...rest }) => ({
        ...rest,
        message: expect.stringContaining(message),
      })),
    );
  });

  it("if the server no longer answers", async () => {
    let count = 0;
    const fake: typeof fetch = async () => {
      if (++count === 1) return new Response(home);
      throw new TypeError("fetch failed");
    };
    const { findings } = await examineSite(`${origin}/`, { ...network, fetch: fake });
    expect(findings).toMatchObject(nothing("the server no longer answers: the usual addresses after /feed/ were not tried"));
  });
});

describe("findUsualFeeds() examines the one address", () => {
  it.each([
    ["a 500", { status: 500 }, "The server fails: 500"],
    ["a 401", { status: 401 }, "It asks for a password: 401"],
    ["a 403", { status: 403 }, "It refuses feed readers: 403"],
    ["a redirect to itself", { status: 301, headers: { location: "/feed/" } }, "Cannot reach it: its redirects form a loop"],
  ])("with %s", async (_name, answer, message) => {
    const { feeds, findings } = await examine({ "/feed/": answer });
    const suspect = 'The page has no <link rel="alternate"> to a feed. /feed/ may be the address of one';
    expect(findings).toMatchObject([{ check: "discovery", severity: "warning", message: suspect }]);
    expect(feeds.map(({ path }) => path)).toEqual(["/feed/"]);
    expect(firstError(feeds[0]?.findings)).toMatchObject({ message });
  });

  it("that is blocked by bot protection, as all others are", async () => {
    const { feeds } = await examine({}, { status: 403, headers: { "cf-mitigated": "challenge" } });
    expect(feeds.map(({ findings, path }) => [path, complaints(findings)])).toEqual([["/feed/", ["error bot wall"]]]);
  });

  it("but not if a feed was found", async () => {
    const { feeds } = await examine({ "/feed/": { status: 500 }, "/rss.xml": rss });
    expect(feeds.map(({ path }) => path)).toEqual(["/rss.xml"]);
  });
});

describe("findUsualFeeds() finds nothing on a site", () => {
  it.each([
    ["that refuses unknown addresses", { status: 403 }, "the usual addresses have none: every usual address answers with 403"],
    ["that fails at unknown addresses", { status: 500 }, "the usual addresses have none: every usual address answers with 500"],
    ["that has one page", home, "the usual addresses have none: every usual address answers with a web page"],
    [
      "whose routes are unknown to the server",
      "",
      "the usual addresses have none: every usual address answers with a document that is not a feed",
    ],
    ["without a feed", { status: 404 }, "the usual addresses have none"],
    ["whose feed is gone", { status: 410 }, "the usual addresses have none: every usual address answers with 410"],
  ])("%s", async (_name, other, outcome) => {
    const { feeds, findings } = await examine({}, other);
    expect(findings).toMatchObject(nothing(outcome));
    expect(feeds).toEqual([]);
  });

  it("that refuses most of them", async () => {
    const { feeds, findings } = await examine({ "/feed/": { status: 404 }, "/atom": { status: 404 } }, { status: 403 });
    expect(findings).toMatchObject(nothing("the usual addresses have none: most usual addresses answer with 403"));
    expect(feeds).toEqual([]);
  });

  it("with a page that says that the address does not exist", async () => {
    const { feeds } = await examine({ "/feed/": "<!doctype html><title>Not found</title>" });
    expect(feeds).toEqual([]);
  });
});

describe("notAdvertised() names", () => {
  it.each([
    [
      "the address to which a redirect leads",
      { "/feed/": { status: 301, headers: { location: "/rss.xml" } }, "/rss.xml": rss },
      "application/rss+xml",
      "/rss.xml",
    ],
    ["the type of Atom", { "/atom.xml": goodAtom(`${origin}/atom.xml`) }, "application/atom+xml", "/atom.xml"],
    ["the type of JSON Feed", { "/feed.json": goodJson(`${origin}/feed.json`) }, "application/feed+json", "/feed.json"],
  ])("%s", async (_name, paths, type, href) => {
    const { findings } = await examine(paths);
    expect(findings).toMatchObject([
      { ...notLinked, advice: `Put <link rel="alternate" type="${type}" href="${origin}${href}"> into its head` },
    ]);
  });

  it("the site's own address of a feed at another host", async () => {
    const { findings } = await examine({ "/feed/": { status: 301, headers: { location: "https://feeds.example/x.xml" } }, "/x.xml": rss });
    expect(findings).toMatchObject([{ advice: expect.stringContaining(`href="${origin}/feed/"`) }]);
  });
});

describe("hintedFeeds() finds", () => {
  it.each([
    ["a link with a general type", '<link rel="alternate" type="text/xml" href="/x.xml">', ""],
    ["a header", "", '</x.xml>; rel="alternate"; type="application/rss+xml"'],
    ["a link to click", '<a href="/x.xml">RSS</a>', ""],
    ["a link in an element", '<a href="x.xml#top"><span>RSS feed</span></a>', ""],
    ["a picture to click", '<a href="/x.xml" title="Atom"><svg></svg></a>', ""],
    ["a picture with a text", '<a href="/x.xml"><img src="a.gif" alt="RSS"></a>', ""],
    ["a picture within elements", '<a href="/x.xml"><span><picture><img src="a.gif" alt="\n  RSS\n  feed\n"></picture></span></a>', ""],
    ["a picture with a text next to a long one", `<a href="/x.xml"><img alt="RSS"> ${"never miss a post ".repeat(5)}</a>`, ""],
    ["a picture with a title", '<a href="/x.xml"><img src="a.gif" alt="" title="News feed"></a>', ""],
    ["a picture with a label", '<a href="/x.xml"><svg role="img" aria-label="Feeds"></svg></a>', ""],
    [
      "an SVG with a title",
      '<a href="/x.xml"><svg><style>a{color:red;background:rgb(255,255,255)}</style><title>RSS</title></svg></a>',
      "",
    ],
    ["an area of a picture", '<map name="m"><area href="/x.xml" alt="RSS"></map>', ""],
    ["an icon of Material", '<a href="/x.xml"><i class="material-icons">rss_feed</i></a>', ""],
    ["a number", '<a href="/x.xml">RSS2</a>', ""],
    ["the file of an icon", '<a href="/x.xml"><img src="/img/feed-icon-14x14.png" alt=""></a>', ""],
    ["the file of a lazy icon", '<a href="/x.xml">Subscribe <img src="data:image/gif;base64,R0" data-src="/rssicon.gif?v=2"></a>', ""],
    ["the file of an icon with alternatives", '<a href="/x.xml"><picture><source srcset="rss.svg"></picture></a>', ""],
    ["an address that opens a feed reader", '<a href="feed://news.example/x.xml">Subscribe</a>', ""],
    ["the first icon of feeds", '<a href="/x.xml"><img src="xml.gif"></a>', ""],
    ["the class of an icon", '<a href="/x.xml"><i class="fa-solid fa-square-rss"></i></a>', ""],
    ["the class of a link", '<a href="/x.xml" class="icon-feed">Follow</a>', ""],
    ["a symbol", '<a href="/x.xml"><svg><use xlink:href="/icons.svg#rss"></use></svg></a>', ""],
  ])("%s", async (_name, html, link) => {
    const { feeds, findings } = await examine({ "/": { body: home + html, headers: link === "" ? {} : { link } }, "/x.xml": rss });
    expect(findings).toMatchObject([notLinked]);
    expect(feeds.map(({ path }) => path)).toEqual(["/x.xml"]);
  });

  it.each([
    ["no link to another host", '<a href="https://other.example/x.xml">RSS</a>', ""],
    ["no link with another name", '<a href="/x.xml">Sitemap</a>', ""],
    ["no address of a page", '<a href="/x.xml"><img src="/photo.jpg" alt="Feedback"></a>', ""],
    ["no list of posts", '<a href="/x.xml"><div class="feed">A day at sea</div></a>', ""],
    ["no picture of a headline", `<a href="/x.xml"><img src="/rss.jpg"> ${"How I learned to love the web ".repeat(2)}</a>`, ""],
    ["no text deep within a link", `<a href="/x.xml"><svg>${"<g>".repeat(200)}<text>RSS</text></svg></a>`, ""],
    ["no headline", '<a href="/x.xml">How I learned to love feeds, the RSS that is everywhere</a>', ""],
    ["no other language", "", '</x.xml>; rel="alternate"; type="text/html"'],
    ["no other relation", "", '</x.xml>; rel="preload"'],
  ])("%s", async (_name, html, link) => {
    const { asked } = await examine({ "/": { body: home + html, headers: link === "" ? {} : { link } }, "/x.xml": rss });
    expect(asked).not.toContain("/x.xml");
  });

  it.each(["/rss.php", "/news/RssFeed.aspx", "/feeds.cgi", "/atom/", "/index.php?type=rss", "/newsfeed"])(
    "the address %s",
    async (href) => {
      const { asked } = await examine({ "/": `${home}<a href="${href}">Subscribe</a>` });
      expect(asked).toContain(href.split("?")[0]);
    },
  );

  it.each(["/feedback", "/atomic/", "/rss/about", "/transfeed"])("not the address %s", async (href) => {
    const { asked } = await examine({ "/": `${home}<a href="${href}">Subscribe</a>` });
    expect(asked).not.toContain(href);
  });

  it("first what is called a feed", async () => {
    const others = Array.from({ length: 9 }, (_, index) => `<a href="/rss/${index}.rss">News</a>`).join("");
    const { feeds } = await examine({ "/": `${home}${others}<a href="/x.xml"><img alt="RSS"></a>`, "/x.xml": rss });
    expect(feeds.map(({ path }) => path)).toEqual(["/x.xml"]);
  });

  it("at most five addresses", async () => {
    const links = Array.from({ length: 20 }, (_, index) => `<a href="/c/${index}">RSS</a>`).join("");
    const { asked } = await examine({ "/": home + links, "/rss.xml": goodRss(`${origin}/rss.xml`, item("a")) });
    expect(asked.filter((path) => path.startsWith("/c/"))).toHaveLength(5);
  });
});
