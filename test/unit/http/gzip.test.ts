import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { acceptsGzip, gzip, gzipTag, isOursToCompress } from "../../../src/http/gzip.ts";
import { formats } from "../../../src/model/format.ts";

describe("acceptsGzip()", () => {
  it.each([
    [null, false],
    ["", false],
    ["gzip", true],
    ["GZIP", true],
    ["x-gzip", true],
    ["X-GZip;Q=0.5", true],
    ["br, gzip", true],
    ["br;q=1.0,gzip;q=0.8,*;q=0.1", true],
    ["gzip;q=0.001", true],
    ["gzip;q=1.000", true],
    ["gzip ; q=0.5", true],
    ["gzip;\tq=1", true],
    ["gzip;q =1", true],
    ["gzip; q= 1", true],
    ["gzip;q =0", false],
    ["gzip;xq=0", true],
    ["gzip;qx=0", true],
    ["*", true],
    ["*;q=0.1", true],
    ["br, *", true],
    ["identity;q=0, *", true],
    ["gzip, *;q=0", true],
    [", ,gzip,", true],
    ["gzip;q=0", false],
    ["gzip;q=0.0", false],
    ["gzip;q=0.000", false],
    ["GZIP;Q=0", false],
    ["x-gzip;q=0", false],
    ["gzip;q=0, *", false],
    ["*, gzip;q=0", false],
    ["gzip;q=0, *;q=1", false],
    ["*;q=0", false],
    ["identity", false],
    ["identity, *;q=0", false],
    ["br", false],
    ["br, deflate, zstd", false],
    ["gzipped", false],
    ["not-gzip", false],
    ["gzip;q=", false],
    ["gzip;q=high", false],
    ["gzip;q=-1", false],
    ["gzip;q=NaN", false],
    [";q=1", false],
    ["q=1", false],
    [";;;,,,===", false],
  ])("returns for %j: %s", (header, expected) => {
    expect(acceptsGzip(header)).toBe(expected);
  });
});

describe("isOursToCompress()", () => {
  it.each([
    ["application/atom+xml; charset=utf-8", true],
    ["application/feed+json", true],
    ["application/rss+xml; charset=utf-8", false],
    ["application/xml; charset=utf-8", false],
    ["application/json", false],
    ["text/html; charset=utf-8", false],
    ["text/plain; charset=utf-8", false],
    // No text of the kinds that developers.cloudflare.com/speed/optimization/content/compression lists.
    ["text/x-opml; charset=utf-8", true],
    ["x-text/html", true],
  ])("returns for %s: %s", (contentType, expected) => {
    expect(isOursToCompress(contentType)).toBe(expected);
  });

  it("leaves only RSS to the edge", () => {
    expect(formats.filter(({ contentType }) => isOursToCompress(contentType)).map(({ name }) => name)).toEqual(["Atom", "JSON Feed"]);
  });
});

describe("gzip()", () => {
  const text = new TextEncoder().encode("<feed>月 🐟 &#x26;</feed>\n".repeat(5000));

  it.each([
    ["text", text],
    ["nothing", new Uint8Array()],
    ["any bytes", Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) >> 3)],
    ["a part of a buffer", text.subarray(7, 1003)],
  ])("is undone by gunzip: %s", async (_criterion, bytes) => {
    expect(new Uint8Array(gunzipSync(await gzip(bytes)))).toEqual(new Uint8Array(bytes));
  });

  it("shrinks text", async () => {
    expect((await gzip(text)).byteLength).toBeLessThan(text.byteLength / 20);
  });

  it("is deterministic: the output contains no time", async () => {
    const once = await gzip(text);
    expect(await gzip(Uint8Array.from(text))).toEqual(once);
    expect([...once.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
  });
});

describe("gzipTag()", () => {
  it("returns a different strong tag", () => {
    expect(gzipTag('"a1b2"')).toBe('"a1b2-gzip"');
  });
});
