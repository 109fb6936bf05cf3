import { describe, expect, it } from "vitest";
import { faultOfFile, staticFile } from "../../../src/static-host/static-file.ts";

describe("staticFile()", () => {
  it.each([
    ["/", "index.html"],
    ["/feeds/", "feeds/index.html"],
    ["/categories/%E6%97%A5/rss.xml", "categories/日/rss.xml"],
    ["/archive/1/feed.json", "archive/1/feed.json"],
  ])("serves the document %s from %s", (path, file) => {
    expect(staticFile(path, false)).toBe(file);
  });

  it.each([
    ["/articles/moon", "articles/moon.html"],
    ["/articles/moon.html", "articles/moon.html"],
    ["/articles/v1.2-notes", "articles/v1.2-notes.html"],
    ["/articles/v1.2", "articles/v1.2.html"],
    ["/2024/moon/", "2024/moon/index.html"],
    ["/a%20b", "a b.html"],
    // Names that hosts read settings or programs from.
    ["/_worker.js", "_worker.js.html"],
    ["/_headers", "_headers.html"],
    ["/_redirects", "_redirects.html"],
    ["/.htaccess", ".htaccess.html"],
    ["/.assetsignore", ".assetsignore.html"],
    ["/x.php", "x.php.html"],
    ["/notes.svg", "notes.svg.html"],
  ])("serves the page %s from %s", (path, file) => {
    expect(staticFile(path, true)).toBe(file);
  });

  it.each(["/a%2Fb", "/%2e%2e/a", "/..", "/a/./b", "/%00", "/%ff", "/a%5Cb", "//evil.example/a", "/a//b", "/a%0Ab", "/%1B[2J", "/%C2%9B"])(
    "has no file for %s",
    (path) => {
      expect([staticFile(path, true), staticFile(path, false)]).toEqual([undefined, undefined]);
    },
  );
});

describe("faultOfFile()", () => {
  it.each([
    [`${"a".repeat(250)}.html`, undefined],
    [`${"a".repeat(251)}.html`, /256 bytes, and the limit is 255/],
    [`${"a".repeat(300)}/index.html`, /300 bytes/],
    [`${"日".repeat(83)}.html`, undefined],
    [`${"日".repeat(84)}.html`, /257 bytes/],
    [`${"🐟".repeat(62)}.html`, undefined],
    [`${"🐟".repeat(63)}.html`, /257 bytes/],
    [`${"ab/".repeat(331)}a.html`, undefined],
    [`${"ab/".repeat(332)}a.html`, /the path of its file would have 1002 bytes/],
    ["_worker.js/x.html", /read _worker\.js as settings or as a program/],
    ["_worker.js", /read _worker\.js as/],
    ["_headers/index.html", /read _headers as/],
    ["_redirects/x.html", /read _redirects as/],
    ["_Headers/x.html", /read _Headers as/],
    ["_headers.html", undefined],
    ["articles/_worker.js/x.html", undefined],
    ["404.html", /show 404\.html for missing pages/],
    ["articles/404.html", /show articles\/404\.html/],
    ["200.html", /show 200\.html/],
    ["articles/1404.html", undefined],
    ["aux.html", undefined],
    ["a:b.html", undefined],
  ])("reports the fault of %s on every system", (file, expected) => {
    const fault = faultOfFile(file, false);
    if (expected === undefined) expect(fault).toBeUndefined();
    else expect(fault).toMatch(expected);
  });

  it.each([
    "aux.html",
    "categories/CON/index.html",
    "com1.html",
    "a:b.html",
    "a?.html",
    "a*.html",
    "a /index.html",
    "a./b.html",
    'a".html',
  ])("reports that Windows does not allow %s", (file) => {
    expect(faultOfFile(file, true)).toMatch(/^Windows does not allow the file name/);
    expect(faultOfFile(file, false)).toBeUndefined();
  });

  it.each(["auxiliary.html", "icon.png", "a.b/c d.html", "categories/日/rss.xml"])("accepts %s on Windows", (file) => {
    expect(faultOfFile(file, true)).toBeUndefined();
  });
});
