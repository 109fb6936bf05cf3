import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../../src/build/build.ts";
import { addRedirects } from "../../../../src/build/wrangler/add-redirects.ts";
import { editSettings, type Setting } from "../../../../src/build/wrangler/edit-settings.ts";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { tomlLine } from "../../../../src/settings/toml-value.ts";
import { appUnderTest } from "../../../app-under-test.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2024, 10, 1);
const sample = `[vars.SITE]\n${Object.entries(sampleSettings)
  .map(([key, value]) => tomlLine(key, value))
  .join("\n")}\n`;

type Texts = Readonly<Record<string, string>>;

const post = (keys = "", date = "2024-01-02") => `---\ntitle: A\ndate: ${date}\n${keys}\n---\nText\n`;

/** Imports a site with its settings, compiles the copies, and returns a client of the new site. */
async function moveIn(files: Texts) {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, content]) => [`old/${path}`, content])));
  const options = { site: sampleSite, settings: sampleSettings, now, folder: join(folder, "articles"), isDryRun: false };
  const imported = await importArticles([join(folder, "old")], options);
  const [report] = imported.sites;
  const { redirects = {}, settings = {} } = report ?? {};
  const config = join(folder, "wrangler.toml");
  writeFileSync(config, addRedirects(editSettings(sample, settings as Readonly<Record<string, Setting>>), redirects));
  const { content, problems } = await build({ config, environment: "", purpose: "compile", now });
  if (content === undefined) throw new Error(JSON.stringify(problems));
  const { get } = appUnderTest({ entries: content.entries, site: content.site, redirects: content.redirects });
  const leadsTo = async (path: string) => {
    const { headers, status } = await get(path);
    return status === 301 ? headers.get("location")?.slice(content.site.url.length) : status;
  };
  const faults = problems.filter(({ message }) => message.includes("redirect"));
  return { redirects, leadsTo, faults, report: describeImport(imported, "articles", false), facts: report?.facts ?? [] };
}

async function targetsOf(files: Texts, paths: readonly string[]) {
  const { faults, leadsTo } = await moveIn(files);
  expect(faults).toEqual([]);
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await leadsTo(path)] as const)));
}

const hugo: Texts = {
  "hugo.toml": `baseURL = "https://moon.example/log/"
title = "T"
defaultContentLanguage = "en"
[languages.en]
weight = 1
[languages.gd]
weight = 2
[taxonomies]
tag = "tags"
serie = "serien"
`,
  "content/notes/a.md": post('tags: ["Sea"]\nserien: ["Moons"]'),
  "content/notes/a.gd.md": post('title: "B"'),
};

describe("copySite() of a site of Hugo", () => {
  it("keeps the feeds of the base path, sections, languages and terms", async () => {
    const expected = {
      "/log/": "/",
      "/log/index.xml": "/rss.xml",
      "/log/notes/": "/",
      "/log/notes/index.xml": "/rss.xml",
      "/log/gd/": "/languages/gd/",
      "/log/gd/index.xml": "/languages/gd/rss.xml",
      "/log/gd/notes/index.xml": "/languages/gd/rss.xml",
      "/log/tags/sea/index.xml": "/categories/sea/rss.xml",
      "/log/tags/sea/": "/categories/sea/",
      "/log/serien/moons/index.xml": "/categories/moons/rss.xml",
      "/log/gd/tags/sea/index.xml": "/categories/sea/rss.xml",
      "/log/tags/lake/index.xml": 404,
      "/log/notes/a/": 200,
    };
    expect(await targetsOf(hugo, Object.keys(expected))).toEqual(expected);
  });

  it("keeps a feed whose front page is an article now, and one with another name", async () => {
    const files = {
      "hugo.toml": '[outputFormats.RSS]\nbaseName = "feed-me"\n[languages.en]\n[languages.gd]\n',
      "content/notes/a.md": post(),
      "content/notes/a.gd.md": post('title: "B"'),
      "content/_index.gd.md": "---\ntitle: Home\n---\nText\n",
    };
    const expected = {
      "/gd/": 200,
      "/gd/feed-me.xml": "/languages/gd/rss.xml",
      "/feed-me.xml": "/rss.xml",
      "/notes/feed-me.xml": "/rss.xml",
    };
    expect(await targetsOf(files, Object.keys(expected))).toEqual(expected);
  });
});

