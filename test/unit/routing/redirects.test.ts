import { describe, expect, it } from "vitest";
import { compile } from "../../../src/content/compile/compile.ts";
import { formatDiagnostic } from "../../../src/model/diagnostic.ts";
import { categorySelection } from "../../../src/model/selection.ts";
import { PathRegistry } from "../../../src/routing/path-registry.ts";
import { compileRedirects, redirectKey } from "../../../src/routing/redirects.ts";
import { noMedia } from "../../no-media.ts";
import { sampleSite } from "../../samples.ts";
import { now, site } from "../content/sample.ts";

/** Compiles redirects on a site with an article at /articles/moon, its alias /old/moon/, and a category. */
function compiled(settings: Readonly<Record<string, string>>, removed = "") {
  const registry = new PathRegistry([categorySelection("Sea", sampleSite)]);
  registry.reserve("/articles/moon", "articles/moon.md");
  registry.reserve("/old/moon/", "articles/moon.md");
  const reported: string[] = [];
  const reports = {
    redirect: (from: string, message: string) => reported.push(`${from}: ${message}`),
    removed: (line: number, message: string) => reported.push(`${line}: ${message}`),
  };
  const redirects = compileRedirects(settings, removed, { registry, reports, url: "https://news.example" });
  return { ...redirects, reported };
}

describe("redirectKey()", () => {
  it.each([
    ["/a", "/a"],
    ["/a/", "/a"],
    ["/a//", "/a/"],
    ["/", "/"],
    ["/%C3%BC/", "/ü"],
    ["/u%CC%88", "/ü"],
    ["/%ff", undefined],
  ])("of %s", (path, expected) => {
    expect(redirectKey(path)).toBe(expected);
  });
});

