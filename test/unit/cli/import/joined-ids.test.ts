import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText\n";

async function idOf(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`old/${path}`, content])));
  const options = { site: sampleSite, settings: sampleSettings, now, folder: join(folder, "articles"), isDryRun: false };
  const { written } = await importArticles([join(folder, "old")], options);
  const copy = readFileSync(join(folder, "articles", written.find((path) => /a\.mdx?$/.test(path)) ?? ""), "utf8");
  return /^id: "?(.*?)"?$/m.exec(copy)?.[1];
}

const jekyll = (config: string, feed: string | undefined, path = "feed.xml") => ({
  "_config.yml": `title: T\n${config}`,
  "_layouts/post.html": "{{ content }}",
  "_posts/2024-01-02-a.md": post,
  ...(feed !== undefined && { [path]: `---\n---\n<rss><channel><item>${feed}</item></channel></rss>` }),
});

describe("copySite() of a feed of Jekyll that joins url and an address", () => {
  const slash = "url: https://crust.blog/\npermalink: /:title/\n";
  it.each([
    ["a template", slash, "<guid>{{ site.url }}{{ post.url }}</guid>", "https://crust.blog//a/"],
    ["attributes", slash, '<guid isPermaLink="true">{{ post.url | prepend: site.url | xml_escape }}</guid>', "https://crust.blog//a/"],
    ["no double slash", slash.replace("blog/", "blog"), "<guid>{{ site.url }}{{ post.url }}</guid>", undefined],
    ["baseurl", `${slash}baseurl: /b\n`, "<id>{{ post.url | prepend: site.baseurl | prepend: site.url }}</id>", "https://crust.blog//b/a/"],
    ["no baseurl", `${slash.replace("blog/", "blog")}baseurl: /b\n`, "<id>{{ site.url }}{{ post.url }}</id>", "https://crust.blog/a/"],
    ["absolute_url", `${slash}baseurl: b\n`, "<id>{{ post.url | absolute_url }}</id>", "https://crust.blog//b/a/"],
    [
      "texts around",
      slash.replace("blog/", "blog"),
      "<guid>{{ site.url }}/p{{ post.url | append: '#x' }}</guid>",
      "https://crust.blog/p/a/#x",
    ],
    ["an unknown value", slash, "<guid>{{ site.url }}{{ post.url | md5 }}</guid>", undefined],
    ["the id of the feed", slash, "<id>{{ site.url }}/feed</id>", undefined],
    ["two ways", slash, "<guid>{{ site.url }}{{ post.url }}</guid><guid>{{ post.url }}</guid>", undefined],
  ])("%s", async (_name, config, feed, id) => {
    expect(await idOf(jekyll(config, feed))).toBe(id);
  });

  it("jekyll-feed joins them, too", async () => {
    const plugin = "plugins: [jekyll-feed]\n";
    expect(await idOf(jekyll(`${slash}${plugin}`, undefined))).toBe("https://crust.blog//a");
    expect(await idOf(jekyll(`${slash.replace("blog/", "blog")}${plugin}`, undefined))).toBeUndefined();
    expect(await idOf(jekyll(`${slash}${plugin}`, "<guid>{{ post.url }}</guid>", "rss.xml"))).toBe("https://crust.blog//a");
    expect(await idOf(jekyll(`${slash}${plugin}`, "<guid>{{ site.url }}{{ post.url }}</guid>"))).toBe("https://crust.blog//a/");
  });
});

