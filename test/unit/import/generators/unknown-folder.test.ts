import { describe, expect, it } from "vitest";
import { datedDocuments, unknownFolder } from "../../../../src/import/generators/unknown-folder.ts";
import { folderWith, plansOf } from "./in-memory-site.ts";
import { openSite } from "./planned-site.ts";

const post = "---\ntitle: A\ndate: 2024-02-03\n---\nText";

describe("unknownFolder", () => {
  it.each([
    ["code with documentation", { "package.json": "{}", "README.md": "x", "docs/a.md": post, "src/a.ts": "" }],
    ["code with notes that have no date", { "Cargo.toml": "", "notes/a.md": "Text" }],
    ["pictures", { "a.png": "" }],
    ["a theme with templates of new posts", { "package.json": "{}", "archetypes/default.md": "---\ndate: '{{ .Date }}'\n---\n" }],
    ["a theme of Hexo", { "package.json": "{}", "scaffolds/post.md": "---\ndate: {{ date }}\n---\n" }],
    ["nothing", {}],
  ])("rejects a folder of %s", (_name, files) => {
    expect(unknownFolder.open(folderWith(files))).toBeUndefined();
  });

  it("reads the language and the authors of pages in HTML", () => {
    const page = (language: string, head = "") =>
      `<!doctype html><html lang="${language}"><head>${head}</head><body><p>x</p></body></html>`;
    const files = {
      "2018-06-01-a.html": page("cs", '<meta name="author" content="Tomáš &amp; Eva">'),
      "2018-06-02-b.html": page("cs", '<meta name="author" content=" ">'),
      "2018-06-03-c.html": page("en"),
      "2018-06-04-d.txt": "Text",
    };
    expect(openSite(unknownFolder, files).site.settings).toEqual({ language: "cs" });
    expect(plansOf(unknownFolder, files)).toMatchObject({
      "2018-06-01-a.html": { keys: { author: "Tomáš & Eva" } },
      "2018-06-02-b.html": expect.not.objectContaining({ keys: expect.anything() }),
      "2018-06-03-c.html": { keys: { language: "en" } },
      "2018-06-04-d.txt": expect.not.objectContaining({ keys: expect.anything() }),
    });
  });

  it("leaves out the frame of pages in HTML", () => {
    const { site } = openSite(unknownFolder, { "2018-06-01-a.md": "Text" });
    expect(site.publicText?.("<!doctype html><nav>menu</nav><p>x")).toBe("<!doctype html><p>x");
  });

  it("reads dates in the words of other languages", () => {
    const text = (line: string) => `---\ntitle: A\n${line}\n---\nText`;
    const files = {
      "a.md": text("date: 5. března 2019"),
      "b.md": text("published: úterý 5. března 2019 17:30"),
      "c.md": text("date: March 5, 2019"),
    };
    const corrections = [{ date: "2019-03-05" }, { published: "2019-03-05 17:30" }, undefined];
    expect(
      Object.values(plansOf(unknownFolder, files)).map((plan) => (plan && "corrections" in plan ? plan.corrections : undefined)),
    ).toEqual(corrections);
  });

  it("copies posts, and the pictures of public and static", () => {
    const files = {
      "package.json": "{}",
      "site/posts/a.md": post,
      "site/posts/b/c.md": post,
      "site/posts/b/d.png": "",
      "site/posts/about.md": "Text",
      "site/public/e.png": "",
      "static/f.png": "",
      "site/support.css": "",
      "README.md": "x",
      "docs/g.md": post,
      "other/i.md": "",
      "src/h.ts": "",
    };
    expect(plansOf(unknownFolder, files)).toEqual({
      "package.json": undefined,
      "site/posts/a.md": { kind: "post", target: "a.md" },
      "site/posts/b/c.md": { kind: "post", target: "b/c.md" },
      "site/posts/b/d.png": { kind: "media", target: "b/d.png" },
      "site/posts/about.md": { kind: "page", target: "about.md" },
      "site/public/e.png": { kind: "media", target: "e.png" },
      "static/f.png": { kind: "media", target: "f.png" },
      "site/support.css": undefined,
      "README.md": { kind: "left out", what: "files about the repository, such as README.md", place: "README.md" },
      "docs/g.md": { kind: "left out", what: "texts in folders such as docs and tests", place: "docs/g.md" },
      "other/i.md": { kind: "left out", what: "texts outside of the folder site/posts", place: "other/i.md" },
      "src/h.ts": undefined,
    });
  });

  it("imports the pages next to the posts of a project of code: those with a title, and those that are linked", () => {
    const titled = "---\ntitle: T\n---\nText";
    const links =
      "[a](../linked.md) ![p](../shots/p.png) <a href='/notes/deep'>b</a> [c](../pkg/x.md#y) [d](../LICENSE.md)\n\n[e]: ../e.txt?f\n";
    const files = {
      "package.json": "{}",
      "posts/2024-02-03-a.md": `---\ntitle: A\n---\n${links}`,
      "posts/2024-02-04-b.md": "Text",
      ...{ "about.md": titled, "linked.md": "[next](next.md)", "next.md": "# Next", "notes/deep/index.md": "Text", "e.txt": "Text" },
      ...{ "DESIGN.md": "# Design", "other.txt": "Text", "CHANGELOG.md": titled, "LICENSE.md": "Text", "docs/guide.md": titled },
      ...{ "pkg/package.json": "{}", "pkg/x.md": titled, "shots/p.png": "" },
    };
    const plans = plansOf(unknownFolder, files) as Record<string, { kind?: string; target?: string; what?: string } | undefined>;
    const kindOf = (path: string) => plans[path]?.kind;
    for (const path of ["about.md", "linked.md", "next.md", "notes/deep/index.md", "e.txt"])
      expect(plans[path]).toMatchObject({ kind: "page", target: path });
    for (const path of ["DESIGN.md", "other.txt", "pkg/x.md"])
      expect(plans[path]).toMatchObject({ what: "texts outside of the folder posts" });
    expect(["LICENSE.md", "docs/guide.md"].map(kindOf)).toEqual(["left out", "left out"]);
    expect(plans["posts/2024-02-03-a.md"]).toEqual({ kind: "post", target: "2024-02-03-a.md" });
  });

  it("reads the dates that pages in HTML declare, and those of digits in names", () => {
    const page = (head: string, body = "") => `<!DOCTYPE html><html><head>${head}</head><body>${body}<p>Text</p></body></html>`;
    const files = {
      "a.html": page('<meta name="date" content="2020-03-04">'),
      "b.html": page('<meta content="2020-03-05T06:07:08Z" property="article:published_time">'),
      "c.html": page("<meta name='DCTERMS.date' content='2020-03-06'>"),
      "d.html": page("", '<time datetime="2020-03-07" pubdate>Saturday</time>'),
      "e.html": page('<meta itemprop="datePublished" content=2020-03-08>'),
      "f.html": page('<meta name="date" content="20201399">', '<time datetime="2020-03-09">an event</time>'),
      "g.html": `---\ndate: 2019-01-02\n---\n${page('<meta name="date" content="2020-03-04">')}`,
      "h.md": '<meta name="date" content="2020-03-04">',
      "20240507_i.md": "Text",
    };
    const plans = Object.values(plansOf(unknownFolder, files)) as { kind: string; keys?: unknown }[];
    expect(plans.map(({ keys, kind }) => [kind, keys])).toEqual([
      ...["2020-03-04", "2020-03-05T06:07:08Z", "2020-03-06", "2020-03-07", "2020-03-08"].map((date) => ["post", { date }]),
      ...["page", "post", "page", "post"].map((kind) => [kind, undefined]),
    ]);
  });

  it.each(["url: /2014/12/12/b", "permalink: /2014/12/12/b/", "path: 2014/12/12/b", "Permalink: /blog/2014-12-12-b"])(
    "reads the date of an own address: %s",
    (line) => {
      const files = { "a.md": post, "b.md": `---\ntitle: B\n${line}\n---\nText`, "about.md": "---\npermalink: /about/\n---\nText" };
      const { "a.md": _, ...others } = files;
      for (const each of [files, others]) {
        const plans = plansOf(unknownFolder, each) as Record<string, { kind: string }>;
        expect([plans["b.md"]?.kind, plans["about.md"]?.kind]).toEqual(["post", "page"]);
      }
    },
  );

  it.each(["public", "static"])("imports the texts in %s that the site renders, and those next to them", (name) => {
    const files = {
      ...{ "package.json": "{}", "src/index.ts": "", "about.md": post, [`${name}/images/m.png`]: "", [`${name}/robots.txt`]: "x" },
      [`${name}/posts/a.md`]: post,
      [`${name}/posts/tools/b.md`]: "---\ntitle: B\ncreatedAt: 2024-02-03\n---\nText",
      [`${name}/posts/tools/note.md`]: "Text",
      [`${name}/posts/tools/b.png`]: "",
      [`${name}/copy/about.md`]: post,
      [`${name}/widget.html`]: '<meta name="date" content="2020-03-04"><p>x',
      [`${name}/other.md`]: "Text",
    };
    const plans = plansOf(unknownFolder, files);
    expect(plans).toMatchObject({
      [`${name}/posts/a.md`]: { kind: "post", target: "posts/a.md" },
      [`${name}/posts/tools/b.md`]: { kind: "post", target: "posts/tools/b.md" },
      [`${name}/posts/tools/note.md`]: { kind: "page", target: "posts/tools/note.md" },
      [`${name}/posts/tools/b.png`]: { kind: "media", target: "posts/tools/b.png" },
      [`${name}/images/m.png`]: { kind: "media", target: "images/m.png" },
    });
    for (const path of ["copy/about.md", "widget.html", "other.md", "robots.txt"]) expect(plans[`${name}/${path}`]).toBeUndefined();
    const { "about.md": _, [`${name}/copy/about.md`]: __, ...alone } = files;
    expect(plansOf(unknownFolder, alone)[`${name}/posts/a.md`]).toMatchObject({ kind: "post", target: "a.md" });
  });

  it("imports a post whose own folder has the name of other folders, if its neighbours are posts with the same file name", () => {
    const files = {
      ...{ "package.json": "{}", "notes/a/en.md": post, "notes/b/en.md": post, "notes/documentation/en.md": post },
      ...{ "notes/documentation/c.png": "", "notes/tests/en.md": "Text", "notes/docs/index.md": post, "notes/node_modules/en.md": post },
    };
    const plans = plansOf(unknownFolder, files);
    expect(plans["notes/documentation/en.md"]).toEqual({ kind: "post", target: "documentation/en.md" });
    expect(plans["notes/documentation/c.png"]).toEqual({ kind: "media", target: "documentation/c.png" });
    for (const path of ["notes/tests/en.md", "notes/docs/index.md", "notes/node_modules/en.md"])
      expect(plans[path]).toMatchObject({ kind: "left out" });
    const { "notes/b/en.md": _, ...few } = files;
    expect(plansOf(unknownFolder, few)["notes/documentation/en.md"]).toMatchObject({ kind: "left out" });
  });

  it("imports texts without dates in public that code reads by a pattern", () => {
    const code = { "package.json": "{}", "src/posts.ts": 'import.meta.glob("/public/notes/*.md")', "posts/a.md": post };
    const files = { ...code, "public/notes/b.md": "---\ntitle: B\n---\nText" };
    expect(plansOf(unknownFolder, files)["public/notes/b.md"]).toEqual({ kind: "page", target: "notes/b.md" });
  });

  it.each([
    ["SvelteKit", '<html lang="en"><head>%sveltekit.head%</head><body>%sveltekit.body%</body></html>', true],
    ["Create React App", '<link href="%PUBLIC_URL%/a.css"><div id="root"></div>', true],
    ["Vite", '<!doctype html><body><div id="app"></div>\n<script type="module" src="/src/main.ts"></script></body>', true],
    ["a page", '<!doctype html><body><p>100% of it</p><script type="module" src="/a.js"></script></body>', false],
  ])("leaves out the template of pages of %s", (_name, html, isTemplate) => {
    const plan = plansOf(unknownFolder, { "package.json": "{}", "index.html": html, "a.md": post })["index.html"];
    expect(plan?.kind).toBe(isTemplate ? "left out" : "page");
  });

  it.each<[string, Record<string, string>, object]>([
    [
      "Gridsome",
      { "gridsome.config.js": "module.exports = { siteName: 'Moon', siteUrl: 'https://moon.example', siteDescription: 'Dark' }" },
      { title: "Moon", url: "https://moon.example", description: "Dark" },
    ],
    [
      "YAML",
      { "config.yaml": "site:\n  title: Moon\n  url: https://moon.example/a\nauthor: Ann\n" },
      { title: "Moon", author: { name: "Ann" } },
    ],
    ["a module", { "src/lib/site.js": "export const site = { title: 'Moon', author: 'Ann' }" }, { title: "Moon", author: { name: "Ann" } }],
    [
      "code of a feed",
      { "rss.js": "new Feed({ title: 'Moon', link: 'https://moon.example/' })" },
      { title: "Moon", url: "https://moon.example" },
    ],
    [
      "package.json",
      { "package.json": '{"homepage":"https://moon.dev","author":{"name":"Ann","url":"https://ann.dev"}}' },
      { url: "https://moon.dev", author: { name: "Ann", url: "https://ann.dev" } },
    ],
    [
      "other files before package.json",
      { "package.json": '{"author":"Bo <bo@moon.dev>"}', "gridsome.config.js": "module.exports = { siteName: 'Moon', author: 'Ann' }" },
      { title: "Moon", author: { name: "Ann" } },
    ],
    ["a repository", { "package.json": '{"homepage":"https://github.com/ann/moon"}' }, { url: undefined }],
    ["tests", { "test/config.js": "export const title = 'Moon'" }, { title: undefined }],
  ])("reads the settings of %s", (_name, files, settings) => {
    const found = openSite(unknownFolder, { "posts/a.md": post, ...files }).site.settings;
    expect({ title: undefined, url: undefined, ...found }).toMatchObject(settings);
  });

  it("names the texts that become unlisted pages without a date", () => {
    const files = { "a.md": post, "b.md": "Text", "c.txt": "Text", "e.md": "", "d.md": "---\nfeed: false\n---\nText" };
    const { site } = openSite(unknownFolder, files);
    expect(site.notes).toEqual([
      "No date, so the text became an unlisted page; add a date and remove feed: false to have it in the feeds: b.md, c.txt",
    ]);
  });

  it("reads dates in custom keys before it decides which texts are posts", () => {
    const own = (day: number) => `---\ntitle: A\nposted: 2024-02-0${day}\n---\nText`;
    const files = { "a.md": own(1), "b.md": own(2), "c.md": "Text" };
    const { plan, site } = openSite(unknownFolder, files);
    expect(Object.keys(files).map((path) => plan(path)?.kind)).toEqual(["post", "post", "page"]);
    expect(site.notes).toEqual([expect.stringMatching(/^No date.*: c\.md$/)]);
  });

  it("makes drafts of the texts in folders of drafts, be they dated or not", () => {
    const files = { "a.md": post, "drafts/b.md": post, "Draft/c.md": "Text", "x/unpublished/y/d.md": post, "drafty/e.md": post };
    const { plan, site } = openSite(unknownFolder, files);
    const draft = { kind: "post", keys: { draft: "true" } };
    expect(Object.keys(files).map(plan)).toMatchObject([{ kind: "post" }, draft, draft, draft, { kind: "post" }]);
    for (const path of ["a.md", "drafty/e.md"]) expect(plan(path)).not.toHaveProperty("keys");
    expect(site.notes).toEqual([]);
  });

  it("does not call a text a page whose name is ignored", () => {
    expect(openSite(unknownFolder, { "a.md": post, "blog/_index.md": "Text" }).site.notes).toEqual([]);
  });

  it("imports texts without dates as posts if no text has a date", () => {
    expect(plansOf(unknownFolder, { "a.txt": "Title\n\nText", LICENSE: "x", "robots.txt": "x" })).toEqual({
      "a.txt": { kind: "post", target: "a.txt" },
      LICENSE: { kind: "left out", what: "files about the repository, such as README.md", place: "LICENSE" },
      "robots.txt": undefined,
    });
  });
});

