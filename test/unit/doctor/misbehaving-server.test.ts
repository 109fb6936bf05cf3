import { describe, expect, it } from "vitest";
import { examineFeed } from "../../../src/doctor/examine-feed.ts";
import type { Network } from "../../../src/network/request.ts";
import { complaints, goodAtom, goodRss, item, listen, type Manners, network, startFeedServer } from "./feed-server.ts";

const examine = async (manners: Manners, path = "/feed.xml") => examineFeed((await startFeedServer(manners)) + path, network);
type Request = Parameters<NonNullable<Manners["respond"]>>[0];
type Response = Parameters<NonNullable<Manners["respond"]>>[1];

/** Answers some requests, and the others correctly. */
const answering = (matches: (request: Request) => boolean, answer: (response: Response) => void): Manners => ({
  respond: (request, response) => {
    if (!matches(request)) return false;
    answer(response);
    return true;
  },
});

const ended =
  (status: number, body = "") =>
  (response: Response) =>
    void response.writeHead(status, { "content-type": "application/rss+xml" }).end(body);
const hangUp = (response: Response) => void response.destroy();

const conditional = ({ headers }: Request) => headers["if-none-match"] !== undefined;
const dated = ({ headers }: Request) => headers["if-modified-since"] !== undefined && headers["if-none-match"] === undefined;
const both = ({ headers }: Request) => headers["if-modified-since"] !== undefined && headers["if-none-match"] !== undefined;
const head = ({ method }: Request) => method === "HEAD";
const browser = ({ headers }: Request) => headers["user-agent"]?.startsWith("Mozilla/") === true;
const plain = ({ headers }: Request) => headers["accept-encoding"] === "identity";
const query = ({ url }: Request) => url?.includes("?") === true;
const page = "<!doctype html><html><head><title>News</title></head><body>Hello</body></html>";