describe("copySite() of a feed of Eleventy that joins the URL of the site and an address", () => {
  it.each([
    ["{{ metadata.url }}{{ post.url }}", "https://crust.blog/", "https://crust.blog//a/"],
    ["{{ metadata.url }}{{ post.url | url }}", "https://crust.blog", undefined],
    ["{{ post.url | absoluteUrl(metadata.url) }}", "https://crust.blog/", undefined],
    ["{{ metadata.url }}{{ post.url }}", "", undefined],
  ])("%s with %j", async (guid, url, id) => {
    const files = {
      ...{ "eleventy.config.js": "export default () => {};", "a.md": post.replace("title", "tags: posts\ntitle") },
      ...{ "_data/metadata.json": JSON.stringify({ url }), "feed.njk": `---\npermalink: /feed.xml\n---\n<guid>${guid}</guid>` },
    };
    expect(await idOf(files)).toBe(id);
  });

  it("writes no id if the address is unknown", async () => {
    const files = {
      ...{ "eleventy.config.js": "export default () => {};", "a.md": post.replace("title", "tags: posts\ntitle") },
      ...{
        "_data/metadata.json": '{ "url": "https://crust.blog/" }',
        "feed.njk": "---\npermalink: /feed.xml\n---\n<guid>{{ metadata.url }}{{ post.url }}</guid>",
      },
    };
    expect(await idOf(files)).toBe("https://crust.blog//a/");
    expect(
      await idOf({ ...files, "a.11tydata.js": "module.exports = { permalink: (data) => data.page.inputPath.slice(2) };" }),
    ).toBeUndefined();
  });
});

describe("copySite() of a feed of Next.js whose code joins the URL of the site and a slug", () => {
  const of = (code: string, url: string) => ({
    ...{ "next.config.js": "module.exports = {};", "app/blog/[slug]/page.tsx": "fs.readdirSync('posts')", "posts/a.mdx": post },
    ...{
      "data/siteMetadata.js": `module.exports = { siteUrl: '${url}' };`,
      "scripts/rss.mjs": `import siteMetadata from '../data/siteMetadata.js';\n${code}`,
    },
  });
  const value = (name: string) => `$\{${name}}`;
  const template = `const item = (config, post) => \`<item><guid>${value("config.siteUrl")}/blog/${value("post.slug")}</guid></item>\`;`;
  it.each([
    ["a template", template, "https://crust.blog/", "https://crust.blog//blog/a"],
    ["no double slash", template, "https://crust.blog", undefined],
    [
      "the package feed",
      "feed.addItem({ id: siteMetadata.siteUrl + 'blog/' + post.slug, link: '' })",
      "https://crust.blog",
      "https://crust.blogblog/a",
    ],
    [
      "the package rss",
      "feed.item({ title, url: `$" + "{siteMetadata.siteUrl}/blog/$" + "{slug}/` })",
      "https://crust.blog",
      "https://crust.blog/blog/a/",
    ],
    [
      "a guid",
      "feed.item({ guid: `$" + "{siteMetadata.siteUrl}//blog/$" + "{slug}` })",
      "https://crust.blog",
      "https://crust.blog//blog/a",
    ],
    ["an unknown value", "feed.item({ guid: hash(post), url: siteMetadata.siteUrl + '/' + post.slug })", "https://crust.blog/", undefined],
    ["two ways", `${template} feed.item({ guid: post.slug })`, "https://crust.blog/", undefined],
    ["the URL of a starter", template, "https://example.com/", undefined],
  ])("%s", async (_name, code, url, id) => {
    expect(await idOf(of(code, url))).toBe(id);
  });
});

describe("copySite() of a feed of VitePress whose code joins the URL of the site and that of a post", () => {
  const of = (host: string, id: string) => ({
    ".vitepress/config.ts": `import { genFeed } from "./genFeed"; export default { sitemap: { hostname: "${host}" }, buildEnd: genFeed };`,
    ".vitepress/genFeed.ts": `const baseUrl = "${host}"; for (const { url } of posts) feed.addItem({ title, id: ${id}, link: x });`,
    "posts/a.md": post,
  });
  const joined = "`$" + "{baseUrl}$" + "{url}`";
  it.each([
    ["https://crust.blog/", joined, "https://crust.blog//posts/a.html"],
    ["https://crust.blog", joined, undefined],
    ["https://crust.blog", 'baseUrl + "/x" + hash(url)', undefined],
    ["https://crust.blog", "url", undefined],
  ])("%s with %s", async (host, id, expected) => {
    expect(await idOf(of(host, id))).toBe(expected);
  });
});
