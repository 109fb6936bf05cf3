import { describe, expect, it } from "vitest";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import type { Plan } from "../../../../src/import/site-rules/old-site.ts";
import { readFile } from "../../../../src/import/site-rules/site-file.ts";
import { openSite } from "./planned-site.ts";

type Files = Readonly<Record<string, string>>;

function open(files: Files) {
  const folder = { paths: Object.keys(files).sort(), read: (path: string) => files[path] };
  const site = jekyll.open(folder);
  if (site === undefined) throw new Error("not recognized");
  const plan = (path: string): Plan | undefined => site.plan(readFile(folder, path, site));
  return { site, plan };
}

const addressOf = (plan: Plan | undefined) => (plan !== undefined && "address" in plan ? plan.address : undefined);
const addressIn = (config: string, path: string, frontMatter = "title: x") =>
  addressOf(open({ "_config.yml": config, "_posts/2024-01-01-x.md": "---\n---\n", [path]: `---\n${frontMatter}\n---\nText` }).plan(path));

// The values that Jekyll 4.3.1 writes.
describe("jekyll.templateValues()", () => {
  const { site } = open({
    "_config.yml": "baseurl: /b\nurl: https://old.example\ntimezone: Asia/Tokyo\ncollections: {tools: {output: true}}",
    "wood/_posts/2024-01-02-one.md": "---\n---\nx",
    "about.md": "---\n---\nx",
  });
  const valuesOf = (path: string, frontMatter: Record<string, string>, address: string) =>
    site.templateValues?.({ path, frontMatter, body: "" }, address)?.["page"];

  it("returns what Jekyll computes for a post", () => {
    const file = { category: "oak", tags: "a b", title: "One" };
    expect(valuesOf("wood/_posts/2024-01-02-one.md", file, "/b/2024/01/02/one.html")).toMatchObject({
      ...{ title: "One", url: "/2024/01/02/one.html", id: "/2024/01/02/one", slug: "one", categories: ["wood", "oak"], tags: ["a", "b"] },
      ...{ collection: "posts", name: "2024-01-02-one.md", path: "wood/_posts/2024-01-02-one.md" },
      date: { text: "2024-01-02 00:00:00 +0900", timezone: "Asia/Tokyo" },
    });
  });

  it("returns the address of a page, which has no date", () => {
    const values = valuesOf("about.md", { title: "A" }, "/b/about/");
    expect(values).toMatchObject({ url: "/about/", dir: "/about/", title: "A" });
    expect(values).toHaveProperty("date", undefined);
  });

  it("finds the file of a tag in the source and in the folder of collections", () => {
    const { site: moved } = open({ "src/_config.yml": "collections_dir: col", "src/col/_posts/2024-01-02-one.md": "---\n---\nx" });
    expect(moved.pathsOf?.("/_posts/2024-01-02-one.md")).toContain("src/col/_posts/2024-01-02-one.md");
  });
});

