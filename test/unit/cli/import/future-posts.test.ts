import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

type Texts = Readonly<Record<string, string>>;

async function notesOf(files: Texts): Promise<readonly string[]> {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`old/${path}`, content])));
  const options = {
    site: sampleSite,
    settings: sampleSettings,
    now: Date.UTC(2025, 0, 1),
    folder: join(folder, "articles"),
    isDryRun: false,
  };
  const { sites } = await importArticles([join(folder, "old")], options);
  return sites.flatMap(({ notes }) => notes.map(({ kind, path }) => `${kind}: ${path}`)).filter((note) => note.includes("before its date"));
}

const pelican = (setting: string, header = ""): Texts => ({
  "pelicanconf.py": `PATH = 'content'\nTIMEZONE = 'America/Chicago'\n${setting}`,
  "content/old.md": "Title: Old\nDate: 2024-12-31 17:59\n\nText\n",
  "content/next.md": `Title: Next\nDate: 2024-12-31 18:01\n${header}\nText\n`,
  "content/pages/about.md": "Title: About\nDate: 2030-01-01\n\nText\n",
});
const jekyll = (setting: string): Texts => ({
  "_config.yml": `title: T\ntimezone: UTC\n${setting}`,
  "_layouts/post.html": "{{ content }}",
  "_posts/2024-01-02-old.md": "---\ntitle: Old\n---\nText\n",
  "_posts/2030-01-02-next.md": "---\ntitle: Next\n---\nText\n",
  "_posts/2030-01-02-hidden.md": "---\ntitle: Hidden\npublished: false\n---\nText\n",
  "_drafts/idea.md": "---\ntitle: Idea\ndate: 2030-01-02\n---\nText\n",
});
const hugo = (setting: string): Texts => ({
  "hugo.toml": `title = "T"\n${setting}`,
  "content/posts/old.md": "---\ntitle: Old\ndate: 2024-01-02\n---\nText\n",
  "content/posts/next.md": "---\ntitle: Next\ndate: 2030-01-02\n---\nText\n",
});
const nikola = (setting: string): Texts => ({
  "conf.py": `BLOG_TITLE = 'T'\nPOSTS = (("posts/*.md", "posts", "post.tmpl"),)\n${setting}`,
  "posts/old.md": "---\ntitle: Old\ndate: 2024-01-02\n---\nText\n",
  "posts/next.md": "---\ntitle: Next\ndate: 2030-01-02\n---\nText\n",
});

const dated = (date: string) => `---\ntitle: T\ndate: ${date}\n---\nText\n`;
const withPosts = (folder: string, files: Texts): Texts => ({
  ...files,
  [`${folder}/old.md`]: dated("2024-01-02"),
  [`${folder}/next.md`]: dated("2030-01-02"),
  [`${folder}/hidden.md`]: dated("2030-01-03\ndraft: true"),
});
const hexo = (setting: string) => withPosts("source/_posts", { "_config.yml": `title: T\n${setting}`, "package.json": '{"hexo": {}}' });
const mkdocs = (options: string) => withPosts("docs/blog/posts", { "mkdocs.yml": `site_name: T\nplugins:\n  - blog:\n      ${options}\n` });

describe("importArticles() of posts with a date in the future", () => {
  it.each([
    ["WITH_FUTURE_DATES", "content/next.md", pelican("")],
    ["future: true", "_posts/2030-01-02-next.md", jekyll("future: true\n")],
    ["buildFuture", "content/posts/next.md", hugo("buildFuture = true\n")],
    ["FUTURE_IS_NOW", "posts/next.md", nikola("FUTURE_IS_NOW = True\n")],
    ["future: true", "source/_posts/next.md", hexo("")],
    ["Docusaurus publishes posts of any date", "blog/next.md", withPosts("blog", { "docusaurus.config.js": "export default {}" })],
    ["MkDocs publishes posts of any date", "docs/blog/posts/next.md", mkdocs("post_dir: blog/posts")],
    ["VuePress publishes posts of any date", "posts/next.md", withPosts("posts", { ".vuepress/config.js": "export default {}" })],
    ["Quartz publishes posts of any date", "content/next.md", withPosts("content", { "quartz.config.ts": "export default {}" })],
  ])("names those that the old site published already: %s", async (setting, path, files) => {
    expect(await notesOf(files)).toEqual([
      `The old site published the post before its date (${setting}); here, it appears on its date: ${path}`,
    ]);
  });

  it.each([
    ["Astro", "src/content/blog/next.md", withPosts("src/content/blog", { "astro.config.mjs": "export default {}" })],
    ["Eleventy", "posts/next.md", withPosts("posts", { "eleventy.config.js": "export default () => {}" })],
    ["Gatsby", "content/next.md", withPosts("content", { "gatsby-config.js": "module.exports = {}" })],
    ["Next.js", "posts/next.md", withPosts("posts", { "next.config.js": "export default {}", "app/posts/[slug]/page.tsx": "" })],
    ["VitePress", "posts/next.md", withPosts("posts", { ".vitepress/config.js": "export default {}" })],
  ])("names those that %s published, if its code does not compare dates", async (name, path, files) => {
    expect(await notesOf(files)).toEqual([
      `The old site published the post before its date, unless its code compares dates (${name} publishes posts of any date); here, it appears on its date: ${path}`,
    ]);
  });

  it("names those of a site in a folder of a repository", async () => {
    const [outer, inner] = ["export default () => ({ dir: { input: 'none' } });", "export default () => {};"];
    const files = { "eleventy.config.js": outer, "site/eleventy.config.js": inner };
    expect(await notesOf(withPosts("site/posts", files))).toEqual([
      "The old site published the post before its date, unless its code compares dates (Eleventy publishes posts of any date); here, it appears on its date: site/posts/next.md",
    ]);
  });

  it("names those of Zola, also in a folder of a repository", async () => {
    const note = "The old site published the post before its date (Zola publishes posts of any date); here, it appears on its date";
    const files = (root: string): Texts => ({
      [`${root}config.toml`]: 'base_url = "https://moon.example"',
      [`${root}templates/page.html`]: "",
      [`${root}content/next.md`]: '+++\ntitle = "T"\ndate = 2030-01-02\n+++\nText\n',
    });
    expect(await notesOf(files(""))).toEqual([`${note}: content/next.md`]);
    expect(await notesOf({ ...files("site/"), "main.rs": "" })).toEqual([`${note}: site/content/next.md`]);
  });

  it.each([
    ["Pelican", pelican("WITH_FUTURE_DATES = False\n")],
    ["a draft of Pelican", pelican("", "Status: draft\n")],
    ["Jekyll", jekyll("")],
    ["Hugo", hugo("")],
    ["Nikola", nikola("")],
    ["Hexo", hexo("future: false")],
    ["MkDocs", mkdocs("draft_if_future_date: true")],
  ])("names none that the old site did not publish: %s", async (_, files) => {
    expect(await notesOf(files)).toEqual([]);
  });
});
