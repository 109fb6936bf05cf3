import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { jekyll as jekyllSite } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { sampleSite } from "../../../samples.ts";
import { open } from "../../import/generators/in-memory-site.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText\n";

type Texts = Readonly<Record<string, string>>;

async function importFolder(files: Texts) {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`old/${path}`, content])));
  const options = { site: sampleSite, settings: sampleSettings, now, folder: join(folder, "articles"), isDryRun: false };
  return { folder, imported: await importArticles([join(folder, "old")], options) };
}

async function factsOf(files: Texts): Promise<readonly string[]> {
  const { imported } = await importFolder(files);
  return imported.sites.flatMap(({ facts }) => facts);
}

async function idOf(files: Texts): Promise<string | undefined> {
  const { folder, imported } = await importFolder(files);
  const { written } = imported;
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

  const inLoop = (before: string, id: string, after = "") =>
    `${before}{% for post in site.posts limit: 9 %}<entry>${id}</entry>{% endfor %}${after}`;
  const own = "url: http://crust.blog\npermalink: /:title/\n";
  it.each([
    ["post.id after a text", own, "", "<id>http://crust.blog{{ post.id }}</id>", "http://crust.blog/a"],
    ["post.id without url", "permalink: /:title/\n", "", "<id>http://crust.blog{{ post.id }}</id>", "http://crust.blog/a"],
    ["site.url and post.id", own, "", "<id>{{ site.url }}{{ post.id }}</id>", "http://crust.blog/a"],
    ["absolute_url", own, "", "<id>{{ post.id | absolute_url }}</id>", "http://crust.blog/a"],
    ["prepend", own, "", "<id>{{ post.id | prepend: site.url }}</id>", "http://crust.blog/a"],
    ["baseurl", `${own}baseurl: /b\n`, "", "<id>{{ site.url }}{{ site.baseurl }}{{ post.id }}</id>", "http://crust.blog/b/a"],
    ["a setting that is missing", own, "", "<id>{{ site.url }}{{ site.baseurl }}{{ site.x }}{{ post.id }}</id>", "http://crust.blog/a"],
    ["a slash before the address", own, "", "<id>{{ site.url }}/{{ post.url }}</id>", "http://crust.blog//a/"],
    ["remove", own, "", "<guid>{{ site.url }}{{ post.url | remove: '/' }}</guid>", "http://crust.bloga"],
    ["replace", own, "", "<guid>{{ site.url }}{{ post.url | replace: '/a/', '/b' }}</guid>", "http://crust.blog/b"],
    ["replace_first", own, "", "<guid>{{ site.url }}{{ post.url | replace_first: '/', '/b/' }}</guid>", "http://crust.blog/b/a/"],
    [
      "tag: with a date",
      own,
      "",
      '<id>tag:crust.blog,{{ post.date | date: "%Y-%m-%d" }}:{{ post.url }}</id>',
      "tag:crust.blog,2024-01-02:/a/",
    ],
    ["urn: with the slug", own, "", "<guid isPermaLink='false'>urn:x:{{ post.slug }}</guid>", "urn:x:a"],
    ["a title", own, "", "<guid isPermaLink='false'>urn:{{ post.title | cgi_escape }}</guid>", "urn:A"],
    ["CDATA", own, "", "<guid><![CDATA[{{ site.url }}{{ post.id }}]]></guid>", "http://crust.blog/a"],
    ["a variable", own, "{% assign base = site.url | append: '/x' %}", "<id>{{ base }}{{ post.id }}</id>", "http://crust.blog/x/a"],
    ["a variable in the loop", own, "", "{% assign u = post.id | prepend: site.url %}<id>{{ u }}</id>", "http://crust.blog/a"],
    ["a captured text", own, "", "{% capture u %}{{ site.url }}/y{{ post.id }}{% endcapture %}<id>{{ u }}</id>", "http://crust.blog/y/a"],
    [
      "a condition",
      own,
      "",
      "{% if post.x %}<id>{{ post.x }}</id>{% else %}<id>{{ site.url }}{{ post.id }}</id>{% endif %}",
      "http://crust.blog/a",
    ],
    ["another name", own, "", "{% for note in site.posts %}<id>{{ site.url }}{{ note.id }}</id>{% endfor %}", "http://crust.blog/a"],
    ["an unknown filter", own, "", "<id>{{ site.url }}{{ post.id | md5 }}</id>", undefined],
    ["an id that is no URL", own, "", "<id>{{ post.id }}</id>", undefined],
  ])("computes %s", async (_name, config, before, id, expected) => {
    expect(await idOf(jekyll(config, inLoop(before, id), "atom.xml"))).toBe(expected);
  });

  it.each([
    ["{{ post.id | md5 }}", true],
    ["{{ site.url }}{{ post.content | size }}", true],
    ["{{ post.id }}", true],
    ["{{ site.url }}{{ post.id }}", false],
    ["{{ post.uuid | prepend: 'urn:uuid:' }}", false],
  ])("names a template whose ids are unknown: %s", (id, isNamed) => {
    const files = jekyll(own, inLoop("<id>{{ site.url }}</id>", `<id>${id}</id>`), "atom.xml");
    const { notes } = open(jekyllSite, files);
    expect(notes.filter((note) => note.startsWith(`Cannot keep the ids that atom.xml writes (${id})`))).toHaveLength(isNamed ? 1 : 0);
  });

  const conditional = (condition: string, id: string) => inLoop("", `{% ${condition} %}${id}{% end${condition.split(" ")[0]} %}`);
  const guid = "<id>{% if post.guid %}{{ post.guid }}{% else %}{{ site.url }}{{ post.url }}{% endif %}</id>";
  it.each([
    ["a post that the feed leaves out", conditional("unless post.hidden", "<id>{{ site.url }}{{ post.id }}</id>"), "hidden: true", false],
    ["a post with a known guid", inLoop("", guid), "guid: urn:two", false],
    ["a post whose guid is no URL", inLoop("", guid), "guid: two", true],
    ["a post with unknown words", inLoop("", guid.replace("post.guid }}", "post.guid | md5 }}")), "guid: urn:two", true],
    [
      "only posts with an id",
      inLoop("", "{% if post.x %}<id>{{ post.id }}</id>{% else %}<id>{{ site.url }}{{ post.id }}</id>{% endif %}"),
      "",
      false,
    ],
  ])("names the template if a post of the feed has no known id: %s", async (_name, feed, line, isNamed) => {
    const files = { ...jekyll(own, feed, "atom.xml"), "_posts/2024-01-03-b.md": `---\ntitle: B\n${line}\n---\nText\n` };
    const facts = await factsOf(files);
    expect(facts.filter((fact) => fact.startsWith("Cannot keep the ids that atom.xml writes"))).toHaveLength(isNamed ? 1 : 0);
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
    ["{{ metadata.url }}{{ post.date }}{{ post.url | md5 }}", "https://crust.blog", undefined],
    ["{{ post.url | htmlBaseUrl(metadata.url) }}", "https://crust.blog", undefined],
    ["urn:crust:{{ post.fileSlug }}", "https://crust.blog", "urn:crust:a"],
    ["tag:crust.blog,2020:{{ post.data.title | lower }}", "https://crust.blog", "tag:crust.blog,2020:a"],
    ["{% set u = post.url | absoluteUrl(metadata.url) %}", "https://crust.blog", undefined],
  ])("%s with %j", async (guid, url, id) => {
    const files = {
      ...{ "eleventy.config.js": "export default () => {};", "a.md": post.replace("title", "tags: posts\ntitle") },
      ...{ "_data/metadata.json": JSON.stringify({ url }), "feed.njk": `---\npermalink: /feed.xml\n---\n<guid>${guid}</guid>` },
    };
    expect(await idOf(files)).toBe(id);
  });

  it("reads the URL in the front matter of the template", async () => {
    const files = {
      ...{ "eleventy.config.js": "export default () => {};", "a.md": post.replace("title", "tags: posts\ntitle") },
      "feed.njk": "---\npermalink: /feed.xml\nmetadata:\n  url: https://crust.blog/\n---\n<guid>{{ metadata.url }}{{ post.url }}</guid>",
    };
    expect(await idOf(files)).toBe("https://crust.blog//a/");
  });

  it("names a template whose ids are unknown", () => {
    const files = (id: string) => ({
      ...{ "eleventy.config.js": "export default () => {};", "_data/metadata.json": '{ "url": "https://crust.blog" }' },
      "feed.njk": `{% for post in collections.posts %}{% set link %}{{ post.url | absoluteUrl(metadata.url) }}{% endset %}<id>${id}</id>{% endfor %}`,
    });
    expect(open(eleventy, files("{{ link }}")).notes).toEqual([]);
    expect(open(eleventy, files("{{ link | hash }}")).notes).toEqual([
      expect.stringContaining("Cannot keep the ids that feed.njk writes ({{ link | hash }})"),
    ]);
  });

  it.each([
    ["urn:a", false],
    ["a", true],
  ])("names a template only if a post has no known id: %s", async (key, isNamed) => {
    const loop = (id: string) => `{% for post in collections.posts %}<id>${id}</id>{% endfor %}`;
    const facts = await factsOf({
      ...{ "eleventy.config.js": "export default () => {};", "a.md": post.replace("title", `tags: posts\nkey: ${key}\ntitle`) },
      ...{ "_data/metadata.json": '{ "url": "https://crust.blog" }', "feed.njk": loop("{{ post.data.key }}") },
    });
    expect(facts.filter((fact) => fact.startsWith("Cannot keep the ids"))).toHaveLength(isNamed ? 1 : 0);
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

describe("copySite() of a feed with the URL of a computer", () => {
  it.each([
    ["http://localhost:8080", undefined],
    ["http://127.0.0.1:8080", undefined],
    ["https://crust.blog/", "https://crust.blog//a/"],
  ])("keeps no id of %s", async (url, expected) => {
    const feed = "<rss>{% for post in collections.posts %}<guid>{{ metadata.url }}{{ post.url }}</guid>{% endfor %}</rss>";
    const data = `{ "url": "${url}" }`;
    expect(await idOf({ "eleventy.config.js": "", "_data/metadata.json": data, "feed.njk": feed, "a.md": post })).toBe(expected);
  });
});

describe("copySite() of a feed of Next.js whose code joins the URL of the site and a slug", () => {
  const of = (code: string, url: string, config = "{}") => ({
    ...{ "next.config.js": `module.exports = ${config};`, "app/blog/[slug]/page.tsx": "fs.readdirSync('posts')", "posts/a.mdx": post },
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
    [
      "a file name",
      "for (const name of names) feed.item({ url: 'https://crust.blog/blog/' + name.replace(/\\.mdx?$/, '') + '/' })",
      "",
      "https://crust.blog/blog/a/",
    ],
    [
      "a parsed name",
      "files.map((file) => feed.item({ url: siteMetadata.siteUrl + '//blog/' + path.parse(file).name }))",
      "https://crust.blog",
      "https://crust.blog//blog/a",
    ],
    ["a base name", "feed.item({ url: `https://crust.blog/blog/$" + "{basename(file, '.mdx')}#x` })", "", "https://crust.blog/blog/a#x"],
    [
      "the start of a name",
      "const slug = name.slice(0, -4); feed.item({ url: `https://crust.blog/blog/$" + "{slug}/` })",
      "",
      "https://crust.blog/blog/a/",
    ],
    ["a split name", "feed.addItem({ link: 'https://crust.blog/blog/' + file.split('.')[0] + '/' })", "", "https://crust.blog/blog/a/"],
    [
      "a path",
      "feed.addItem({ id: `$" + "{siteMetadata.siteUrl}/$" + "{post.path}` })",
      "https://crust.blog/",
      "https://crust.blog//blog/a",
    ],
    ["a path with a slash", "feed.addItem({ id: siteMetadata.siteUrl + post.path })", "https://crust.blog/", undefined],
    ["another replacement", "feed.item({ url: 'https://crust.blog/blog/' + name.replace(/a/, 'b') })", "", undefined],
    ["an unknown value", "feed.item({ guid: hash(post), url: siteMetadata.siteUrl + '/' + post.slug })", "https://crust.blog/", undefined],
    ["two ways", `${template} feed.item({ guid: post.slug })`, "https://crust.blog/", undefined],
    ["the URL of a starter", template, "https://example.com/", undefined],
  ])("%s", async (_name, code, url, id) => {
    expect(await idOf(of(code, url))).toBe(id);
  });

  it.each([
    ["feed.item({ url: '/blog/' + name.replace(/\\.mdx?/, '') })", true],
    ["feed.item({ guid: hash(post) })", true],
    ["feed.item({ url: siteMetadata.siteUrl + '/' + post.slug })", false],
    ["feed.addItem({ title })", false],
  ])("names code whose ids are unknown: %s", (code, isNamed) => {
    const { notes } = open(next, of(`const feed = new RSS({}); ${code}`, "https://crust.blog"));
    expect(notes.filter((note) => note.startsWith("Cannot compute the ids that scripts/rss.mjs gives to the feed"))).toHaveLength(
      isNamed ? 1 : 0,
    );
    expect(open(next, of(`const items = await parse(url); ${code}`, "https://crust.blog")).notes).toEqual([]);
  });

  const unknownIds = "Cannot compute the ids that scripts/rss.mjs gives to the feed";
  const linksTo = (folder: string, slug = "slug") =>
    `const feed = new RSS({}); feed.item({ url: 'https://crust.blog/${folder}/' + ${slug} })`;
  const page = "fs.readdirSync('posts')";
  it.each<[string, string, Texts, string | undefined]>([
    ["a slug", linksTo("post"), {}, "https://crust.blog/post/a"],
    ["a file name", linksTo("post/en", "path.parse(file).name"), {}, "https://crust.blog/post/en/a"],
    ["other pages next to those of posts", linksTo("post"), { "app/docs/[slug]/page.tsx": "" }, "https://crust.blog/post/a"],
    ["a folder with pages", linksTo("post"), { "app/(x)/post/[slug]/page.tsx": "" }, undefined],
    ["a folder that a page of any path may serve", linksTo("post"), { "pages/[...slug].tsx": "" }, undefined],
  ])("keeps the ids of links to a folder without pages: %s", async (_, code, more, id) => {
    const files = { ...of(code, "https://crust.blog"), ...more };
    expect(await idOf(files)).toBe(id);
    expect(open(next, files).notes.filter((note) => note.startsWith(unknownIds))).toEqual([]);
  });

  it("names the code if the pages of posts are unknown", async () => {
    const files = { ...of(linksTo("post"), "https://crust.blog"), "app/posts/[slug]/page.tsx": page };
    expect(await idOf(files)).toBeUndefined();
    expect(open(next, files).notes.filter((note) => note.startsWith(unknownIds))).toHaveLength(1);
  });

  it("keeps the ids of links to a folder without pages below the path of the site", async () => {
    expect(await idOf(of(linksTo("docs/post"), "https://crust.blog", '{ basePath: "/docs" }'))).toBe("https://crust.blog/docs/post/a");
  });

  it("keeps ids without the path of the site", async () => {
    expect(await idOf(of(template, "https://crust.blog", '{ basePath: "/docs" }'))).toBe("https://crust.blog/blog/a");
    expect(await idOf(of(template, "https://crust.blog/docs", '{ basePath: "/docs" }'))).toBeUndefined();
  });
});

describe("copySite() of a feed of VitePress whose code joins the URL of the site and that of a post", () => {
  const of = (host: string, id: string, base = "/") => ({
    ".vitepress/config.ts": `import { genFeed } from "./genFeed"; export default { base: "${base}", sitemap: { hostname: "${host}" }, buildEnd: genFeed };`,
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

  // createContentLoader() applies rewrites since 2.0.0-alpha.19.
  const rewritten = (versions: Texts) => ({
    ".vitepress/config.ts": `import { genFeed } from "./genFeed"; export default {
      cleanUrls: true, rewrites: { "posts/:slug.md": "essays/:slug.md" }, sitemap: { hostname: "https://crust.blog" }, buildEnd: genFeed };`,
    ".vitepress/genFeed.ts": `const baseUrl = "https://crust.blog"; for (const { url } of posts) feed.addItem({ title, id: ${joined}, link: x });`,
    "posts/a.md": post,
    ...versions,
  });
  const old = "https://crust.blog/posts/a";
  const lock = '{"packages":{"node_modules/vitepress":{"version":"1.6.4"}}}';
  const range = (version: string) => ({ "package.json": `{ "devDependencies": { "vitepress": "${version}" } }` });
  it.each([
    ["^1.5.0", range("^1.5.0"), old],
    ["1.0.0-rc.44", range("1.0.0-rc.44"), old],
    ["2.0.0-alpha.12", range("2.0.0-alpha.12"), old],
    ["2.0.0-alpha.19", range("^2.0.0-alpha.19"), undefined],
    ["2.1.0", range("^2.1.0"), undefined],
    ["a range, and a lockfile of npm", { ...range("latest"), "package-lock.json": lock }, old],
    ["a lockfile that is too large for a parser", { ...range("latest"), "package-lock.json": `${" ".repeat(400_000)}${lock}` }, old],
    ["a range, and a large lockfile without a version", { ...range("^1.6.4"), "package-lock.json": " ".repeat(400_000) }, old],
    ["a range, and a lockfile of pnpm", { ...range("^2.0.0-alpha.5"), "pnpm-lock.yaml": "  vitepress@2.0.0-alpha.20(x):\n" }, undefined],
    ["a range, and a lockfile of Yarn", { ...range("*"), "yarn.lock": 'vitepress@*:\n  version "1.6.3"\n' }, old],
  ])("rewrites paths with the version %s", async (_name, versions, expected) => {
    expect(await idOf(rewritten(versions))).toBe(expected);
    expect((await factsOf(rewritten(versions))).join()).not.toMatch(/ids of the old feed|a configuration/);
  });

  it.each(["latest", "next", "^2.0.0-alpha.12"])("names the posts whose ids depend on a version that is unknown: %s", async (version) => {
    expect(await idOf(rewritten(range(version)))).toBeUndefined();
    expect(await factsOf(rewritten(range(version)))).toContainEqual(
      expect.stringMatching(/^The ids of the old feed are unknown, .*: posts\/a\.md$/),
    );
  });

  // The URL of a post has no base in createContentLoader().
  it.each([
    ["https://crust.blog", joined, "https://crust.blog/posts/a.html"],
    ["https://crust.blog/", joined, "https://crust.blog//posts/a.html"],
    ["https://crust.blog/journal", joined, undefined],
    ["https://crust.blog/journal/", joined, "https://crust.blog/journal//posts/a.html"],
    ["https://crust.blog/feed", joined, "https://crust.blog/feed/posts/a.html"],
    ["https://crust.blog", "baseUrl + config.site.base + url", "https://crust.blog/journal//posts/a.html"],
    ["https://crust.blog", 'baseUrl + "/posts/" + post.slug', undefined],
    ["https://crust.blog", 'baseUrl + "/posts/" + post.slug + ".html"', undefined],
    ["https://crust.blog", "baseUrl + withBase(url)", undefined],
  ])("%s with %s and the base /journal/", async (host, id, expected) => {
    expect(await idOf(of(host, id, "/journal/"))).toBe(expected);
  });
});

describe("the ids of copies", () => {
  it("differ for two posts with one address, also if the first is a draft", async () => {
    const text = (more: string) => `---\ntitle: A\n${more}---\nText\n`;
    const { folder } = await importFolder({
      "_config.yml": "title: T\nurl: https://s.example\npermalink: pretty\nplugins: [jekyll-feed]\n",
      "_layouts/post.html": "{{ content }}",
      "_posts/a/2023-10-01-x.md": text("draft: true\n"),
      "_posts/b/2023-10-01-x.md": text(""),
      "_posts/c/2023-10-01-x.md": text(""),
    });
    const idIn = (name: string) => /^id: .*$/m.exec(readFileSync(join(folder, `articles/_posts/${name}/2023-10-01-x.md`), "utf8"))?.[0];
    expect([idIn("a"), idIn("b")]).toEqual([undefined, undefined]);
    expect(idIn("c")).toMatch(/^id: "?https:\/\/s\.example\/2023\/10\/01\/x-3\/"?$/);
  });

  it("of Zola are not encoded", async () => {
    const config = { "config.toml": 'base_url = "https://k.example"\ngenerate_feeds = true\n[slugify]\npaths = "safe"\n' };
    const { folder } = await importFolder({ ...config, "content/blog/月亮.md": "+++\ntitle = 'A'\ndate = 2024-01-02\n+++\nText\n" });
    expect(readFileSync(join(folder, "articles/blog/月亮.md"), "utf8")).toMatch(/^id = "https:\/\/k\.example\/blog\/月亮\/"$/m);
  });
});