describe("compileRedirects() and redirects", () => {
  it.each([
    ["a path", "/a", "/articles/moon", { "/a": "/articles/moon" }],
    ["a path with a slash at its end", "/a/", "/b/", { "/a": "/b/" }],
    ["a path that has to be encoded", "/ü b", "/ö c?d e#f g", { "/ü b": "/%C3%B6%20c?d%20e#f%20g" }],
    ["a path that is encoded", "/%C3%BC%20b", "/%C3%B6", { "/ü b": "/%C3%B6" }],
    ["a query on the left side, which is not asked for", "/a?b=c", "/d", { "/a": "/d" }],
    ["a path with dots", "/a/../b", "/c/./d", { "/b": "/c/d" }],
    ["a path that only looks like a host", "/a", "/%5celsewhere.example/x", { "/a": "/%5celsewhere.example/x" }],
    ["a path that looks like a user", "/a", "/@elsewhere.example", { "/a": "/@elsewhere.example" }],
    ["a path with dots before a host", "/a", "/.//elsewhere.example/x", { "/a": "//elsewhere.example/x" }],
    ["a percent sign", "/50%-off", "/x", { "/50%-off": "/x" }],
    ["a URL elsewhere", "/a", "https://Elsewhere.example/b?c#ü", { "/a": "https://elsewhere.example/b?c#%C3%BC" }],
    ["a URL elsewhere, by http", "/a", "http://elsewhere.example", { "/a": "http://elsewhere.example/" }],
    ["a URL of another port", "/a", "https://news.example:8443/b", { "/a": "https://news.example:8443/b" }],
    ["a URL of a host that begins alike", "/a", "https://news.example.org/b", { "/a": "https://news.example.org/b" }],
    ["a URL of the site's own, which is a path", "/a", "HTTPS://NEWS.example/b?c", { "/a": "/b?c" }],
    ["the site's own origin", "/a", "https://news.example", { "/a": "/" }],
    ["a name of Object.prototype", "/constructor", "/__proto__", { "/constructor": "/__proto__" }],
    ["the address of a feed of another system", "/feed", "/atom.xml", { "/feed": "/atom.xml" }],
  ])("accepts %s", (_criterion, from, to, moved) => {
    expect(compiled({ [from]: to })).toEqual({ moved, gone: [], reported: [] });
  });

  it.each([
    "articles/moon",
    "//elsewhere.example/x",
    "/\\elsewhere.example/x",
    "/\t/elsewhere.example/x",
    "/\n/elsewhere.example/x",
    "\\\\elsewhere.example/x",
    "https:elsewhere.example/x",
    "https:/elsewhere.example/x",
    "https:\\\\elsewhere.example/x",
    " //elsewhere.example/x",
    "@elsewhere.example/x",
    "user:pass@elsewhere.example/x",
    "ftp://elsewhere.example/",
    "data:text/html,x",
    "javascript:alert(1)",
    "mailto:a@elsewhere.example",
    "https://",
    "?a",
    " ",
  ])("rejects a redirect to %j", (to) => {
    expect(compiled({ "/a": to })).toEqual({
      moved: {},
      gone: [],
      reported: [`/a: Cannot redirect to ${JSON.stringify(to)}: it is neither a path that begins with / nor an http(s) URL`],
    });
  });

  it("shortens a chain to one redirect", () => {
    const { moved, reported } = compiled({
      "/a": "/b/",
      "/b": "/c?x",
      "/c/": "https://news.example/d#y",
      "/d": "/articles/moon",
      "/e": "/f",
      "/f": "https://elsewhere.example/",
      "/%C3%BC": "/g",
      "/h": "/u%CC%88/",
      "/g": "/atom.xml",
    });
    expect(reported).toEqual([]);
    expect(moved).toEqual({
      "/a": "/articles/moon",
      "/b": "/articles/moon",
      "/c": "/articles/moon",
      "/d": "/articles/moon",
      "/e": "https://elsewhere.example/",
      "/f": "https://elsewhere.example/",
      "/ü": "/atom.xml",
      "/h": "/atom.xml",
      "/g": "/atom.xml",
    });
  });

  it.each([
    ["to itself", { "/a": "/a" }, ["/a: Cannot redirect /a: it leads back to itself (/a → /a)"]],
    ["to itself with a slash", { "/a": "/a/?b#c" }, ["/a: Cannot redirect /a: it leads back to itself (/a → /a)"]],
    ["to itself by its URL", { "/a": "https://news.example/a" }, ["/a: Cannot redirect /a: it leads back to itself (/a → /a)"]],
    [
      "in a circle",
      { "/a": "/b", "/b": "/c", "/c": "/a" },
      [
        "/a: Cannot redirect /a: it leads back to itself (/a → /b → /c → /a)",
        "/b: Cannot redirect /b: it leads back to itself (/b → /c → /a → /b)",
        "/c: Cannot redirect /c: it leads back to itself (/c → /a → /b → /c)",
      ],
    ],
    [
      "into a circle",
      { "/x": "/a", "/a": "/b", "/b": "/a" },
      [
        expect.stringMatching(/^\/x: Cannot redirect \/x: .*\(\/x → \/a → \/b → \/a\)$/),
        "/a: Cannot redirect /a: it leads back to itself (/a → /b → /a)",
        "/b: Cannot redirect /b: it leads back to itself (/b → /a → /b)",
      ],
    ],
  ])("rejects a redirect that leads %s", (_criterion, redirects, reported) => {
    expect(compiled(redirects)).toEqual({ moved: {}, gone: [], reported });
  });

  it("does not mistake another site's path for our own", () => {
    const moved = { "/a": "https://elsewhere.example/b", "/b": "/c", "/d": "https://elsewhere.example/d" };
    expect(compiled(moved)).toEqual({ moved, gone: [], reported: [] });
  });

  it("keeps the redirects outside a loop", () => {
    expect(compiled({ "/a": "/a", "/b": "/c" }).moved).toEqual({ "/b": "/c" });
  });

  it("reports a redirect in the spelling of the settings, so that its line is found", () => {
    const { reported } = compiled({ "/a/": "/%C3%BC/", "/%C3%BC/": "/a/", "/articles/moon/": "/x", "/b/": "c" });
    expect(reported.map((message) => message.slice(0, message.indexOf(":"))).sort()).toEqual(["/%C3%BC/", "/a/", "/articles/moon/", "/b/"]);
  });

  it.each([
    ["/", "the site itself"],
    ["/rss.xml", "the site itself"],
    ["/rss.xml/", "the site itself"],
    ["/archive/2", "the site itself"],
    ["/categories/sea", "the site itself"],
    ["/categories/sea/feed.json", "the site itself"],
    ["/feeds", "the site itself"],
    ["/health/", "the site itself"],
    ["/media/ab/moon.png", "the site itself"],
    ["/articles/moon", "articles/moon.md"],
    ["/articles/moon/", "articles/moon.md"],
    ["/articles/m%6Fon", "articles/moon.md"],
    ["/old/moon", "articles/moon.md"],
    ["/old/moon/", "articles/moon.md"],
  ])("rejects a redirect from %s, which %s owns", (from, holder) => {
    expect(compiled({ [from]: "/x" })).toEqual({
      moved: {},
      gone: [],
      reported: [`${from}: Cannot redirect ${from}: ${holder} has that address`],
    });
  });

  it.each([
    ["/a", "/a/"],
    ["/%C3%BC", "/ü"],
    ["/a", "/%61"],
  ])("rejects two redirects from one address: %s and %s", (one, other) => {
    const { moved, reported } = compiled({ [one]: "/x", [other]: "/y" });
    expect(reported).toEqual([`${other}: Cannot redirect ${other}: the redirect of ${one} has that address`]);
    expect(Object.values(moved)).toEqual(["/x"]);
  });

  it("rejects a redirect from an impossible address", () => {
    expect(compiled({ "/caf%e9": "/x" })).toEqual({ moved: {}, gone: [], reported: [expect.stringMatching(/^\/caf%e9: Cannot /)] });
  });

  it("distinguishes addresses with similar encodings", () => {
    expect(compiled({ "/x%2541": "/a", "/xA": "/b" }).reported).toEqual([]);
    expect(compiled({ "/articles%252Fmoon": "/a" }).reported).toEqual([]);
  });
});

