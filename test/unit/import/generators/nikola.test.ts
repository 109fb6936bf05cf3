import { describe, expect, it } from "vitest";
import { nikola } from "../../../../src/import/generators/nikola.ts";
import { openSite, planSite } from "./planned-site.ts";

const configuration = `import time
BLOG_AUTHOR = "Ann Lee"  # (translatable)
BLOG_TITLE = {"en": "The site", "es": "El sitio"}
SITE_URL = "https://example.org/"
BLOG_EMAIL = "ann@example.org"
BLOG_DESCRIPTION = "Texts"
DEFAULT_LANG = "en"
TRANSLATIONS = {
    DEFAULT_LANG: "",
    "es": "./es",
}
POSTS = (
    ("posts/*.md", "posts", "post.tmpl"),
    ("posts/*.rst", "posts", "post.tmpl"),
)
PAGES = (
    ("pages/*.md", "", "page.tmpl"),
)
TIMEZONE = "Europe/Madrid"
FEED_LENGTH = 12
`;
const text = (lines: string, body = "Text.\n") => `${lines}\n\n${body}`;
const dated = (more = "") => text(`.. title: Moon\n.. date: 2024-01-02 10:20:30 UTC+01:00${more}`);

// The rules are those of nikola/post.py of Nikola 8.3.
describe("nikola.plan() computes the address of", () => {
  const { addressOf, plan, site } = openSite(nikola, {
    "conf.py": configuration,
    "posts/moon.md": dated(),
    "posts/2024/Größe & Under_score.md": dated(),
    "posts/slug.md": dated("\n.. slug: Own-Slug"),
    "posts/ugly.md": dated("\n.. pretty_url: False"),
    "posts/comment.md": `<!--\n.. title: In a comment\n.. slug: comment\n.. date: 2024-01-02\n.. tags: a, draft\n-->\n\nText.\n`,
    "posts/two.md": "Text.\n",
    "posts/two.meta": ".. title: Two files\n.. slug: two\n.. date: 2024-01-02\n.. author: Ann, Bo\n",
    "posts/old.md": "Text.\n",
    "posts/old.meta": "Old meta\nold\n2012-01-02 10:00\na, b\n\nA description\n",
    "posts/yaml.md": "---\ntitle: Yaml\ndate: 2024-01-02\ntags: [a, b]\n---\nText.\n",
    "posts/moon.es.md": text(".. title: Luna"),
    "posts/private.md": dated("\n.. status: private"),
    "posts/undated.md": text(".. title: Undated"),
    "posts/empty.md": "",
    "posts/text.rst": text(".. title: R"),
    "pages/about.md": text(".. title: About\n.. hidetitle: true"),
    "files/robots.txt": "x",
    "files/moon.pdf": "",
    "images/moon.png": "",
    "README.md": "Read me",
  });

  it.each([
    ["posts/moon.md", "/:sections/:slug/"],
    ["posts/2024/Größe & Under_score.md", "/:sections/:slug/"],
    ["posts/slug.md", "/posts/Own-Slug/"],
    ["posts/ugly.md", "/:sections/:slug.html"],
    ["posts/comment.md", "/:sections/:slug/"],
    ["posts/moon.es.md", "/:sections/:slug/"],
    ["pages/about.md", "/about/"],
    ["posts/private.md", "/posts/private/"],
  ])("%s", (path, address) => expect(addressOf(path)).toBe(address));

  it.each([
    ["posts/moon.md", { kind: "post", target: "posts/moon.md" }, { title: "Moon", slug: "moon", date: "2024-01-02 10:20:30 UTC+01:00" }],
    ["posts/2024/Größe & Under_score.md", { kind: "post" }, { slug: "grosse-under_score" }],
    ["posts/comment.md", { kind: "post" }, { title: "In a comment", tags: ["a"], draft: "true" }],
    ["posts/two.md", { kind: "post" }, { title: "Two files", authors: ["Ann", "Bo"] }],
    ["posts/old.md", { kind: "post" }, { title: "Old meta", tags: ["a", "b"], description: "A description" }],
    ["posts/yaml.md", { kind: "post" }, { title: "Yaml", tags: ["a", "b"] }],
    [
      "posts/moon.es.md",
      { kind: "post", target: "es/posts/moon.md" },
      { title: "Luna", date: "2024-01-02 10:20:30 UTC+01:00", language: "es" },
    ],
    ["posts/private.md", { kind: "page" }, { title: "Moon", unlisted: "true" }],
    ["posts/undated.md", { kind: "page" }, { title: "Undated" }],
    ["pages/about.md", { kind: "page", target: "about.md" }, { title: "About", slug: "about" }],
  ])("%s, with its front matter", (path, expected, frontMatter) => {
    expect(plan(path)).toMatchObject({ ...expected, replacement: { frontMatter, body: "Text.\n" } });
  });

  it("recognizes the other files", () => {
    expect(plan("posts/text.rst")).toEqual({ kind: "left out", what: "texts that are not Markdown or HTML" });
    expect(plan("files/moon.pdf")).toEqual({ kind: "media", target: "moon.pdf" });
    expect(plan("images/moon.png")).toEqual({ kind: "media", target: "images/moon.png" });
    expect(["posts/two.meta", "files/robots.txt", "README.md", "conf.py"].map(plan)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("reads the settings", () => {
    expect(site.settings).toEqual({
      title: "The site",
      description: "Texts",
      author: { name: "Ann Lee", email: "ann@example.org" },
      language: "en",
      timezone: "Europe/Madrid",
      url: "https://example.org",
      limit: 12,
      ids: "addresses",
    });
    expect(plan("posts/empty.md")).toMatchObject({ kind: "page" });
    expect(site.notes).toEqual([
      expect.stringMatching(/^pandoc removes lines such as \.\. title: Moon/),
      "No date, so the post became a page; add a date and remove feed: false: posts/undated.md",
    ]);
  });
});

describe("nikola.plan()", () => {
  const single = (config: string, body = "Text.") =>
    openSite(nikola, {
      "conf.py": `${config}\nPOSTS = [("posts/*.md", "", "post.tmpl")]`,
      "posts/a b.md": text(".. title: A\n.. date: 2024-01-02", body),
    });

  it.each([
    ["PRETTY_URLS = False", "/:sections/:slug.html"],
    ['SITE_URL = "https://example.org/blog/"', "/blog/:sections/:slug/"],
    ["USE_SLUGIFY = False", "/a b/"],
  ])("follows %s", (config, address) => expect(single(config).addressOf("posts/a b.md")).toBe(address));

  it.each([
    ["after a comment", "<!--\n.. title: A\n.. date: 2024-01-02\n-->\n<p>Text.</p>\n<!-- more -->\n"],
    ["after the fields", ".. title: A\n.. date: 2024-01-02\n<p>Text.</p>\n<!-- more -->\n"],
  ])("keeps a text without an empty line before it, %s", (_, source) => {
    const { plan } = openSite(nikola, { "conf.py": 'POSTS = [("posts/*.html", "", "post.tmpl")]', "posts/a.html": source });
    expect(plan("posts/a.html")).toMatchObject({ replacement: { body: "<p>Text.</p>\n<!-- more -->\n" } });
  });

  it("notes redirections", () => {
    const { site } = single('REDIRECTIONS = [("old.html", "/new/"), ("a/index.html", "https://b.example/"), ("c*", "/new/")]');
    expect(site.redirects).toEqual([
      { from: "/old.html", to: "/new/" },
      { from: "/a/", to: "https://b.example/" },
    ]);
    expect(site.notes).toEqual([expect.stringMatching(/^REDIRECTIONS of conf\.py has redirects .*: \/c\*; write/)]);
    expect(single("REDIRECTIONS = []").site.notes).toEqual([]);
  });

  it("keeps the end of a teaser", () => {
    expect(single("", "A\n\n<!-- TEASER_END: more -->\n\nB").plan("posts/a b.md")).toMatchObject({
      replacement: { body: "A\n\n<!-- more -->\n\nB" },
    });
  });

  it("does not recognize Sphinx, which has a conf.py, too", () => {
    expect(planSite(nikola, { "conf.py": "project = 'x'", "posts/a.md": "x" })).toBeUndefined();
  });
});

describe("nikola.pathsOf()", () => {
  it("finds the texts of link://slug and link://filename", () => {
    const { site } = openSite(nikola, { "conf.py": configuration, "posts/slug.md": dated("\n.. slug: own") });
    expect(site.pathsOf?.("link://slug/own")).toEqual(["posts/slug.md"]);
    expect(site.pathsOf?.("link://filename/posts/slug.md")).toEqual(["posts/slug.md"]);
    for (const other of ["link://slug/none", "link://tag/own", "posts/slug.md"]) expect(site.pathsOf?.(other)).toEqual([]);
  });
});

describe("nikola.publicText()", () => {
  const { site } = openSite(nikola, { "conf.py": configuration, "posts/moon.md": dated() });
  const read = (body: string) => {
    const notes: string[] = [];
    return { text: site.publicText?.(body, (note) => notes.push(note)), notes };
  };

  it.each([
    ["{{% media url=https://www.youtube.com/watch?v=dQw4w9WgXcQ %}}", "{{% embed https://www.youtube.com/watch?v=dQw4w9WgXcQ %}}"],
    ['{{% media "https://example.com/a%20b" %}}', "{{% embed https://example.com/a%20b %}}"],
    ["{{% media https://example.com/1%}}", "{{% embed https://example.com/1 %}}"],
    ["{{% media moon %}}", "{{% media moon %}}"],
    ["{{% youtube dQw4w9WgXcQ %}}", "{{% youtube dQw4w9WgXcQ %}}"],
  ])("converts the addresses of media: %s", (body, expected) => {
    expect(read(body)).toEqual({ text: expected, notes: [] });
  });

  it("names each shortcode that only Nikola can run", () => {
    const body = "{{% emoji wave %}} {{% emoji cat %}} {{% thumbnail /a.png %}}b{{% /thumbnail %}} {{% raw %}}x{{% /raw %}}";
    expect(read(body)).toEqual({
      text: body,
      notes: [
        expect.stringMatching(/^Kept the shortcode \{\{% emoji %\}\}, /),
        expect.stringMatching(/^Kept the shortcode \{\{% thumbnail %\}\}, /),
      ],
    });
  });
});