describe("jekyll", () => {
  it.each([
    ["", "_posts/2024-01-02-moon.md", "title: x", { pattern: "date" }],
    ["permalink: pretty", "_posts/sub/2024-1-7-short.md", "title: x", { pattern: "pretty" }],
    ["permalink: pretty", "_posts/2024-01-01-one.md", 'categories: ["C#"]', { path: "/c%23/2024/01/01/one/" }],
    ["permalink: /:collection/:title/", "_posts/2024-01-02-moon.md", "title: x", { pattern: "/posts/:title/" }],
    ["permalink: /:slugified_categories/:title/", "_posts/2024-01-02-moon.md", "categories: [Web Dev]", { path: "/web-dev/moon/" }],
    ["permalink: /blog/:path", "cat/_posts/2024-02-12-deep.md", "title: x", { path: "/blog/cat/2024-02-12-deep" }],
    ["permalink: /:w_year/:week/:w_day/:title", "_posts/2024-02-14-a.md", "title: x", { path: "/2024/07/3/a" }],
    ["", "_posts/2024-02-24-perma.md", "permalink: /x/:year/:title.html", { path: "/x/2024/perma.html" }],
    ["", "_posts/2024-02-22-p.md", "permalink: foo/bar", { path: "/foo/bar" }],
    ["", "_posts/24-02-15-two.md", "title: x", { pattern: "date" }],
    ["baseurl: /base/", "_posts/2024-01-02-moon.md", "title: x", { pattern: "/base/:categories/:year/:month/:day/:title:output_ext" }],
    ["timezone: America/New_York", "_posts/2024-02-29-night.md", "date: 2024-03-01 02:00:00", { pattern: "date" }],
    ["collections: {posts: {permalink: /p/:title}}", "_posts/2024-01-02-moon.md", "title: x", { pattern: "/p/:title" }],
    ["", "about.md", "title: x", { path: "/about.html" }],
    ["permalink: pretty", "sub dir/page one.md", "title: x", { path: "/sub dir/page one/" }],
    ["", "sub/index.md", "title: x", { path: "/sub/" }],
    ["", "p.md", "permalink: /pr/index.html", { path: "/pr/" }],
    ["collections: {notes: {output: true}}", "_notes/deep/er.md", "title: x", { path: "/notes/deep/er.html" }],
    ["collections: {notes: {output: true, permalink: '/n/:name.html'}}", "_notes/a b.md", "title: x", { path: "/n/a-b.html" }],
    ["collections: {notes: {output: true, permalink: '/:year/:title/'}}", "_notes/a.md", "title: x", undefined],
  ])("publishes with %j the file %s with %j", (config, path, frontMatter, expected) => {
    expect(addressIn(config, path, frontMatter)).toEqual(expected);
  });

  it("applies the defaults of the most specific scope", () => {
    const config = `defaults:
- {scope: {path: ""}, values: {author: any, permalink: "/d/:title/"}}
- {scope: {path: "", type: post}, values: {author: typed}}
- {scope: {path: "_posts/sub"}, values: {permalink: "/sub/:title/", tags: [deep]}}
- {scope: {path: "*/sub/*.md", type: pages}, values: {author: other}}`;
    const { plan } = open({
      "_config.yml": config,
      "_posts/sub/2024-01-02-a.md": "---\nx: y\n---\n",
      "_posts/2024-01-02-b.md": "---\nauthor: own\n---\n",
    });
    expect(plan("_posts/sub/2024-01-02-a.md")).toMatchObject({ keys: { author: "typed", tags: ["deep"] }, address: { path: "/sub/a/" } });
    expect(addressOf(plan("_posts/2024-01-02-b.md"))).toEqual({ path: "/d/b/" });
  });

  // As Jekyll 4.3.1 does.
  const defaults = `defaults:
- {scope: {path: "", type: posts}, values: {categories: [blog], author: {name: Ann}, image: {path: /d.png}}}
- {scope: {path: "_posts/travel"}, values: {categories: travel sea, author: {email: a@b.c}}}
- {scope: {path: "", type: notes}, values: {categories: Notes, category: single}}
- {scope: {path: "", type: pages}, values: {categories: [pages]}}
collections: {notes: {output: true, permalink: "/n/:categories/:title/"}}
permalink: "/:slugified_categories/:title/"`;
  it.each([
    ["_posts/2020-01-01-a.md", "categories: sea", "/blog/sea/a/", ["blog", "sea"]],
    ["_posts/2020-01-01-a.md", "categories: [sea, blog]", "/blog/sea/a/", ["blog", "sea"]],
    ["_posts/2020-01-01-a.md", "categories: []", "/blog/a/", ["blog"]],
    ["_posts/2020-01-01-a.md", "categories:", "/blog/a/", ["blog"]],
    ["_posts/2020-01-01-a.md", "category: sea", "/blog/sea/a/", undefined],
    ["_posts/2020-01-01-a.md", "categories: x\ncategory: y", "/blog/x/y/a/", ["blog", "x"]],
    ["_posts/travel/2020-01-01-a.md", "categories: sea land", "/travel/sea/land/a/", ["travel", "sea", "land"]],
    ["top/_posts/2020-01-01-a.md", "categories: x", "/top/blog/x/a/", ["blog", "x"]],
    ["_notes/a.md", "categories: other", "/n/notes/other/single/a/", ["Notes", "other"]],
    ["page.md", "categories: other", "/page/", undefined],
  ])("adds the categories of the defaults to those of a document: %s with %j", (path, frontMatter, address, categories) => {
    const planned = openSite(jekyll, {
      "_config.yml": defaults,
      "_posts/2020-01-01-z.md": "---\n---\nz",
      [path]: `---\n${frontMatter}\n---\nText`,
    });
    const plan = planned.plan(path);
    expect(plan !== undefined && "corrections" in plan && plan.corrections?.["categories"]).toEqual(categories);
    expect(planned.addressOf(path)).toBe(address);
  });

  it("joins the tables of defaults with those of other scopes and of the text, in which a key without a value has the default", () => {
    const planned = openSite(jekyll, {
      "_config.yml": defaults,
      "_posts/2020-01-01-a.md": "---\nauthor: {url: 'https://a.example/'}\nimage: {alt: Sea}\n---\nText",
      "_posts/2020-01-01-b.md": "---\nauthor:\nimage: /own.png\n---\nText",
      "_posts/travel/2020-01-01-c.md": "---\ntitle: C\n---\nText",
    });
    expect(planned.plan("_posts/2020-01-01-a.md")).toMatchObject({
      corrections: { author: { name: "Ann", url: "https://a.example/" }, image: { path: "/d.png", alt: "Sea" } },
    });
    const plan = planned.plan("_posts/2020-01-01-b.md");
    expect(plan).toMatchObject({ corrections: { author: { name: "Ann" } } });
    expect(plan !== undefined && "corrections" in plan && plan.corrections).not.toHaveProperty("image");
    expect(planned.plan("_posts/travel/2020-01-01-c.md")).toMatchObject({ keys: { author: { name: "Ann", email: "a@b.c" } } });
  });

  // As Jekyll 4.3.1 does.
  it("hides documents, but no pages, by the default published: false", () => {
    const { plan } = open({
      "_config.yml": 'defaults: [{scope: {path: ""}, values: {published: false, author: A}}]',
      "_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText",
      "about.md": "---\ntitle: B\n---\nText",
    });
    expect([plan("_posts/2024-01-02-a.md"), plan("about.md")].map((each) => each !== undefined && "keys" in each && each.keys)).toEqual([
      { published: "false", author: "A" },
      { author: "A" },
    ]);
  });

  it("reads a time without a zone as UTC, as its YAML parser does", () => {
    const file = (date: string) => ({ "_config.yml": "timezone: Europe/Berlin", "_posts/2024-01-02-a.md": `---\ndate: ${date}\n---\n` });
    const planOf = (date: string) => open(file(date)).plan("_posts/2024-01-02-a.md");
    expect(planOf("2024-03-01 02:00:00")).toMatchObject({ corrections: { date: "2024-03-01 02:00:00 +0000" } });
    expect(planOf("2024-03-01 02:00")).toMatchObject({ corrections: {} });
    expect(planOf("2024-03-01 02:00:00 +0100")).toMatchObject({ corrections: {} });
    const changed = planOf("2024-03-01\nlast_modified_at: 2024-03-02 02:00:00");
    expect(changed).toMatchObject({ corrections: { last_modified_at: "2024-03-02 02:00:00 +0000" } });
  });

  // As Jekyll 4.3.1 does.
  it.each(['"2024-03-01 20:00:00"', "'2024-03-01 20:00:00'  # noon"])("reads a time in quotes in the time zone of the site: %s", (date) => {
    const site = open({
      "_config.yml": "timezone: Asia/Makassar",
      "_posts/2024-01-02-a.md": `---\ndate: ${date}\npermalink: /:month/:day/x\n---\n`,
    });
    const plan = site.plan("_posts/2024-01-02-a.md");
    expect(plan).not.toHaveProperty("corrections.date");
    expect(plan).toHaveProperty("address", { path: "/03/01/x" });
  });

  it.each<[string, string | undefined]>([
    ["_posts/private/2024-01-02-a.md", "files that exclude names"],
    ["private/x.md", "files that exclude names"],
    ["wip-one.html", "files that exclude names"],
    ["private/README.md", undefined],
    ["private/a.png", undefined],
    ["private/_hidden/b.md", undefined],
    ["node_modules/x/docs.md", undefined],
    ["_site/wip-one.html", undefined],
  ])("counts files that exclude names, but no others: %s", (path, what) => {
    const text = path.endsWith("README.md") ? "# Read me" : "---\ntitle: A\n---\nText";
    const config = 'exclude: [private/, _posts/private, "wip-*", node_modules]';
    const { plan } = open({ "_config.yml": config, "_posts/2024-01-02-b.md": text, [path]: text });
    expect(plan(path)).toEqual(what && { kind: "left out", what });
  });

  it("sorts files into posts, pages, media and files to skip", () => {
    const { plan } = open({
      "_config.yml": "collections: {notes: {output: true}, private: {output: false}}\nexclude: [skip, '*.tmp.md']\ninclude: [_pages]",
      "_posts/2024-01-02-a.md": "---\n---\n",
      "_posts/undated.md": "---\n---\n",
      "_drafts/b.md": "---\n---\n",
      "_notes/c.md": "---\n---\nText",
      "_private/d.md": "---\n---\nText",
      "_pages/e.md": "---\npermalink: /e/\n---\nText",
      "_site/f.html": "x",
      "_layouts/g.html": "x",
      "skip/h.md": "---\n---\nText",
      "i.tmp.md": "---\n---\nText",
      "index.html": "---\nlayout: home\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}",
      "404.md": "---\n---\nLost",
      "README.md": "# x",
      "plain.md": "# no front matter",
      "assets/j.png": "",
      "_notes/k.png": "",
      "style.css": "",
      "_data/authors.yml": "",
    });
    const kinds = (path: string) => {
      const found = plan(path);
      return found === undefined ? undefined : found.kind === "left out" ? found.what : `${found.kind} ${found.target}`;
    };
    expect(
      Object.fromEntries(
        ["_posts/2024-01-02-a.md", "_posts/undated.md", "_drafts/b.md", "_notes/c.md", "_pages/e.md"].map((path) => [path, kinds(path)]),
      ),
    ).toEqual({
      "_posts/2024-01-02-a.md": "post _posts/2024-01-02-a.md",
      "_posts/undated.md": "files in _posts without a date in their names, which Jekyll does not publish",
      "_drafts/b.md": "post _drafts/b.md",
      "_notes/c.md": "page notes/c.md",
      "_pages/e.md": "page pages/e.md",
    });
    expect(["_site/f.html", "_layouts/g.html", "README.md"].map(kinds)).toEqual(Array(3).fill(undefined));
    expect(["skip/h.md", "i.tmp.md"].map(kinds)).toEqual(Array(2).fill("files that exclude names"));
    expect(kinds("style.css")).toBe("attachment style.css");
    expect(["assets/j.png", "_notes/k.png", "_data/authors.yml"].map(kinds)).toEqual([
      "media assets/j.png",
      "media notes/k.png",
      "media _data/authors.yml",
    ]);
    expect(["_private/d.md", "index.html", "plain.md"].map(kinds)).toEqual([
      "documents of the collection private, which the site did not publish",
      "pages that only list others",
      "Markdown files without front matter",
    ]);
  });

  const sentence = "Thirty articles about the great move of our site, which took us from one system to another.";
  const loop = "{% for p in site.posts %}{% for t in p.tags %}{{ t }}{% endfor %}<li>{{ p.title }}, and many words WORDS</li>{% endfor %}";
  it.each([
    [`${sentence}\n\n${loop}`, true],
    [`${loop}\n\n${sentence}`, true],
    [loop.replace("WORDS", sentence), false],
    [`# ${sentence}\n<h1 class="a">${sentence}</h1>\n${loop}\n{% comment %}`, false],
    [`All posts by year\n${loop}`, false],
  ])("names a page with a text and a list: %s", (body, hasText) => {
    const plan = openSite(jekyll, {
      "_config.yml": "title: T",
      "_posts/2024-01-02-b.md": "---\n---\nB",
      "a.md": `---\ntitle: A\n---\n${body}`,
    }).plan("a.md");
    const what = hasText ? "pages that have a text, and list others" : "pages that only list others";
    expect(plan).toEqual({ kind: "left out", what });
  });

  it.each([
    ["{% include contact.html %}", "page"],
    ["<div>{% include contact.html a=b %}</div>", "page"],
    ["{% include_relative cv.txt %}", "page"],
    ["{% include_cached 'contact.html' %}", "page"],
    ["{% for p in site.data.projects %}\n## {{ p.name }}\n{% endfor %}", "page"],
    ["{% include missing.html %}", "page"],
    ["{% include archive.html %}", "left out"],
    ["{%- include nested.html -%}", "left out"],
    ["{% include loop.html %}", "page"],
    ["{% include of-theme/posts-by-year.html %}", "left out"],
    ["{% assign all = site.posts %}{% for p in all %}{{ p.title }}{% endfor %}", "left out"],
    ["{% for p in site.tags[x] %}{{ p.title }}{% endfor %}", "left out"],
    ["", "left out"],
  ])("keeps a page whose text is in another file, and leaves out one that lists posts: %j", (body, kind) => {
    const { plan } = open({
      "_config.yml": "title: T",
      "_posts/2024-01-02-a.md": "",
      "_includes/contact.html": "<p>Ring 123.</p>",
      "_includes/archive.html": "<ul>{% for p in site.posts %}<li>{{ p.title }}</li>{% endfor %}</ul>",
      "_includes/nested.html": "{% include archive.html %}",
      "_includes/loop.html": "{% include loop.html %}",
      "cv.txt": "1999: School",
      "about.md": `---\ntitle: About\n---\n${body}`,
    });
    expect(plan("about.md")?.kind).toBe(kind);
  });

  it.each([
    ["plugins: [jekyll-feed]", "", "jekyll-feed"],
    ["gems: [jekyll-feed]", "", "jekyll-feed"],
    ["", 'group :jekyll_plugins do\n  gem "jekyll-feed", "~> 0.12"\nend', "jekyll-feed"],
    ["", 'gem "jekyll-feed", group: :jekyll_plugins', "jekyll-feed"],
    ["", 'gem "jekyll-feed"', undefined],
    ["", '# gem "jekyll-feed", group: :jekyll_plugins', undefined],
  ])("uses the ids of jekyll-feed with %j and the Gemfile %j", (config, Gemfile, expected) => {
    const { site } = open({ "_config.yml": config, Gemfile, "Gemfile.lock": "jekyll-feed (0.17.0)", "_posts/2024-01-02-a.md": "" });
    expect(site.settings.ids).toBe(expected);
  });

  it.each([
    ["author: mira", { name: "Mira Holm", email: "m@x.example" }],
    ["author: Ann\nemail: a@x.example", { name: "Ann", email: "a@x.example" }],
    ["author: {name: Ann, uri: 'https://ann.example'}", { name: "Ann", url: "https://ann.example" }],
    ["author: [Ann, Bob]", { name: "Ann" }],
    ["title: x", undefined],
  ])("reads the author of %j", (config, expected) => {
    const authors = "mira: {name: Mira Holm, email: m@x.example}";
    const { site } = open({ "_config.yml": config, "_data/authors.yml": authors, "_posts/2024-01-02-a.md": "" });
    expect(JSON.parse(JSON.stringify(site.settings.author ?? null))).toEqual(expected ?? null);
  });

  it("reports an unreadable configuration, and uses the defaults", () => {
    const { plan, site } = open({ "_config.yml": "title: [", "_posts/2024-01-02-a.md": "---\n---\n" });
    expect(site.notes).toContain("Cannot read _config.yml: Jekyll's defaults were assumed");
    expect(addressOf(plan("_posts/2024-01-02-a.md"))).toEqual({ pattern: "date" });
  });

  it.each([
    ["", "markdown", "_posts/2024-01-02-a.markdown"],
    ["", "mkdown", "_posts/2024-01-02-a.mkdown"],
    ["", "mkdn", "_posts/2024-01-02-a.mkdn"],
    ["", "mkd", "_posts/2024-01-02-a.mkd"],
    ["markdown_ext: 'md,mdtext'", "mdtext", "_posts/2024-01-02-a.mdtext"],
    ["markdown_ext: 'md, .Wiki'", "wiki", "_posts/2024-01-02-a.md"],
    ["markdown_ext: md,text", "text", "_posts/2024-01-02-a.md"],
    ["markdown_ext: md,txt", "txt", "_posts/2024-01-02-a.md"],
  ])("publishes with %j a post with the ending %s", (config, ending, target) => {
    const path = `_posts/2024-01-02-a.${ending}`;
    const page = `about.${ending}`;
    const { plan } = open({ "_config.yml": config, [path]: "---\ntags: [b]\n---\nText", [page]: "---\ntitle: x\n---\nText" });
    expect(plan(path)).toMatchObject({ kind: "post", target, address: { pattern: "date" }, corrections: { title: "A" } });
    expect(plan(page)).toMatchObject({ kind: "page", address: { path: "/about.html" } });
  });

  it("publishes no other files as texts", () => {
    const { plan } = open({
      "_config.yml": "markdown_ext: md",
      "_posts/2024-01-02-a.md": "---\n---\nx",
      "_posts/2024-01-02-b.wiki": "---\n---\nx",
      "_posts/2024-01-02-c.mdx": "---\n---\nx",
    });
    expect(plan("_posts/2024-01-02-c.mdx")).toBeUndefined();
    expect(plan("_posts/2024-01-02-b.wiki")).toBeUndefined();
  });

  it.each([
    ["the same name", ".tmp/src", { "src/_posts/2024-01-02-a.md": "", "src/_layouts/a.html": "", "old/_posts/2023-01-02-b.md": "" }, "src"],
    [
      "the same name above folders of categories",
      "build/src",
      { "src/x/_posts/2024-01-02-a.md": "", "src/y/_posts/2024-01-02-b.md": "" },
      "src",
    ],
    ["layouts", ".tmp", { "site/_posts/2024-01-02-a.md": "", "site/_layouts/a.html": "", "old/_posts/2023-01-02-b.md": "" }, "site"],
    ["the only posts", ".tmp", { "texts/_posts/2024-01-02-a.md": "", "texts/sea/_posts/2024-01-02-b.md": "" }, "texts"],
  ])("finds the folder of a source that does not exist, by %s", (_name, source, files, found) => {
    const { plan, site } = open({ "_config.yml": `source: ${source}\ntitle: T\npermalink: /:title/`, ...files });
    const [path = ""] = Object.keys(files);
    expect(site.notes[0]).toBe(`source is a folder that does not exist (${source}), so the texts were read from ${found}`);
    expect([site.settings.title, addressOf(plan(path))]).toEqual(["T", { pattern: "/:title/" }]);
    expect(plan("old/_posts/2023-01-02-b.md")).toBeUndefined();
  });

  it("recognizes posts and layouts without a configuration", () => {
    const { plan } = open({ "_layouts/post.html": "", "_posts/2024-01-02-moon.md": "---\ntitle: x\n---\nText" });
    expect(plan("_posts/2024-01-02-moon.md")).toMatchObject({ kind: "post", address: { pattern: "date" } });
    expect(jekyll.open({ paths: ["_posts/2024-01-02-moon.md"], read: () => "" })).toBeUndefined();
  });

  // The titles that Jekyll 4.3.1 gives, and jekyll-titles-from-headings for a heading.
  it.each([
    ["_posts/2024-01-02-full-MOON-rises.md", "", "Text", "Full Moon Rises"],
    ["_posts/2024-01-02-moon.md", "", "", "Moon"],
    ["_posts/2024-01-02-moon.md", "title: x", "Text", undefined],
    ["_posts/2024-01-02-moon.md", "title:", "Text", "Moon"],
    ["_posts/2024-01-02-moon.md", "", "\n# Heading\n\nText", undefined],
    ["_posts/2024-01-02-moon.md", "", "Heading\n===\n\nText", undefined],
    ["_posts/2024-01-02-moon.md", "", "#hashtag", "Moon"],
    ["_posts/2024-01-02-moon.html", "", "<h1>Heading</h1>", undefined],
    ["_drafts/full-moon.md", "", "Text", "Full Moon"],
  ])("derives a missing title of %s from its name, with %j and %j", (path, frontMatter, body, title) => {
    const plan = open({ "_config.yml": "", "_posts/2024-01-01-x.md": "---\n---\n", [path]: `---\n${frontMatter}\n---\n${body}` }).plan(
      path,
    );
    expect(plan).toMatchObject({ corrections: title === undefined ? {} : { title } });
    if (title === undefined) expect(plan).not.toHaveProperty("corrections.title");
  });

  it("finds a site in a subfolder, and its domain in CNAME", () => {
    const { plan, site } = open({
      "docs/_config.yml": "baseurl: /b",
      "docs/CNAME": "x.example\n",
      "docs/_posts/2024-01-02-a.md": "---\n---\n",
      "README.md": "x",
    });
    expect(site.settings.url).toBe("https://x.example");
    expect(plan("docs/_posts/2024-01-02-a.md")).toMatchObject({ target: "_posts/2024-01-02-a.md" });
  });
});