describe("examineFeed() names the kind of request at which a server fails", () => {
  it.each([
    ["If-None-Match", conditional, ended(500), "error If-None-Match", "It is answered with 500; readers send it with every poll after"],
    ["If-None-Match", conditional, ended(503), "error If-None-Match", "It is answered with 503"],
    ["If-None-Match", conditional, hangUp, "error If-None-Match", "It gets no complete response: the server closed the connection"],
    ["If-None-Match", conditional, ended(200), "error If-None-Match", "It is answered with 200, but not with the feed: it is empty"],
    ["If-None-Match", conditional, ended(200, page), "error If-None-Match", 'it is a web page, "News"'],
    ["If-Modified-Since", dated, ended(500), "error If-Modified-Since", "It is answered with 500"],
    ["If-Modified-Since", dated, ended(200), "error If-Modified-Since", "it is empty"],
    ["both of them", both, ended(500), "error both of them", "a request is answered with 500"],
    ["both of them", both, ended(200), "error both of them", "the server answers 200, but not with the feed (it is empty)"],
    ["HEAD", head, ended(500), "warning HEAD", "It is answered with 500"],
    ["HEAD", head, hangUp, "warning HEAD", "It gets no complete response: the server closed the connection"],
    ["agents", browser, ended(500), "warning agents", "different documents"],
    ["agents", browser, hangUp, "warning agents", "different documents"],
    ["compression", plain, ended(500), "error compression", "get no feed: the request is answered with 500"],
    ["compression", plain, ended(406), "error compression", "get no feed: the request is answered with 406"],
    ["compression", plain, ended(200), "error compression", "get no feed: it is empty"],
    ["query", query, ended(500), "warning query", "A request with an unknown parameter is answered with 500"],
    ["query", query, ended(200), "warning query", "An unknown parameter gives no feed: it is empty"],
  ] as const)("%s: %s %s → %s, %s", async (check, matches, answer, expected, message) => {
    const { findings } = await examine(answering(matches, answer));
    expect(complaints(findings)).toEqual([expected]);
    expect(findings.find((finding) => finding.check === check)?.message).toContain(message);
  });

  it("but not if it fails at all of them", async () => {
    let count = 0;
    const { findings } = await examine(answering(() => ++count > 2, ended(500)));
    expect(complaints(findings).filter((text) => !text.startsWith("note "))).toEqual([]);
    expect(findings.find(({ check }) => check === "If-None-Match")?.message).toBe("Cannot check it: the server answers 500");
  });

  it.each([
    ["403", ended(403), "rate limit", "server refuses requests after the first ones (403)"],
    [
      "a redirect to a challenge",
      (response: Response) => void response.writeHead(302, { location: "/captcha" }).end(),
      "rate limit",
      "server refuses requests after the first ones (302)",
    ],
    ["401", ended(401), "rate limit", "server refuses requests after the first ones (401)"],
    ["a page", ended(200, page), "rate limit", 'server refuses requests after the first ones (200, with the page "News")'],
    [
      "a challenge",
      (response: Response) => void response.writeHead(403, { "cf-mitigated": "challenge" }).end(),
      "bot wall",
      "server refuses requests after the first ones (403, cf-mitigated: challenge)",
    ],
  ])("but one block if the server soon answers everything with %s", async (_name, refuse, check, message) => {
    let [count, refused] = [0, 0];
    const { findings } = await examine(
      answering(
        () => ++count > 2,
        (response) => {
          refused++;
          refuse(response);
        },
      ),
    );
    expect(complaints(findings)).toEqual([`warning ${check}`]);
    expect(findings.find((finding) => finding.check === check)).toMatchObject({
      message: expect.stringContaining(message),
      evidence: "If-None-Match, If-Modified-Since, both of them, HEAD, compression, query, robots.txt, two fetches",
    });
    expect(refused).toBe(2); // the request of a check, and the usual one
  });

  it.each([
    ["the second fetch", (_request: Request, isLater: boolean) => isLater, "two fetches"],
    ["HEAD", (request: Request) => head(request), "HEAD, compression, query, robots.txt, two fetches"],
  ])("but one block that begins with %s", async (_name, begins, names) => {
    let isLater = false;
    let isBlocked = false;
    const wait = async () => {
      isLater = true;
    };
    const matches = (request: Request) => {
      isBlocked ||= begins(request, isLater);
      return isBlocked;
    };
    const origin = await startFeedServer(answering(matches, ended(403)));
    const { findings } = await examineFeed(`${origin}/feed.xml`, { ...network, wait });
    expect(complaints(findings)).toEqual(["warning rate limit"]);
    expect(findings.find(({ check }) => check === "rate limit")?.evidence).toBe(names);
  });

  it("but names the archive of a server that blocks it", async () => {
    let count = 0;
    const document = (url: string) => goodRss(url, undefined, '<atom:link rel="prev-archive" href="/feed-1.xml"/>');
    const { findings } = await examine({ ...answering(() => ++count > 2, ended(403)), document });
    expect(complaints(findings)).toEqual(["note archive", "warning rate limit"]);
  });

  it.each([
    ["If-None-Match", conditional, "error If-None-Match"],
    ["If-Modified-Since", dated, "error If-Modified-Since"],
    ["compression", plain, "error compression"],
    ["query", query, "warning query"],
  ] as const)("also if only %s gets 403 or a page", async (_name, matches, expected) => {
    expect(complaints((await examine(answering(matches, ended(403)))).findings)).toEqual([expected]);
    expect(complaints((await examine(answering(matches, ended(200, page)))).findings)).toEqual([expected]);
  });

  it("but not if it limits requests", async () => {
    const { findings } = await examine(answering(conditional, ended(429)));
    expect(complaints(findings)).toEqual(["warning rate limit"]);
  });

  it("and reports a feed that disappears a second later", async () => {
    let isLater = false;
    const wait = async () => {
      isLater = true;
    };
    const origin = await startFeedServer(answering(() => isLater, ended(200)));
    const { findings } = await examineFeed(`${origin}/feed.xml`, { ...network, wait });
    expect(findings.find(({ check }) => check === "two fetches")).toMatchObject({
      severity: "error",
      message: "A second later, the same request gets no feed: it is empty",
    });
  });
});

