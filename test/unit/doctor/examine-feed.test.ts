import type { IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { examineFeed } from "../../../src/doctor/examine-feed.ts";
import { complaints, goodAtom, goodJson, goodRss, item, listen, type Manners, network, startFeedServer } from "./feed-server.ts";

const examine = async (manners: Manners, path = "/feed.xml") => examineFeed((await startFeedServer(manners)) + path, network);
const rss = (change: (document: string) => string): Manners => ({ document: (url) => change(goodRss(url)) });
const items = (...list: readonly string[]): Manners => ({ document: (url) => goodRss(url, list.join("")) });
const header = (name: string, value?: string): Manners => ({ headers: { [name]: value } });
const status = (code: number, headers = {}, body = ""): Manners => ({
  respond: (_request, response) => {
    response.writeHead(code, headers).end(body);
    return true;
  },
});
const page = (title: string) => `<!DOCTYPE html><html><head><title>${title}</title></head><body>Hello</body></html>`;
const isBrowser = (agent: string | undefined) => agent?.startsWith("Mozilla/") === true;

/** Redirects /feed.xml to /feed-1.xml and so on, once per status code. */
const redirecting = (...codes: readonly number[]): Manners => ({
  document: (url) => goodRss(url),
  respond: ({ url = "" }, response) => {
    const step = url === "/feed.xml" ? 0 : Number(/-(\d+)/.exec(url)?.[1] ?? codes.length);
    const code = codes[step];
    if (code === undefined) return false;
    response.writeHead(code, { location: `/feed-${step + 1}.xml` }).end();
    return true;
  },
});

/** Responds differently if a request has a header. */
const wherever = (name: string, answer: NonNullable<Manners["respond"]>): Manners => ({
  respond: (request, response, origin) => (request.headers[name] === undefined ? false : answer(request, response, origin)),
});

const usualDate = "Wed, 06 Nov 2024 12:00:00 GMT";

/** A name, the differences from a correct server, and the findings. */
type Case = [name: string, manners: Manners, expected: string[]];

/** Sends a validator, and ignores the requests with it. */
const ignoring = (name: "etag" | "last-modified", value: string | readonly string[]): Manners => ({
  headers: { [name]: value },
  respond: ({ headers }) => {
    if (name === "last-modified" || headers["if-none-match"] !== undefined) delete headers["if-modified-since"];
    if (name === "etag") delete headers["if-none-match"];
    return false;
  },
});

const ended = (code: number, headers = {}): NonNullable<Manners["respond"]> => {
  return (_request, response) => {
    response.writeHead(code, headers).end();
    return true;
  };
};

describe("examineFeed() names the page at the address of a feed", () => {
  const redirecting = (to: string, html: string): Manners => ({
    respond: ({ url = "" }, response) => {
      if (url === "/feed.xml") response.writeHead(302, { location: to }).end();
      else response.writeHead(200, { "content-type": "text/html" }).end(html);
      return true;
    },
  });
  const form = '<form><input type="password"></form>';

  it.each([
    ["a web page", { document: () => page("My App") }, 'It is not a feed: it is a web page, "My App"', "404 if there is no feed"],
    ["one without a title", { document: () => "<!doctype html><p>x" }, "It is not a feed: it is a web page", "404 if there is no feed"],
    ["a wall", redirecting("/private/?r=%2F", page("Blog") + form), 'it is a page that asks for a password, "Blog"', "Let everybody read"],
    ["a login", redirecting("/login?to=%2F", page("Blog")), 'it is the page of a login, "Blog"', "Let everybody read"],
  ] satisfies [string, Manners, string, string][])("%s", async (_name, manners, message, advice) => {
    const { findings } = await examine(manners);
    expect(findings).toMatchObject([
      { check: "reachable", message: expect.stringContaining(message), advice: expect.stringContaining(advice) },
    ]);
  });

  it("with the addresses of the redirects", async () => {
    const { findings } = await examine(redirecting("/login", page("Blog")));
    expect(findings[0]?.evidence).toMatch(/\/feed\.xml.*302.*\/login/);
  });
});

describe("examineFeed() quotes an error of WordPress", () => {
  const text = 'No feed available, visit our <a href="/">homepage</a>!';
  const quoted = '"No feed available, visit our homepage!"';

  it.each([
    ["as XML", 500, `<error><code>wp_die</code><title>Error</title><message><![CDATA[${text}]]></message></error>`, quoted],
    ["as a page", 500, `<!DOCTYPE html><body id="error-page"><div class="wp-die-message">${text}</div></body>`, quoted],
    ["with another status", 403, `<!DOCTYPE html><div class="wp-die-message"><p>${text}</p></div>`, quoted],
  ])("%s", async (_name, code, body, message) => {
    const { findings } = await examine(status(code, {}, body));
    expect(findings).toMatchObject([
      {
        check: "reachable",
        message: `It answers ${code}, with an error of WordPress: ${message}`,
        advice: expect.stringContaining("wp_die()"),
      },
    ]);
  });

  it("but no other error", async () => {
    const { findings } = await examine(status(500, {}, "<error><code>other</code><message>x</message></error>"));
    expect(findings).toMatchObject([{ message: "The server fails: 500" }]);
  });
});

describe("examineFeed() reports nothing for a correct feed", () => {
  it.each([
    ["RSS", {}],
    ["Atom", { document: goodAtom, headers: { "content-type": "application/atom+xml; charset=utf-8" } }],
    ["JSON Feed", { document: goodJson, headers: { "content-type": "application/feed+json" } }],
    ["tags that a compressing server weakened", { headers: { etag: 'W/"a"' } }],
  ] satisfies [string, Manners][])("%s", async (_name, manners) => {
    const { findings, kind, history } = await examine(manners);
    expect(complaints(findings)).toEqual([]);
    expect(kind).toBeDefined();
    expect(history?.documents).toBe(1);
    expect(findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(["reachable", "rules", "both of them", "HEAD", "two fetches"]),
    );
  });
});

describe("examineFeed() says of browsers only what it has checked", () => {
  it.each([
    ["the same document", {}, "The User-Agent of a browser gets the same document"],
    [
      "another document",
      {
        document: goodRss,
        respond: ({ headers }, response, origin) => {
          if (!isBrowser(headers["user-agent"])) return false;
          response.writeHead(200, { "content-type": "application/rss+xml" }).end(goodRss(`${origin}/feed.xml`, item("c")));
          return true;
        },
      },
      "The User-Agent of a browser gets a feed, too",
    ],
    [
      "a page for the Accept of a browser",
      {
        respond: ({ headers }, response) => {
          if (!headers.accept?.includes("text/html")) return false;
          response.writeHead(200, { "content-type": "text/html" }).end(page("News"));
          return true;
        },
      },
      "The User-Agent of a browser gets the same document",
    ],
  ] satisfies [string, Manners, string][])("%s", async (_name, manners, message) => {
    const { findings } = await examine(manners);
    expect(findings.find(({ check }) => check === "agents")).toMatchObject({ severity: "ok", message });
  });
});

let count = 0;

describe("examineFeed() reports exactly the faults", () => {
  it.each([
    // Availability
    ["nothing", status(404), ["error reachable"]],
    ["gone", status(410), ["error reachable"]],
    ["a password", status(401), ["error reachable"]],
    ["a failure", status(503, { "retry-after": "60" }), ["error reachable"]],
    ["a limit", status(429), ["error reachable"]],
    ["refused", status(403), ["error reachable"]],
    ["a web page", status(200, { "content-type": "text/html" }, page("News")), ["error reachable"]],
    ["nothing at all", status(200, {}, ""), ["error reachable"]],
    ["JSON that is not a feed", status(200, { "content-type": "application/json" }, '{"version": 1}'), ["error reachable"]],
    // Bot protection
    ["a challenge of Cloudflare", status(403, { "cf-mitigated": "challenge" }, page("x")), ["error bot wall"]],
    ["a page that says to wait", status(503, {}, page("Just a moment...")), ["error bot wall"]],
    ["a page that says to wait, and 200", status(200, {}, page("Just a moment...")), ["error bot wall"]],
    [
      "a feed for browsers alone",
      {
        respond: ({ headers }, response) => {
          if (isBrowser(headers["user-agent"])) return false;
          response.writeHead(403).end();
          return true;
        },
      },
      ["error bot wall"],
    ],
    [
      "a page for browsers",
      {
        respond: ({ headers }, response) => {
          if (!isBrowser(headers["user-agent"])) return false;
          response.end(page("News"));
          return true;
        },
      },
      ["warning agents"],
    ],
    // Redirects
    ["moved", redirecting(301), ["note redirects"]],
    ["moved temporarily", redirecting(302), ["note redirects"]],
    ["moved permanently, then temporarily", redirecting(308, 307), ["note redirects"]],
    ["three redirects", redirecting(301, 301, 301), ["warning redirects"]],
    ["eleven redirects", redirecting(...Array<number>(12).fill(301)), ["error redirects"]],
    ["a redirect loop", { respond: ended(301, { location: "/feed.xml" }) }, ["error redirects"]],
    ["a redirect to nowhere", { respond: ended(301) }, ["error redirects"]],
    ["a redirect to a file", { respond: ended(301, { location: "file:///etc/passwd" }) }, ["error redirects"]],
    // Headers
    ["a general type", header("content-type", "text/xml; charset=utf-8"), ["note content type"]],
    ["the type of a page", header("content-type", "text/html; charset=utf-8"), ["warning content type"]],
    ["the type of another format", header("content-type", "application/atom+xml; charset=utf-8"), ["warning content type"]],
    ["no type", header("content-type"), ["warning content type"]],
    ["another charset", header("content-type", "application/rss+xml; charset=iso-8859-1"), ["warning charset"]],
    [
      "windows-1252, declared everywhere",
      {
        document: (url) =>
          Buffer.from(goodRss(url, item("caf\u00e9").replaceAll("/caf\u00e9", "/a")).replace("utf-8", "windows-1252"), "latin1"),
        headers: { "content-type": "application/rss+xml; charset=windows-1252" },
      },
      ["note charset"],
    ],
    [
      "bytes that are not UTF-8",
      { document: (url) => Buffer.from(goodRss(url, item("caf\u00e9").replaceAll("/caf\u00e9", "/a")), "latin1") },
      ["error charset"],
    ],
    ["no nosniff", header("x-content-type-options"), ["note nosniff"]],
    ["no CORS", header("access-control-allow-origin"), ["note CORS"]],
    ["CORS for one", header("access-control-allow-origin", "https://news.example"), ["note CORS"]],
    ["a cookie", header("set-cookie", "a=b"), ["note cookies"]],
    // The document
    ["no XML", rss((document) => document.replace("</language>", "")), ["error well-formed"]],
    ["an entity of HTML", rss((document) => document.replace("What is new", "What&nbsp;is")), ["error well-formed"]],
    [
      "an address that is relative",
      rss((document) => document.replace(/&lt;p&gt;/, '&lt;p&gt;&lt;img src="/a.png"&gt;')),
      ["warning ContainsRelRef"],
    ],
    ["a bad date", rss((document) => document.replace("Wed, 06", "Thu, 06")), ["error IncorrectDOW"]],
    ["no language", rss((document) => document.replace(/<language>.*<\/language>/, "")), ["note MissingDCLanguage"]],
    ["a title in CDATA, as most systems write it", rss((document) => document.replace("News", "<![CDATA[News & notes]]>")), []],
    ["HTML that never ends", rss((document) => document.replace("&lt;p&gt;", "&lt;b&gt;".repeat(20_000))), ["error rules"]],
    [
      "HTML whose few tags make very many elements",
      rss((document) =>
        document.replace("&lt;p&gt;", Array.from({ length: 700 }, (_, index) => `&lt;p&gt;&lt;b id=${index}&gt;x&lt;/p&gt;`).join("")),
      ),
      ["error rules"],
    ],
    [
      "elements that never end",
      rss((document) => document.replace("<link>", `${"<a>".repeat(20_000)}${"</a>".repeat(20_000)}<link>`)),
      ["error well-formed"],
    ],
    ["too much", rss((document) => document.replace("Nobody", "Nobody ".repeat(800_000))), ["error size", "note rules"]],
    [
      "a large JSON Feed",
      { document: (url) => goodJson(url, "Nobody ".repeat(20_000)), headers: { "content-type": "application/feed+json" } },
      ["note size"],
    ],
    // Self link
    ["no self link", rss((document) => document.replace(/<atom:link[^>]*>/, "")), ["warning self link"]],
    ["a self link to another", rss((document) => document.replace("/feed.xml", "/other.xml")), ["warning self link"]],
    ["a self link that is relative", rss((document) => document.replace(/http:[^"]*\/feed.xml/, "/feed.xml")), ["warning self link"]],
    ["two self links", rss((document) => document.replace(/(<atom:link[^>]*>)/, "$1$1")), ["warning self link"]],
    // Entries
    ["no entries", items(), ["warning entries"]],
    ["an entry without an id", items(item("a"), item("b").replace(/<guid>.*<\/guid>/, "")), ["warning ids"]],
    ["two entries with one id", items(item("a"), item("a")), ["error ids"]],
    ["an entry in the future", items(item("a"), item("b", "Thu, 07 Nov 2024 12:00:00 GMT")), ["warning dates"]],
    ["an entry from before there were feeds", items(item("a"), item("b", "Thu, 01 Jan 1970 00:00:00 GMT")), ["warning dates"]],
    ["the zero date of Go, as Hugo writes it", items(item("a"), item("b", "Mon, 01 Jan 0001 00:00:00 +0000")), ["warning dates"]],
    ["an entry without a date", items(item("a"), item("b").replace(/<pubDate>.*<\/pubDate>/, "")), ["warning dates"]],
    // Polling
    ["no validators", { headers: { etag: undefined, "last-modified": undefined } }, ["warning validators"]],
    ["no ETag", header("etag"), ["warning validators"]],
    ["no Last-Modified", header("last-modified"), ["warning validators"]],
    ["a tag without quotation marks", header("etag", "abc"), ["warning validators", "note compression"]],
    ["an invalid date", header("last-modified", "yesterday"), ["warning validators"]],
    ["a date in the future", header("last-modified", "Fri, 08 Nov 2024 12:00:00 GMT"), ["warning validators"]],
    ...["2024-11-05T09:12:30Z", "mar, 05 nov 2024 09:12:30 GMT", "Tue, 05 Nov 2024 09:12:30 +0000", "1730797950"].map(
      (date): Case => [`${date}, which the server ignores`, ignoring("last-modified", date), ["warning validators"]],
    ),
    ["a date in the future, which the server ignores", ignoring("last-modified", "Fri, 08 Nov 2024 12:00:00 GMT"), ["warning validators"]],
    ["two dates, which the server ignores", ignoring("last-modified", [usualDate, usualDate]), ["warning validators"]],
    ...["abc", 'w/"abc"', '"a b"'].map(
      (tag): Case => [`the tag ${tag}, which the server ignores`, ignoring("etag", tag), ["warning validators", "note compression"]],
    ),
    ...["Wednesday, 06-Nov-24 12:00:00 GMT", "Wed Nov  6 12:00:00 2024", usualDate].map(
      (date): Case => [`${date}, which the server must compare`, ignoring("last-modified", date), ["warning If-Modified-Since"]],
    ),
    ['W/"a", which the server must compare', ignoring("etag", 'W/"a"'), ["warning If-None-Match"]],
    [
      "If-None-Match ignored",
      wherever("if-none-match", (request) => {
        delete request.headers["if-none-match"];
        delete request.headers["if-modified-since"];
        return false;
      }),
      ["warning If-None-Match"],
    ],
    [
      "If-Modified-Since ignored",
      wherever("if-modified-since", (request) => {
        delete request.headers["if-modified-since"];
        return false;
      }),
      ["warning If-Modified-Since"],
    ],
    ["an error for conditional requests", wherever("if-none-match", ended(412)), ["error If-None-Match"]],
    ["a rate limit for conditional requests", wherever("if-none-match", ended(429)), ["warning rate limit"]],
    [
      "a date that decides",
      wherever("if-modified-since", (request) => {
        delete request.headers["if-none-match"];
        return false;
      }),
      ["error both of them"],
    ],
    [
      "304 to any tag",
      { ...wherever("if-none-match", ended(304, { etag: '"x"' })), headers: { "last-modified": undefined } },
      ["warning validators", "error If-None-Match"],
    ],
    [
      "304 to any date",
      { ...wherever("if-modified-since", ended(304)), headers: { etag: undefined } },
      ["warning validators", "error If-Modified-Since"],
    ],
    ["304 to any tag, and a date", wherever("if-none-match", ended(304, { etag: '"x"' })), ["error If-None-Match"]],
    [
      "304 to any tag and any date",
      {
        respond: ({ headers }, response) => {
          if (headers["if-none-match"] === undefined && headers["if-modified-since"] === undefined) return false;
          response.writeHead(304, { etag: '"x"' }).end();
          return true;
        },
      },
      ["error If-None-Match", "error If-Modified-Since"],
    ],
    [
      "only Last-Modified, of a file whose time is 1970",
      { ...wherever("if-modified-since", ended(304)), headers: { etag: undefined, "last-modified": "Thu, 01 Jan 1970 00:00:01 GMT" } },
      ["warning validators"],
    ],
    [
      "an error for a tag that is unknown, without a date",
      {
        respond: ({ headers }, response) => {
          if (headers["if-none-match"]?.includes("never-was") !== true) return false;
          response.writeHead(412).end();
          return true;
        },
        headers: { "last-modified": undefined },
      },
      ["warning validators", "error If-None-Match"],
    ],
    [
      "a 304 without its ETag",
      wherever("if-none-match", ({ headers }, response) => {
        if (headers["if-modified-since"] !== undefined) return false;
        response.writeHead(304).end();
        return true;
      }),
      ["warning If-None-Match"],
    ],
    [
      "no HEAD",
      {
        respond: ({ method }, response) => {
          if (method !== "HEAD") return false;
          response.writeHead(405).end();
          return true;
        },
      },
      ["warning HEAD"],
    ],
    [
      "a HEAD with other headers",
      {
        respond: ({ method }, response) => {
          if (method !== "HEAD") return false;
          response.writeHead(200, { "content-type": "text/html" }).end();
          return true;
        },
      },
      ["warning HEAD"],
    ],
    ["gzip without negotiation", { gzip: "always" }, ["error compression"]],
    ["no gzip", { gzip: "never" }, ["note compression"]],
    ["no Vary", header("vary"), ["note compression"]],
    ["one ETag for both encodings", { isTagShared: true }, ["note compression"]],
    ["no lifetime", header("cache-control"), ["warning freshness"]],
    ["Expires alone", { headers: { "cache-control": undefined, expires: "Thu, 07 Nov 2024 12:00:00 GMT" } }, ["note freshness"]],
    ["no-store", header("cache-control", "no-store"), ["warning freshness"]],
    ["a lifetime of a month", header("cache-control", "public, max-age=2592000"), ["warning freshness"]],
    ["max-age=0", header("cache-control", "max-age=0"), ["note freshness"]],
    [
      "404 for a query",
      {
        respond: ({ url = "" }, response) => {
          if (!url.includes("?")) return false;
          response.writeHead(404).end();
          return true;
        },
      },
      ["warning query"],
    ],
    [
      "another document with a query",
      {
        respond: ({ url = "" }, response, origin) => {
          if (!url.includes("?")) return false;
          response.writeHead(200, { "content-type": "application/rss+xml" }).end(goodRss(`${origin}/feed.xml`, item("c")));
          return true;
        },
      },
      ["note query"],
    ],
    [
      "robots.txt that forbids the feed",
      {
        respond: ({ url }, response) => {
          if (url !== "/robots.txt") return false;
          response.end("User-agent: *\nDisallow: /feed");
          return true;
        },
      },
      ["note robots.txt"],
    ],
    [
      "robots.txt that fails",
      {
        respond: ({ url }, response) => {
          if (url !== "/robots.txt") return false;
          response.writeHead(500).end();
          return true;
        },
      },
      ["note robots.txt"],
    ],
    [
      "a session of PHP",
      {
        headers: {
          "cache-control": "no-store, no-cache, must-revalidate",
          expires: "Thu, 19 Nov 1981 08:52:00 GMT",
          "set-cookie": "PHPSESSID=1",
        },
      },
      ["note cookies", "warning freshness"],
    ],
    // Two fetches
    [
      "the time in the document",
      { document: (url) => goodRss(url).replace("What is new", `What is new at ${count++}`) },
      ["warning two fetches"],
    ],
    [
      "the time in the document, and a HEAD without a media type",
      {
        document: (url) => goodRss(url).replace("What is new", `What is new at ${count++}`),
        respond: ({ method }, response) => {
          if (method !== "HEAD") return false;
          response.writeHead(200, { "last-modified": "Wed, 06 Nov 2024 12:00:00 GMT", "cache-control": "public, max-age=3600" }).end();
          return true;
        },
      },
      ["warning HEAD", "warning two fetches"],
    ],
    [
      "the time in Last-Modified",
      {
        headers: { "last-modified": undefined },
        respond: (_request, response) => {
          response.setHeader("last-modified", new Date(Date.UTC(2024, 10, 6) + 1000 * count++).toUTCString());
          return false;
        },
      },
      ["warning If-Modified-Since"],
    ],
    [
      "a server that ignores both conditions",
      {
        respond: ({ headers }) => {
          headers["if-none-match"] = undefined;
          headers["if-modified-since"] = undefined;
          return false;
        },
      },
      ["warning If-None-Match", "warning If-Modified-Since"],
    ],
    [
      "the time in the ETag",
      {
        respond: (_request, response) => {
          response.setHeader("etag", `"${count++}"`);
          return false;
        },
        headers: { etag: undefined },
      },
      ["warning If-None-Match", "warning two fetches"],
    ],
    [
      "different bytes with one ETag",
      { document: (url) => goodRss(url).replace("What is new", `What is new at ${count++}`), headers: { etag: '"a"' } },
      ["note compression", "error two fetches"],
    ],
  ] satisfies [string, Manners, string[]][])("%s", async (_name, manners, expected) => {
    const { findings } = await examine(manners);
    expect(complaints(findings)).toEqual(expected);
    for (const { advice, severity } of findings) if (severity !== "ok") expect(advice).toMatch(/^[A-Z].*[^.]$/s);
  });
});

describe("examineFeed() names what changes with every request", () => {
  const next = () => (count += 1);
  it.each([
    [
      "ETag",
      { etag: undefined },
      () => `"${next()}"`,
      "If-None-Match",
      /^The same document has another ETag now: a poll without news costs /,
    ],
    [
      "Last-Modified",
      { "last-modified": undefined },
      () => new Date(Date.UTC(2024, 10, 6) + 1000 * next()).toUTCString(),
      "If-Modified-Since",
      /^The same document has another Last-Modified now/,
    ],
  ])("the %s of the same document", async (name, headers, value, check, message) => {
    const respond: Manners["respond"] = (_request, response) => {
      response.setHeader(name, value());
      return false;
    };
    const { findings } = await examine({ headers, respond });
    expect(findings.find((finding) => finding.check === check)).toMatchObject({
      message: expect.stringMatching(message),
      evidence: expect.stringMatching(/^.+, then .+$/),
      advice: expect.stringContaining(name),
    });
    expect(findings.map((finding) => finding.check)).not.toContain("HEAD");
  });

  it("a weak ETag, as the server sends it", async () => {
    const respond: Manners["respond"] = (_request, response) => {
      response.setHeader("etag", `W/"${next()}"`);
      return false;
    };
    const { findings } = await examine({ headers: { etag: undefined }, respond });
    for (const check of ["If-None-Match", "two fetches"]) {
      const finding = findings.find((each) => each.check === check);
      expect(finding).toMatchObject({ severity: "warning", evidence: expect.stringMatching(/^W\/"\d+", then W\/"\d+"$/) });
    }
  });
});

describe("examineFeed() checks the hub", () => {
  const link = (origin: string, hub: string) => `<${hub}>; rel="hub", <${origin}/feed.xml>; rel="self"`;
  const withHub = (hub: string, own: { readonly inHeader?: boolean; readonly inBody?: boolean; readonly self?: string } = {}): Manners => ({
    document: (url) => goodRss(url, undefined, own.inBody === false ? "" : `<atom:link rel="hub" href="${hub}"/>`),
    respond: (_request, response, origin) => {
      const both = link(own.self ?? origin, hub);
      if (own.inHeader !== false) response.setHeader("link", own.self === "" ? `<${hub}>; rel=hub` : both);
      return false;
    },
  });
  const hubAt = (code: number) => listen((_request, response) => void response.writeHead(code).end());

  it.each([
    ["by http", 405, {}, []],
    ["in the header alone", 405, { inBody: false }, []],
    ["in the document alone", 405, { inHeader: false }, []],
    ["that fails", 503, {}, ["warning hub"]],
    ["that is gone", 404, {}, ["warning hub"]],
    ["without a topic", 405, { self: "" }, ["warning hub"]],
    ["with another topic", 405, { self: "https://news.example" }, ["warning hub"]],
  ])("%s", async (_name, code, own, warnings) => {
    // The test server has no certificate: the use of http is a note.
    const { findings } = await examine(withHub(`${await hubAt(code)}/`, own));
    expect(complaints(findings).filter((text) => text !== "note hub")).toEqual(warnings);
  });

  it("and reports a hub that does not respond", async () => {
    const { findings } = await examine(withHub("http://127.0.0.1:9/"));
    expect(findings.find(({ check }) => check === "hub")).toMatchObject({ severity: "warning", message: "It does not answer" });
  });

  it("and accepts a hub with https", async () => {
    const asked: string[] = [];
    const origin = await startFeedServer(withHub("https://hub.example/"));
    const { findings } = await examineFeed(`${origin}/feed.xml`, {
      ...network,
      fetch: async (input, init) => {
        asked.push(String(input));
        return String(input).startsWith("https://hub.example/") ? new Response("", { status: 405 }) : fetch(input, init);
      },
    });
    expect(complaints(findings)).toEqual([]);
    expect(asked).toContain("https://hub.example/");
  });
});

describe("examineFeed() follows the archive", () => {
  it.each([
    ["with an ampersand", (text: string) => text.replace("About", "Q & A"), /feed-2\.xml: line \d+: a bare ampersand/],
    ["without an end tag", (text: string) => text.replace("</channel>", ""), /feed-2\.xml: line \d+: <channel> is never closed/],
  ])("and calls a document %s broken", async (_name, change, evidence) => {
    const { findings, history } = await examine({
      document: (url) => {
        const page = Number(/-(\d)/.exec(url)?.[1] ?? 1);
        const next = page === 3 ? "" : `<atom:link rel="prev-archive" href="${new URL(`feed-${page + 1}.xml`, url).href}"/>`;
        const text = goodRss(url, item(`a${page}`), next);
        return page === 2 ? change(text) : text;
      },
    });
    expect(findings.filter(({ check }) => check === "archive")).toMatchObject([
      { severity: "error", evidence: expect.stringMatching(evidence) },
    ]);
    expect(history?.entries).toHaveLength(3);
  });

  const archived = (next: (page: number, origin: string) => string | undefined, extra?: Manners["respond"]): Manners => ({
    document: (url) => {
      const page = Number(/feed-(\d+)/.exec(url)?.[1] ?? 0);
      const target = next(page, new URL(url).origin);
      return goodRss(url, item(`a${page}`), target === undefined ? "" : `<atom:link rel="prev-archive" href="${target}"/>`);
    },
    ...(extra !== undefined && { respond: extra }),
  });

  it("to its end", async () => {
    const { findings, history } = await examine(archived((page, origin) => (page < 3 ? `${origin}/feed-${page + 1}.xml` : undefined)));
    expect(complaints(findings)).toEqual([]);
    expect(history).toMatchObject({ documents: 4, entries: [0, 1, 2, 3].map((page) => ({ id: `https://news.example/a${page}` })) });
  });

  it.each([
    ["a loop", (page: number, origin: string) => `${origin}/feed-${(page + 1) % 3}.xml`, /form a loop/, "Link the previous"],
    ["itself", (_page: number, origin: string) => `${origin}/feed.xml`, /form a loop/, "Link the previous"],
    ["nothing", (_page: number, origin: string) => `${origin}/gone.xml`, /answers 404/, "Link the previous"],
    ["a page", (_page: number, origin: string) => `${origin}/?page`, /a web page/, "Link the previous"],
    ["a failure", (_page: number, origin: string) => `${origin}/?status=500`, /answers 500/, "Make this address answer"],
    ["a password", (_page: number, origin: string) => `${origin}/?status=401`, /answers 401/, "Make this address answer"],
    ["an empty document", (_page: number, origin: string) => `${origin}/?status=200`, /empty/, "Make this address answer"],
    ["a closed port", () => "http://127.0.0.1:9/feed.xml", /refused|port belongs/, "Make this address answer"],
  ])("and reports a link to %s", async (_name, next, expected, advice) => {
    const respond: Manners["respond"] = ({ url = "" }, response) => {
      const [, code] = /\?status=(\d+)/.exec(url) ?? [];
      if (code !== undefined) response.writeHead(Number(code), { "content-type": "application/rss+xml" }).end();
      else if (url.endsWith("?page")) response.writeHead(200, { "content-type": "text/html" }).end(page("News"));
      return code !== undefined || url.endsWith("?page");
    };
    const { findings } = await examine(archived(next, respond));
    expect(findings.at(-1)).toMatchObject({
      check: "archive",
      severity: "warning",
      message: expect.stringMatching(expected),
      advice: expect.stringContaining(advice),
    });
  });

  it("and stops at 1000 documents", async () => {
    const document = (url: string) => goodRss(url, "", `<atom:link rel="prev-archive" href="${url}x"/>`);
    const fake: typeof fetch = async (input) =>
      new Response(document(String(input)), { headers: { "content-type": "application/rss+xml" } });
    const { findings, history } = await examineFeed("https://news.example/feed.xml", { ...network, fetch: fake });
    expect(history?.documents).toBe(1000);
    expect(findings.at(-1)).toMatchObject({ check: "archive", severity: "note" });
  });

  it("and stops after 15 minutes", async () => {
    const document = (url: string) => goodRss(url, "", `<atom:link rel="prev-archive" href="${url}x"/>`);
    let [seconds, feeds] = [0, 0];
    const fake: typeof fetch = async (input) => {
      if (String(input).endsWith("x")) feeds++;
      if (feeds > 0) seconds += 4; // for each document of the archive
      return new Response(document(String(input)), { headers: { "content-type": "application/rss+xml" } });
    };
    const clocked = { ...network, fetch: fake, now: () => network.now() + seconds * 1000 };
    const { findings, history } = await examineFeed("https://news.example/feed.xml", clocked);
    expect(history?.documents).toBe(226);
    expect(findings.at(-1)).toMatchObject({ check: "archive", severity: "note", message: expect.stringContaining("which is the limit") });
  });

  it("but not to another host of a private network", async () => {
    const { findings } = await examine(archived((_page, origin) => `${origin.replace("127.0.0.1", "localhost")}/feed-1.xml`));
    expect(findings.at(-1)).toMatchObject({ check: "archive", severity: "warning", message: expect.stringContaining("private network") });
  });
});

describe("examineFeed() reports why a request failed", () => {
  const failing =
    (error: Error): typeof fetch =>
    async () =>
      Promise.reject(error);
  const coded = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error("x"), { code }) });

  it.each([
    [coded("ENOTFOUND"), /no such host is known \(DNS\)/],
    [coded("EAI_AGAIN"), /name server/],
    [coded("ERR_PRIVATE_ADDRESS"), /private network/],
    [coded("ECONNREFUSED"), /refused/],
    [coded("CERT_HAS_EXPIRED"), /expired \(TLS\)/],
    [coded("ERR_TLS_CERT_ALTNAME_INVALID"), /another host \(TLS\)/],
    [coded("DEPTH_ZERO_SELF_SIGNED_CERT"), /self-signed \(TLS\)/],
    [coded("UNABLE_TO_VERIFY_LEAF_SIGNATURE"), /incomplete \(TLS\)/],
    [coded("UND_ERR_CONNECT_TIMEOUT"), /no connection in time/],
    [new DOMException("x", "TimeoutError"), /no answer within 2 s/],
    [new TypeError("fetch failed", { cause: new AggregateError([Object.assign(new Error("x"), { code: "EHOSTUNREACH" })]) }), /no route/],
  ])("%s", async (error, expected) => {
    const { findings } = await examineFeed("https://news.example/feed.xml", { ...network, fetch: failing(error as Error) });
    expect(findings).toEqual([
      { check: "reachable", severity: "error", message: expect.stringMatching(expected), advice: expect.stringMatching(/./) },
    ]);
  });

  it.each([
    ["a server that never answers", () => {}, /no answer within/],
    ["a server that closes the connection", (socket: Socket) => socket.destroy(), /closed the connection/],
    ["a response that is not HTTP", (socket: Socket) => socket.end("SSH-2.0-OpenSSH\r\n"), /not HTTP/],
    [
      "headers without an end",
      (socket: Socket) => socket.end(`HTTP/1.1 200 OK\r\nX: ${"a".repeat(200_000)}\r\n\r\n`),
      /headers are too long/,
    ],
    [
      "a document that ends too soon",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss"),
      /closed the connection|shorter or longer/,
    ],
    [
      "Content-Length twice",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\n<rss"),
      /, or Content-Length is sent twice or with/,
    ],
    [
      "invalid gzip",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n<rss"),
      /cannot be decompressed/,
    ],
    [
      "invalid Zstandard",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 4\r\n\r\n<rss"),
      /cannot be decompressed|Content-Encoding is zstd/,
    ],
    [
      "another compression",
      (socket: Socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Encoding: compress\r\nContent-Length: 4\r\n\r\n\x1F\x9D9r"),
      /Content-Encoding is compress, which the request does not accept/,
    ],
  ])("%s", async (_name, connected, expected) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => connected(socket));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as AddressInfo;
    const { findings } = await examineFeed(`http://127.0.0.1:${port}/feed.xml`, network);
    server.close();
    expect(findings).toMatchObject([{ check: "reachable", severity: "error", message: expect.stringMatching(expected) }]);
  });
});

describe("examineFeed() withstands", () => {
  it("a compression bomb", async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from(goodRss("https://news.example/")), Buffer.alloc(60_000_000, " ")]));
    const { findings } = await examine(
      status(200, { "content-type": "application/rss+xml", "content-encoding": "gzip" }, bomb as unknown as string),
    );
    expect(findings).toMatchObject([{ check: "size", severity: "error", message: expect.stringContaining("20.0 MB") }]);
  });

  it.each(["/feed.xml", "/feed.xml#top"])("a redirect loop to %s", async (location) => {
    const { findings } = await examine({ respond: ended(301, { location }) });
    expect(findings[0]?.message).toBe("Cannot reach it: its redirects form a loop");
    expect(findings[0]?.evidence).toMatch(/^http:[^#]* → 30\d http:[^#]*$/);
  });

  it("a redirect into a private network", async () => {
    const fake: typeof fetch = async () => new Response("", { status: 302, headers: { location: "http://169.254.169.254/latest/" } });
    const { findings } = await examineFeed("https://news.example/feed.xml", { ...network, fetch: fake });
    expect(findings).toMatchObject([{ check: "redirects", severity: "error", message: expect.stringContaining("private network") }]);
  });

  it("and reports a redirect from https to http", async () => {
    const good = goodRss("http://news.example/feed.xml");
    const fake: typeof fetch = async (input) =>
      String(input).startsWith("https:")
        ? new Response("", { status: 301, headers: { location: "http://news.example/feed.xml" } })
        : new Response(good, { headers: { "content-type": "application/rss+xml; charset=utf-8" } });
    const { findings } = await examineFeed("https://news.example/feed.xml", { ...network, fetch: fake });
    expect(complaints(findings)).toContain("error redirects");
  });
});