describe("jekyll.plan() of a site with collections and no posts", () => {
  const files = {
    "_config.yml": "collections:\n  notes:\n    output: true\n    permalink: /n/:name/\n",
    "_layouts/a.html": "",
    "_notes/one.md": "---\ntitle: One\ndate: 2024-01-02\n---\nText",
    "_notes/2024-01-03-two.md": "---\ntitle: Two\n---\nText",
    "_notes/about.md": "---\ntitle: About\n---\nText",
  };
  const kindsOf = (all: Readonly<Record<string, string>>) => {
    const site = openSite(jekyll, all);
    return {
      kinds: Object.keys(files)
        .slice(2)
        .map((path) => site.plan(path)?.kind),
      notes: site.site.notes,
    };
  };

  it("imports dated documents as posts, and says so", () => {
    expect(kindsOf(files)).toEqual({
      kinds: ["post", "post", "page"],
      notes: expect.arrayContaining(["The site has no _posts, so the dated documents of the collection notes are its posts"]),
    });
  });

  it("imports no documents as posts if the site has posts", () => {
    expect(kindsOf({ ...files, "_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText" }).kinds).toEqual(["page", "page", "page"]);
  });
});

describe("jekyll.plan() of a text with character references", () => {
  const correctionsOf = (title: string) => {
    const front = `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(title)}\ndate: 2024-01-02\nalt: "&amp;"\n---\nText`;
    const { plan } = open({ "_config.yml": "title: T", "_posts/2024-01-02-a.md": front, "about.md": front });
    return ["_posts/2024-01-02-a.md", "about.md"].map((path) => (plan(path) as { corrections?: unknown }).corrections);
  };

  it.each([
    ["Can&#8217;t wrap &#038; fold", "Can’t wrap & fold"],
    ["&lt;b&gt; &amp;amp; &hellip; &#x27;x&#39;", "<b> &amp; … 'x'"],
    ["A <b> of Q&A &amp; C", "A <b> of Q&A & C"],
  ])("decodes %j in the title and the summary", (title, decoded) => {
    const corrections = { title: decoded, description: decoded };
    expect(correctionsOf(title)).toEqual([corrections, corrections]);
  });

  it.each(["Q&A &c. &nosuch; AT&T", "A <b>", "&copy 2024"])("keeps %j", (title) => {
    expect(correctionsOf(title)).toEqual([{}, {}]);
  });
});

