import { describe, expect, it } from "vitest";
import { appUnderTest } from "../../app-under-test.ts";
import { addresses, largeSite, mannersSite } from "../../manners-site.ts";

// The edge caches one response per path for all visitors. If another part of a request could appear in it, one
// visitor could change what all others read.
const identity: Readonly<Record<string, string>> = {
  host: "evil.example",
  "x-forwarded-host": "evil.example",
  "x-forwarded-server": "evil.example",
  "x-forwarded-proto": "http",
  "x-forwarded-scheme": "http",
  "x-forwarded-port": "8080",
  "x-forwarded-prefix": "/evil",
  "x-forwarded-for": "203.0.113.66",
  "x-forwarded-ssl": "off",
  "x-real-ip": "203.0.113.66",
  "true-client-ip": "203.0.113.66",
  "cf-connecting-ip": "203.0.113.66",
  "cf-visitor": '{"scheme":"http"}',
  "cf-worker": "evil.example",
  "front-end-https": "off",
  forwarded: 'for=203.0.113.66;host="evil.example";proto=http;by=evil',
  via: "1.1 evil.example",
  "x-host": "evil.example",
  "x-original-host": "evil.example",
  "x-http-host-override": "evil.example",
  "x-original-url": "/gone",
  "x-rewrite-url": "/gone",
  "x-override-url": "/gone",
  "x-original-uri": "/gone",
  "x-accel-redirect": "/gone",
  "x-http-method-override": "DELETE",
  "x-http-method": "DELETE",
  "x-method-override": "DELETE",
  "x-middleware-prefetch": "1",
  "x-invoke-path": "/gone",
  "x-matched-path": "/gone",
  purpose: "prefetch",
  origin: "https://evil.example",
  referer: "https://evil.example/",
  accept: "text/evil, application/json;q=0.9",
  "accept-language": "de, ar;q=0.5",
  "accept-charset": "utf-7",
  authorization: "Basic ZXZpbDpldmls",
  cookie: "evil=1; session=2",
  "content-type": "application/x-www-form-urlencoded",
  range: "bytes=0-3",
  "if-range": '"evil"',
  "if-match": '"evil"',
  "if-unmodified-since": "Mon, 01 Jan 1990 00:00:00 GMT",
  "cache-control": "no-cache, evil",
  pragma: "no-cache",
  te: "trailers",
  upgrade: "h2c",
  "save-data": "on",
  "sec-fetch-mode": "navigate",
  "user-agent": "evil/1.0 (+https://evil.example)",
  "x-requested-with": "XMLHttpRequest",
  "x-wap-profile": "https://evil.example/x.xml",
};

const sites = { manners: appUnderTest(mannersSite), large: appUnderTest(largeSite) };

async function answer(address: (typeof addresses)[number], headers: Record<string, string>, origin = "https://news.example") {
  const { app } = address.of === largeSite ? sites.large : sites.manners;
  const response = await app.request(`${origin}${address.path}`, { method: address.method, headers });
  return { status: response.status, headers: [...response.headers], body: Buffer.from(await response.arrayBuffer()).toString("latin1") };
}

describe.each(addresses)("createApp(): $kind ($method $path)", (address) => {
  it("reflects no header of the request", async () => {
    const plain = await answer(address, {});
    expect(JSON.stringify(plain)).not.toContain("evil");
    expect(await answer(address, identity)).toEqual(plain);
    for (const origin of ["http://evil.example", "https://evil.example:8443", "http://[::1]:8787", "https://sub.news.example."])
      expect(await answer(address, identity, origin)).toEqual(plain);
  });
});

describe("createApp() with one identity header", () => {
  const tried = addresses.filter(({ path }) =>
    ["/rss.xml", "/", "/articles/e1", "/moved", "/gone", "/favicon.ico", "/nope"].includes(path),
  );

  it.each(Object.entries(identity))("ignores %s", async (name, value) => {
    for (const address of tried) expect(await answer(address, { [name]: value })).toEqual(await answer(address, {}));
  });
});
