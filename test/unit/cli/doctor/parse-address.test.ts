import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAddress, parseFutureAddress } from "../../../../src/cli/doctor/parse-address.ts";

describe("parseAddress()", () => {
  it.each([
    ["example.com", "https://example.com/"],
    ["example.com:8443/feed", "https://example.com:8443/feed"],
    ["HTTP://Example.com", "http://example.com/"],
    ["localhost:9430", "http://localhost:9430/"],
    ["localhost", "http://localhost/"],
    ["127.0.0.1:8080/rss.xml", "http://127.0.0.1:8080/rss.xml"],
    ["[::1]:8080", "http://[::1]:8080/"],
    ["192.168.1.7", "http://192.168.1.7/"],
    ["blog.local/feed", "http://blog.local/feed"],
    ["https://localhost:9430", "https://localhost:9430/"],
    ["localhost.example.com", "https://localhost.example.com/"],
    ["feed://example.com/rss.xml", "https://example.com/rss.xml"],
    ["feed:https://example.com/rss.xml", "https://example.com/rss.xml"],
    ["Feed:http://example.com/rss.xml", "http://example.com/rss.xml"],
    ["feed://localhost:8080/", "http://localhost:8080/"],
    ["https://example.com/rss.xml?a=1#top", "https://example.com/rss.xml?a=1"], // which is no part of the request
  ])("reads %s as %s", (given, expected) => {
    expect(parseAddress(given)).toBe(expected);
  });

  it.each([
    "ftp://example.com",
    "mailto:a@b.example",
    "javascript:1",
    "https://",
    "feed:",
    "feed:///",
    "feed:ftp://example.com",
    "//",
    "/feed.xml",
    "./feed.xml",
    "../feed.xml",
    "a b",
  ])("refuses %j", (given) => {
    expect(() => parseAddress(given)).toThrow(`Cannot check ${JSON.stringify(given)}: it is not an http(s) address`);
  });

  it("proposes --file for a file", () => {
    const file = resolve(import.meta.dirname, "parse-address.test.ts");
    expect(() => parseAddress(file)).toThrow(`it is a file; write --file ${file}`);
  });
});

describe("parseFutureAddress()", () => {
  it.each([
    ["example.com/feed.xml", "https://example.com/feed.xml"],
    ["example.com", "https://example.com/"],
    ["bücher.example?feed=rss2", "https://xn--bcher-kva.example/?feed=rss2"],
    ["localhost/feed.xml", "http://localhost/feed.xml"],
    ["web:8080/feed.xml", "https://web:8080/feed.xml"],
    ["[::1]/feed.xml", "http://[::1]/feed.xml"],
    ["192.168.1.7/feed.xml", "http://192.168.1.7/feed.xml"],
    ["http://intranet/feed.xml", "http://intranet/feed.xml"],
    ["https://feed.xml/", "https://feed.xml/"],
  ])("reads %s as %s", (given, expected) => {
    expect(parseFutureAddress(given)).toBe(expected);
  });

  it.each([
    ...["/feed.xml", "feed.xml", "FEED.XML", "index.rss.xml", "./feed.xml", "../feed.xml", "public/feed.xml", "feed.atom?a=1"],
    ...["//feed.xml", "https:/feed.xml", "?feed=rss2", "rss", ""],
  ])("refuses %j, which has no host", (given) => {
    const message = `Cannot use --as ${JSON.stringify(given)}: write the whole address, such as https://example.com/rss.xml`;
    expect(() => parseFutureAddress(given)).toThrow(message);
  });

  it.each(["user:secret@localhost/feed.xml", "user:secret@example.com/feed.xml"])("does not repeat the password of %s", (given) => {
    expect(() => parseFutureAddress(given)).toThrow(/^(?!.*secret).*contains a password/);
  });
});
