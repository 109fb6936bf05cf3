import { describe, expect, it } from "vitest";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { codePages, listPages } from "../../../../src/import/site-rules/content-file.ts";
import { evaluateExpression } from "../../../../src/import/template-tags/template-expression.ts";
import { addressesOf, folderWith, open, planOf, plansOf } from "./in-memory-site.ts";

const config = (code = "") => ({ "eleventy.config.js": `export default function (eleventyConfig) {\n${code}\n}` });
const post = "---\ntitle: A\ndate: 2024-02-02\n---\nText";
const addressOf = (path: string, text: string, more: Record<string, string> = {}) =>
  addressesOf(eleventy, { ...config(), ...more, [path]: text })[path];

describe("eleventy.templateValues()", () => {
  const text = "---\ntitle: A\n---\nx";
  const files = {
    "eleventy.config.js": 'export default function () { return { dir: { input: "src" } }; }',
    "package.json": '{ "version": "1.2.3" }',
    "src/_data/metadata.json": '{ "author": { "name": "Ann" } }',
    "src/_data/shop/__proto__.json": '{ "x": 1 }',
    "src/_data/shop/site.js": 'export default { city: "Oslo" }',
    "src/_data/broken.json": "{",
    "src/posts/posts.json": '{ "mood": "calm" }',
    "src/posts/2024-01-02-a.md": text,
  };
  const file = { path: "src/posts/2024-01-02-a.md", frontMatter: { title: "A" }, body: "" };

  it("returns the data cascade and the page", () => {
    expect(open(eleventy, files).templateValues?.(file, "/posts/a/")).toMatchObject({
      ...{ title: "A", mood: "calm", metadata: { author: { name: "Ann" } }, shop: { site: { city: "Oslo" } }, pkg: { version: "1.2.3" } },
      page: {
        ...{ url: "/posts/a/", fileSlug: "a", filePathStem: "/posts/a", inputPath: "./src/posts/2024-01-02-a.md" },
        date: { text: "Tue Jan 02 2024 00:00:00 GMT+0000 (Coordinated Universal Time)" },
      },
    });
  });

  it.each([
    ["export default { markdownTemplateEngine: false }", {}, false],
    ['export const config = { markdownTemplateEngine: "njk" }; export default function () {}', {}, true],
    ["export default function (c) { c.setMarkdownTemplateEngine(false); }", {}, false],
    ['export default { markdownTemplateEngine: "ejs" }', {}, false],
    ["export default {}", { templateEngineOverride: "md" }, false],
    ["export default {}", { templateEngineOverride: "njk,md" }, true],
    ["export default {}", { templateEngineOverride: "false" }, false],
    ["export default {}", {}, true],
  ])("decides by %s and %j whether a text is a template: %s", (config, frontMatter, expected) => {
    const site = open(eleventy, { "eleventy.config.js": config, "a.md": text });
    expect(site.templateValues?.({ path: "a.md", frontMatter, body: "" }) !== undefined).toBe(expected);
  });
});

describe("eleventy.open()", () => {
  it("recognizes a site by its configuration", () => {
    expect(eleventy.open(folderWith({ ".eleventy.js": "" }))).toBeDefined();
    expect(eleventy.open(folderWith({ "posts/a.md": post }))).toBeUndefined();
  });

  it("reads settings from the plugin of feeds, and from _data", () => {
    const files = {
      ...config(
        `eleventyConfig.addPlugin(feedPlugin, { type: "atom", collection: { name: "writings", limit: 10 }, metadata: { language: "en", title: "Lab", base: "https://example.org/", author: { name: "Ada" } } });`,
      ),
      "_data/metadata.json": `{ "description": "News", "title": "Other" }`,
    };
    expect(open(eleventy, files).settings).toMatchObject({
      title: "Lab",
      description: "News",
      url: "https://example.org",
      author: { name: "Ada" },
      language: "en",
      limit: 10,
      timezone: "UTC",
    });
  });

  it.each([
    ["---\nmetadata:\n  title: Boats\n  subtitle: On boats\n  url: https://boats.blog/\n  author:\n    name: Ada\n---\n"],
    [
      `---json\n{ "permalink": "feed.xml", "site": { "title": "Boats", "subtitle": "On boats", "base": "https://boats.blog/", "author": { "name": "Ada" } } }\n---\n`,
    ],
  ])("reads settings from the front matter of the template of the feed: %j", (template) => {
    const files = { ...config(""), "feed.njk": `${template}<feed></feed>` };
    const found = { title: "Boats", description: "On boats", url: "https://boats.blog", author: { name: "Ada" } };
    expect(open(eleventy, files).settings).toMatchObject(found);
    const own = { ...files, "_data/metadata.json": '{ "title": "Lab" }' };
    expect(open(eleventy, own).settings).toMatchObject({ ...found, title: "Lab" });
  });

  it("notes a configuration that cannot be read", () => {
    expect(open(eleventy, { ".eleventy.js": "module.exports = (" }).notes).toEqual([expect.stringContaining("Cannot read .eleventy.js")]);
  });
});

