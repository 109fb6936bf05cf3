import { describe, expect, it } from "vitest";
import { createHeadersFor, preflightHeaders } from "../../../src/http/security-headers.ts";

const common = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "ETag, Last-Modified, Link",
  "cross-origin-resource-policy": "cross-origin",
  "referrer-policy": "strict-origin-when-cross-origin",
  "x-content-type-options": "nosniff",
};
const policy = "default-src 'none'; frame-ancestors 'none'";

describe("createHeadersFor()", () => {
  const headersFor = createHeadersFor(policy);

  it("allows any origin to read a response, and forbids type sniffing", () => {
    expect(Object.fromEntries(headersFor({ etag: '"a"' }))).toEqual({ ...common, etag: '"a"' });
  });

  it("adds the policy to HTML pages", () => {
    const own = { "content-type": "text/html; charset=utf-8" };
    expect(Object.fromEntries(headersFor(own))).toEqual({ ...common, ...own, "content-security-policy": policy });
  });
});

describe("preflightHeaders", () => {
  it("allow conditional requests from readers in browsers", () => {
    expect(preflightHeaders).toEqual({
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "If-None-Match, If-Modified-Since, Range, If-Range",
      "access-control-max-age": "86400",
    });
  });
});
