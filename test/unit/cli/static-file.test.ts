import { describe, expect, it } from "vitest";
import { staticFile } from "../../../src/cli/static-file.ts";

describe("staticFile()", () => {
  it.each([
    ["/", "index.html"],
    ["/feeds/", "feeds/index.html"],
    ["/articles/moon", "articles/moon.html"],
    ["/articles/moon.html", "articles/moon.html"],
    ["/articles/v1.2-notes", "articles/v1.2-notes.html"],
    ["/categories/%E6%97%A5/rss.xml", "categories/日/rss.xml"],
    ["/a%20b", "a b.html"],
    ["/archive/1/feed.json", "archive/1/feed.json"],
  ])("serves %s from %s", (path, file) => {
    expect(staticFile(path)).toBe(file);
  });

  it.each(["/a%2Fb", "/%2e%2e/a", "/..", "/a/./b", "/%00", "/%ff", "/a%5Cb"])("has no file for %s", (path) => {
    expect(staticFile(path)).toBeUndefined();
  });
});