describe("pathPrefix of Eleventy", () => {
  const dated = "---\ntitle: A\ndate: 2024-01-02\n---\nx";
  const own = "---\ntitle: A\ndate: 2024-01-02\npermalink: /own/\n---\nx";
  it.each([
    [{ "eleventy.config.js": 'export default () => ({ pathPrefix: "/sub/" });' }],
    [{ "eleventy.config.js": 'export const config = { pathPrefix: "sub" }; export default function () {}' }],
    [{ "eleventy.config.js": "export default () => {};", "package.json": '{"scripts":{"build":"eleventy --pathprefix=/sub/"}}' }],
  ])("is the start of all addresses: %j", (files) => {
    expect(addressesOf(eleventy, { ...files, "posts/a.md": dated, "b.md": own })).toEqual({
      "posts/a.md": "/sub/posts/a/",
      "b.md": "/sub/own/",
    });
    expect(open(eleventy, files)).toMatchObject({ base: "/sub" });
  });

  it.each([
    [{}, ""],
    [{ ".github/workflows/pages.yml": "on: push\njobs:\n  x:\n    steps:\n      - run: npm run build-ghpages" }, "/sub"],
    [{ ".github/workflows/pages.yml": "      # - run: npm run build-ghpages" }, ""],
    [{ ".github/workflows/pages.yml": "      - run: npx @11ty/eleventy --pathprefix=/other/" }, "/other"],
  ])("ignores the script of a starter for GitHub Pages unless a workflow runs it: %j", (workflow, base) => {
    const scripts = { build: "eleventy", "build-ghpages": "eleventy --pathprefix=/sub/" };
    const files = { "eleventy.config.js": "export default () => {};", "package.json": JSON.stringify({ scripts }), ...workflow };
    expect(open(eleventy, files).base).toBe(base);
  });

  it("is part of the filter url, but not of page.url", () => {
    const files = { "eleventy.config.js": 'export default () => ({ pathPrefix: "/sub/" });' };
    const values = open(eleventy, files).templateValues?.({ path: "a.md", frontMatter: {}, body: "" }, "/sub/a/") ?? {};
    expect(evaluateExpression('"/img/a.png" | url', values)).toBe("/sub/img/a.png");
    expect(evaluateExpression("page.url", values)).toBe("/a/");
    expect(evaluateExpression("page.url | url", values)).toBe("/sub/a/");
  });

  it.each([
    ["", undefined],
    ["c.addPlugin(HtmlBasePlugin);", "/sub/"],
  ])("is written before links by a plugin only: %j", (code, linkBase) => {
    expect(open(eleventy, { "eleventy.config.js": `export default (c) => { ${code} return { pathPrefix: "/sub/" }; }` }).linkBase).toBe(
      linkBase,
    );
  });
});

