import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examineSite } from "../../src/doctor/examine-site.ts";
import { siteUrl, startTestSite, type TestSite } from "./test-site.ts";
import { askAt, sendTo } from "./wire.ts";

const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const text = "Nobody says a word while the moon is rising over the sea. ".repeat(20);

let site: TestSite;
let picture: string;

beforeAll(async () => {
  site = await startTestSite({
    settings: `limit = 4
hub = "https://hub.example/"
[vars.SITE.redirects]
"/moved" = "/articles/e7"
"/shop" = "https://shop.example/?all"`,
    articles: {
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, index) => [
          `2024-11-${10 + index}-e${index}.md`,
          `---\ntags: ${index % 2 === 0 ? "Deep Sea" : "日本語"}\nlang: ${index % 2 === 0 ? "en" : "de"}\n---\n# About ${index}\n\n${text}\n`,
        ]),
      ),
      "2024-11-09-picture.md": "---\nimage: pixel.png\naliases: /old/picture\n---\n# A picture\n\n![A pixel](pixel.png)\n",
      "pixel.png": pixel,
      "later.md": "---\ndate: 2999-01-01\ntags: Treasure\naliases: /old/later\n---\n# Later\n\n![Another](later.png)\n",
      "later.png": Buffer.concat([pixel, Buffer.from("later")]),
      "_removed.txt": "/gone\n",
    },
  });
  picture = /\/media\/[0-9a-f]+\/pixel\.png/.exec((await ask("/articles/picture")).body.toString())?.[0] ?? "";
}, 120_000);
afterAll(() => site.close());

const ask = (path: string, headers?: Record<string, string>, method?: string) => askAt(site.origin, path, headers, method);
const send = (lines: string) => sendTo(site.origin, `${lines}\r\nHost: any.example\r\nConnection: close\r\n\r\n`);

const html = "text/html; charset=utf-8";
const changing = "public, max-age=3600, stale-while-revalidate=3600, stale-if-error=604800";

describe("the doctor", () => {
  it("reports only that the cache in front of the bundle compresses RSS without Vary", async () => {
    const here: typeof fetch = async (input, init) =>
      String(input) === "https://hub.example/"
        ? new Response("", { status: 405 })
        : fetch(String(input).replace(siteUrl, site.origin), init);
    const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
    const { feeds, findings } = await examineSite(`${siteUrl}/`, { fetch: here, now: Date.now, wait: pause });
    const found = feeds.map(({ findings, history, kind, url }) => {
      const reported = findings.filter(({ severity }) => severity !== "ok").map(({ check, severity }) => `${severity} ${check}`);
      return [url.replace(siteUrl, ""), kind, history?.entries.length, reported];
    });
    expect(findings).toMatchObject([{ severity: "ok" }]);
    expect(found).toEqual([
      ["/rss.xml", "rss", 13, ["note compression"]],
      ["/atom.xml", "atom", 13, []],
      ["/feed.json", "json", 13, []],
    ]);
  });
});