describe("examineFeed() examines a feed that is sent with the status", () => {
  const sending = (status: number, document = goodRss, headers = {}) =>
    examine({
      respond: (_request, response, origin) => {
        response.writeHead(status, { "content-type": "application/rss+xml", ...headers });
        response.end(document(`${origin}/feed.xml`));
        return true;
      },
    });

  it.each([404, 410, 500, 403, 206])("%i", async (status) => {
    const { findings } = await sending(status);
    expect(complaints(findings)).toEqual(["error reachable"]);
    expect(findings[0]).toMatchObject({
      message: `The feed is there, but the server sends it with the status ${status}: readers ignore it`,
      advice: expect.stringMatching(/set the status 200$/),
    });
  });

  it("404, and reports its faults, too", async () => {
    const broken = (url: string) => goodRss(url).replace("<language>", "<generator>https://wordpress.org/?v=6.8</generator><language>x");
    const { findings, system } = await sending(404, broken);
    expect([system, ...complaints(findings)]).toEqual(["WordPress", "error reachable", "error InvalidLanguage"]);
  });

  it("429, and says that the server limits requests", async () => {
    expect((await sending(429)).findings).toMatchObject([{ message: "It limits requests: 429" }]);
    expect((await sending(503, goodRss, { "retry-after": "60" })).findings).toMatchObject([
      { message: expect.stringMatching(/^It is not available: 503/) },
    ]);
  });

  it("404, unless it is only the page of the error", async () => {
    const { findings } = await sending(404, () => page);
    expect(findings).toMatchObject([{ message: "It does not exist: 404" }]);
  });
});

describe("examineFeed() reports a feed that cannot be read", () => {
  const reading = async (answer: (response: Response) => void, own: Partial<Network> = {}) => {
    const origin = await listen((_request, response) => answer(response));
    return (await examineFeed(`${origin}/feed.xml`, { ...network, ...own })).findings;
  };

  it("because it is sent too slowly", async () => {
    const findings = await reading((response) => void response.writeHead(200).write("<rss"), { timeoutMs: 200 });
    expect(findings).toMatchObject([
      {
        check: "reachable",
        severity: "error",
        message: "Cannot read it to its end: the response was not complete within 0.2 s",
        advice: expect.stringContaining("slowly"),
      },
    ]);
  });

  it("because its end is missing", async () => {
    const findings = await reading((response) => {
      response.writeHead(200).write("<rss");
      setTimeout(() => response.destroy(), 20);
    });
    expect(findings[0]?.message).toBe("Cannot read it to its end: the server closed the connection");
  });

  it.each([
    ["the same address", () => "/feed.xml", "its redirects form a loop, and a cookie is set"],
    ["a new address each time", (count: number) => `/feed.xml?${count}`, "it redirects more than 10 times, and a cookie is set"],
  ])("because it waits for a cookie, at %s", async (_name, target, message) => {
    let count = 0;
    const findings = await reading((response) => response.writeHead(302, { location: target(++count), "set-cookie": "a=b" }).end());
    expect(findings).toMatchObject([
      { check: "redirects", message: expect.stringContaining(message), advice: expect.stringContaining("cookie") },
    ]);
  });
});

describe("examineFeed() shows the addresses of redirects", () => {
  it("to a page that does not exist", async () => {
    const origin = await listen(({ url }, response) =>
      url === "/old.xml" ? response.writeHead(301, { location: "/gone.xml" }).end() : response.writeHead(404).end(),
    );
    const { findings } = await examineFeed(`${origin}/old.xml`, network);
    expect(findings).toMatchObject([
      { check: "reachable", message: "It does not exist: 404", evidence: `${origin}/old.xml → 301 ${origin}/gone.xml` },
    ]);
  });
});

