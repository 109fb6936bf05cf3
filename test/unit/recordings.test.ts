import { describe, expect, it } from "vitest";
import type { Recordings } from "../../src/model/recording.ts";
import { appUnderTest } from "../app-under-test.ts";
import { sampleEntry } from "../samples.ts";

const hash = "0123456789abcdef0123";
const path = `/media/${hash}/tides.mp3`;
const bytes = Uint8Array.from("0123456789", (digit) => digit.charCodeAt(0));
const published = Date.UTC(2024, 10, 6, 8);
const date = "Wed, 06 Nov 2024 08:00:00 GMT";
const etag = `"${hash}"`;
const tides = { type: "audio/mpeg", length: bytes.length, published };
const recordings: Recordings = { [path]: tides };
const files = { [path]: bytes };

const answer = async (headers: Record<string, string>, method = "GET") => {
  const response = await appUnderTest({ recordings, files }).get(path, headers, method);
  return { status: response.status, range: response.headers.get("content-range"), body: await response.text(), headers: response.headers };
};

describe("a recording", () => {
  it("is served whole, with validators and the headers of files of articles", async () => {
    const { body, headers, status } = await answer({});
    expect([status, body]).toEqual([200, "0123456789"]);
    expect(Object.fromEntries(headers)).toEqual({
      "accept-ranges": "bytes",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Last-Modified, Link, Accept-Ranges, Content-Range",
      "cache-control": "public, max-age=31536000, immutable",
      "content-length": "10",
      "content-security-policy": "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
      "content-type": "audio/mpeg",
      "cross-origin-resource-policy": "cross-origin",
      etag,
      "last-modified": date,
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
    });
  });

  it.each([
    ["bytes=0-1", "bytes 0-1/10", "01"],
    ["bytes=0-", "bytes 0-9/10", "0123456789"],
    ["bytes=4-400", "bytes 4-9/10", "456789"],
    ["bytes=-3", "bytes 7-9/10", "789"],
  ])("responds to %s with a 206", async (range, contentRange, text) => {
    const { body, headers, range: sent, status } = await answer({ range });
    expect([status, sent, body]).toEqual([206, contentRange, text]);
    expect(headers.get("content-length")).toBe(String(text.length));
    for (const [name, value] of Object.entries({ etag, "last-modified": date, "content-type": "audio/mpeg", "accept-ranges": "bytes" }))
      expect(headers.get(name)).toBe(value);
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  it.each(["bytes=10-", "bytes=-0"])("responds to %s with a 416", async (range) => {
    const { body, headers, range: sent, status } = await answer({ range });
    expect([status, sent, body]).toEqual([416, "bytes */10", ""]);
    expect([headers.get("cache-control"), headers.get("accept-ranges")]).toEqual(["no-store", "bytes"]);
  });

  it.each(["bytes=0-1,4-5", "bytes=5-4", "lines=0-1", "nonsense"])("ignores %s", async (range) => {
    const { range: sent, status, body } = await answer({ range });
    expect([status, sent, body]).toEqual([200, null, "0123456789"]);
  });

  it.each([
    ["the tag", { "if-range": etag }, 206],
    ["another tag", { "if-range": '"other"' }, 200],
    ["the tag as a weak one", { "if-range": `W/${etag}` }, 200],
    ["the tag without quotation marks", { "if-range": hash }, 200],
    ["a list with the tag", { "if-range": `${etag}, "other"` }, 200],
    ["the date", { "if-range": date }, 206],
    ["the date in another form", { "if-range": "Wednesday, 06-Nov-24 08:00:00 GMT" }, 206],
    ["a later date", { "if-range": "Wed, 06 Nov 2024 08:00:01 GMT" }, 200],
    ["an earlier date", { "if-range": "Wed, 06 Nov 2024 07:59:59 GMT" }, 200],
    ["nonsense", { "if-range": "yesterday" }, 200],
    ["nothing", { "if-range": "" }, 200],
    ["the tag in If-None-Match", { "if-none-match": etag }, 304],
    ["the tag in If-None-Match and another in If-Range", { "if-none-match": etag, "if-range": '"other"' }, 304],
    ["another tag in If-None-Match and a date that matches", { "if-none-match": '"other"', "if-modified-since": date }, 206],
    ["the date in If-Modified-Since", { "if-modified-since": date }, 304],
    ["an earlier date in If-Modified-Since", { "if-modified-since": "Wed, 06 Nov 2024 07:59:59 GMT" }, 206],
    ["the tag in If-Match", { "if-match": `"x", ${etag}` }, 206],
    ["a star in If-Match", { "if-match": "*" }, 206],
    ["the tag in If-Match as a weak one", { "if-match": `W/${etag}` }, 412],
    ["another tag in If-Match", { "if-match": '"other"', "if-none-match": etag }, 412],
    ["the date in If-Unmodified-Since", { "if-unmodified-since": date }, 206],
    ["an earlier date in If-Unmodified-Since", { "if-unmodified-since": "Wed, 06 Nov 2024 07:59:59 GMT" }, 412],
    [
      "an earlier date in If-Unmodified-Since, and the tag",
      { "if-match": etag, "if-unmodified-since": "Wed, 06 Nov 2023 07:59:59 GMT" },
      206,
    ],
    ["nonsense in If-Unmodified-Since", { "if-unmodified-since": "yesterday" }, 206],
  ])("decides on a range with %s", async (_condition, headers, expected) => {
    const { body, range, status } = await answer({ range: "bytes=0-1", ...headers });
    expect([status, body, range]).toEqual([
      expected,
      expected === 206 ? "01" : expected === 200 ? "0123456789" : "",
      expected === 206 ? "bytes 0-1/10" : null,
    ]);
  });

  it("evaluates preconditions before the range", async () => {
    expect((await answer({ range: "bytes=10-", "if-none-match": etag })).status).toBe(304);
    expect((await answer({ range: "bytes=10-", "if-range": '"other"' })).status).toBe(200);
    expect((await answer({ range: "bytes=10-", "if-match": '"other"' })).status).toBe(412);
  });

  it("ignores If-Range without Range", async () => {
    expect((await answer({ "if-range": '"other"' })).status).toBe(200);
  });

  it("ignores ranges of HEAD, and does not read the file", async () => {
    const { get, logged } = appUnderTest({ recordings });
    for (const range of ["bytes=0-1", "bytes=10-", ""]) {
      const response = await get(path, range === "" ? {} : { range }, "HEAD");
      const sent = ["content-length", "content-type", "accept-ranges", "content-range"].map((name) => response.headers.get(name));
      expect([response.status, ...sent, await response.text()]).toEqual([200, "10", "audio/mpeg", "bytes", null, ""]);
    }
    expect((await get(path, { "if-none-match": etag }, "HEAD")).status).toBe(304);
    expect(logged).toEqual([]);
  });

  it("is a 503 if it cannot be read", async () => {
    const { get, logged } = appUnderTest({ recordings });
    const response = await get(path, { range: "bytes=0-1" });
    expect([response.status, response.headers.get("cache-control")]).toEqual([503, "no-store"]);
    expect(logged).toMatchObject([{ level: "error", message: `Cannot load ${path}` }]);
  });

  it("has the same response with a query, and with an encoded path", async () => {
    for (const other of [`${path}?x=1`, path.replace("t", "%74"), `${path}?range=bytes=0-1`])
      expect(await (await appUnderTest({ recordings, files }).get(other)).text()).toBe("0123456789");
  });

  it("is the target of a redirect from its path with several slashes", async () => {
    const response = await appUnderTest({ entries: [sampleEntry("a", { published })], recordings, files }).get(
      `//media///${hash}/tides.mp3?x=1`,
      { range: "bytes=0-1" },
    );
    expect([response.status, response.headers.get("location")]).toEqual([301, `https://news.example${path}?x=1`]);
  });

  it.each([
    `/media/${hash}/other.mp3`,
    `/media/${hash}/`,
    `/media/${hash}`,
    `/media/${hash}/Tides.mp3`,
    `/Media/${hash}/tides.mp3`,
    `/media/${hash.toUpperCase()}/tides.mp3`,
    `/media/x/../${hash}x/tides.mp3`,
    `/media//${hash}/other.mp3`,
    `/_contents/media/${hash}`,
    "/media/__proto__",
    "/media/%E0%A4%A",
  ])("is not served at %s", async (other) => {
    expect((await appUnderTest({ recordings, files }).get(other)).status).toBe(404);
  });
});

describe("a recording of an entry that is not always public", () => {
  const entry = sampleEntry("a", { published, expires: published + 3_600_000 });
  const limited: Recordings = { [path]: { ...tides, expires: published + 3_600_000 } };
  const at = async (instant: number, headers: Record<string, string> = {}, method = "GET") => {
    const { get, time } = appUnderTest({ entries: [entry], recordings: limited, files });
    time.now = instant;
    return get(path, headers, method);
  };

  it.each(["GET", "HEAD"])("is a 404 before, even for %s requests with its tag, and cached until then at most", async (method) => {
    for (const headers of [{}, { range: "bytes=0-1" }, { "if-none-match": etag }, { "if-match": '"x"' }]) {
      const response = await at(published - 10_000, headers, method);
      expect([response.status, response.headers.get("etag")]).toEqual([404, null]);
      expect(response.headers.get("cache-control")).toMatch(/^public, max-age=9, stale-while-revalidate=0, /);
    }
  });

  it("is served until its expiry, and cached until then at most", async () => {
    const response = await at(published + 3_590_000, { range: "bytes=0-1" });
    expect(response.status).toBe(206);
    expect(response.headers.get("cache-control")).toMatch(/^public, max-age=9, stale-while-revalidate=0, /);
  });

  it("is a 410 afterwards", async () => {
    for (const [instant, status] of [
      [-1000, 404],
      [0, 301],
      [3_600_000, 410],
    ] as const) {
      const { get, time } = appUnderTest({ entries: [entry], recordings: limited, files });
      time.now = published + instant;
      expect((await get(`/${path}`)).status).toBe(status);
    }
    for (const headers of [{}, { range: "bytes=0-1" }, { "if-none-match": etag }])
      expect((await at(published + 3_600_000, headers)).status).toBe(410);
  });
});

describe("an empty recording", () => {
  const empty = { recordings: { [path]: { ...tides, length: 0 } }, files: { [path]: new Uint8Array() } };

  it.each([
    [{}, 200, null],
    [{ range: "bytes=0-" }, 416, "bytes */0"],
    [{ range: "bytes=-1" }, 200, null],
  ])("responds to %j", async (headers, status, range) => {
    const response = await appUnderTest(empty).get(path, headers);
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([status, range, ""]);
  });
});