describe("copySite() and the old feeds of a site", () => {
  it.each<[name: string, files: Texts, expected: Readonly<Record<string, string | number>>]>([
    [
      "Docusaurus",
      {
        "docusaurus.config.js": `module.exports = { title: "T", url: "https://moon.example", baseUrl: "/x/", presets: [["classic", { docs: false }]],
          plugins: [["@docusaurus/plugin-content-blog", { id: "e", path: "engineering", routeBasePath: "engineering" }]] };`,
        "blog/2024-01-02-a.md": post('tags: ["Sea"]'),
        "engineering/2024-01-03-b.md": post('title: "B"'),
      },
      {
        "/x/blog/rss.xml": "/rss.xml",
        "/x/engineering/rss.xml": "/rss.xml",
        "/x/engineering/atom.xml": "/atom.xml",
        "/x/engineering/": "/",
        "/x/blog/tags/sea/": "/categories/sea/",
        "/engineering/rss.xml": 404,
      },
    ],
    [
      "VuePress",
      {
        "docs/.vuepress/config.ts": `export default { title: "T", locales: { "/": { lang: "en" }, "/zh/": { lang: "zh-CN" } },
          theme: hopeTheme({ hostname: "https://moon.example", plugins: { feed: { rss: true, atom: true, atomOutputFilename: "my.atom" } } }) };`,
        "docs/posts/a.md": post(),
        "docs/zh/posts/b.md": post('title: "B"'),
      },
      {
        "/zh/rss.xml": "/languages/zh-cn/rss.xml",
        "/zh/my.atom": "/languages/zh-cn/atom.xml",
        "/my.atom": "/atom.xml",
        "/zh/": "/languages/zh-cn/",
      },
    ],
    [
      "VitePress",
      {
        ".vitepress/config.ts": 'export default { title: "T", base: "/docs/", buildEnd: genFeed };',
        ".vitepress/genFeed.ts": 'import { Feed } from "feed"; writeFileSync(path.join(config.outDir, "posts.atom"), feed.atom1());',
        "posts/a.md": post(),
      },
      { "/docs/posts.atom": "/atom.xml", "/docs/": "/" },
    ],
    [
      "Jekyll with jekyll-feed",
      {
        "_config.yml":
          "title: T\nplugins: [jekyll-feed]\ncollections:\n  recipes:\n    output: true\n  walks:\n    output: true\nfeed:\n  path: blog.xml\n  tags:\n    path: by/\n  collections:\n    recipes:\n      path: /recipes.xml\n      categories: [Sea]\n    walks:\n",
        "_layouts/post.html": "{{ content }}",
        "_posts/2024-01-02-a.md": post("tags: [Sea]"),
        "_recipes/b.md": post('title: "B"'),
      },
      {
        "/blog.xml": "/atom.xml",
        "/recipes.xml": "/atom.xml",
        "/feed/walks.xml": "/atom.xml",
        "/feed/recipes/Sea.xml": "/categories/sea/atom.xml",
        "/by/sea.xml": "/categories/sea/atom.xml",
      },
    ],
    [
      "Jekyll with jekyll-feed in its usual place, in its format",
      { "_config.yml": "title: T\nplugins: [jekyll-feed]\n", "_layouts/post.html": "x", "_posts/2024-01-02-a.md": post() },
      { "/feed.xml": "/atom.xml" },
    ],
    [
      "Jekyll with own templates",
      {
        "_config.yml": "title: T\nbaseurl: /log\n",
        "_layouts/post.html": "x",
        "_posts/2024-01-02-a.md": post(),
        "my/rss-all.xml": "---\n---\n<rss></rss>",
        "feeds/atom.xml": "---\npermalink: /feeds/mine.xml\n---\n<feed></feed>",
      },
      { "/log/my/rss-all.xml": "/rss.xml", "/log/feeds/mine.xml": "/atom.xml" },
    ],
    [
      "Pelican",
      {
        "pelicanconf.py": `SITENAME = "T"
DEFAULT_LANG = "es"
FEED_ALL_RSS = "all/todo.xml"
FEED_ATOM = None
TAG_FEED_RSS = "by/{slug}.xml"
CATEGORY_FEED_ATOM = "cat-%s.atom"
`,
        "content/a.md": "Title: A\nDate: 2024-01-02\nCategory: Sea\nTags: Big Moon\nAuthor: Ann Bo\n\nText\n",
        "content/a-en.md": "Title: B\nSlug: a\nLang: en\nDate: 2024-01-02\nCategory: Sea\nAuthor: Ann Bo\n\nText\n",
      },
      {
        "/all/todo.xml": "/rss.xml",
        "/feeds/all.atom.xml": "/atom.xml",
        "/by/big-moon.xml": "/categories/big-moon/rss.xml",
        "/cat-sea.atom": "/categories/sea/atom.xml",
        "/feeds/ann-bo.atom.xml": "/authors/ann-bo/atom.xml",
        "/feeds/all-en.atom.xml": "/languages/en/atom.xml",
        "/category/sea.html": "/categories/sea/",
      },
    ],
    [
      "Nikola",
      {
        "conf.py": `BLOG_TITLE = "T"
DEFAULT_LANG = "en"
TRANSLATIONS = {"en": "", "fi": "./fi"}
POSTS = (("posts/*.md", "posts", "post.tmpl"),)
RSS_PATH = "blog"
TAG_PATH = "aiheet"
`,
        "posts/a.md": "<!--\n.. title: A\n.. date: 2024-01-02\n.. tags: Sea\n-->\n\nText\n",
        "posts/a.fi.md": "<!--\n.. title: B\n.. date: 2024-01-02\n-->\n\nText\n",
      },
      {
        "/blog/rss.xml": "/rss.xml",
        "/fi/blog/rss.xml": "/languages/fi/rss.xml",
        "/aiheet/sea.xml": "/categories/sea/rss.xml",
        "/aiheet/sea/": "/categories/sea/",
        "/categories/cat_sea.xml": "/categories/sea/rss.xml",
      },
    ],
    [
      "Zola",
      {
        "config.toml":
          'base_url = "https://moon.example/log"\ntitle = "T"\nfeed_filenames = ["atom.xml", "my.rss"]\ntaxonomies = [{ name = "topics", feed = true }]\n[languages.cs]\n',
        "content/notes/_index.md": "+++\ngenerate_feeds = true\n+++\n",
        "content/notes/a.md": '+++\ntitle = "A"\ndate = 2024-01-02\n[taxonomies]\ntopics = ["Sea"]\n+++\nText\n',
        "content/notes/a.cs.md": '+++\ntitle = "B"\ndate = 2024-01-02\n+++\nText\n',
      },
      {
        "/log/atom.xml": "/atom.xml",
        "/log/my.rss": "/rss.xml",
        "/log/notes/atom.xml": "/atom.xml",
        "/log/notes/my.rss": "/rss.xml",
        "/log/cs/atom.xml": "/languages/cs/atom.xml",
        "/log/topics/sea/atom.xml": "/categories/sea/atom.xml",
      },
    ],
    [
      "Hexo",
      {
        "_config.yml":
          "title: T\nurl: https://moon.example/blog\nroot: /blog/\ntag_dir: etiketten\nfeed:\n  type: [atom, rss2]\n  path: [a/atom.xml, moon.xml]\n",
        "package.json": '{ "dependencies": { "hexo": "7" } }',
        "source/_posts/a.md": post("tags: [Sea]"),
      },
      {
        "/blog/a/atom.xml": "/atom.xml",
        "/blog/moon.xml": "/rss.xml",
        "/blog/etiketten/sea/": "/categories/sea/",
        "/blog/": "/",
        "/blog/tags/": "/feeds/#categories",
      },
    ],
    [
      "Eleventy",
      {
        "eleventy.config.js": `export default function (c) { c.addPlugin(feedPlugin, { type: "rss", outputPath: "/flux/tout.xml", collection: { name: "posts" } }); }`,
        "posts/a.md": post(),
        "feed-two.njk": "---\npermalink: /flux/deux.xml\n---\n<feed></feed>",
      },
      { "/flux/tout.xml": "/rss.xml", "/flux/deux.xml": "/atom.xml" },
    ],
    [
      "Astro",
      {
        "astro.config.mjs": 'export default { site: "https://moon.example", base: "/me" };',
        "src/pages/flow/rss.xml.js": 'import rss from "@astrojs/rss"; export const GET = () => rss({ title: "T", items: [] });',
        "src/pages/[lang]/atom.xml.ts": "export const GET = () => new Response(feed);",
        "src/pages/a.md": post(),
        "src/pages/fr/b.md": post('title: "B"\nlang: fr'),
      },
      { "/me/flow/rss.xml": "/rss.xml", "/me/fr/atom.xml": "/languages/fr/atom.xml" },
    ],
    [
      "Gatsby",
      {
        "gatsby-config.js": `module.exports = { siteMetadata: { title: "T" }, plugins: [{ resolve: "gatsby-plugin-feed", options: { feeds: [{ output: "/flow.xml" }] } }] };`,
        "content/blog/a.md": post(),
      },
      { "/flow.xml": "/rss.xml" },
    ],
    [
      "Next.js",
      {
        "next.config.js": 'module.exports = { basePath: "/me" };',
        "package.json": '{ "dependencies": { "next": "15" } }',
        "app/(site)/flow/feed.json/route.ts": "export const GET = () => Response.json(feed);",
        "app/blog/[slug]/page.tsx": "export default function Page() {}",
        "pages/api/feed.ts": "export default function handler() {}",
        "scripts/rss.mjs": 'writeFileSync("./public/out/feed-all.xml", feed.rss2());',
        "posts/a.md": post(),
      },
      { "/me/flow/feed.json": "/feed.json", "/me/api/feed": "/rss.xml", "/me/out/feed-all.xml": "/rss.xml" },
    ],
    [
      "MkDocs",
      {
        "mkdocs.yml":
          "site_name: T\nsite_url: https://moon.example/\nplugins:\n  - blog\n  - rss:\n      feeds_filenames:\n        rss_updated: new.xml\n",
        "docs/blog/posts/a.md": post(),
      },
      { "/feed_rss_created.xml": "/rss.xml", "/new.xml": "/rss.xml", "/feed_json_created.json": "/feed.json" },
    ],
  ])("%s", async (_name, files, expected) => {
    expect(await targetsOf(files, Object.keys(expected))).toEqual(expected);
  });
});

