import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

async function importSite(files: Readonly<Record<string, string>>) {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`old/${path}`, content])));
  const articles = join(folder, "articles");
  const options = { site: sampleSite, settings: sampleSettings, now: Date.UTC(2025, 0, 1), folder: articles, isDryRun: false };
  const { sites } = await importArticles([join(folder, "old")], options);
  return { facts: sites.flatMap(({ facts }) => facts), textOf: (path: string) => readFileSync(join(articles, path), "utf8") };
}

const png = "\u0089PNG";

describe("importArticles() of other Markdown", () => {
  it("writes the line breaks of Hexo, and says so", async () => {
    const { facts, textOf } = await importSite({
      "_config.yml": "title: T\nurl: https://a.blog\ntimezone: UTC",
      "package.json": '{"dependencies": {"hexo": "7", "hexo-renderer-marked": "6"}}',
      "source/_posts/a.md": "---\ntitle: A\ndate: 2024-01-02\n---\nRoses are red,\nviolets are blue.\n",
      "source/_posts/b.md": "---\ntitle: B\ndate: 2024-01-02\n---\nOne line.\n",
    });
    expect(textOf("a.md")).toMatch(/\nRoses are red, {2}\nviolets are blue\.\n$/);
    expect(textOf("b.md")).toMatch(/\nOne line\.\n$/);
    expect(facts).toContain(
      "Wrote two spaces at the ends of lines in 1 article, since hexo-renderer-marked (breaks: true) shows line breaks there",
    );
  });

  it("writes what Pelican reads otherwise, and the files of the front matter", async () => {
    const { textOf } = await importSite({
      "pelicanconf.py": "PATH = 'content'\nSITENAME = 'A'",
      "content/a.md": 'Title: A\nDate: 2024-01-02\nCover: {static}/images/b.png\n\n##One\n<img src="{static}/images/b.png">\n*Two*\n',
      "content/images/b.png": png,
    });
    expect(textOf("a.md")).toMatch(/\ncover: \/images\/b\.png\n/);
    expect(textOf("a.md")).toMatch(/\n## One\n<img src="\/images\/b\.png">&#32;\n\*Two\*\n$/);
  });

  it("names posts of Nikola whose first lines it leaves out", async () => {
    const { facts, textOf } = await importSite({
      "conf.py": "BLOG_TITLE = 'T'\nPOSTS = (('posts/*.md', 'posts', 'post.tmpl'),)",
      "posts/a.md": "<!--\n.. title: A\n.. date: 2024-01-02\n-->\nLost.\n\nText.\n",
      "posts/b.md": ".. title: B\n.. date: 2024-01-02\nLost.\n\nText.\n",
      "posts/c.md": "<!--\n.. title: C\n.. date: 2024-01-02\n-->\nText.\n",
      "posts/d.md": "<!--\n.. title: D\n.. date: 2024-01-02\n-->\n\nText.\n",
    });
    expect(textOf("posts/a.md")).not.toContain("Lost");
    expect(textOf("posts/c.md")).toContain("Text.");
    expect(facts.filter((fact) => fact.includes("Left out text"))).toEqual([expect.stringMatching(/: posts\/a\.md, posts\/b\.md$/)]);
  });
});