describe("jekyll.plan() of a post with hidden: true", () => {
  const post = "---\ntitle: A\nhidden: true\n---\nText";
  const template = (condition: string) => `---\n---\n{% for post in site.posts %}${condition}<id>{{ post.id }}</id>{% endfor %}`;
  const planned = (files: Files, text = post) => {
    const { plan, site } = open({ "_config.yml": "title: T\n", ...files, "_posts/2024-01-02-a.md": text });
    const keys = (plan("_posts/2024-01-02-a.md") as { keys?: object }).keys;
    return { keys, isNamed: site.notes.some((note) => /^hidden: true hid posts .*: _posts\/2024-01-02-a\.md$/.test(note)) };
  };
  const plugin = { "_config.yml": "plugins: [jekyll-feed]\n" };

  it.each<[string, Files]>([
    ["jekyll-feed", plugin],
    ["jekyll-feed in the Gemfile", { Gemfile: 'group :jekyll_plugins do\n  gem "jekyll-feed"\nend\n' }],
    ["an own template", { "feed.xml": template("") }],
  ])("keeps it in the feeds, as %s does, and says so", (_name, files) => {
    expect(planned(files)).toEqual({ keys: { feed: "true" }, isNamed: true });
  });

  it("keeps it in the feeds if a default hides it", () => {
    const config = "plugins: [jekyll-feed]\ndefaults: [{scope: {path: ''}, values: {hidden: true}}]\n";
    expect(planned({ "_config.yml": config }, "---\ntitle: A\n---\nText")).toEqual({
      keys: { hidden: "true", feed: "true" },
      isNamed: true,
    });
  });

  it.each<[string, Files, string]>([
    ["without a feed", {}, post],
    ["with a template that reads the key", { "feed.xml": template("{% unless post.hidden %}") }, post],
    ["with the plugin and a template that reads the key", { ...plugin, "atom.xml": template("{% if post.hidden %}") }, post],
    ["with hidden: false", plugin, post.replace("true", "false")],
    ["with a feed of its own", plugin, post.replace("hidden", "feed: false\nhidden")],
  ])("does not change it %s", (_name, files, text) => {
    expect(planned(files, text)).toEqual({ keys: {}, isNamed: false });
  });

  it("does not name a draft", () => {
    expect(planned(plugin, post.replace("hidden", "published: false\nhidden")).isNamed).toBe(false);
  });
});

