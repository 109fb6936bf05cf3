import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, open } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";

describe("the limit of a feed of Astro", () => {
  const limitOf = (body: string, more: Files = {}) =>
    open(astro, {
      "astro.config.mjs": "export default {}",
      "src/pages/rss.xml.js": `import rss from "@astrojs/rss";\nimport { COUNT } from "../consts";\nexport async function GET() { ${body} }`,
      "src/consts.ts": "export const COUNT = 12;",
      "src/content/blog/a.md": post,
      ...more,
    }).settings.limit;
  const feed = (items: string) => `return rss({ title: "T", items: ${items} });`;

  it.each([
    ["in the items", feed("posts.slice(0, 30).map((post) => ({ link: post.id }))"), 30],
    ["at the end", feed("posts.map((post) => post).slice(-25)"), 25],
    ["in a constant", `const items = (await getCollection("blog")).sort(byDate).slice(0, 15); ${feed("items.map(toItem)")}`, 15],
    ["of a shorthand", 'const items = [...posts.slice(0, 7)]; return rss({ title: "T", items });', 7],
    ["in promises", feed("await Promise.all(posts.slice(0, COUNT).map(render))"), 12],
    ["of no list", feed("posts.map((post) => ({ description: post.body.slice(0, 200) }))"), undefined],
    ["before a filter", feed("posts.slice(0, 30).filter(isPublic)"), undefined],
    ["from the middle", feed("posts.slice(1, 30)"), undefined],
    ["of a variable", `let items = posts.slice(0, 5); items = all; ${feed("items")}`, undefined],
    ["that is computed", feed("posts.slice(0, limit())"), undefined],
  ])("is that of slice() %s", (_, body, limit) => {
    expect(limitOf(body)).toBe(limit);
  });

  it("is that of the feed nearest to the root", () => {
    const ofTag = `import rss from "@astrojs/rss";\nexport const GET = () => { ${feed("posts.slice(0, 5)")} };`;
    expect(limitOf(feed("posts.slice(0, 30)"), { "src/pages/a/rss.xml.js": ofTag })).toBe(30);
    expect(limitOf(feed("posts"), { "src/pages/a/rss.xml.js": ofTag })).toBeUndefined();
  });
});

describe("the limit of own templates of the feed", () => {
  const ofEleventy = (files: Files) =>
    open(eleventy, { "eleventy.config.js": "export default () => {}", "posts/a.md": post, ...files }).settings.limit;
  const entries =
    "<entry><id>{{ post.url }}</id>{% for tag in post.data.tags | head(3) %}<category/>{% endfor %}</entry>{% endfor %}</feed>";
  const feed = (tags: string) => `<feed>${tags}${entries}`;

  it.each([
    ["{%- for post in collections.posts | reverse | head(20) -%}", 20],
    ["{% for post in collections.posts | head(-10) %}", 10],
    ["{% for post in collections.posts reversed limit:15 %}", 15],
    ["{% assign posts = collections.posts | reverse | slice: 0, 12 %}{% for post in posts %}", 12],
    ["{% set posts = collections.posts.slice(-8) %}{% for post in posts %}", 8],
    ["{% for post in collections.posts %}{%- if loop.index0 < 15 -%}", 15],
    ["{% for post in collections.posts %}{% if loop.index <= 15 %}", 15],
    ["{% for post in collections.posts %}{% if loop.index < 15 %}", 14],
    ["{% for post in collections.posts %}{% if forloop.index0 <= 15 %}", 16],
    ["{% for post in collections.posts %}", undefined],
    ["{% for post in collections.posts | head(count) %}", undefined],
    ["{% for post in collections.posts | head(9) %}{% if loop.index0 < 5 %}", undefined],
    ["{% for post in collections.posts %}{% if loop.index0 < 5 and post.data.x %}", undefined],
  ])("is read for Eleventy: %s", (tags, limit) => {
    expect(ofEleventy({ "feed.njk": feed(tags) })).toBe(limit);
  });

  it("is that of JSON Feed, too, and of all templates", () => {
    const [twenty, all] = ["{% for post in collections.posts | head(20) %}", "{% for post in collections.posts %}"];
    const json = (tags: string) => `{ "version": "1.1", "items": [${tags}{ "id": "{{ post.url }}" }{% endfor %}] }`;
    expect(ofEleventy({ "feed.njk": feed(twenty), "json-feed.njk": json(twenty) })).toBe(20);
    expect(ofEleventy({ "feed.njk": feed(all), "json-feed.njk": json(twenty) })).toBeUndefined();
    expect(ofEleventy({ "feed.njk": feed(twenty), "_includes/feed-link.njk": "{% if feed %}<link>{% endif %}" })).toBe(20);
  });

  it("is read for Jekyll, also next to jekyll-feed, whose feed a feed.xml replaces", () => {
    const ofJekyll = (config: string, files: Files) =>
      open(jekyll, { "_config.yml": config, "_posts/2024-01-02-a.md": post, ...files }).settings.limit;
    const own = { "feed.xml": `---\n---\n${feed("{% for post in site.posts limit:30 %}")}` };
    expect(ofJekyll("", own)).toBe(30);
    expect(ofJekyll("plugins: [jekyll-feed]", own)).toBe(30);
    expect(ofJekyll("plugins: [jekyll-feed]", { "rss.xml": own["feed.xml"] })).toBe(10);
  });
});

describe("the limit of a feed with all posts", () => {
  const page = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
  const feedOf = (limit: unknown) => `c.addPlugin(feedPlugin, { collection: { name: "posts", limit: ${limit} } });`;
  it.each<[string, Generator, Files]>([
    ["Eleventy", eleventy, { "eleventy.config.js": `export default (c) => { ${feedOf(0)} }`, "posts/a.md": page }],
    ["Hexo", hexo, { "_config.yml": "title: T\nfeed:\n  limit: 0\n", "package.json": '{"hexo":1}', "source/_posts/a.md": page }],
    ["Hexo", hexo, { "_config.yml": "title: T\nfeed:\n  limit: false\n", "package.json": '{"hexo":1}', "source/_posts/a.md": page }],
    ["Hugo", hugo, { "hugo.toml": "[services.rss]\nlimit = -1\n", "content/posts/a.md": page }],
    ["Hugo", hugo, { "hugo.toml": "rssLimit = -1\n", "content/posts/a.md": page }],
    [
      "Docusaurus",
      docusaurus,
      {
        "docusaurus.config.js": 'module.exports = { presets: [["classic", { blog: { feedOptions: { limit: false } } }]] };',
        "blog/a.md": page,
      },
    ],
    ["Pelican", pelican, { "pelicanconf.py": "FEED_MAX_ITEMS = 0\n", "content/a.md": "Title: A\nDate: 2024-01-02\n\nText" }],
  ])("is the largest one: %s", (_name, generator, files) => {
    expect(open(generator, files).settings.limit).toBe(1000);
  });

  it("is at most the largest one", () => {
    const config = `export default (c) => { ${feedOf(5000)} }`;
    expect(open(eleventy, { "eleventy.config.js": config, "posts/a.md": page }).settings.limit).toBe(1000);
  });
});
