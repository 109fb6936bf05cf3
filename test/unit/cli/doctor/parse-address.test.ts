import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../../src/cli/doctor/parse-address.ts";

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
  ])("reads %s as %s", (given, expected) => {
    expect(parseAddress(given)).toBe(expected);
  });

  it.each(["ftp://example.com", "mailto:a@b.example", "javascript:1", "https://", "//", "a b"])("refuses %j", (given) => {
    expect(() => parseAddress(given)).toThrow(`Cannot look at ${JSON.stringify(given)}: it is not an http(s) address`);
  });

  it("proposes --file for a file", () => {
    const file = resolve(import.meta.dirname, "parse-address.test.ts");
    expect(() => parseAddress(file)).toThrow(`it is a file; write --file ${file}`);
  });
});
