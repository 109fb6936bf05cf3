import { describe, expect, it } from "vitest";
import type { MediaFiles } from "../../../../src/content/links/media-files.ts";
import { noMedia } from "../../../no-media.ts";
import { compileAll, now, site, someMedia } from "../sample.ts";

function dated(yaml: string): string {
  return `---\ndate: 2024-11-06\n${yaml}\n---\nText`;
}

describe("compile() sorts and filters", () => {
  it("sorts entries by date, newest first, then by path", async () => {
    const articles = {
      "a.md": "---\ndate: 2024-11-06T12:00\n---\nText",
      "c.md": "---\ndate: 2024-11-07T12:00\n---\nText",
      "b.md": "---\ndate: 2024-11-07T12:00\n---\nText",
    };
    const { entries } = await compileAll(articles);
    expect(entries.map(({ source }) => source)).toEqual(["c.md", "b.md", "a.md"]);
    expect((await compileAll(Object.fromEntries(Object.entries(articles).reverse()))).entries).toEqual(entries);
  });

  it("excludes drafts in production", async () => {
    const articles = { "a.md": dated("draft: true"), "b.md": dated("") };
    expect((await compileAll(articles)).entries.map(({ source }) => source)).toEqual(["b.md"]);
    const all = (await compileAll(articles, { development: true })).entries;
    expect(all.map(({ source, draft }) => [source, draft])).toEqual([
      ["b.md", false],
      ["a.md", true],
    ]);
  });

  it.each([
    ["that is a draft", "draft: true", "moon.txt"],
    ["that has no date", "title: Moon", "moon.txt"],
    ["that is shown", "date: 2024-11-06", "moon.txt"],
  ])("reports removed text of an article once: %s", async (_, yaml, source) => {
    const { problems } = await compileAll({ [source]: `---\n${yaml}\n---\nMoon\n\nOne.\n\nAdvertisement\n\nTwo.` });
    expect(problems.filter((problem) => problem.includes("Removed"))).toEqual([
      'articles/moon.txt:8:1 warning Removed "Advertisement": boilerplate from a web page',
    ]);
  });

  it("publishes no media of a draft in production", async () => {
    const asked: string[] = [];
    const media: MediaFiles = {
      ...noMedia,
      publish(path) {
        asked.push(path);
        return undefined;
      },
    };
    const articles = { "a.md": `${dated("draft: true\nimage: cover.png")}\n![](secret.png)`, "b.md": `${dated("")}\n![](open.png)` };
    await compileAll(articles, { media });
    expect(asked).toEqual(["open.png", "b/open.png", "articles/open.png"]);
    await compileAll(articles, { media, development: true });
    expect(asked).toContain("secret.png");
  });

  it("compiles scheduled entries", async () => {
    const { entries, problems } = await compileAll({ "a.md": "---\ndate: 2025-06-01T12:00Z\n---\nText" });
    expect(problems).toEqual([]);
    expect(entries[0]?.published).toBe(Date.UTC(2025, 5, 1, 12));
    expect(entries[0]?.published).toBeGreaterThan(now);
  });

  it("compiles an empty list of articles", async () => {
    const redirects = { moved: {}, gone: [] };
    expect(await compileAll({})).toEqual({ drafts: 0, entries: [], faulty: new Set(), problems: [], redirects });
  });

  it("reports the problems of all articles, by file and line", async () => {
    const { problems } = await compileAll({ "b.md": "Text", "a.md": "---\nmood: y\ndate: x\n---\nText", "c.md": "" });
    expect(problems.map((problem) => problem.split(" ", 2).join(" "))).toEqual([
      "articles/a.md:2:1 warning",
      "articles/a.md:3:7 error",
      "articles/b.md:1:1 error",
      "articles/c.md:1:1 error",
    ]);
  });
});