describe("datedDocuments", () => {
  it("imports dated texts of documents, and the pages next to them", () => {
    const files = {
      "package.json": "{}",
      "README.md": "x",
      "docs/blog/a.md": post,
      "docs/blog/b.md": "---\ntitle: B\ndate:\n  created: 2024-02-03\n---\nText",
      "docs/blog/c.md": "Text",
      "docs/guide.md": "Text",
      "docs/tests/d.md": post,
      "tests/e.md": post,
      "node_modules/x/f.md": post,
    };
    expect(plansOf(datedDocuments, files)).toMatchObject({
      "README.md": { kind: "left out" },
      "docs/blog/a.md": { kind: "post", target: "a.md" },
      "docs/blog/b.md": { kind: "post", target: "b.md" },
      "docs/blog/c.md": { kind: "page", target: "c.md" },
      "docs/guide.md": { kind: "left out", what: "texts outside of the folder docs/blog" },
      "docs/tests/d.md": { kind: "left out", what: "texts in folders such as tests" },
      "tests/e.md": { kind: "left out", what: "texts in folders such as tests" },
      "node_modules/x/f.md": { kind: "left out" },
    });
  });

  it.each([
    ["documents without dates", { "package.json": "{}", "docs/a.md": "Text" }],
    ["a changelog with a date", { "package.json": "{}", "docs/CHANGELOG.md": post }],
    ["tests", { "package.json": "{}", "fixtures/a.md": post, "docs/examples/a.md": post }],
  ])("rejects %s", (_name, files) => {
    expect(datedDocuments.open(folderWith(files))).toBeUndefined();
  });
});
