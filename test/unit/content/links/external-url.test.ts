import { describe, expect, it } from "vitest";
import { findExternalUrl } from "../../../../src/content/links/external-url.ts";

function find(externalUrl: string, key = "external_url") {
  const warnings: string[] = [];
  const metadata = { authors: [], categories: [], categoriesOnly: [], draft: false, unlisted: false, aliases: [] };
  const url = findExternalUrl(
    { ...metadata, externalUrl, keys: { externalUrl: key } },
    "https://example.com/articles/moon",
    (at, severity, message) => warnings.push(`${at} ${severity}: ${message}`),
  );
  return { url, warnings };
}

describe("findExternalUrl()", () => {
  it.each([
    ["https://e.example/tides?x=1&y#z", "external_url", "https://e.example/tides?x=1&y#z"],
    ["HTTPS://E.example/größe", "external_url", "https://e.example/gr%C3%B6%C3%9Fe"],
    ["https://example.com/other", "external_url", "https://example.com/other"],
    ["https://e.example/tides", "link", "https://e.example/tides"],
    ["https://e.example/", "linkUrl", "https://e.example/"],
  ])("returns %s of %s", (written, key, url) => {
    expect(find(written, key)).toEqual({ url, warnings: [] });
  });

  it.each([
    ["/2024/moon", "link"],
    ["https://example.com/2024/11/06/a-moon", "link"],
    ["http://old.example/2024/11/06/moon/", "link"],
    ["http://old.example/2024/11/06/moon.html", "link"],
    ["http://old.example/moon/index.html", "link_url"],
    ["e.example", "linkUrl"],
  ])("ignores %s of %s, which may be the article's own address", (written, key) => {
    expect(find(written, key)).toEqual({ url: undefined, warnings: [] });
  });

  it.each(["/moon", "e.example", "javascript:alert(1)", "ftp://e.example/"])("warns about %s", (written) => {
    expect(find(written)).toEqual({
      url: undefined,
      warnings: [`external_url warning: Cannot use external_url ${JSON.stringify(written)}: write a URL that begins with https://`],
    });
  });

  it.each(["www.example.com/moon", "javascript:alert(1)", "ftp://example.com/"])(
    "warns about %s in link, which is not a path",
    (written) => {
      expect(find(written, "link")).toEqual({
        url: undefined,
        warnings: [`link warning: Cannot use link ${JSON.stringify(written)}: write a URL that begins with https://`],
      });
    },
  );
});
