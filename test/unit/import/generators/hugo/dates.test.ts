import { describe, expect, it } from "vitest";
import { hugo } from "../../../../../src/import/generators/hugo.ts";
import { openSite } from "../planned-site.ts";

const page = (lines: string) => `---\n${lines}\n---\nText.\n`;
const version = (number: string) => ({ "netlify.toml": `[build.environment]\nHUGO_VERSION = "${number}"` });

const planOf = (config: string, lines: string, name = "a") => {
  const path = `content/posts/${name}.md`;
  return openSite(hugo, { "hugo.toml": config, [path]: page(lines) }).plan(path);
};

// The dates of the feeds of Hugo 0.111.3.
describe("hugo.plan() reads the date from", () => {
  it.each([
    ["a configured key", 'date = ["created", ":default"]', "created: 2018-01-01", { keys: { date: "2018-01-01" } }],
    [
      "it although the file has another",
      'date = ["created"]',
      "created: 2018-01-01\ndate: 2020-01-01",
      { corrections: { date: "2018-01-01" } },
    ],
    ["modified", "", "modified: 2018-01-01", { keys: { date: "2018-01-01" } }],
    ["pubdate, which the compiler reads, too", "", "pubdate: 2018-01-01", { keys: {} }],
    ["a configured key for lastmod", 'lastmod = ["changed"]', "date: 2020-01-01\nchanged: 2021-01-01", { keys: { lastmod: "2021-01-01" } }],
    [
      "a configured key for expiryDate",
      'expiryDate = ["gone"]',
      "date: 2020-01-01\ngone: 2021-01-01",
      { keys: { expiryDate: "2021-01-01" } },
    ],
    [
      "a configured key, which has priority over expiryDate",
      'expiryDate = ["gone", ":default"]',
      "date: 2020-01-01\nExpiryDate: 2022-01-01\ngone: 2021-01-01",
      { corrections: { ExpiryDate: "2021-01-01" } },
    ],
    [
      "a configured key for publishDate",
      'publishDate = ["embargo"]',
      "date: 2020-01-01\nembargo: 2099-01-01",
      { release: { key: "publishDate", date: "2099-01-01", instant: Date.UTC(2099, 0, 1) } },
    ],
  ])("%s", (_, config, lines, expected) => {
    expect(planOf(`[frontmatter]\n${config}`, lines)).toMatchObject({ kind: "post", ...expected });
  });

  it("no key of a Jekyll site that is a switch", () => {
    expect(planOf("", "title: A\npublished: true")).toMatchObject({ kind: "page" });
  });

  it("the next source, with a note, if only Hugo can read one", () => {
    const { plan, site } = openSite(hugo, {
      "hugo.toml": 'enableGitInfo = true\n[frontmatter]\ndate = [":fileModTime", "date"]\nlastmod = [":git", "lastmod"]',
      "content/posts/a.md": page("date: 2020-01-01\nlastmod: 2021-01-01"),
    });
    expect(plan("content/posts/a.md")).toMatchObject({ kind: "post", keys: {} });
    expect(site.notes).toEqual([
      expect.stringMatching(/^Cannot evaluate :fileModTime of date in \[frontmatter\].*: content\/posts\/a\.md$/),
      expect.stringMatching(/^Cannot evaluate :git of lastmod in \[frontmatter\].*: content\/posts\/a\.md$/),
    ]);
  });

  it("the cascade of a section, for each key that names a date", () => {
    const { plan } = openSite(hugo, {
      "hugo.toml": '[frontmatter]\ndate = ["created", ":default"]',
      "content/posts/_index.md": page("cascade: {created: 2019-05-05}"),
      "content/posts/a.md": page("date: 2020-01-01"),
      "content/notes/_index.md": page("cascade: {date: 2019-01-01, expiryDate: 2021-01-01, other: 1}"),
      "content/notes/b.md": page("title: B"),
    });
    expect(plan("content/posts/a.md")).toMatchObject({ kind: "post", corrections: { date: "2019-05-05" } });
    expect(plan("content/notes/b.md")).toMatchObject({ kind: "post", keys: { date: "2019-01-01", expiryDate: "2021-01-01" } });
    expect(plan("content/notes/b.md")).not.toHaveProperty("keys.other");
  });
});