describe("eleventy.plan()", () => {
  // The addresses that Eleventy 3.1.8 makes of these files.
  it.each([
    ["posts/2024-01-01-first.md", "", "/posts/2024-01-01-first/"],
    ["posts/second.md", "", "/posts/second/"],
    ["posts/2023/2023-03-03-Third.Post.md", "", "/posts/2023/2023-03-03-Third.Post/"],
    ["posts/2022-02-02-folder/index.md", "", "/posts/2022-02-02-folder/"],
    ["posts/2022-02-02-folder/other.md", "", "/posts/2022-02-02-folder/other/"],
    ["about/about.md", "", "/about/"],
    ["about/nested/index.md", "", "/about/nested/"],
    ["dir/Some File.md", "", "/dir/Some File/"],
    ["dir/2020-01-01.md", "", "/dir/2020-01-01/"],
    ["index.md", "", "/"],
    ["dir/p.md", 'permalink: "/x/{{ page.fileSlug }}/index.html"', "/x/p/"],
    ["dir/q.md", 'title: "Ok, it\'s 1 (yes)"\npermalink: "/x/{{ title | slugify }}/"', "/x/ok-its-1-yes/"],
    ["dir/r.md", 'permalink: "/x/r.html"', "/x/r.html"],
    ["dir/s.md", "permalink: x/s/", "/x/s/"],
    ["dir/t.md", "date: 2021-05-05\npermalink: \"/{{ page.date | date: '%Y/%m' }}/{{ page.fileSlug }}/\"", "/2021/05/t/"],
    ["dir/2021-01-01-u.md", 'permalink: "{{ page.filePathStem }}.html"', "/dir/u.html"],
    // @sindresorhus/slugify 2 and slugify 1, the packages of Eleventy 3
    ["dir/v.md", 'title: "Über & Größe"\npermalink: "/x/{{ title | slugify }}/"', "/x/ueber-and-groesse/"],
    ["dir/v.md", 'title: "Über & Größe"\npermalink: "/x/{{ title | slug }}/"', "/x/uber-and-grosse/"],
    [
      "dir/v.md",
      'title: "I ♥ Dogs 🦄, don\'t I? fooBar 1.5"\npermalink: "/x/{{ title | slugify }}/"',
      "/x/i-love-dogs-unicorn-dont-i-foobar-1-5/",
    ],
    ["dir/v.md", 'title: "Я люблю"\npermalink: "/x/{{title|slugify}}/"', "/x/ya-lyublyu/"],
    ["dir/A & b_c.md", 'permalink: "/x/{{ page.fileSlug | slugify }}/"', "/x/a-and-b-c/"],
    ["dir/u.md", 'date: 2021-05-05\npermalink: "/{{ page.fileSlug }}/{{ page.date.getFullYear() }}/"', "/u/2021/"],
    ["dir/v.md", 'permalink: "/{{ page.fileSlug }}/{{page.date.getUTCFullYear()}}/"', undefined],
    ["dir/w.md", 'permalink: "/x/{{ page.date | myFilter }}/"', undefined],
    ["dir/moon/2024-01-02-index.md", 'permalink: "/x/{{ page.fileSlug }}/"', "/x/moon/"],
    ["dir/2024-01-02-moon/2024-01-02-index.md", 'permalink: "/x/{{ page.fileSlug }}/"', "/x/moon/"],
    ["2024-01-02-index.md", 'permalink: "/x/{{ page.fileSlug }}/"', "/x/"],
    ["dir/moon/2024-01-02-index.md", 'permalink: "{{ page.filePathStem }}.html"', "/dir/moon/"],
    ["dir/draft-2024-01-02-moon.md", 'permalink: "/x/{{ page.fileSlug }}/"', "/x/moon/"],
    ["dir/moon/2024-01-02-index.md", "title: A", "/dir/moon/2024-01-02-index/"],
  ])("computes the address of %s with %j", (path, keys, address) => {
    expect(addressOf(path, `---\n${keys}\n---\nText`)).toBe(address);
  });

  it.each([
    [{ permalink: "/{{ page.date | x }}/" }, "Cannot compute {{ page.date | x }} in permalink"],
    [{ permalink: "/{{ page.fileSlug }}/{{ a }}/{{ b.c }}/" }, "Cannot compute {{ a }} and {{ b.c }} in permalink"],
  ])("names the cause of an unknown address: %j", (frontMatter, addressFault) => {
    const site = open(eleventy, config());
    expect(site.plan({ path: "a.md", frontMatter, body: "" })).toEqual({ kind: "page", target: "a.md", addressFault });
  });

  it("reads data of folders: nearer files win, and tags are merged", () => {
    const files = {
      ...config(),
      "content/content.json": `{ "author": "Ada", "tags": ["site"] }`,
      "content/posts/posts.11tydata.js": `module.exports = { tags: ["posts"], permalink: "/b/{{ page.fileSlug }}/", layout: "x.njk" };`,
      "content/posts/2024-01-01-a.md": "---\ntitle: A\n---\nText",
      "content/posts/b.md": "---\ntitle: B\ndate: 2024-01-02\npermalink: /own/\n---\nText",
      "content/posts/b.json": `{ "author": "Ben" }`,
      "content/about.md": "Text",
    };
    expect(plansOf(eleventy, files)).toMatchObject({
      "content/posts/2024-01-01-a.md": { kind: "post", keys: { author: "Ada", tags: ["site"] }, address: { pattern: "/b/:name/" } },
      "content/posts/b.md": { kind: "post", keys: { author: "Ben" }, address: { path: "/own/" } },
      "content/about.md": { kind: "page", keys: { author: "Ada" } },
    });
  });

  it.each([
    ["posts/posts.json", '{ "permalink": "/{{ site.path }}/{{ page.fileSlug }}/" }', { "_data/site.json": '{ "path": "b" }' }, "/b/a/"],
    ["posts/posts.yaml", "permalink: /{{ site.blog.path }}/{{ page.fileSlug }}/", { "_data/site.yml": "blog:\n  path: b" }, "/b/a/"],
    ["posts/posts.11tydata.yml", "locale: de\npermalink: /{{locale}}/{{ page.fileSlug }}/", {}, "/de/a/"],
    ["posts/posts.json", '{ "permalink": "/{{ site.gone }}/{{ page.fileSlug }}/" }', {}, undefined],
    ["posts/a.yaml", "- a list of another purpose", {}, "/posts/a/"],
  ])("fills in the data of permalinks: %s with %s", (path, data, files, address) => {
    expect(addressOf("posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nText", { [path]: data, ...files })).toBe(address);
  });

  it("omits the input folder, and reads folders of the configuration", () => {
    const files = {
      ...config(
        `eleventyConfig.addPassthroughCopy("src/img"); eleventyConfig.addPassthroughCopy({ "./public/": "/" }); return { dir: { input: "src", includes: "parts" } };`,
      ),
      "src/blog/a.md": post,
      "src/parts/b.md": post,
      "src/img/c.png": "",
      "public/d.png": "",
      "src/blog/e.png": "",
      "other/f.md": post,
      "README.md": "Text",
    };
    expect(plansOf(eleventy, files)).toEqual({
      "eleventy.config.js": undefined,
      "src/blog/a.md": { kind: "post", target: "blog/a.md", address: { pattern: "/:sections/:filename/" } },
      "src/parts/b.md": undefined,
      "src/img/c.png": { kind: "media", target: "img/c.png" },
      "public/d.png": { kind: "media", target: "d.png" },
      "src/blog/e.png": { kind: "media", target: "blog/e.png" },
      "other/f.md": undefined,
      "README.md": undefined,
    });
  });

  it.each([
    ["a date", {}, post, "post"],
    ["nothing", {}, "Text", "page"],
    ["an exclusion", {}, "---\ntags: posts\neleventyExcludeFromCollections: true\n---\n", "page"],
  ])("decides by %s if a text is a post", (_name, more, text, kind) => {
    expect(plansOf(eleventy, { ...config(), ...more, "notes/a.md": text })["notes/a.md"]).toMatchObject({ kind });
  });

  it.each([
    [`permalink: function({page}) { return \`/web/\${ page.fileSlug }/\` }`, "/web/a/"],
    [`permalink: ({ page }) => \`/web/\${page.fileSlug}/\``, "/web/a/"],
    [`permalink(data) {\n return \`\${data.page.filePathStem}.html\`; }`, "/posts/a.html"],
    [`permalink: (data) => \`/web/\${slugify(data.title)}/\``, undefined],
    ["permalink: (data) => makeAddress(data)", undefined],
    ["layout: 'post'", "/posts/a/"],
    [`permalink: data => \`/web/\${data.page.fileSlug}/\``, "/web/a/"],
    [`eleventyComputed: { permalink: (data) => \`/blog/\${data.page.fileSlug}/\` }`, "/blog/a/"],
    ["eleventyComputed: { permalink: '/c/{{ page.fileSlug }}/' }", "/c/a/"],
    ["permalink: '/plain/', eleventyComputed: { permalink: (data) => makeAddress(data) }", undefined],
    ["eleventyComputed: { permalink(data) { if (data.draft) return false; return data.permalink; } }", "/posts/a/"],
    ["permalink: (data) => { if (data.live) return makeAddress(data); return false; }", undefined],
    ["permalink: (", undefined],
  ])("reads the data %s", (data, address) => {
    expect(addressOf("posts/a.md", post, { "posts/posts.11tydata.js": `export default { ${data} };`, "_includes/post.njk": "" })).toBe(
      address,
    );
  });

  it("reads computed data of the site and of a text, which has priority", () => {
    const files = {
      "_data/eleventyComputed.js": `module.exports = { permalink: (data) => \`/all/\${data.page.fileSlug}/\` };`,
      "b.md": "---\npermalink: /plain/\neleventyComputed:\n  permalink: /own/\n---\nText",
    };
    expect(addressOf("a.md", post, files)).toBe("/all/a/");
    expect(addressesOf(eleventy, { ...config(), ...files })["b.md"]).toBe("/own/");
  });

  it("skips texts that Eleventy does not publish, and keeps drafts", () => {
    const files = {
      ...config(),
      "a.md": "---\ndate: 2024-01-01\npermalink: false\n---\nText",
      "b.md": "---\ndate: 2024-01-01\npermalink: false\ndraft: true\n---\nText",
      "c/c.json": '{ "permalink": false }',
      "c/d.md": post,
    };
    const left = { kind: "left out", what: "texts with permalink: false, which Eleventy does not publish" };
    expect(plansOf(eleventy, files)).toMatchObject({ "a.md": left, "b.md": { kind: "post" }, "c/d.md": left });
  });

  it.each([
    ["posts/a.njk", `${post}\n<p>{{ title }}</p>`, { kind: "post", target: "posts/a.html", address: { pattern: "/:sections/:filename/" } }],
    ["posts/a.liquid", "---\ntags: [post]\ndate: 2024-01-01\n---\n<p>Text</p>", { kind: "post", target: "posts/a.html" }],
    ["imprint.njk", "---\ntitle: A\npermalink: /imprint.html\n---\nText", { kind: "page", target: "imprint.html" }],
    ["posts/a.njk", `${post}\n{% include "b" %}`, { kind: "left out", what: "posts in Nunjucks, Liquid and the like" }],
    ["posts/a.njk", "---\ntags: posts\n---\n{% raw %}b{% endraw %}", { kind: "left out", what: "posts in Nunjucks, Liquid and the like" }],
    [
      "posts/ann/index.njk",
      "---\ntags: posts\neleventyExcludeFromCollections: true\n---\n{% for p in collections.ann %}{% endfor %}",
      { kind: "left out", what: listPages },
    ],
    ["2024-01-02-a.pug", "p Text", { kind: "left out", what: "posts in Nunjucks, Liquid and the like" }],
    ["posts/a.hbs", post, { kind: "left out", what: "posts in Nunjucks, Liquid and the like" }],
    ["index.njk", "{% for post in collections.posts %}{% endfor %}", { kind: "left out", what: listPages }],
    ["tags/index.njk", "{% include 'tags' %}", { kind: "left out", what: listPages }],
    ["tagged.njk", "---\npagination: { data: collections }\n---\n{% include 'tags' %}", { kind: "left out", what: listPages }],
    ["garden.njk", "{% for post in collections.garden | reverse %}{% endfor %}", { kind: "left out", what: listPages }],
    ["blog/a.njk", "---\ndate: 2024-01-01\n---\n{% x %}", { kind: "left out", what: "posts in Nunjucks, Liquid and the like" }],
    ["about.njk", "{% include 'author' %}", { kind: "left out", what: codePages }],
    ["about.njk", "---\ndate: 2024-01-01\n---\n{% include 'author' %}", { kind: "left out", what: codePages }],
    ["talks/index.liquid", "---\ndate: 2024-01-01\ntags: nav\n---\n{% include 'talks' %}", { kind: "left out", what: codePages }],
    ["blog/index.njk", "{% for post in collections.post %}{% endfor %}", { kind: "left out", what: listPages }],
    ["blog/index.njk", "---\ndate: 2024-01-01\n---\n{% include 'all' %}", { kind: "left out", what: listPages }],
    ["archive.njk", "---\ndate: 2024-01-01\n---\n{% include 'all' %}", { kind: "left out", what: listPages }],
    ["about/index.hbs", "{{> author}}", { kind: "left out", what: codePages }],
    ["404.njk", "{% include 'lost' %}", { kind: "left out", what: "error pages" }],
    ["tags.njk", "---\npagination: { data: collections }\n---\n{{ tag }}", { kind: "left out" }],
    ["feed.njk", "---\npermalink: /feed.xml\n---\n<feed>{{ x }}</feed>", undefined],
    [
      "a.njk",
      "---\npermalink: false\n---\n{% x %}",
      { kind: "left out", what: "texts with permalink: false, which Eleventy does not publish" },
    ],
    ["_includes/a.njk", post, undefined],
  ])("plans the template %s %j", (path, text, plan) => {
    const found = plansOf(eleventy, { ...config(), [path]: text })[path];
    if (plan === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(plan);
  });

  it.each([
    ["tags: posts", "", []],
    ["tags: [post, moon]", "", ["moon"]],
    ["tags: [all, nav, posts, moon, Posts]", "", ["moon", "Posts"]],
    ["tags: [posts, moon]", '{ "tags": ["posts", "site"] }', ["site", "moon"]],
    ["tags: [moon, note]", "", undefined],
    ["tags: [journal, moon]", "", undefined],
  ])("removes tags of collections from %s", (yaml, folder, tags) => {
    const files = { ...config(), "posts/a.md": `---\n${yaml}\ndate: 2024-01-01\n---\nText`, ...(folder && { "posts/posts.json": folder }) };
    const plan = plansOf(eleventy, files)["posts/a.md"];
    expect(plan).toMatchObject({ kind: "post" });
    expect(plan?.kind === "post" ? plan.corrections?.["tags"] : "left out").toEqual(tags);
  });

  it("removes the tag of the feed's collection", () => {
    const feed = 'c.addPlugin(feedPlugin, { collection: { name: "journal", limit: 5 } });';
    const text = "---\ntags: [journal, moon]\ndate: 2024-01-01\n---\nText";
    const files = { "eleventy.config.js": `module.exports = (c) => { ${feed} };`, "a.md": text };
    expect(plansOf(eleventy, files)["a.md"]).toMatchObject({ kind: "post", corrections: { tags: ["moon"] } });
  });

  it("knows the language of a template by its extension", () => {
    const { templateLanguage } = open(eleventy, config());
    const languages = ["a.njk", "a.liquid", "a.md"].map((path) => templateLanguage?.({ path, frontMatter: {}, body: "" }));
    expect(languages).toEqual(["nunjucks", "liquid", "liquid"]);
  });

  // Eleventy has no other rule for names that begin with an underscore than its folders of layouts and data.
  it("reads all folders except those of layouts and data, and counts ignored texts", () => {
    const files = {
      ...config(`eleventyConfig.addCollection("posts", (api) => api.getFilteredByGlob("./_posts/**"));`),
      ".eleventyignore": "drafts/\n# a comment\n*.wip.md\nold/**\n!old/kept.md\n",
      ".gitignore": "build\n",
      "_posts/2024-01-02-a.md": "Text",
      "_posts/b.liquid": "{% if true %}Text{% endif %}",
      "_includes/c.md": "Text",
      "_data/d.md": "Text",
      "build/e.md": post,
      "drafts/f.md": post,
      "g.wip.md": post,
      "old/h.md": post,
      "old/kept.md": post,
    };
    const ignored = { kind: "left out", what: "texts that .eleventyignore, .gitignore and the configuration ignore" };
    expect(plansOf(eleventy, files)).toMatchObject({
      "_posts/2024-01-02-a.md": { kind: "post", target: "_posts/2024-01-02-a.md", address: { path: "/_posts/2024-01-02-a/" } },
      "_posts/b.liquid": { kind: "left out", what: "posts in Nunjucks, Liquid and the like" },
      "_includes/c.md": undefined,
      "_data/d.md": undefined,
      "build/e.md": ignored,
      "drafts/f.md": ignored,
      "g.wip.md": ignored,
      "old/h.md": ignored,
      "old/kept.md": { kind: "post" },
    });
  });

  it("skips texts without a permalink", () => {
    const files = {
      ...config(),
      "posts/posts.json": `{ "tags": "posts", "permalink": false }`,
      "posts/a.md": post,
      "posts/b.njk": "x",
    };
    expect(plansOf(eleventy, files)).toMatchObject({ "posts/a.md": { kind: "left out" }, "posts/b.njk": { kind: "left out" } });
  });
});

describe("the filter slugify of a site", () => {
  it("makes the address unknown", () => {
    const own = config('eleventyConfig.addFilter("slugify", (text) => text);');
    const text = '---\ntitle: A b\npermalink: "/x/{{ title | slugify }}/"\n---\nText';
    expect(addressOf("a.md", text, own)).toBeUndefined();
  });
});

describe("eleventy.plan() of a text with a layout", () => {
  const permalink = '---\npermalink: "/writing/{{ page.fileSlug }}/"\n---\n{{ content }}';
  const ofFolder = { "posts/posts.json": '{ "layout": "post.njk", "tags": "posts" }' };
  it.each([
    ["of the folder", { ...ofFolder, "_includes/post.njk": permalink }, "/writing/a/"],
    ["without front matter", { ...ofFolder, "_includes/post.njk": "{{ content }}" }, "/posts/a/"],
    ["without an extension", { "posts/posts.json": '{ "layout": "post" }', "_includes/post.liquid": permalink }, "/writing/a/"],
    ["of all texts", { "_data/layout.json": '"post.njk"', "_includes/post.njk": permalink }, "/writing/a/"],
    ["in a layout", { ...ofFolder, "_includes/post.njk": "---\nlayout: base\n---\nx", "_includes/base.html": permalink }, "/writing/a/"],
    [
      "with a permalink of its own around another",
      {
        ...ofFolder,
        "_includes/post.njk": permalink.replace("---\n", "---\nlayout: base\n"),
        "_includes/base.njk": "---\npermalink: /b/\n---\n",
      },
      "/writing/a/",
    ],
    [
      "of another folder",
      { ...config('return { dir: { layouts: "_layouts" } };'), ...ofFolder, "_layouts/post.njk": permalink },
      "/writing/a/",
    ],
    [
      "in the folder of parts",
      { ...config('return { dir: { includes: "parts" } };'), ...ofFolder, "parts/post.njk": permalink },
      "/writing/a/",
    ],
    [
      "with an alias",
      {
        ...config('c.addLayoutAlias("post", "layouts/post.njk");'),
        "posts/posts.json": '{ "layout": "post" }',
        "_includes/layouts/post.njk": permalink,
      },
      "/writing/a/",
    ],
    [
      "that computes",
      { ...ofFolder, "_includes/post.njk": "---\neleventyComputed:\n  permalink: /c/{{ page.fileSlug }}/\n---\n" },
      "/c/a/",
    ],
    [
      "that gives way to its folder",
      { "posts/posts.json": '{ "layout": "post", "permalink": "/own/" }', "_includes/post.njk": permalink },
      "/own/",
    ],
    ["that has priority over the site", { ...ofFolder, "_data/permalink.json": '"/all/"', "_includes/post.njk": permalink }, "/writing/a/"],
    ["that is missing", ofFolder, undefined],
    ["that is missing, of a text with a permalink", { "posts/posts.json": '{ "layout": "post", "permalink": "/own/" }' }, "/own/"],
    ["in a missing one", { ...ofFolder, "_includes/post.njk": "---\nlayout: base\n---\nx" }, undefined],
    ["in itself", { ...ofFolder, "_includes/post.njk": "---\nlayout: post\n---\nx" }, undefined],
    [
      "with front matter in JavaScript",
      { ...ofFolder, "_includes/post.njk": "---js\n{ permalink: (data) => data.page.url }\n---\nx" },
      undefined,
    ],
    ["with faulty front matter", { ...ofFolder, "_includes/post.njk": "---\npermalink: [\n---\nx" }, undefined],
    [
      "with two candidates",
      { "posts/posts.json": '{ "layout": "post" }', "_includes/post.njk": "", "_includes/post.liquid": "" },
      undefined,
    ],
    ["in code with data", { ...ofFolder, "_includes/post.njk.11ty.js": "exports.data = { permalink: () => 1 }" }, undefined],
    [
      "in code alone",
      { "posts/posts.json": '{ "layout": "post" }', "_includes/post.11ty.js": "exports.render = (data) => data.title" },
      "/posts/a/",
    ],
  ])("reads the data of a layout %s", (_name, files, address) => {
    expect(addressOf("posts/a.md", post, files)).toBe(address);
  });

  it.each([
    ["layout: post.njk", "/writing/a/"],
    ["layout: null", "/posts/a/"],
    ["layout: post.njk\npermalink: /own/", "/own/"],
  ])("reads the layout in front matter: %j", (yaml, address) => {
    expect(addressOf("posts/a.md", `---\n${yaml}\n---\nText`, { "_includes/post.njk": permalink })).toBe(address);
  });

  it("gives tags, dates and exclusions of a layout to its texts, and names a layout that is missing", () => {
    const files = {
      "_includes/post.njk": "---\ntags: [posts, sea]\ndate: 2024-01-02\n---\n",
      "_includes/list.njk": "---\ntags: posts\neleventyExcludeFromCollections: true\n---\n",
    };
    const inner = {
      "_includes/docs.njk": "---\nlayout: main.njk\n---\n",
      "_includes/main.njk": "---\nlayout: base.njk\n---\n",
      "_includes/base.njk": "---js\n{ permalink: () => x() }\n---\n",
    };
    const texts = { "a.md": "---\nlayout: post.njk\n---\nx", "b.md": "---\nlayout: list.njk\n---\nx", "c.md": "---\nlayout: x\n---\nx" };
    const nested = { "d.md": "---\nlayout: docs.njk\n---\nx" };
    expect(plansOf(eleventy, { ...config(), ...files, ...inner, ...texts, ...nested })).toMatchObject({
      "a.md": { kind: "post", keys: { tags: ["sea"], date: "2024-01-02" } },
      "b.md": { kind: "page" },
      "c.md": { addressFault: "Cannot find or read the layout x, which may have a permalink" },
      "d.md": { addressFault: "Cannot find or read the layout base.njk, which may have a permalink" },
    });
  });
});

describe("eleventy.plan() of a text with the time of its file as its date", () => {
  it.each(["Last Modified", "git Last Modified", "Created", "git created"])(
    "converts a post with date: %s to a page, and says so",
    (date) => {
      const text = (value: string) => `---\ntags: [posts]\ndate: ${value}\n---\nText`;
      const files = { "posts/a.md": text(date), "posts/2024-01-02-b.md": text(date), "posts/c.md": text("2024-01-02") };
      const site = open(eleventy, { ...config(), ...files });
      const kinds = Object.entries(files).map(([path, content]) => planOf(site, path, content)?.kind);
      expect(kinds).toEqual(["page", "post", "post"]);
      expect(site.notes).toEqual([expect.stringMatching(/^The date is the time of the file, .*: posts\/a\.md$/)]);
    },
  );

  it.each([
    ["a tag", { "notes/notes.json": '{ "tags": "note" }' }],
    ["a glob", config(`c.addCollection("x", (api) => api.getFilteredByGlob(["./notes/**/*.md"]));`)],
  ])("converts a text with %s and without a date to a page, and says so", (_name, more) => {
    const texts = { "notes/a.md": "Text", "notes/b.md": "---\ndate: null\n---\nText", "notes/c.md": post };
    const site = open(eleventy, { ...config(), ...more, ...texts });
    expect(Object.entries(texts).map(([path, text]) => planOf(site, path, text)?.kind)).toEqual(["page", "page", "post"]);
    expect(site.notes).toEqual([expect.stringMatching(/^The date is the time of the file, .*: notes\/a\.md, notes\/b\.md$/)]);
  });

  it("keeps a post whose layout or folder has its date", () => {
    const files = { ...config(), "posts/posts.json": '{ "tags": "posts", "date": "2024-01-02" }', "posts/a.md": "Text" };
    expect(plansOf(eleventy, files)["posts/a.md"]).toMatchObject({ kind: "post", keys: { date: "2024-01-02" } });
  });

  it("reads the date in the data of a folder", () => {
    const files = {
      ...config(),
      "posts/posts.json": '{ "tags": "posts", "date": "Last Modified" }',
      "posts/a.md": "---\ntitle: A\n---\nText",
    };
    expect(plansOf(eleventy, files)["posts/a.md"]).toMatchObject({ kind: "page" });
  });
});

describe("eleventy.plan() of a text without a value for its permalink", () => {
  it.each(["null", "~", '""'])("uses the default address with permalink: %s", (value) => {
    expect(addressOf("posts/a.md", `---\ndate: 2024-01-02\npermalink: ${value}\n---\nText`)).toBe("/posts/a/");
  });
});

describe("eleventy.idOf() without an own template of the feed", () => {
  const { idOf } = open(eleventy, {
    "eleventy.config.js": "export default (c) => {};",
    "_data/metadata.json": '{ "url": "https://example.org" }',
  });

  it.each([
    ["posts/Why?.md", "/posts/Why%3F/", "https://example.org/posts/Why?/"],
    ["posts/C# 9.md", "/posts/C%23%209/", "https://example.org/posts/C#%209/"],
    ["posts/At 100%.md", "/posts/At%20100%25/", "https://example.org/posts/At%20100%/"],
    ["posts/über uns.md", "/posts/%C3%BCber%20uns/", undefined],
    ["posts/own.md", "/posts/C%23/", undefined],
    ["posts/Why?.md", "/posts/why/", undefined],
  ])("keeps the signs of a file name as they are in its link: %s at %s", (source, path, id) => {
    expect(idOf?.({ id: `https://example.org${path}`, path }, { path: source, frontMatter: {}, body: "" })).toBe(id);
  });
});