describe("copySite() and redirects", () => {
  it.each<[name: string, files: Texts, expected: Readonly<Record<string, string | number>>, others: string]>([
    [
      "Astro",
      {
        "astro.config.mjs": `export default { site: "https://moon.example", redirects: {
          "/old": "/a", "/older/": { status: 302, destination: "/a" }, "/shop": "https://shop.example/x", "/blog/[...slug]": "/a/[...slug]", "/a": "/old", "/x": computed() } };`,
        "src/pages/a.md": post(),
      },
      { "/old": "/a", "/older": "/a", "/a/": 200 },
      "astro.config.mjs has redirects that [vars.SITE.redirects] cannot express, since it has no patterns, parameters or conditions: /blog/[...slug], /x; write one for each old address",
    ],
    [
      "Next.js",
      {
        "next.config.ts": `const config: NextConfig = { basePath: "/me", async redirects() { return [
          { source: "/old", destination: "/a", permanent: true }, { source: "/root", destination: "/me/a", basePath: false, permanent: true },
          { source: "/blog/:slug", destination: "/:slug", permanent: true }, { source: "/en", has: [], destination: "/a", permanent: false }]; } };
          export default config;`,
        "package.json": '{ "dependencies": { "next": "15" } }',
        "pages/a.mdx": post(),
      },
      { "/me/old": "/me/a", "/root": "/me/a" },
      "next.config.ts has redirects that [vars.SITE.redirects] cannot express, since it has no patterns, parameters or conditions: /me/blog/:slug, /me/en; write one for each old address",
    ],
    [
      "Docusaurus",
      {
        "docusaurus.config.js": `module.exports = { title: "T", url: "https://moon.example", baseUrl: "/", presets: [["classic", { docs: false }]],
          plugins: [["@docusaurus/plugin-client-redirects", { redirects: [{ to: "/blog/2024/01/02/a", from: ["/old", "/older"] }, { to: "/*", from: "/x" }] }]] };`,
        "blog/2024-01-02-a.md": post(),
      },
      { "/old": "/blog/2024/01/02/a", "/older": "/blog/2024/01/02/a", "/x": 404 },
      "docusaurus.config.js has redirects that [vars.SITE.redirects] cannot express, since it has no patterns, parameters or conditions: /x; write one for each old address",
    ],
  ])("keeps the redirects of %s that need no patterns", async (_name, files, expected, others) => {
    const { facts, faults, leadsTo } = await moveIn(files);
    expect(faults).toEqual([]);
    const found = await Promise.all(
      Object.keys(expected).map(async (path) => [path, (await leadsTo(path))?.toString().replace(/\/$/, "")] as const),
    );
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(Object.entries(expected).map(([path, to]) => [path, String(to)])));
    expect(facts).toContain(others);
  });

  it("names a redirect whose address another document has", async () => {
    const { facts, redirects } = await moveIn({
      "astro.config.mjs": 'export default { redirects: { "/a": "/b", "/b": "/c", "/c": "/b", "/tags/sea": "/b" } };',
      "src/pages/a.md": post(),
    });
    expect(redirects).toEqual({ "/b": "/c", "/tags/sea": "/b" });
    expect(facts).toContain("Not written as redirects, since other documents have these addresses or they lead back to themselves: /a, /c");
  });

  it("writes none that the site has already", async () => {
    const { redirects, report } = await moveIn({ "hugo.toml": 'title = "T"\n', "content/posts/a.md": post("tags: [Sea]") });
    expect(redirects).toEqual({});
    expect(report.join("\n")).not.toContain("redirects");
  });

  it("lists those to write", async () => {
    const { report } = await moveIn(hugo);
    expect(
      report.slice(report.indexOf("To keep old feeds and lists, add to [vars.SITE.redirects] in wrangler.toml, or import with --write:")),
    ).toEqual([
      expect.any(String),
      '"/log" = "/"',
      '"/log/gd" = "/languages/gd/"',
      '"/log/notes" = "/"',
      '"/log/serien" = "/categories"',
      '"/log/gd/tags" = "/categories"',
      '"/log/gd/notes" = "/languages/gd/"',
      '"/log/gd/serien" = "/categories"',
      '"/log/gd/categories" = "/categories"',
      expect.stringContaining("Next: "),
    ]);
  });
});