// RFC 9110 §8.8 and §15.4.5, RFC 9111 §5.2, Fetch §3.2.
describe("the bundle, over the wire,", () => {
  const documents = [
    ...[
      "",
      "/categories/deep-sea",
      "/authors/the-desk",
      "/languages/de",
      "/archive/1",
      "/archive/3",
      "/archive/5",
      "/languages/en/archive/1",
    ].flatMap(
      (path) =>
        [
          [`${path}/`, html],
          [`${path}/rss.xml`, "application/rss+xml; charset=utf-8"],
          [`${path}/atom.xml`, "application/atom+xml; charset=utf-8"],
          [`${path}/feed.json`, "application/feed+json"],
        ] as const,
    ),
    ["/articles/e1", html],
    ["/feeds/", html],
    ["/opml.xml", "text/x-opml; charset=utf-8"],
    ["/sitemap.xml", "application/xml; charset=utf-8"],
    ["/robots.txt", "text/plain; charset=utf-8"],
  ] as const;

  it.each(documents)("serves %s as %s, and 304 for either validator", async (path, type) => {
    const full = await ask(path);
    const common = { "cache-control": changing, "access-control-allow-origin": "*", "x-content-type-options": "nosniff" };
    expect(full).toMatchObject({ status: 200, headers: { "content-type": type, ...common } });
    expect(full.headers["vary"]).toBe(/\.json$|(?:atom|opml)\.xml$/.test(path) ? "Accept-Encoding" : undefined);
    const head = await ask(path, {}, "HEAD");
    expect([head.status, head.body.byteLength, head.headers["content-length"]]).toEqual([200, 0, String(full.body.byteLength)]);
    const repeated = [
      "etag",
      "last-modified",
      "cache-control",
      "vary",
      "link",
      "access-control-allow-origin",
      "access-control-expose-headers",
    ];
    for (const precondition of [
      { "if-none-match": `W/${full.headers["etag"]}` },
      { "if-modified-since": String(full.headers["last-modified"]) },
    ]) {
      const answer = await ask(path, precondition as Record<string, string>);
      expect([answer.status, answer.body.byteLength]).toEqual([304, 0]);
      expect(repeated.map((name) => answer.headers[name])).toEqual(repeated.map((name) => full.headers[name]));
    }
  });

  it.each([
    ["/old/picture", 301, "/articles/picture", changing],
    ["/moved/", 301, "/articles/e7", changing],
    ["/articles/e1/", 301, "/articles/e1", changing],
    ["/archive/1", 301, "/archive/1/", changing],
    ["/tag/Deep%20Sea/feed/", 301, "/categories/deep-sea/rss.xml", changing],
    ["/blog/index.xml", 301, "/rss.xml", changing],
    ["/shop", 301, "https://shop.example/?all", changing],
    ["/gone", 410, undefined, changing],
    ["/nope", 404, undefined, changing],
    ["/archive/6/atom.xml", 404, undefined, changing],
    ["/old/later", 404, undefined, changing],
    ["/categories/treasure/", 404, undefined, changing],
    ["/health", 200, undefined, "no-store"],
  ])("responds to %s with %i, also for HEAD", async (path, status, location, lifetime) => {
    const expected = location === undefined ? undefined : new URL(location, siteUrl).href;
    for (const method of ["GET", "HEAD"]) {
      const { headers, status: answered } = await ask(path, { "if-none-match": "*" }, method);
      expect([answered, headers["location"], headers["access-control-allow-origin"]]).toEqual([status, expected, "*"]);
      expect(headers["cache-control"]).toBe(
        lifetime.replaceAll("3600", String(headers["cache-control"]).match(/max-age=(\d+)/)?.[1] ?? ""),
      );
    }
  });
});

// RFC 9110 §8.4, §8.8.3, §12.5.3.
const compressed = "/atom.xml /feed.json /opml.xml /archive/2/atom.xml /categories/deep-sea/feed.json";

