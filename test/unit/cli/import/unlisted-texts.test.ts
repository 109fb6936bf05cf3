import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { readMetadata } from "../../../../src/content/metadata/metadata.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);

async function importedAs(files: Readonly<Record<string, string>>) {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`old/${path}`, content])));
  const articles = join(folder, "articles");
  const { written } = await importArticles([join(folder, "old")], { site: sampleSite, now, folder: articles, isDryRun: false });
  const path = written.find((each) => /\bmoon\b/.test(each)) ?? "no file";
  const { draft, excludedFrom, unlisted } = readMetadata(parseFrontMatter(path, readFileSync(join(articles, path), "utf8")), () => {});
  return { draft, excludedFrom, unlisted };
}

const plugin = (dependency: string) => JSON.stringify({ dependencies: { [dependency]: "1" } });
const text = (keys: string) => `---\ntitle: A\ndate: 2024-01-02\n${keys}\n---\nText\n`;
const docusaurus = { "docusaurus.config.js": "export default { title: 'T' };" };
const hugo = { "hugo.toml": "title = 'T'" };
const eleventy = { "eleventy.config.js": "export default () => {};" };
const hexo = { "_config.yml": "title: T", "package.json": plugin("hexo") };
const vitepress = { ".vitepress/config.js": "export default { title: 'T' };" };
const next = { "next.config.js": "export default {};", "package.json": plugin("next") };
const pelican = { "pelicanconf.py": "SITENAME = 'T'\nPATH = 'content'\n" };
const nikola = { "conf.py": 'POSTS = (("posts/*.md", "posts", "p.tmpl"),)\nPAGES = (("pages/*.md", "", "p.tmpl"),)\nNIKOLA = "nikola"\n' };
const metadata = 'export const metadata = { title: "A", date: "2024-01-02", robots: { index: false } };\n\nText\n';

describe("copySite() of texts that the old site kept out of its lists or its sitemap", () => {
  it.each([
    ["Docusaurus, unlisted", { ...docusaurus, "blog/moon.md": text("unlisted: true") }, "search engines", true],
    ["a page of Docusaurus", { ...docusaurus, "src/pages/moon.md": text("unlisted: true") }, "search engines", true],
    ["Quartz", { "quartz.config.ts": "export default {};", "content/moon.md": text("unlisted: true") }, "search engines", true],
    ["Nikola", { ...nikola, "posts/moon.md": ".. title: A\n.. date: 2024-01-02\n.. status: private\n\nText\n" }, "search engines", true],
    [
      "a tag of Nikola",
      { ...nikola, "posts/moon.md": ".. title: A\n.. date: 2024-01-02\n.. tags: private\n\nX\n" },
      "search engines",
      true,
    ],
    [
      "a filter of a feed of Jekyll",
      {
        "_config.yml": "title: T",
        "feed.xml": "---\n---\n{% for p in site.posts %}{% unless p.no_feed %}<item></item>{% endunless %}{% endfor %}",
        "_posts/2024-01-02-moon.md": text("no_feed: true"),
      },
      undefined,
      true,
    ],
    ["Hexo, hidden", { ...hexo, "source/_posts/moon.md": text("hidden: true") }, "search engines", true],
    ["Hexo, sitemap", { ...hexo, "source/_posts/moon.md": text("sitemap: false") }, "sitemap", false],
    ["Hugo, list", { ...hugo, "content/posts/moon.md": text("build: {list: never}") }, "sitemap", true],
    ["Hugo, sitemap", { ...hugo, "content/posts/moon.md": text("sitemap: {disable: true}") }, "sitemap", false],
    [
      "a cascade of Hugo",
      { ...hugo, "content/posts/_index.md": "---\ncascade: {robotsNoIndex: true}\n---\n", "content/posts/moon.md": text("x: 1") },
      "search engines",
      false,
    ],
    ["Jekyll", { "_config.yml": "title: T", "_posts/2024-01-02-moon.md": text("sitemap: false") }, "sitemap", false],
    [
      "defaults of Jekyll",
      { "_config.yml": 'defaults: [{ scope: { path: "" }, values: { sitemap: false } }]', "_posts/2024-01-02-moon.md": text("x: 1") },
      "sitemap",
      false,
    ],
    ["Eleventy", { ...eleventy, "posts/moon.md": text("eleventyExcludeFromCollections: true") }, "sitemap", true],
    [
      "a folder of Eleventy",
      { ...eleventy, "posts/posts.json": '{"noindex":true}', "posts/moon.md": text("x: 1") },
      "search engines",
      false,
    ],
    ["VitePress", { ...vitepress, "moon.md": text("head: [[meta, {name: robots, content: noindex}]]") }, "search engines", false],
    ["Astro", { "astro.config.mjs": "", "src/content/blog/moon.md": text("noindex: true") }, "search engines", false],
    [
      "Gatsby",
      { "gatsby-config.js": "", "package.json": plugin("gatsby"), "content/blog/moon.md": text("robots: noindex") },
      "search engines",
      false,
    ],
    ["Next.js", { ...next, "app/moon/page.mdx": metadata }, "search engines", false],
    ["Pelican", { ...pelican, "content/moon.md": "Title: A\nDate: 2024-01-02\nStatus: hidden\n\nText\n" }, "sitemap", true],
    [
      "Zola",
      {
        "config.toml": 'base_url = "https://a.org"',
        "content/moon.md": "+++\ntitle = 'A'\ndate = 2024-01-02\n[extra]\nnoindex = true\n+++\nX\n",
      },
      "search engines",
      false,
    ],
    ["an unknown folder", { "a/moon.md": text("robots: noindex"), "a/b.md": text("x: 1") }, "search engines", false],
    ["a page without such a key", { ...docusaurus, "src/pages/moon.md": "---\ntitle: A\n---\nText\n" }, undefined, true],
  ] as const)("keeps them out in the same way: %s", async (_, files, excludedFrom, unlisted) => {
    expect(await importedAs(files)).toEqual({ draft: false, excludedFrom, unlisted });
  });
});