describe("examineFeed() reads robots.txt for every address on the host of the feed", () => {
  const examine = async (rule: string, location = "/feed-new") => {
    const origin = await startFeedServer({
      respond: ({ url }, response, origin) => {
        if (url === "/robots.txt") response.end(`User-agent: *\nDisallow: ${rule}\n`);
        else if (url === "/feed?a") response.writeHead(301, { location: new URL(location, origin).href }).end();
        else return false;
        return true;
      },
    });
    const { findings } = await examineFeed(`${origin}/feed?a`, network);
    return findings.find(({ check }) => check === "robots.txt");
  };

  it.each([
    ["/feed?a", "note", "It forbids /feed?a, which redirects to the feed", "Add Allow: /feed?a"],
    ["/feed-new", "note", "It forbids the feed", "Add Allow: /feed-new"],
    ["/feed", "note", "It forbids the feed, and /feed?a, which redirects to it", "Add Allow: /feed?a and Allow: /feed-new"],
    ["/other", "ok", "It allows the feed", undefined],
  ])("Disallow: %s", async (rule, severity, message, advice) => {
    const finding = await examine(rule);
    expect(finding).toMatchObject({ severity, message: expect.stringContaining(message) });
    expect(finding?.advice).toBe(advice);
  });
});

describe("examineFeed() judges a feed without Last-Modified", () => {
  it.each([
    ["Netlify", "note validators"],
    ["nginx", "warning validators"],
  ])("on %s", async (server, expected) => {
    const { findings } = await examineFeed(
      `${await startFeedServer({ headers: { server, "last-modified": undefined } })}/feed.xml`,
      network,
    );
    expect(complaints(findings)).toEqual([expected]);
  });

  it.each([
    ["Netlify", "note If-Modified-Since"],
    ["nginx", "warning If-Modified-Since"],
  ])("or that ignores it, on %s", async (server, expected) => {
    const respond = ({ headers }: IncomingMessage, response: ServerResponse) => {
      if (headers["if-none-match"] === undefined) delete headers["if-modified-since"];
      response.setHeader("server", server);
      return false;
    };
    const { findings } = await examineFeed(`${await startFeedServer({ respond })}/feed.xml`, network);
    expect(complaints(findings)).toEqual([expected]);
  });
});