describe.each(compressed.split(" "))("%s, over the wire,", (path) => {
  it("is gzip if the request accepts it, with its own tag and a 304 for that tag", async () => {
    const [plain, compressed] = [await ask(path), await ask(path, { "accept-encoding": "gzip, deflate, br" })];
    const { "content-length": length, etag = "", ...headers } = compressed.headers;
    expect(headers).toMatchObject({ "content-encoding": "gzip", "content-type": plain.headers["content-type"], vary: "Accept-Encoding" });
    expect(length).toBe(String(compressed.body.byteLength));
    expect(gunzipSync(compressed.body).equals(plain.body)).toBe(true);
    expect(etag).toBe(String(plain.headers["etag"]).replace(/"$/, '-gzip"'));
    const head = await ask(path, { "accept-encoding": "gzip" }, "HEAD");
    expect([head.headers["content-encoding"], head.headers["content-length"], head.headers["etag"]]).toEqual(["gzip", length, etag]);
    expect(head.body.byteLength).toBe(0);
    const conditional = await ask(path, { "accept-encoding": "gzip", "if-none-match": String(etag) });
    expect([conditional.status, conditional.body.byteLength, conditional.headers["etag"]]).toEqual([304, 0, etag]);
    expect([conditional.headers["vary"], conditional.headers["link"]]).toEqual(["Accept-Encoding", plain.headers["link"]]);
  });

  it.each(["identity", "br", "gzip;q=0", "*;q=0, identity"])("is not compressed for %s", async (encodings) => {
    const [plain, asked] = [await ask(path), await ask(path, { "accept-encoding": encodings })];
    expect([asked.status, asked.headers["content-encoding"], asked.headers["etag"]]).toEqual([200, undefined, plain.headers["etag"]]);
    expect(asked.body.equals(plain.body)).toBe(true);
  });
});

describe("the bundle, with unusual requests,", () => {
  const statusOf = (answer: string) => Number(/^HTTP\/1\.[01] (\d{3}) /.exec(answer)?.[1]);

  it.each(["TRACE", "PROPFIND", "QUERY", "POST", "DELETE"])("refuses %s and lists the allowed methods", async (method) => {
    const answer = await send(`${method} /rss.xml HTTP/1.1`);
    expect(statusOf(answer)).toBe(405);
    expect(answer).toMatch(/^allow: GET, HEAD, OPTIONS\r$/im);
    expect(answer).toMatch(/^cache-control: no-store\r$/im);
  });

  it.each([
    ["/%", 404],
    ["/%ff", 404],
    ["/%00", 404],
    ["/%c0%ae%c0%ae/rss.xml", 404],
    ["//evil.example/", 404],
    ["//evil.example/feed/", 404],
    ["//", 301],
    ["/../../rss.xml", 200],
    ["/rss.xml#x", 200],
    ["http://evil.example/rss.xml", 200],
    [`/${"a".repeat(10_000)}`, 404],
  ])("responds to GET %s with %i, without a redirect to another site", async (target, status) => {
    const answer = await send(`GET ${target} HTTP/1.1\r\nX-Forwarded-Host: evil.example`);
    expect(statusOf(answer)).toBe(status);
    expect(answer).not.toContain("evil");
    expect(/^location: (.*)\r$/im.exec(answer)?.[1] ?? `${siteUrl}/`).toMatch(/^https:\/\/news\.example\//);
  });

  it.each([
    ["a header of 100 kB", `X-Long: ${"x".repeat(100_000)}`],
    ["a thousand headers", Array.from({ length: 1000 }, (_, index) => `X-${index}: y`).join("\r\n")],
    ["a list of 10,000 tags", `If-None-Match: ${'"x",'.repeat(10_000)}`],
    ["bytes in a date", "If-Modified-Since: \xe4\xff"],
  ])("ignores %s", async (_criterion, header) => {
    const [plain, answer] = [await send("GET /rss.xml HTTP/1.1"), await send(`GET /rss.xml HTTP/1.1\r\n${header}`)];
    expect(statusOf(answer)).toBe(200);
    expect(answer).toBe(plain);
  });

  // workerd refuses these itself: 501 for an unknown method, 400 and 414 for an invalid line.
  const refused = "get /rss.xml HTTP/1.1|__proto__ / HTTP/1.1|GET /a b HTTP/1.1|GET /\x00 HTTP/1.1|GET /\xff HTTP/1.1|GET /|\x16\x03\x01";
  it.each([...refused.split("|"), "GET / HTTP/1.1\r\nX : y", `GET /${"a".repeat(100_000)} HTTP/1.1`])(
    "survives the invalid request %j",
    async (lines) => {
      expect([400, 414, 501]).toContain(statusOf(await send(lines)));
      expect((await ask("/rss.xml")).status).toBe(200);
    },
  );
});

describe("a file of an article, over the wire,", () => {
  it("is immutable and public", async () => {
    const { body, headers, status } = await ask(picture, { origin: "https://reader.example" });
    expect([status, body.equals(pixel), headers["content-type"], headers["content-length"]]).toEqual([
      200,
      true,
      "image/png",
      String(pixel.byteLength),
    ]);
    expect(headers).toMatchObject({ "cache-control": "public, max-age=31536000, immutable", "access-control-allow-origin": "*" });
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "content-security-policy": expect.stringContaining("sandbox") });
    const head = await ask(picture, {}, "HEAD");
    expect([head.status, head.body.byteLength, head.headers["content-type"], head.headers["etag"]]).toEqual([
      200,
      0,
      "image/png",
      headers["etag"],
    ]);
    const conditional = await ask(picture, { "if-none-match": String(headers["etag"]) });
    expect([conditional.status, conditional.body.byteLength]).toEqual([304, 0]);
  });

  it("is only served at its exact path", async () => {
    const [hash = ""] = /[0-9a-f]{20}/.exec(picture) ?? [];
    const guesses = ["/media/", `/media/${hash}`, `/media/${hash}/`, `/media/${hash}/later.png`, picture.replace(hash, "0".repeat(20))];
    for (const guess of [
      ...guesses,
      `${picture}/`,
      picture.toUpperCase(),
      "/pixel.png",
      "/articles/pixel.png",
      "/articles/picture.md",
      "/_headers",
    ])
      expect([guess, (await ask(guess)).status]).toEqual([guess, 404]);
  });

  it.each(["/favicon.ico", "/favicon.svg", "/icon.png"])("has open CORS and nosniff as %s", async (path) => {
    const { headers, status } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "content-type": expect.stringMatching(/^image\//), "cache-control": "public, max-age=86400" });
    expect(headers).toMatchObject({ "access-control-allow-origin": "*", "x-content-type-options": "nosniff" });
  });
});

describe("the bundle, after these requests,", () => {
  it("logs nothing", () => expect(site.logs()).toEqual([]));
});