describe("compileRedirects() and removed addresses", () => {
  it.each([
    ["an address a line", "/a\n/b", ["/a", "/b"]],
    ["a line break at the end", "/a\n", ["/a"]],
    ["lines as Windows ends them", "/a\r\n\r\n/b\r\n# c\r\n/d # e\r\n", ["/a", "/b", "/d"]],
    ["blank lines and space", "\n\n  /a  \n \t\n/b\t\n", ["/a", "/b"]],
    ["comments", "# all\n/a # one\n/b\t#two\n  # three\n#/c", ["/a", "/b"]],
    ["URLs, of this host or another", "https://news.example/a/b/\nHTTP://old.example/c", ["/a/b", "/c"]],
    ["a slash at the end", "/a/\n", ["/a"]],
    ["an address twice, in different spellings", "/ü\n/%C3%BC/\n/u%CC%88\nhttps://news.example/%c3%bc", ["/ü"]],
    ["percent signs", "/100%\n/50%25-off", ["/100%", "/50%-off"]],
    ["spaces in an address", "/a b", ["/a b"]],
    ["names of Object.prototype", "/constructor\n/__proto__", ["/constructor", "/__proto__"]],
    ["nothing", "", []],
    ["nothing but comments", "# nothing yet\n", []],
  ])("reads %s", (_criterion, text, gone) => {
    expect(compiled({}, text)).toEqual({ moved: {}, gone, reported: [] });
  });

  it.each([
    ["articles/old", '"articles/old"'],
    ["ftp://old.example/a", '"ftp://old.example/a"'],
    ["moon.md # the file", '"moon.md"'],
    ["/%ff", '"/%ff"'],
    ["* /a", '"* /a"'],
  ])("rejects the line %j with its number", (line, shown) => {
    expect(compiled({}, `# first\r\n/a\r\n\r\n${line}\r\n/b`)).toEqual({
      moved: {},
      gone: ["/a", "/b"],
      reported: [`4: Cannot read ${shown}: it is not an address such as /articles/old`],
    });
  });

  it.each(["/?p=12", "/a#b", "https://news.example/a?b=c"])("rejects the line %s, which is not an address", (address) => {
    expect(compiled({}, address)).toEqual({
      moved: {},
      gone: [],
      reported: [`1: Cannot remove ${address}: the part after ? or # is ignored; leave it out`],
    });
  });

  it.each([
    ["/articles/moon", "articles/moon.md"],
    ["/articles/moon/", "articles/moon.md"],
    ["/articles/m%6Fon", "articles/moon.md"],
    ["https://news.example/articles/moon", "articles/moon.md"],
    ["/old/moon", "articles/moon.md"],
    ["/categories/sea", "the site itself"],
    ["/rss.xml", "the site itself"],
    ["/", "the site itself"],
    ["/sitemap.xml", "the site itself"],
  ])("rejects the removal of %s: %s owns it", (address, holder) => {
    expect(compiled({}, `\n${address} # gone\n`)).toEqual({
      moved: {},
      gone: [],
      reported: [`2: Cannot list ${address} as removed: ${holder} uses that address; remove one of them`],
    });
  });

  it("rejects an address that is also redirected", () => {
    const { moved, gone, reported } = compiled({ "/a": "/b" }, "/a/\n/b");
    expect({ moved, gone }).toEqual({ moved: { "/a": "/b" }, gone: ["/b"] });
    expect(reported).toEqual([expect.stringMatching(/^1: Cannot list \/a\/ as removed: .*redirect.* uses that address/)]);
  });
});

