import { describe, expect, it } from "vitest";
import { canonicalPath, canonicalUrl, pathKey, pathOf } from "../../../src/base/canonical-url.ts";

describe("canonicalUrl()", () => {
  it.each([
    ["HTTPS://Example.COM:443/a/../b", "https://example.com/b"],
    ["https://example.com", "https://example.com/"],
    ["https://example.com/ü?ß#月", "https://example.com/%C3%BC?%C3%9F#%E6%9C%88"],
    ['https://example.com/a|b[c]^`{d}"<e>', "https://example.com/a%7Cb%5Bc%5D%5E%60%7Bd%7D%22%3Ce%3E"],
    ["https://example.com/%C3%BC%2F", "https://example.com/%C3%BC%2F"],
    ["https://example.com/100%", "https://example.com/100%25"],
    ["https://example.com/%zz%4", "https://example.com/%25zz%254"],
    ["https://bücher.example/", "https://xn--bcher-kva.example/"],
    ["http://[::1]:8787/[x]", "http://[::1]:8787/%5Bx%5D"],
    ["mailto:a@example.com", "mailto:a@example.com"],
    ["moon", undefined],
    ["", undefined],
    ["http://", undefined],
  ])("spells %j", (url, expected) => {
    expect(canonicalUrl(url)).toBe(expected);
    if (expected !== undefined) expect(canonicalUrl(expected)).toBe(expected);
  });

  it("resolves against a base", () => {
    expect(canonicalUrl("../moon?a#b", "https://example.com/x/y/z")).toBe("https://example.com/x/moon?a#b");
  });
});

describe("canonicalPath()", () => {
  it.each([
    ["/a b/ü", "/a%20b/%C3%BC"],
    ["/a%20b", "/a%20b"],
    ["/a?b#c", "/a"],
    ["//example.com/a", "/example.com/a"],
    ["/a\\b", "/a%5Cb"],
    ["a//b", "/a//b"],
    ["/", "/"],
  ])("spells %s", (path, expected) => {
    expect(canonicalPath(path)).toBe(expected);
  });
});

describe("pathOf()", () => {
  it.each([
    ["/a/b/", "/a/b/"],
    ["a b", "/a%20b"],
    ["https://old.example/a?b", "/a"],
    ["foo:bar", "/foo:bar"],
    ["HTTP://old.example/a", "/a"],
    ["see-https://a.example/b", "/see-https://a.example/b"],
    ["https://", "/https://"],
  ])("finds the path of %s", (address, expected) => {
    expect(pathOf(address)).toBe(expected);
  });
});

describe("pathKey()", () => {
  it.each([
    ["/%C3%BC", "/ü"],
    ["/u%CC%88", "/ü"],
    ["/ü", "/ü"],
    ["/a", "/a"],
    ["/%zz", undefined],
    ["/%ff", undefined],
  ])("decodes %s", (path, expected) => {
    expect(pathKey(path)).toBe(expected);
  });
});
