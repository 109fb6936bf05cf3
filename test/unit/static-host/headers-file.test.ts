import { describe, expect, it } from "vitest";
import { pagePolicy } from "../../../src/pages/page-policy.ts";
import { assetHeaders, exportHeaders } from "../../../src/static-host/headers-file.ts";

describe("assetHeaders", () => {
  it("contain the headers of the Worker's responses, and a policy without scripts for media", () => {
    expect(assetHeaders).toBe(`/*
  Access-Control-Allow-Origin: *
  Access-Control-Expose-Headers: ETag, Last-Modified, Link
  Cross-Origin-Resource-Policy: cross-origin
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
/media/*
  Cache-Control: public, max-age=31536000, immutable
  Content-Security-Policy: default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox
/media/*.chapters.json
  Content-Type: application/json+chapters
/media/*.srt
  Content-Type: application/x-subrip; charset=utf-8
/media/*.vtt
  Content-Type: text/vtt; charset=utf-8
/favicon.ico
  Cache-Control: public, max-age=86400
/favicon.svg
  Cache-Control: public, max-age=86400
/icon.png
  Cache-Control: public, max-age=86400
`);
  });
});

describe("exportHeaders()", () => {
  const exported = exportHeaders([]);

  it("sets the type of a page at an address like that of a feed", () => {
    const rule = "\n/help/rss.xml\n  ! Content-Type\n  Content-Type: text/html; charset=utf-8\n";
    expect(exportHeaders(["/articles/moon", "/help/rss.xml", "/x/rss.xml/"])).toBe(exported.trimEnd() + rule);
  });

  it("sets the policy of pages and the media types of feeds", () => {
    expect(exported).toContain(`  Content-Security-Policy: ${pagePolicy}\n/media/*\n  ! Content-Security-Policy\n`);
    expect(exported).toContain("/rss.xml\n  Content-Type: application/rss+xml; charset=utf-8\n/*/rss.xml\n");
  });

  it("sets each header once for every path", () => {
    const rules = exported.split(/^(?=\/)/m).map((rule) => {
      const [pattern = "", ...headers] = rule.trimEnd().split("\n  ");
      return { pattern, names: headers.filter((header) => !header.startsWith("!")).map((header) => header.split(":")[0]) };
    });
    expect(rules.length).toBeLessThanOrEqual(100); // Cloudflare reads no more
    for (const path of [
      "/",
      "/articles/moon",
      "/rss.xml",
      "/categories/sea/feed.json",
      "/media/0a/x.svg",
      "/media/0a/x.chapters.json",
      "/media/0a/x.vtt",
      "/icon.png",
      "/opml.xml",
    ]) {
      const matching = rules.filter(({ pattern }) => new RegExp(`^${RegExp.escape(pattern).replace("\\*", ".*")}$`).test(path));
      const names = matching.flatMap((rule) => rule.names).filter((name) => name !== "Content-Security-Policy");
      expect(new Set(names).size, path).toBe(names.length);
    }
  });
});
