import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const text = "---\n# Moon\nid: moon\nguid: 7\ntitle: A\ndate: 2024-01-02\n---\nText\n";

async function copyOf(files: Readonly<Record<string, string>>, name: string): Promise<string> {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`old/${path}`, content])));
  const articles = join(folder, "articles");
  const { written } = await importArticles([join(folder, "old")], { site: sampleSite, now, folder: articles, isDryRun: false });
  const path = written.find((each) => each.endsWith(name));
  return readFileSync(join(articles, path ?? name), "utf8");
}

const plugin = (dependency: string) => JSON.stringify({ dependencies: { [dependency]: "1" } });

describe("copySite() of front matter with an id", () => {
  it.each([
    ["Docusaurus", { "docusaurus.config.js": "export default { title: 'T' };", "blog/a.md": text }],
    ["Jekyll", { "_config.yml": "title: T", "_posts/2024-01-02-a.md": text }],
    ["Eleventy", { "eleventy.config.js": "export default () => {};", "a.md": text }],
    ["Gatsby", { "gatsby-config.js": "module.exports = {};", "package.json": plugin("gatsby"), "content/blog/a.md": text }],
    ["Hugo", { "hugo.toml": "title = 'T'", "content/posts/a.md": text }],
    ["Hexo", { "_config.yml": "title: T", "package.json": plugin("hexo"), "source/_posts/a.md": text }],
    ["VuePress", { "docs/.vuepress/config.js": "export default { title: 'T' };", "docs/a.md": text }],
    ["VitePress", { ".vitepress/config.js": "export default { title: 'T' };", "a.md": text }],
    ["Pelican", { "pelicanconf.py": "SITENAME = 'T'\nPATH = 'content'\n", "content/a.md": text }],
    ["Obsidian", { ".obsidian/app.json": "{}", "a.md": text }],
  ])("leaves out a key that the feed of %s never had", async (_, files) => {
    const copy = await copyOf(files, "a.md");
    expect(copy).toContain("title: A");
    expect(copy).not.toMatch(/^(?:gu)?id:/m);
  });

  it("keeps every other line", async () => {
    const files = { "_config.yml": "permalink: pretty", "_posts/2024-01-02-a.md": text };
    expect(await copyOf(files, "a.md")).toBe("---\n# Moon\ntitle: A\ndate: 2024-01-02\n---\nText\n");
  });

  it.each([
    ["+++\nid = 'moon'\ntitle = 'A'\n+++\nText\n", "+++\ntitle = 'A'\n+++\nText\n"],
    ["---\nID: moon\n---\nText\n", "---\ntitle: A\n---\nText\n"],
    ['---json\n{ "id": 7, "title": "A" }\n---\nText\n', '---json\n{ "title": "A" }\n---\nText\n'],
  ])("in any front matter: %j", async (source, copy) => {
    expect(await copyOf({ "_config.yml": "permalink: pretty", "_posts/2024-01-02-a.md": source }, "a.md")).toBe(copy);
  });

  it.each([
    ["Nikola", { "conf.py": "BLOG_TITLE = 'T'\nPOSTS = (('posts/*.md', 'posts', 'post.tmpl'),)\n", "posts/a.md": text }],
    ["Jekyll with an own template", { "_config.yml": "title: T", "feed.xml": "---\n---\n{{ post.guid }}", "_posts/2024-01-02-a.md": text }],
    [
      "Hugo with an own template",
      {
        "hugo.toml": "title = 'T'",
        "layouts/_default/rss.xml":
          "{{ range .Pages }}<guid>{{ with .Params.guid }}{{ . }}{{ else }}{{ .Permalink }}{{ end }}</guid>{{ end }}",
        "content/posts/a.md": text,
      },
    ],
    [
      "Astro with an own template",
      {
        ...{ "astro.config.mjs": "export default {};", "src/pages/rss.xml.js": "guid: post.data.guid" },
        "src/pages/blog/[slug].astro": "---\ngetCollection('blog')\n---\n",
        "src/content/blog/a.md": text,
      },
    ],
  ])("keeps the guid of %s", async (_, files) => {
    const copy = await copyOf(files, "a.md");
    expect(copy).toMatch(/^guid: "?7"?$/m);
    expect(copy).not.toMatch(/^id:/m);
  });

  it.each([
    ["an unknown folder", { "a.md": text }],
    [
      "Eleventy with an own template",
      { "eleventy.config.js": "export default () => {};", "feed.njk": "{{ post.data['id'] }} {{ x.guid }}", "a.md": text },
    ],
  ])("keeps both in %s", async (_, files) => {
    expect(await copyOf(files, "a.md")).toMatch(/id: moon\nguid: 7\n/);
  });
});