describe("examineFeed() follows a self link to another address", () => {
  const selfTo = (path: string, body = "", status = 200): Manners => ({
    document: (url) => goodRss(new URL(path, url).href),
    respond: ({ url }, response) => {
      if (url !== path) return false;
      ended(status, body)(response);
      return true;
    },
  });

  it.each([
    ["without anything", selfTo("/nothing", "", 404), "It does not lead to the feed: it answers 404"],
    ["with a page", selfTo("/page", page), 'It does not lead to the feed: it is a web page, "News"'],
    ["with a feed in another format", selfTo("/atom", goodAtom("https://news.example/")), "It does not lead to the feed: it is Atom 1.0"],
    ["with a feed", selfTo("/feed-2.xml", goodRss("https://news.example/")), "It differs from the address of the feed"],
  ] satisfies [string, Manners, string][])("%s", async (_name, manners, message) => {
    const { findings } = await examine(manners);
    expect(complaints(findings)).toEqual(["warning self link"]);
    expect(findings.find(({ check }) => check === "self link")?.message).toContain(message);
  });

  it("of a public feed, and not to a private network", async () => {
    const headers = { "content-type": "application/rss+xml", etag: '"a"' };
    const fake: typeof fetch = async () => new Response(goodRss("http://localhost:4000/feed.xml"), { headers });
    const { findings } = await examineFeed("https://news.example/feed.xml", { ...network, fetch: fake });
    expect(findings.find(({ check }) => check === "self link")).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("It does not lead to the feed: it is the address of a private network"),
    });
  });

  it.each([
    ["another local name", (url: string) => url.replace("127.0.0.1", "localhost"), "note", /^It is a local address/, /public address/],
    ["another computer", () => "http://192.168.1.5:4000/feed.xml", "note", /^It is a local address/, /public address/],
    ["another public path", () => "https://news.example/other.xml", "warning", /^It differs/, /the one address/],
  ])("but not from a preview to %s", async (_name, self, severity, message, advice) => {
    const { findings } = await examine({ document: (url) => goodRss(self(url)) });
    expect(findings.find(({ check }) => check === "self link")).toMatchObject({
      severity,
      message: expect.stringMatching(message),
      advice: expect.stringMatching(advice),
    });
  });

  it("but not from a preview to the public address", async () => {
    const asked: string[] = [];
    const origin = await startFeedServer({ document: () => goodRss("https://news.example/feed.xml") });
    const { findings } = await examineFeed(`${origin}/feed.xml`, {
      ...network,
      fetch: async (input, init) => {
        asked.push(new URL(String(input)).host);
        return fetch(input, init);
      },
    });
    expect(asked).not.toContain("news.example");
    const message = "https://news.example/feed.xml, the public address";
    expect(findings.find(({ check }) => check === "self link")).toMatchObject({ severity: "ok", message });
  });
});

describe("examineFeed() reports how long caches keep the feed", () => {
  it.each([
    ["public, max-age=3600", "ok", "public, max-age=3600"],
    ['max-age="3600"', "ok", "max-age"],
    ["Public, Max-Age=3600, s-maxage=9", "ok", "Public"],
    ["max-age=abc", "warning", "not a number of seconds, so that caches may not use it: abc"],
    ["max-age=-1", "warning", "not a number of seconds"],
    ["max-age=1.5", "warning", "not a number of seconds"],
    ["max-age=1h", "warning", "not a number of seconds"],
    ["public, max-age", "warning", "not a number of seconds, so that caches may not use it: empty"],
    ["max-age=60, max-age=3600", "warning", "It has 2 values of max-age"],
    ["public", "warning", "It has no max-age: each cache guesses"],
    ["public; max-age=3600", "warning", "It has no max-age"],
    ["public, max-age=0, s-maxage=864000", "warning", "Readers may see new entries 10 days late: shared caches keep"],
    ["s-maxage=864000", "warning", "10 days late: shared caches"],
    ['max-age=60, S-MaxAge="864000"', "warning", "10 days late: shared caches"],
    ["public, max-age=0, s-maxage=3600", "ok", "s-maxage=3600"],
    ["public, s-maxage=3600", "ok", "s-maxage=3600"],
    ["public, max-age=0, s-maxage=0", "note", "Every poll reaches the server"],
    ["private, max-age=0, s-maxage=864000", "note", "Every poll reaches the server"],
    ["no-cache, s-maxage=864000", "note", "Every poll reaches the server"],
    ["max-age=0, s-maxage=abc", "note", "Every poll reaches the server"],
    ["max-age=864000, s-maxage=60", "warning", "Readers may see new entries 10 days late"],
    ["no-cache", "note", "Every poll reaches the server"],
    ["max-age=abc, no-store", "warning", "may not store it"],
  ] as const)("with Cache-Control: %s", async (value, severity, message) => {
    const { findings } = await examine({ headers: { "cache-control": value } });
    expect(findings.find(({ check }) => check === "freshness")).toMatchObject({ severity, message: expect.stringContaining(message) });
  });

  it.each(["*", "Accept-Encoding, *"])("with Vary: %s", async (vary) => {
    const { findings } = await examine({ headers: { vary } });
    expect(findings.find(({ check }) => check === "freshness")).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("caches cannot keep the feed"),
    });
  });
});