describe("compile() and redirects", () => {
  const article = (yaml = "") => `---\ndate: 2024-11-06\n${yaml}\n---\nText`;

  async function problemsOf(articles: Readonly<Record<string, string>>, options: Partial<Parameters<typeof compile>[1]>) {
    const files = Object.entries(articles).map(([source, text]) => ({ source, text }));
    const { redirects, problems } = await compile(files, { site, media: noMedia, development: false, now, ...options });
    return { redirects, reported: problems.map(formatDiagnostic) };
  }

  it("compiles the given redirects, if any", async () => {
    expect(await problemsOf({ "a.md": article() }, {})).toEqual({ redirects: { moved: {}, gone: [] }, reported: [] });
    expect(await problemsOf({ "a.md": article() }, { redirects: { "/x/": "https://example.com/articles/a" }, removed: "/y" })).toEqual({
      redirects: { moved: { "/x": "/articles/a" }, gone: ["/y"] },
      reported: [],
    });
  });

  it.each([
    ["an article", article()],
    ["a scheduled article", article().replace("2024", "2031")],
    ["a draft", article("draft: true")],
    ["an alias", article("slug: moon\naliases: /articles/a/")],
  ])("rejects the removal of %s, at its line of the list", async (_criterion, text) => {
    const { reported } = await problemsOf({ "a.md": text }, { removed: "# gone\n\n/articles/a\n/b" });
    expect(reported).toEqual([
      "articles/_removed.txt:3:1 error Cannot list /articles/a as removed: articles/a.md uses that address; remove one of them",
    ]);
  });

  it("reports a conflicting redirect at its location in the settings", async () => {
    const locationOfSetting = (path: readonly string[]) => ({ file: "wrangler.toml", line: path[1] === "/articles/a/" ? 7 : 8, column: 3 });
    const { reported } = await problemsOf({ "a.md": article() }, { redirects: { "/articles/a/": "/x", "/y": "/y" }, locationOfSetting });
    expect(reported).toEqual([
      "wrangler.toml:7:3 error Cannot redirect /articles/a/: articles/a.md has that address",
      "wrangler.toml:8:3 error Cannot redirect /y: it leads back to itself (/y → /y)",
    ]);
  });

  it("reports a redirected or removed address of a new selection", async () => {
    const given = { redirects: { "/categories/sea/": "/x" }, removed: "/authors/ada" };
    expect((await problemsOf({ "a.md": article() }, given)).reported).toEqual([]);
    expect((await problemsOf({ "a.md": article("tags: Sea\nauthor: Ada") }, given)).reported).toEqual([
      "articles/_removed.txt:1:1 error Cannot list /authors/ada as removed: the site itself uses that address; remove one of them",
      "wrangler.toml:1:1 error Cannot redirect /categories/sea/: the site itself has that address",
    ]);
  });
});