describe("compile() and identities", () => {
  it("creates an id from idBase and the path", async () => {
    const options = { site: { ...site, idBase: "https://first.example" } };
    const { entries } = await compileAll({ "a.md": dated("") }, options);
    expect(entries[0]).toMatchObject({ id: "https://first.example/articles/a", url: "https://example.com/articles/a" });
  });

  it("keeps a given id if the article moves", async () => {
    const ids = await Promise.all(
      ["slug: other", "permalink: /other"].map(
        async (yaml) => (await compileAll({ "a.md": dated(`id: urn:x:1\n${yaml}`) })).entries[0]?.id,
      ),
    );
    expect(ids).toEqual(["urn:x:1", "urn:x:1"]);
  });

  it.each([
    [
      "one address",
      { "a.md": dated("slug: moon"), "moon.md": dated("") },
      [
        "articles/moon.md:1:1 error Cannot use the address /articles/moon: articles/a.md has it already; give one of them another slug or permalink",
      ],
    ],
    [
      "one address, spelled differently",
      { "a.md": dated("permalink: /%C3%BC b"), "b.md": dated("url: https://example.com/u\u0308%20b") },
      [
        "articles/b.md:3:6 error Cannot use the address /u%CC%88%20b: articles/a.md has it already; give one of them another slug or permalink",
      ],
    ],
    [
      "one file name with two endings",
      { "moon.md": dated(""), "moon/index.md": dated("") },
      [
        "articles/moon/index.md:1:1 error Cannot use the address /articles/moon: articles/moon.md has it already; give one of them another slug or permalink",
      ],
    ],
    [
      "one address, of which the later file is older",
      { "a.md": dated("slug: moon"), "moon.md": dated("").replace("2024", "2023") },
      [
        "articles/a.md:3:7 error Cannot use the address /articles/moon: articles/moon.md has it already; give one of them another slug or permalink",
      ],
    ],
    [
      "one id, of which the later file is older",
      { "a.md": dated("id: x"), "b.md": dated("id: x").replace("2024", "2023") },
      ['articles/a.md:3:5 error Cannot use the id "x": articles/b.md has it already'],
    ],
    [
      "one id",
      { "a.md": dated("id: x"), "b.md": dated("id: x") },
      ['articles/b.md:3:5 error Cannot use the id "x": articles/a.md has it already'],
    ],
    [
      "the other's default id",
      { "a.md": dated(""), "b.md": dated("id: https://example.com/articles/a") },
      ['articles/b.md:3:5 error Cannot use the id "https://example.com/articles/a": articles/a.md has it already'],
    ],
    [
      "an alias that is another's address",
      { "a.md": dated("aliases: [/articles/b]"), "b.md": dated("") },
      ["articles/a.md:3:10 warning Cannot use the alias /articles/b: articles/b.md has that address already"],
    ],
    [
      "an alias that is another's address but for the slash at its end",
      { "a.md": dated("aliases: [/articles/b/, /articles/a/]"), "b.md": dated("") },
      ["articles/a.md:3:10 warning Cannot use the alias /articles/b/: articles/b.md has that address already"],
    ],
    [
      "an alias of two",
      { "a.md": dated("aliases: [/old]"), "b.md": dated("redirect_from: old") },
      ["articles/b.md:3:16 warning Cannot use the alias old: articles/a.md has that address already"],
    ],
    [
      "an alias of two that differs only in its query",
      { "a.md": dated("aliases: ['/old?id=1', '/own?x=1', '/own?x=2']"), "b.md": dated("aliases: ['/old?id=2']") },
      [
        "articles/a.md:3:10 warning Cannot use the aliases /old?id=1 of articles/a.md, /old?id=2 of articles/b.md: a redirect cannot depend on a query; leave them out, or write the path without a query for one of them",
      ],
    ],
    [
      "an alias of two, one of them without a query",
      { "a.md": dated("aliases: ['/old?id=1']"), "b.md": dated("aliases: ['/old?id=2']"), "c.md": dated("aliases: [/old]") },
      [expect.stringContaining("warning Cannot use the aliases /old?id=1 of articles/a.md, /old?id=2 of articles/b.md: ")],
    ],
    [
      "an address with a draft",
      { "a.md": dated("slug: moon\ndraft: true"), "moon.md": dated("") },
      [
        "articles/a.md:3:7 warning Cannot use the address /articles/moon: articles/moon.md has it already; give one of them another slug or permalink",
      ],
    ],
  ])("rejects two entries with %s", async (_, articles, expected) => {
    expect((await compileAll(articles)).problems).toEqual(expected);
  });

  it.each([
    ["an empty file", "_drafts/a.md", ""],
    ["front matter that is not closed", "_drafts/a.md", "---\ntitle: x"],
    ["no YAML", "_drafts/a.md", "---\n{{ x }}\n---\nText"],
    ["an unreadable date", "a.md", "---\ndraft: true\ndate: soon\n---\nText"],
    ["an address of another", "a.md", "---\nstatus: draft\npermalink: /rss.xml\n---\nText"],
    ["an unknown type", "a.md", "---\npublished: false\nenclosure: [1]\n---\nText"],
    ["invalid MDX", "a.mdx", "---\ndraft: true\ndate: 2024-01-01\n---\n<a>{"],
  ])("turns errors of a draft into warnings: %s", async (_, name, text) => {
    for (const development of [false, true]) {
      const { faulty, problems } = await compileAll({ [name]: text }, { development });
      expect(problems.filter((line) => line.includes(" error "))).toEqual([]);
      if (faulty.size > 0) expect(problems).not.toEqual([]);
    }
    const published = await compileAll({
      [name.replace("_drafts/", "")]: text.replace(/^(?:draft: true|status: draft|published: false)\n/m, ""),
    });
    expect(published.problems.filter((line) => line.includes(" error "))).not.toEqual([]);
  });

  it.each(["/%c3", "/a%ff/b", "/%E0%A4%A"])("rejects the permalink %s, which no request can reach", async (path) => {
    expect((await compileAll({ "a.md": dated(`permalink: "${path}"`) })).problems).toEqual([
      expect.stringMatching(/^articles\/a\.md:3:12 error Cannot use the address \/\S+: it is not percent-encoded UTF-8; /),
    ]);
  });

  it.each(["/%c3", "/a%ff/b", "https://example.com/%e2%82", "%C3"])("rejects the alias %s, which is an invalid address", async (alias) => {
    expect((await compileAll({ "a.md": dated(`aliases: ["${alias}", "/ok"]`) })).problems).toEqual([
      `articles/a.md:3:10 warning Cannot use the alias ${alias}: it is not percent-encoded UTF-8; encode it so, or write it without encoding`,
    ]);
  });

  it.each(["/", "/rss.xml", "/atom.xml", "/feed.json", "/favicon.ico", "/favicon.svg", "/icon.png", "/media/x", "/%72ss.xml", "rss.xml"])(
    "rejects the site's own address %s for an entry",
    async (path) => {
      const [permalink, alias] = [`permalink: ${path}`, `aliases: ["${path}"]`];
      expect((await compileAll({ "a.md": dated(permalink) })).problems).toEqual([
        expect.stringMatching(/^articles\/a\.md:3:12 error Cannot use the address \/.*: the site itself has it already/),
      ]);
      expect((await compileAll({ "a.md": dated(alias) })).problems).toEqual([
        `articles/a.md:3:10 warning Cannot use the alias ${path}: the site itself has that address already`,
      ]);
    },
  );

  it("omits an alias that is the address of another article, and keeps both articles", async () => {
    const { entries, faulty } = await compileAll({
      "a.md": dated("aliases: [/articles/b, /old]"),
      "b.md": dated("aliases: [/old, /older]"),
    });
    expect(Object.fromEntries(entries.map(({ aliases, source }) => [source, aliases]))).toEqual({ "a.md": ["/old"], "b.md": ["/older"] });
    expect([...faulty]).toEqual([]);
  });

  it("accepts entries with different addresses", async () => {
    const articles = { "a.md": dated("aliases: [/old]"), "b.md": dated("permalink: /rss.xml.html"), "notes/a.md": dated("") };
    expect((await compileAll(articles)).problems).toEqual([]);
  });
});