// Hugo 0.111.3 publishes none of these pages; Hugo 0.123 and later publish them.
describe("hugo.plan() of pages below a section page with", () => {
  const planBelow = (lines: string, files: Readonly<Record<string, string>>, own = "date: 2020-01-01") => {
    const site = openSite(hugo, {
      ...{ "hugo.toml": "", "content/posts/_index.md": page(lines), "content/posts/sub/a.md": page(own), ...files },
    });
    return { plan: site.plan("content/posts/sub/a.md"), notes: site.site.notes };
  };
  const isHidden = (plan: unknown) => /"(?:hiddenBy|release|expiryDate)"/.test(JSON.stringify(plan));

  it.each(["draft: true", "published: false", "expiryDate: 2021-01-01", "publishDate: 2099-01-01", "date: 2099-01-01"])("%s", (lines) => {
    expect(isHidden(planBelow(lines, version("0.111.3")).plan)).toBe(true);
    expect(isHidden(planBelow(lines, {}).plan)).toBe(true);
    expect(isHidden(planBelow(lines, version("0.123.0")).plan)).toBe(false);
  });

  it.each(["draft: false\npublished: false", "date: 2020-01-01"])("%s hides none", (lines) => {
    expect(isHidden(planBelow(lines, version("0.111.3")).plan)).toBe(false);
  });

  it("a draft: names it", () => {
    const condition = "draft: true in content/posts/_index.md";
    expect(planBelow("draft: true", version("0.111.3")).plan).toMatchObject({ hiddenBy: { condition, isCertain: true } });
    const advice = ", as Hugo before 0.123 does; if yours was newer, they were public, so remove draft";
    expect(planBelow("draft: true", {}).plan).toMatchObject({ hiddenBy: { condition: condition + advice, isCertain: true } });
  });

  it("dates: the latest publishDate and the first expiryDate count", () => {
    const own = "date: 2020-01-01\npublishDate: 2098-01-01\nexpiryDate: 2100-01-01";
    const { plan } = planBelow("publishDate: 2097-01-01\nexpiryDate: 2099-01-01", version("0.111.3"), own);
    expect(plan).toMatchObject({ corrections: { expiryDate: "2099-01-01" } });
    expect(plan).not.toHaveProperty("release");
  });

  it("dates: a note names the pages if the version is unknown", () => {
    const sentence = expect.stringMatching(/^Hugo before 0\.123 published no page before the publishDate .*: content\/posts\/sub\/a\.md$/);
    expect(planBelow("expiryDate: 2021-01-01", {}).notes).toEqual([sentence]);
    expect(planBelow("expiryDate: 2021-01-01", version("0.111.3")).notes).toEqual([]);
    expect(planBelow("publishDate: 2099-01-01", {}).plan).toHaveProperty("release.doubt", expect.stringContaining("Hugo before 0.123"));
    expect(planBelow("publishDate: 2099-01-01", version("0.111.3")).plan).toHaveProperty("release.doubt", undefined);
  });

  it("another language: it hides none", () => {
    const languages = { "hugo.toml": "[languages.en]\n[languages.fr]", "content/posts/_index.md": page("title: P"), ...version("0.111.3") };
    const files = { ...languages, "content/posts/_index.fr.md": page("draft: true"), "content/posts/a.fr.md": page("date: 2020-01-01") };
    const { plan } = openSite(hugo, { ...files, "content/posts/a.md": page("date: 2020-01-01") });
    expect(plan("content/posts/a.md")).not.toHaveProperty("hiddenBy");
    expect(plan("content/posts/a.fr.md")).toHaveProperty("hiddenBy");
  });
});
