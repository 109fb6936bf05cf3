import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1, 12);
const note = "Protected by a password, which is not supported here, so they were kept as drafts";

/** @param source the source below the folder `old`; the folder itself if it is empty */
async function copy(files: Readonly<Record<string, string>>, source = "") {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
  const articles = join(folder, "articles");
  const result = await importArticles([join(folder, "old", source)], { site: sampleSite, now, folder: articles, isDryRun: false });
  const read = (path: string) => (existsSync(join(articles, path)) ? readFileSync(join(articles, path), "utf8") : undefined);
  return { ...result, read };
}

const text = (lines: string) => `---\ntitle: A\ndate: 2024-01-02\n${lines}\n---\nText.\n`;
const hexo = { "_config.yml": "title: T\nnew_post_name: :title.md", "source/_posts/open.md": text("tags: [public]") };
const hugo = { "hugo.toml": 'title = "T"' };

describe("copySite() makes a draft of a text with a password", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
    ["Hexo", { ...hexo, "source/_posts/a.md": text("password: hunter2") }, "source/_posts/a.md", "a.md"],
    ["Hexo, a page", { ...hexo, "source/p/index.md": text("password: hunter2") }, "source/p/index.md", "p/index.md"],
    ["Hugo", { ...hugo, "content/posts/a.md": text("encrypted: true") }, "content/posts/a.md", "posts/a.md"],
    [
      "Hugo, TOML",
      { ...hugo, "content/posts/a.md": '+++\ntitle = "A"\ndraft = false\npassword = "x"\n+++\nText' },
      "content/posts/a.md",
      "posts/a.md",
    ],
    [
      "Hugo's cascade",
      { ...hugo, "content/posts/_index.md": "---\ncascade: {password: x}\n---\n", "content/posts/a.md": text("") },
      "content/posts/a.md",
      "posts/a.md",
    ],
    [
      "Jekyll",
      { "_config.yml": "title: T", "_posts/2024-01-02-a.md": text("password: x\npublished: true") },
      "_posts/2024-01-02-a.md",
      "_posts/2024-01-02-a.md",
    ],
    [
      "Jekyll's defaults",
      { "_config.yml": 'defaults: [{scope: {path: ""}, values: {password: x}}]', "_posts/2024-01-02-a.md": text("") },
      "_posts/2024-01-02-a.md",
      "_posts/2024-01-02-a.md",
    ],
    [
      "Nikola",
      {
        "conf.py": "BLOG_TITLE = 'T'\nPOSTS = (('posts/*.md', 'posts', 'post.tmpl'),)",
        "posts/a.md": "<!--\n.. title: A\n.. date: 2024-01-02\n.. password: x\n-->\nText",
      },
      "posts/a.md",
      "posts/a.md",
    ],
    [
      "Pelican",
      { "pelicanconf.py": "SITENAME = 'T'", "content/a.md": "Title: A\nDate: 2024-01-02\nPassword: x\n\nText" },
      "content/a.md",
      "a.md",
    ],
    [
      "Zola",
      {
        "config.toml": 'base_url = "https://example.org"',
        "content/a.md": '+++\ntitle = "A"\ndate = 2024-01-02\n[extra]\npassword = "x"\n+++\nText',
      },
      "content/a.md",
      "a.md",
    ],
    ["an unknown folder", { "posts/a.md": text("password: x") }, "posts/a.md", "posts/a.md"],
  ])("%s", async (_name, files, path, target) => {
    const { concerns, read, sites } = await copy(files);
    expect(read(target)).toMatch(/^draft(?:: | = )(?:true|"true")$/m);
    expect(concerns).toMatchObject([{ note, entries: [path] }]);
    expect(sites[0]?.drafts).toBe(1);
  });

  it("in the cases that the configuration of Hexo names", async () => {
    const { concerns, read } = await copy({
      ...hexo,
      "_config.yml":
        "encrypt:\n  tags:\n  - {name: private, password: abc}\n  - {name: 2024, password: abc}\n  blogs:\n  - {title: Old, password: abc}\n",
      "source/_posts/a.md": text("tags: [sea, private]"),
      "source/_posts/b.md": text("tags: 2024"),
      "source/_posts/c.md": text("").replace("title: A", "title: Old"),
      "source/_posts/d.md": text("tags: [Privateer]"),
    });
    expect(concerns).toMatchObject([{ note, entries: ["source/_posts/a.md", "source/_posts/b.md", "source/_posts/c.md"] }]);
    expect([read("a.md"), read("d.md"), read("open.md")].map((copied) => copied?.includes("draft"))).toEqual([true, false, false]);
  });

  it.each([
    ["a.md", text("password: x")],
    ["a.html", text("encrypted: true")],
    ["a.txt", text("password: x")],
  ])("if it is the only source: %s", async (name, article) => {
    const { concerns, read } = await copy({ [name]: article }, name);
    expect(concerns).toMatchObject([{ note, entries: [name] }]);
    expect(read(name)).toContain("draft: true");
  });

  it("without a note if it is a draft in any case", async () => {
    const { concerns, read } = await copy({ ...hugo, "content/posts/a.md": text("password: x\ndraft: true") });
    expect(concerns).toEqual([]);
    expect(read("posts/a.md")).toContain("draft: true");
  });

  it("or leaves it out if its front matter cannot be edited", async () => {
    const { concerns, read, sites } = await copy({
      ...hugo,
      "content/posts/a.md": "---\n? draft\n: false\ntitle: A\npassword: x\n---\nText.\n",
    });
    expect(concerns).toMatchObject([{ entry: "content/posts/a.md", note: expect.stringContaining("write draft: true") }]);
    expect([read("posts/a.md"), sites[0]?.drafts]).toEqual([undefined, 0]);
  });
});
