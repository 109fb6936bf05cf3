import { describe, expect, it } from "vitest";
import { canonicalize } from "../../../src/conformance/values/canonical-uri.ts";
import { findReferenceFault, findUriFault, isHttpUrl } from "../../../src/conformance/values/uri.ts";

describe("canonicalize()", () => {
  it.each([
    ["https://example.com/", "https://example.com/"],
    ["HTTPS://Example.COM", "https://example.com/"],
    ["http://example.com:80/a", "http://example.com/a"],
    ["https://example.com:8443/a", "https://example.com:8443/a"],
    ["https://example.com:/", "https://example.com/"],
    ["https://example.com./", "https://example.com/"],
    ["https://example.com/a/./b/../c", "https://example.com/a/c"],
    ["https://example.com/a/..", "https://example.com/"],
    ["https://example.com/%7euser/%c3%a9?q=%2f#%61", "https://example.com/~user/%C3%A9?q=%2F#a"],
    ["https://example.com/%2F%3a", "https://example.com/%2F%3A"],
    ["https://example.com/e%CC%81", "https://example.com/%C3%A9".replace("%C3%A9", "e%CC%81")],
    ["https://example.com/%65%CC%81", "https://example.com/%C3%A9"],
    ["tag:example.com,2024:a", "tag:example.com,2024:a"],
    ["urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6", "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6"],
  ])("canonicalizes %s to %s", (uri, canonical) => {
    expect(canonicalize(uri)).toBe(canonical);
  });

  it.each(["https://example.com/%", "https://example.com/%ff", "/relative"])("returns undefined for %s", (uri) => {
    expect(canonicalize(uri)).toBeUndefined();
  });
});

describe("findUriFault()", () => {
  it.each(["https://example.com/a?b=c#d", "mailto:a@example.com", "tag:a@example.com,2024-11-06:x#y", "urn:isbn:0451450523"])(
    "finds no fault in %s",
    (uri) => {
      expect(findUriFault(uri)).toBeUndefined();
    },
  );
});

describe("findReferenceFault()", () => {
  it.each(["", "a.mp3", "//example.com/a", "https://h.example/标题/", "http://[::1]/a", "tag:example.com,2024:a"])(
    "accepts %s",
    (reference) => {
      expect(findReferenceFault(reference)).toBeUndefined();
    },
  );

  it.each([
    ["https://example.com/a b", "InvalidUriChar"],
    ["https:/example.com/", "InvalidIRI"],
    ["urn:u", "InvalidURN"],
  ])("reports for %s: %s", (reference, rule) => {
    expect(findReferenceFault(reference)?.rule).toBe(rule);
  });
});

describe("findReferenceFault() of a reference outside ASCII", () => {
  it.each([
    ["https://h.example/M\u00FCller 1.mp3", "InvalidUriChar"],
    ["http:/h.example/\u00FC", "InvalidIRI"],
    ["urn:\u00FC", "InvalidURN"],
  ])("quotes %s as it is written", (reference, rule) => {
    expect(findReferenceFault(reference)).toEqual({ rule, message: reference });
  });

  it("names the scheme that is not registered", () => {
    expect(findReferenceFault("foo:\u00FC")).toEqual({ rule: "SchemeNotIANARegistered", message: "foo" });
  });
});

describe("isHttpUrl()", () => {
  it.each([
    ["https://example.com/a.mp3", true],
    ["http://192.168.0.1:8080/", true],
    ["https://localhost/a.mp3", true],
    ["https://[2001:db8::1]/a.mp3", true],
    ["https:///a.mp3", false],
    ["ftp://example.com/", false],
    ["https://example.com/a b", false],
  ])("decides on %s: %s", (url, answer) => {
    expect(isHttpUrl(url)).toBe(answer);
  });
});
