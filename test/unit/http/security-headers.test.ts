import { describe, expect, it } from "vitest";
import { commonHeaders, contentSecurityPolicy, preflightHeaders } from "../../../src/http/security-headers.ts";

describe("the headers of every answer", () => {
  it("let anybody read it, and nobody take it for something else", () => {
    expect(commonHeaders).toEqual({
      "access-control-allow-origin": "*",
      "access-control-expose-headers": "ETag, Last-Modified, Link",
      "cross-origin-resource-policy": "cross-origin",
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
    });
  });

  it("let a reader in a browser ask conditionally", () => {
    expect(preflightHeaders).toEqual({
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": "If-None-Match, If-Modified-Since",
      "access-control-max-age": "86400",
    });
  });
});

describe("contentSecurityPolicy()", () => {
  it("allows one style sheet, pictures and media, and nothing else", () => {
    expect(contentSecurityPolicy("c3R5bGU=")).toBe(
      "default-src 'none'; style-src 'sha256-c3R5bGU='; img-src 'self' https: http:; media-src 'self' https: http:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
});