describe("compile() and links between articles", () => {
  it("links to the page of the other article", async () => {
    const { entries, problems } = await compileAll({
      "notes/a.md": `${dated("")}\n[b](../b.md) [part](/b.md#the-end)`,
      "b.md": `${dated("permalink: /elsewhere\nslug: bee")}\n\n## The end\n\n[a](notes/a.md)`,
    });
    expect(problems).toEqual([]);
    const contents = new Map(entries.map(({ source, content }) => [source, content]));
    expect(contents.get("notes/a.md")).toContain(
      '<a href="https://example.com/elsewhere">b</a> <a href="https://example.com/elsewhere#bee-the-end">part</a>',
    );
    expect(contents.get("b.md")).toContain('<h2 id="bee-the-end">The end</h2>');
    expect(contents.get("b.md")).toContain('<a href="https://example.com/articles/notes/a">a</a>');
  });

  it("warns about a broken link", async () => {
    expect((await compileAll({ "a.md": `${dated("")}\n\n[b](b.md)` })).problems).toEqual([
      'articles/a.md:7:1 warning Cannot find the file "b.md" next to the article',
    ]);
  });

  it.each([
    ["b.md", "---\ndate: nonsense\n---\nText", "b.md"],
    ["ein café.md", "", "ein%20caf%C3%A9.md#part"],
    ["b.html", "<p>No date", "b.html"],
  ])("reports that the linked article %s has errors", async (name, text, reference) => {
    const { problems } = await compileAll({ "a.md": `${dated("")}\n\n[b](${reference})`, [name]: text });
    expect(problems).toContain(
      `articles/a.md:7:1 warning Cannot link to ${JSON.stringify(name)}: this article has errors; fix them, and the link works`,
    );
    expect(problems.join()).not.toContain("Cannot find the file");
  });

  it.each([
    ["an article", "", ['articles/a.md:6:1 warning Cannot follow the link to "b.md": it is a draft; publish it, and the link works']],
    ["another draft", "draft: true", []],
  ])("warns about a link to a draft from %s", async (_, yaml, expected) => {
    const { problems } = await compileAll({ "a.md": `${dated(yaml)}\n\n[b](b.md)`, "b.md": dated("draft: true") }, { development: true });
    expect(problems).toEqual(expected.map((problem) => problem.replace(":6:", `:${dated(yaml).split("\n").length + 2}:`)));
  });

  it.each(["b.md", "/articles/b", "b"])("warns about the link to the expired article %s", async (reference) => {
    const expired = dated("expires: 2024-12-24");
    const { problems } = await compileAll({
      "a.md": `${dated("")}\n\n[b](${reference})`,
      "b.md": expired,
      "c.md": dated("expires: 2026-01-01"),
    });
    const message = `Cannot follow the link to "${reference}": the article has expired, and its address is a 410; remove the link`;
    expect(problems.filter((problem) => !problem.includes("Left out"))).toEqual([`articles/a.md:7:1 warning ${message}`]);
    expect((await compileAll({ "a.md": `${dated("")}\n\n[c](c.md)`, "c.md": dated("expires: 2026-01-01") })).problems).toEqual([]);
  });

  it("does not look for the anchor of a link to a draft, which has no page", async () => {
    const articles = { "a.md": `${dated("")}\n\n[b](b.md#moon)`, "b.md": dated("draft: true") };
    const { problems } = await compileAll(articles, { development: true });
    expect(problems).toEqual([expect.stringContaining('Cannot follow the link to "b.md#moon": it is a draft')]);
    const drafts = { "a.md": `${dated("draft: true")}\n\n[b](b.md#moon)`, "b.md": dated("draft: true") };
    expect((await compileAll(drafts, { development: true })).problems).toEqual([expect.stringContaining("Cannot find the anchor")]);
  });

  it("warns about a link to the address of a draft", async () => {
    const articles = { "a.md": `${dated("")}\n\n[b](/articles/b)`, "b.md": dated("draft: true") };
    const { problems } = await compileAll(articles, { development: true });
    expect(problems).toEqual([expect.stringContaining('Cannot follow the link to "/articles/b": it is a draft')]);
  });

  it("reports and counts the problems of drafts once, and compiles no entries from drafts", async () => {
    const articles = { "a.md": dated(""), "_drafts/b.md": "---\ntitle: B\n---\n[c](c.md) <blink>d</blink>", "d.md": dated("draft: true") };
    const { drafts, entries, problems } = await compileAll(articles, { checksDrafts: true });
    expect(problems).toEqual([
      'articles/_drafts/b.md:4:1 warning Cannot find the file "c.md" next to the article',
      "articles/_drafts/b.md:4:11 warning Cannot keep <blink>: feed readers show only its text",
    ]);
    expect([drafts, entries.map(({ source }) => source)]).toEqual([2, ["a.md"]]);
  });

  it("suggests a file whose name differs only in case", async () => {
    const { problems } = await compileAll({ "a.md": `${dated("image: Moon.png")}\n\n![](Moon.png)` }, { media: someMedia });
    expect(problems).toEqual([
      expect.stringContaining('Cannot find the picture "Moon.png": articles/moon.png exists; on the web,'),
      expect.stringContaining('Cannot find the file "Moon.png": articles/moon.png exists; on the web,'),
    ]);
  });

  it("does not read files outside the articles folder", async () => {
    const asked: string[] = [];
    const media: MediaFiles = {
      ...noMedia,
      publish(path) {
        asked.push(path);
        return undefined;
      },
    };
    await compileAll(
      { "n/a.md": `${dated("")}\n![](../../etc/passwd) ![](%2e%2e/%2E%2E/x) ![](/etc/passwd) ![](../b/../c.png)` },
      { media },
    );
    expect(asked).toEqual(["etc/passwd", "x", "etc/passwd", "c.png", "articles/c.png"]);
  });
});