describe("jekyll.settings of a site whose configuration has no title", () => {
  const head = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Moon</title><link href="https://moon.example/atom.xml" rel="self"/>
    <link href="https://moon.example/"/><author>
    <name>Ann Lee</name><email>ann@moon.example</email></author>`;
  const settings = (config: string, feed: string) =>
    open({ "_config.yml": config, "_posts/2024-01-01-a.md": "Text", "_layouts/a.html": "", "atom.xml": feed }).site.settings;

  it("are those of an own template of the feed", () => {
    const feed = `${head}{% for post in site.posts %}<entry><title>Other</title></entry>{% endfor %}</feed>`;
    const author = { name: "Ann Lee", email: "ann@moon.example" };
    expect(settings("", feed)).toMatchObject({ title: "Moon", author, url: "https://moon.example" });
    expect(settings("title: Sun", feed)).toMatchObject({ title: "Sun", author: undefined });
    expect(settings("author: Bob\nurl: https://sun.example", feed)).toMatchObject({ author: { name: "Bob" }, url: "https://sun.example" });
  });

  it("are no outputs, and not those of entries", () => {
    const feed = "<feed><title>{{ site.name }}</title>{% for post in site.posts %}<title>Other</title>{% endfor %}</feed>";
    expect(settings("", feed)).toMatchObject({ title: undefined, author: undefined });
  });
});
