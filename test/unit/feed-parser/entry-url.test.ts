import { describe, expect, it } from "vitest";
import { httpUrl } from "../../../src/feed-parser/entry-url.ts";

describe("httpUrl()", () => {
  it.each([
    [" https://a.example/x ", undefined, "https://a.example/x"],
    ["/x", "https://a.example/y", "https://a.example/x"],
    ["/x", undefined, undefined],
    ["ftp://a.example/", undefined, undefined],
    [undefined, "https://a.example/", undefined],
    [`https://a.example/${"x".repeat(70_000)}`, undefined, undefined],
  ])("resolves %.40j against %j to %j", (reference, base, expected) => {
    expect(httpUrl(reference, base)?.href).toBe(expected);
  });
});