describe("examineFeed() follows a paged feed (RFC 5005 §3)", () => {
  const paged = (last: number, document = (url: string, more: string) => goodRss(url, item(url.slice(-5, -4)), more)): Manners => ({
    document: (url) => {
      const number = Number(/feed-(\d)/.exec(url)?.[1] ?? 0);
      const link = `<atom:link rel="next" href="/feed-${number + 1}.xml"/>`;
      return document(url, number < last ? link : "");
    },
  });
  const atom = (url: string, more: string) =>
    goodAtom(url)
      .replace("<entry>", `${more.replace("atom:", "")}<entry>`)
      .replaceAll("example/a", `example/${url.length}`);

  it.each([
    ["RSS", paged(3), "application/rss+xml", 4],
    ["Atom", paged(1, atom), "application/atom+xml", 2],
  ])("of %s to its end", async (_name, manners, type, documents) => {
    const { findings, history } = await examine({ ...manners, headers: { "content-type": type } });
    expect(complaints(findings)).toEqual([]);
    expect(history?.documents).toBe(documents);
  });

  it("and reports a page that does not exist", async () => {
    const manners = paged(9);
    const { findings } = await examine({ ...answering(({ url }) => url === "/feed-2.xml", ended(404)), ...manners });
    expect(complaints(findings)).toEqual(["warning archive"]);
    expect(findings.at(-1)).toMatchObject({
      message: expect.stringContaining("it answers 404"),
      evidence: expect.stringMatching(/^next http/),
    });
  });

  it("and reports once that a page links to itself", async () => {
    const { findings } = await examine({ document: (url) => goodRss(url, undefined, `<atom:link rel="next" href="${url}"/>`) });
    expect(complaints(findings)).toEqual(["warning archive"]);
  });

  it("and follows the archive instead if it has one", async () => {
    const links = '<atom:link rel="next" href="/nothing"/><atom:link rel="prev-archive" href="/feed-2.xml"/>';
    const { history } = await examine({ document: (url) => goodRss(url, item("a"), url.endsWith("-2.xml") ? "" : links) });
    expect(history?.documents).toBe(2);
    expect(history?.gap).toBeUndefined();
  });

  it("and does not call a feed without such links complete", async () => {
    const { findings } = await examine({});
    expect(findings.at(-1)).toMatchObject({ check: "archive", severity: "ok", message: "None: the feed links to no older entries" });
  });
});

describe("examineFeed() compares the validators of HEAD and GET", () => {
  const headOf = async (tagOf: (request: Request, count: number) => string) => {
    let count = 0;
    const { findings } = await examine({
      respond: (request, response, origin) => {
        if (request.url !== "/feed.xml") return false;
        const headers = { "content-type": "application/rss+xml", etag: tagOf(request, count++), vary: "accept-encoding" };
        response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : goodRss(`${origin}/feed.xml`));
        return true;
      },
    });
    return findings.filter(({ check }) => check === "HEAD");
  };

  it.each([0, 1])("of two servers that answer in turn, the first at request %i", async (first) => {
    expect(await headOf((_request, count) => ((count + first) % 2 === 0 ? '"a"' : '"b"'))).toEqual([]);
  });

  it("of two servers of which another one answers a single HEAD", async () => {
    let heads = 0;
    expect(await headOf(({ method }) => (method === "HEAD" && heads++ === 0 ? '"b"' : '"a"'))).toEqual([]);
  });

  it("and reports a HEAD that always differs", async () => {
    expect(await headOf(({ method }) => (method === "HEAD" ? '"b"' : '"a"'))).toMatchObject([
      { severity: "warning", evidence: 'etag: "b", with GET "a"' },
    ]);
  });
});
