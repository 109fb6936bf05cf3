import { describe, expect, it } from "vitest";
import { faultOf, type SoakAnswer } from "../../soak/judge.ts";
import type { Poll } from "../../soak/poller.ts";

const body = Buffer.from("<rss/>");
const headers = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Link",
  "cache-control": "public, max-age=3600",
  "content-type": "application/rss+xml; charset=utf-8",
  etag: '"a1"',
  "last-modified": "Wed, 06 Nov 2024 12:00:00 GMT",
  link: '<https://news.example/rss.xml>; rel="self"',
  "x-content-type-options": "nosniff",
};
const document = { headers, etag: '"a1"', body };
const poll = (status: number, given: Partial<Poll> = {}): Poll => ({
  kind: "tag",
  method: "GET",
  path: "/rss.xml",
  headers: {},
  expected: [status],
  ...given,
});
const answer = (given: Partial<SoakAnswer> = {}): SoakAnswer => ({ status: 200, headers, wire: body, body, ...given });
const empty = { wire: Buffer.of(), body: Buffer.of() };

describe("faultOf()", () => {
  it.each([
    ["the document", poll(200), answer()],
    ["a 304", poll(304), answer({ status: 304, ...empty })],
    ["a HEAD", poll(200, { method: "HEAD" }), answer(empty)],
    [
      "a compressed document",
      poll(200, { headers: { "accept-encoding": "gzip" } }),
      answer({ headers: { ...headers, etag: '"a1-gzip"', "content-encoding": "gzip" } }),
    ],
    ["a tag that was weakened", poll(200), answer({ headers: { ...headers, etag: 'W/"a1"' } })],
    ["a 404", poll(404), answer({ status: 404, headers: { "cache-control": "public, max-age=1" } })],
  ])("finds nothing wrong with %s", (_criterion, asked, given) => {
    expect(faultOf(asked, given, document)).toBeUndefined();
  });

  it.each([
    ["another status", poll(304), answer(), "status 200 in place of 304"],
    ["a 304 for a first request", poll(200), answer({ status: 304, ...empty }), "status 304 in place of 200"],
    ["a failure", poll(200), answer({ status: 503 }), "status 503 in place of 200"],
    ["a cookie", poll(200), answer({ headers: { ...headers, "set-cookie": "a=b" } }), "a cookie"],
    ["no lifetime", poll(404), answer({ status: 404, headers: {} }), "no Cache-Control"],
    ["half a body", poll(200), answer({ headers: { ...headers, "content-length": "60" } }), "a length of 60 for 6 bytes"],
    ["a 304 with a body", poll(304), answer({ status: 304 }), "an unexpected body"],
    ["a HEAD with a body", poll(200, { method: "HEAD" }), answer(), "an unexpected body"],
    ["other bytes", poll(200), answer({ body: Buffer.from("<rss>") }), "other bytes: 5 in place of 6"],
    ["another tag", poll(304), answer({ status: 304, ...empty, headers: { ...headers, etag: '"b2"' } }), 'the tag "b2" in place of "a1"'],
    [
      "a lost header",
      poll(304),
      answer({ status: 304, ...empty, headers: { ...headers, link: undefined } }),
      `link: undefined in place of ${headers.link}`,
    ],
    ["another type", poll(200), answer({ headers: { ...headers, "content-type": "text/html" } }), "content-type: text/html"],
    [
      "gzip without a request for it",
      poll(200, { headers: { "accept-encoding": "gzip;q=0" } }),
      answer({ headers: { ...headers, "content-encoding": "gzip" } }),
      "compression that was not asked for",
    ],
    [
      "text of the request",
      poll(404),
      answer({ status: 404, body: Buffer.from("http://evil.example") }),
      "internals, or text of the request",
    ],
  ])("finds %s", (_criterion, asked, given, fault) => {
    expect(faultOf(asked, given, document)).toBe(fault);
  });

  it("reports a document for a missing path", () => {
    expect(faultOf(poll(200), answer(), undefined)).toBe("a response for a missing document");
  });
});