describe("examineFeed() names all lines that robots.txt needs for", () => {
  const examine = async (rules: string, ...chain: readonly string[]) => {
    const origin = await startFeedServer({
      respond: ({ url = "" }, response, origin) => {
        const next = chain[chain.indexOf(url) + 1];
        if (url === "/robots.txt") response.end(`User-agent: *\n${rules}\n\nSitemap: /sitemap.xml\n`);
        else if (chain.includes(url) && next !== undefined) response.writeHead(301, { location: new URL(next, origin).href }).end();
        else return false;
        return true;
      },
    });
    const { findings } = await examineFeed(`${origin}${chain[0]}`, network);
    return findings.find(({ check }) => check === "robots.txt");
  };

  it.each([
    ["Disallow: /feed", ["/feed/", "/feed", "/feed.xml"], "the feed, and /feed/ and /feed, which redirect to it", "/feed"],
    ["Disallow: /", ["/blog/feed/", "/feed", "/feed/"], "/blog/feed/ and /feed, which redirect to it", "/feed and Allow: /blog/feed/"],
    ["Disallow: /feed\nDisallow: /feed/", ["/feed/", "/feed"], "/feed/, which redirects to it", "/feed and Allow: /feed/"],
    [
      "Disallow: /*feed/",
      ["/a/feed/", "/b/feed/", "/feed-x"],
      "/a/feed/ and /b/feed/, which redirect to the feed",
      "/a/feed/ and Allow: /b/feed/",
    ],
    ["Disallow: /*?feed=", ["/feed?feed=rss2"], "the feed:", "/feed?feed=rss2"],
  ])("%s and the addresses %j", async (rules, chain, message, lines) => {
    const finding = await examine(rules, ...chain);
    expect(finding?.message).toContain(message);
    expect(finding?.advice).toBe(`Add Allow: ${lines}`);
    const allowed = await examine(`${rules}\n${finding?.advice?.replace("Add ", "").replaceAll(" and ", "\n")}`, ...chain);
    expect(allowed).toMatchObject({ severity: "ok" });
  });
});

it("examineFeed() says of both headers only what it has tested", async () => {
  const origin = await startFeedServer();
  const { findings } = await examineFeed(`${origin}/feed.xml`, network);
  expect(findings.find(({ check }) => check === "both of them")).toMatchObject({
    severity: "ok",
    message: "An outdated ETag gets the document",
  });
});
