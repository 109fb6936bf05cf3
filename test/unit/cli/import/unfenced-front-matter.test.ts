import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { compileAll } from "../../content/sample.ts";
import { makeFolder } from "../sample-folder.ts";

const dated = "---\ntitle: B\ndate: 2024-01-02\n---\nText.\n";
const config = { hexo: "title: T\nnew_post_name: :title.md", nikola: "POSTS = (('posts/*.md', 'posts', 'post.tmpl'),)" };

async function copy(files: Readonly<Record<string, string>>, source = "") {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
  const articles = join(folder, "articles");
  const result = await importArticles([join(folder, "old", source)], { site: sampleSite, now: 0, folder: articles, isDryRun: false });
  const read = (path: string) => (existsSync(join(articles, path)) ? readFileSync(join(articles, path), "utf8") : "");
  return { report: JSON.stringify(result), read };
}

describe("copySite() makes a draft of a text that begins with keys without fences", () => {
  it.each([
    ["no fence", "title: Plan\ndate: 2024-05-05\ndraft: true\n\nText"],
    ["one key", "draft: true\n\nText"],
    ["other keys", "title: Plan\npublished: false\n\nText"],
    ["the case of Pelican", "Title: Plan\nStatus: draft\n\nText"],
    ["the lines of Windows", "title: Plan\r\ndraft: true\r\n\r\nText"],
    ["a mark of the byte order", "\uFEFFtitle: Plan\ndraft: true\n\nText"],
    ["blank lines", "\n\ntitle: Plan\ndraft: true\n\nText"],
    ["dashes", "—\ntitle: Plan\ndraft: true\n—\nText"],
    ["two hyphens", "--\ntitle: Plan\ndate: 2024-05-05\n--\nText"],
    ["JSON that does not end", '{ "title": "Plan", "draft": true\n\nText'],
    ["a value that is not clear", "title: Plan\ndraft: ture\n\nText"],
    ["a date, perhaps in the future", "title: Plan\ndate: 2999-01-02\n\nText"],
    ["a password", "title: Plan\npassword: x\n\nText"],
  ])("%s", async (_name, text) => {
    const { read, report } = await copy({ "ok.md": dated, "a.md": text });
    expect(read("a.md")).toMatch(/^\uFEFF?---\r?\n(?:feed: false\r?\n)?draft: true\r?\n---\r?\n/);
    expect(read("a.md").replaceAll("\r", "")).toContain(text.replace(/[\uFEFF\r]/g, ""));
    expect(report).toContain("Kept as drafts, since they begin with keys that may be front matter");
    expect(report).not.toContain("No date");
    const { entries, problems } = await compileAll({ "a.md": read("a.md"), "ok.md": read("ok.md") });
    expect([entries.length, problems.filter((problem) => problem.includes(" error "))]).toEqual([1, []]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
    ["Obsidian", { ".obsidian/app.json": "{}" }, "", "a.md"],
    ["Hugo", { "hugo.toml": 'title = "T"' }, "content/posts/", "posts/a.md"],
    ["Zola", { "config.toml": 'base_url = "https://a.example"\ntitle = "T"' }, "content/", "a.md"],
    ["Hexo", { "_config.yml": config.hexo }, "source/_posts/", "a.md"],
    ["Nikola", { "conf.py": `BLOG_TITLE = 'T'\n${config.nikola}` }, "posts/", "posts/a.md"],
    ["Pelican", { "pelicanconf.py": "SITENAME = 'T'\nPATH = 'content'" }, "content/", "a.md"],
    ["Jekyll with GitHub Pages", { "_config.yml": "title: T", Gemfile: 'gem "github-pages"' }, "", "a.md"],
    ["Eleventy", { "eleventy.config.js": "export default () => {}", "package.json": "{}" }, "", "a.md"],
    ["Astro", { "astro.config.mjs": "export default {}", "package.json": "{}" }, "src/content/blog/", "a.md"],
    ["VitePress", { ".vitepress/config.js": "export default { title: 'T' }" }, "", "a.md"],
    ["Docusaurus", { "docusaurus.config.js": "export default { title: 'T' }" }, "blog/", "a.md"],
  ])("in a site of %s", async (_name, files, place, target) => {
    const text = "—\ntitle: Plan\ndraft: true\n—\nText";
    const dates = { [`${place}b.md`]: dated, ...(files["_config.yml"] === "title: T" && { "_posts/2024-01-02-b.md": dated }) };
    const { read, report } = await copy({ ...files, ...dates, [`${place}a.md`]: text });
    expect([read(target), report]).toEqual([
      expect.stringMatching(/^---\n(?:.+\n)*draft: true\n(?:.+\n)*---\n—\ntitle: Plan/),
      expect.anything(),
    ]);
  });

  it("in one file", async () => {
    const { read } = await copy({ "a.md": "title: Plan\ndraft: true\n\nText" }, "a.md");
    expect(read("a.md")).toMatch(/^---\ndraft: true\n---\ntitle: Plan/);
  });

  it("in one plain text with a date in its name", async () => {
    const { read } = await copy({ "2024-01-02-a.txt": "title: Plan\ndraft: true\n\nText" }, "2024-01-02-a.txt");
    expect(read("2024/2024-01-02-title-plan.txt")).toMatch(/\ndraft: true\n---\ntitle: Plan/);
  });

  it.each([
    ["a sentence with a colon", "Note: this is public.\n\nText"],
    ["one key", "Title: a story\n\nText"],
    ["a title and an author", "Title: Poem\nAuthor: Jo\n\nText"],
    ["a line across the page", "***\n\nText"],
  ])("but not of %s", async (_name, text) => {
    const { read } = await copy({ "ok.md": dated, "a.md": text });
    expect(read("a.md")).toBe(`---\nfeed: false\n---\n${text}`);
  });
});
