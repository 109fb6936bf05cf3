import { describe, expect, it } from "vitest";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { openSite, planSite } from "./planned-site.ts";

const page = (lines: string, body = "Text.") => `---\n${lines}\n---\n${body}\n`;
const post = (title: string, more = "") => page(`title: ${title}\ndate: 2023-01-02${more === "" ? "" : `\n${more}`}`);

describe("the languages of a Hugo site", () => {
  // The addresses that Hugo 0.111 makes.
  it("have settings of their own, which have priority", () => {
    const { addressOf, plan } = openSite(hugo, {
      "hugo.yaml": `defaultContentLanguage: en
permalinks: { posts: "/blog/:year/:slug/" }
frontmatter: { date: [":filename", ":default"] }
languages:
  en: { weight: 1 }
  pt-br:
    contentDir: content/portuguese
    uglyURLs: true
    permalinks: { posts: "/artigos/:slug/" }
    params: { mainSections: [posts] }`,
      "content/posts/2023-01-01-dia.md": page("title: Day"),
      "content/posts/2023-07-08-bundle/index.md": page("title: B"),
      "content/posts/nodate.md": page("title: C"),
      "content/portuguese/posts/2023-01-01-dia.md": page("title: Dia"),
      "content/portuguese/docs/a.md": post("A"),
    });
    expect(addressOf("content/posts/2023-01-01-dia.md")).toBe("/blog/2023/dia/");
    expect(addressOf("content/posts/2023-07-08-bundle/index.md")).toBe("/blog/2023/bundle/");
    expect(addressOf("content/posts/nodate.md")).toBe("/blog/1/c/");
    expect(addressOf("content/portuguese/posts/2023-01-01-dia.md")).toBe("/pt-br/artigos/dia.html");
    expect(plan("content/portuguese/docs/a.md")?.kind).toBe("page");
    expect(plan("content/posts/2023-01-01-dia.md")?.kind).toBe("post");
  });
});

describe("hugo.open()", () => {
  const content = { "content/posts/a.md": post("A") };

  it.each([
    ["hugo.toml", 'title = "T"'],
    ["hugo.yaml", "title: T"],
    ["config.json", '{"title": "T", "baseURL": "https://example.org/"}'],
    ["config/_default/hugo.toml", 'title = "T"'],
    ["config/_default/config.yml", "title: T"],
  ])("reads %s", (path, text) => expect(openSite(hugo, { ...content, [path]: text }).site.settings.title).toBe("T"));

  it("merges the files of config/_default", () => {
    const { settings } = openSite(hugo, {
      ...content,
      "config/_default/hugo.toml": 'baseURL = "https://example.org/"\ntitle = "T"',
      "config/_default/params.toml": 'description = "D"\n[author]\nname = "Ann"\nemail = "ann@example.org"',
      "config/_default/languages.toml": '[en]\nlocale = "en-GB"',
      "config/production/hugo.toml": 'title = "Public"\n[services.rss]\nlimit = 12',
    }).site;
    expect(settings).toEqual({
      title: "Public",
      description: "D",
      author: { name: "Ann", email: "ann@example.org", url: undefined },
      language: "en-GB",
      timezone: undefined,
      url: "https://example.org",
      limit: 12,
      ids: "addresses",
    });
  });

  it.each([
    ["Zola", { ...content, "config.toml": 'base_url = "https://example.org"' }],
    ["another program", { ...content, "config.yaml": "log: true" }],
    ["a site without content", { "hugo.toml": "" }],
  ])("does not recognize %s", (_name, files) => expect(planSite(hugo, files)).toBeUndefined());

  it("notes a configuration that cannot be read", () => {
    expect(openSite(hugo, { ...content, "hugo.toml": "title = " }).site.notes).toEqual([
      "Cannot read hugo.toml: Hugo's defaults were assumed",
    ]);
  });
});

// The addresses in these tables are those that Hugo 0.169 made of the same files.
describe("the copyright of Hugo", () => {
  it.each([
    ["© Ann", "© Ann"],
    ["© {year} Ann", undefined],
    ["&copy; <b>Ann</b>", undefined],
  ])("%s is offered as %s", (written, copyright) => {
    const files = { "hugo.toml": `copyright = "${written}"`, "content/posts/a.md": "---\ndate: 2024-01-02\n---\nx" };
    const { notes, settings } = openSite(hugo, files).site;
    expect(settings.copyright).toBe(copyright);
    expect(notes.filter((note) => note.startsWith("copyright = "))).toHaveLength(copyright === undefined && written !== "" ? 1 : 0);
  });
});

describe("hugo.plan() of a disabled language", () => {
  const texts = ["content/posts/a.de.md", "content/posts/a.en.md", "content/en/b.md", "static/c.en.pdf"];
  it.each([
    ["languages: { de: {weight: 1}, en: {weight: 2, disabled: true, contentDir: content/en} }"],
    ["disableLanguages: [en]\nlanguages: { de: {weight: 1}, en: {weight: 2, contentDir: content/en} }"],
  ])("leaves out its files: %j", (config) => {
    const front = "---\ndate: 2024-01-02\n---\nx";
    const files = { "hugo.yaml": `baseURL: https://a.example/\ndefaultContentLanguage: de\n${config}` };
    const { plan } = openSite(hugo, { ...files, ...Object.fromEntries(texts.map((path) => [path, front])) });
    expect(texts.map((path) => plan(path)?.kind)).toEqual(["post", "left out", "left out", "media"]);
    expect(plan("content/posts/a.en.md")).toMatchObject({ what: "files of disabled languages" });
  });
});

describe("hugo.plan() computes the address of", () => {
  const files = {
    "hugo.toml": `baseURL = "https://example.org/blog/"
[permalinks]
notes = "/n/:year/:month/:sections[1:]/:slug"
[permalinks.page]
docs = "/:section/:slugorcontentbasename/:06-:Jan/"
"/" = "/root/:filename/"`,
    "content/posts/a.md": post("A"),
    "content/posts/a--b  c.md": post("A"),
    "content/posts/under_score+plus@at,comma.md": post("A"),
    "content/posts/slug.md": post("A", "slug: My Slug/Part"),
    "content/posts/url.md": post("A", "url: /Some/Where.html"),
    "content/posts/relative.md": post("A", "url: some/where two"),
    "content/posts/tokens.md": post("C", "url: /y/:year/:slug"),
    "content/posts/index2.md": post("A", "url: /foo/index.html"),
    "content/notes/signs.md": page("title: 'C++ & C#: what is new? 100% (really) – “yes”'\ndate: 2023-12-31T23:30:00-05:00"),
    "content/notes/plus.md": post("Named & Shamed: C++"),
    "content/notes/slash.md": post("A/B test"),
    "content/notes/untitled.md": page("date: 2023-01-02"),
    "content/notes/own.md": post("Has slug", "slug: Own Slug"),
    "content/notes/loose/n.md": post("loose"),
    "content/notes/sub/_index.md": page("title: Sub"),
    "content/notes/sub/n.md": post("Straße ÄÖÜ 日本"),
    "content/docs/Some Doc.md": post("D"),
    "content/docs/sub/index.md": post("D"),
    "content/root.md": post("Root"),
    "content/about/index.md": page("title: About"),
  };
  const { addressOf, plan } = openSite(hugo, files);

  it.each([
    ["posts/a.md", "/blog/:sections/:slugorfilename/"],
    ["posts/a--b  c.md", "/blog/posts/a--b--c/"],
    ["posts/under_score+plus@at,comma.md", "/blog/posts/under_score+plus@atcomma/"],
    ["posts/slug.md", "/blog/:sections/:slugorfilename/"],
    ["posts/url.md", "/blog/Some/Where.html"],
    ["posts/relative.md", "/blog/some/where two/"],
    ["posts/tokens.md", "/blog/y/2023/c/"],
    ["posts/index2.md", "/blog/foo/"],
    ["notes/signs.md", "/blog/n/2023/12/c-c%23-what-is-new-100-really-yes/"],
    ["notes/plus.md", "/blog/n/2023/01/named-shamed-c-/"],
    ["notes/slash.md", "/blog/n/2023/01/a/b-test/"],
    ["notes/untitled.md", "/blog/n/2023/01/"],
    ["notes/own.md", "/blog/n/2023/01/own-slug/"],
    ["notes/loose/n.md", "/blog/n/2023/01/loose/"],
    ["notes/sub/n.md", "/blog/n/2023/01/sub/straße-äöü-日本/"],
    ["docs/Some Doc.md", "/blog/docs/some-doc/23-jan/"],
    ["docs/sub/index.md", "/blog/docs/sub/23-jan/"],
    ["root.md", "/blog/root/root/"],
    ["about/index.md", "/blog/root/about/"],
  ])("%s", (path, address) => expect(addressOf(`content/${path}`)).toBe(address));

  it("pages of sections as posts, and those at the top as pages", () => {
    expect(plan("content/posts/a.md")).toMatchObject({ kind: "post", target: "posts/a.md" });
    expect(plan("content/root.md")).toMatchObject({ kind: "page", target: "root.md" });
    expect(plan("content/notes/sub/_index.md")).toEqual({ kind: "left out", what: "section pages with a text" });
  });
});

describe("hugo.plan() follows the option", () => {
  const single = (config: string, path: string, text: string) => openSite(hugo, { "hugo.toml": config, [path]: text }).addressOf(path);

  it.each([
    ["uglyURLs = true", "posts/v1.2.md", post("x"), "/:sections/:slugorfilename.html"],
    ["uglyURLs = true", "docs/sub/index.md", post("x"), "/:sections/:slugorfilename.html"],
    ["[uglyURLs]\nposts = true", "notes/x.md", post("x"), "/:sections/:slugorfilename/"],
    ["disablePathToLower = true", "Upper Dir/File Name.md", page("title: x"), "/Upper-Dir/File-Name/"],
    ["disablePathToLower = true", "posts/a--b  c.md", post("x"), "/posts/a--b-c/"],
    ["removePathAccents = true", "posts/Über Café.md", post("x"), "/posts/uber-cafe/"],
    ['[permalinks]\nposts = "/:sections[last]/:2006/:weekdayname/:yearday/:slug/"', "posts/x.md", post("x"), "/posts/2023/monday/2/x/"],
    ['[permalinks]\nposts = "/:year/:month/:slug/"', "posts/x.md", page("title: X"), "/1/01/x/"],
    ['[permalinks]\nposts = "/:moon/:slug/"', "posts/x.md", post("x"), "unknown"],
    ['[permalinks]\nposts = "/:year/:month/:slug"', "posts/x.md", post("Some Title"), "/:year/:month/:slugortitle/"],
    ['[permalinks]\ndocs = "/d/:slug"\n"docs/sub" = "/x/:slug"', "docs/sub/a.md", post("AA"), "/d/:slugortitle/"],
    [
      '[frontmatter]\ndate = [":filename", ":default"]\n[permalinks]\nposts = "/:year/:slug/"',
      "posts/2024-03-04-hello.md",
      page("title: Hi"),
      "/2024/hello/",
    ],
  ])("%s", (config, path, text, address) => expect(single(config, `content/${path}`, text)).toBe(address));

  it("contentDir", () => expect(single('contentDir = "texts"', "texts/posts/a.md", post("A"))).toBe("/:sections/:slugorfilename/"));

  it("module.mounts", () => {
    const { plan } = openSite(hugo, {
      "hugo.toml": '[[module.mounts]]\nsource = "notes"\ntarget = "content/blog"\n[[module.mounts]]\nsource = "files"\ntarget = "static"',
      "notes/a.md": post("A"),
      "files/a.png": "",
    });
    expect(plan("notes/a.md")).toMatchObject({ kind: "post", target: "blog/a.md" });
    expect(plan("files/a.png")).toEqual({ kind: "media", target: "a.png" });
  });

  it.each([
    ["essays/deep/a.md", "type: photo", "post"],
    ["essays/a.md", "type: page", "page"],
    ["links/a.md", "type: essays", "post"],
    ["links/a.md", "type: photo", "page"],
  ])("mainSections, with the section or the type of content/%s with %s", (path, type, kind) => {
    const { plan } = openSite(hugo, { "hugo.toml": '[params]\nmainSections = ["notes", "essays"]', [`content/${path}`]: post("A", type) });
    expect(plan(`content/${path}`)?.kind).toBe(kind);
  });

  it("mainSections", () => {
    const { plan, site } = openSite(hugo, {
      "hugo.toml": '[params]\nmainSections = ["posts"]',
      "content/posts/a.md": post("A"),
      "content/links/b.md": post("B"),
    });
    expect([plan("content/posts/a.md"), plan("content/links/b.md")]).toMatchObject([{ kind: "post" }, { kind: "page" }]);
    expect(site.notes).toEqual([
      "Not in mainSections, so the post became a page; remove feed: false to have it in the feeds: content/links/b.md",
    ]);
  });
});

describe("hugo.plan() recognizes", () => {
  it("languages by file name", () => {
    const { addressOf, plan } = openSite(hugo, {
      "hugo.toml": 'defaultContentLanguage = "en"\n[languages.en]\n[languages.de]\n[permalinks]\nnotes = "/n/:title"',
      "content/posts/a.md": post("A"),
      "content/posts/a.de.md": post("A"),
      "content/posts/b.fr.md": post("A"),
      "content/posts/only.de.md": post("A"),
      "content/notes/relative.de.md": post("Grüße", "url: rel/eins"),
      "content/notes/rooted.de.md": post("Grüße", "url: /abs/eins"),
    });
    expect(
      ["posts/a.de.md", "posts/b.fr.md", "posts/only.de.md", "notes/relative.de.md", "notes/rooted.de.md"].map((path) =>
        addressOf(`content/${path}`),
      ),
    ).toEqual(["/:sections/:slugorfilename/", "/:sections/:slugorfilename/", "/de/posts/only/", "/de/rel/eins/", "/abs/eins/"]);
    expect(plan("content/posts/only.de.md")).toMatchObject({ keys: { language: "de" } });
  });

  it("languages by folder, and relative aliases below them", () => {
    const { addressOf, plan } = openSite(hugo, {
      "hugo.toml": `defaultContentLanguageInSubdir = true
[languages.en]
contentDir = "content/english"
[languages.de]
contentDir = "content/deutsch"`,
      "content/english/posts/a.md": post("A", "aliases: [old, /abs/, ../up]"),
      "content/deutsch/posts/a.md": post("A"),
    });
    expect(addressOf("content/english/posts/a.md")).toBe("/en/posts/a/");
    expect(plan("content/english/posts/a.md")).toMatchObject({
      target: "posts/a.md",
      replacement: { frontMatter: { aliases: ["/en/posts/old", "/abs/", "/en/abs/", "/en/up"] }, body: "Text.\n" },
    });
    expect(plan("content/deutsch/posts/a.md")).toMatchObject({ target: "de/posts/a.md", keys: { language: "de" } });
  });

  it("bundles, whose other files are media", () => {
    const { plan } = openSite(hugo, {
      "hugo.toml": "",
      "content/posts/moon/index.md": post("Moon"),
      "content/posts/moon/other.md": post("Other"),
      "content/posts/moon/2022-04-07-timing.html": "<p>x</p>",
      "content/posts/moon/sub/data.txt": "x",
      "content/posts/hidden/index.md": post("Hidden", "headless: true"),
      "content/posts/unbuilt.md": post("Unbuilt", "build:\n  render: never"),
      "content/posts/text.org": "x",
      "content/README.md": "Read me",
      "static/images/a.png": "",
      "static/robots.txt": "x",
      "layouts/index.html": "x",
    });
    expect(plan("content/posts/moon/index.md")).toMatchObject({ kind: "post" });
    for (const name of ["other.md", "2022-04-07-timing.html", "sub/data.txt"])
      expect(plan(`content/posts/moon/${name}`)).toEqual({ kind: "media", target: `posts/moon/${name}` });
    expect(plan("content/posts/hidden/index.md")).toEqual({ kind: "left out", what: "pages that the site does not render" });
    expect(plan("content/posts/unbuilt.md")).toEqual({ kind: "left out", what: "pages that the site does not render" });
    expect(plan("content/posts/text.org")).toEqual({ kind: "left out", what: "texts that are not Markdown or HTML" });
    expect(plan("static/images/a.png")).toEqual({ kind: "media", target: "images/a.png" });
    expect(plan("content/README.md")).toEqual({ kind: "left out", what: "files about the repository, such as README.md" });
    expect(["static/robots.txt", "layouts/index.html"].map(plan)).toEqual([undefined, undefined]);
  });

  it.each([
    ["params.author", 'author = ["Nel", "Kit", "Bo"]', "Kit, Bo of params.author"],
    ["one name", 'author = ["Nel"]', undefined],
    ["a text", 'author = "Nel, Kit"', undefined],
  ])("names the authors of the site that have no counterpart: %s", (_name, line, note) => {
    const { notes } = openSite(hugo, { "hugo.toml": `[params]\n${line}`, "content/posts/a.md": post("A", "") }).site;
    expect(notes.filter((each) => each.includes("author"))).toEqual(note === undefined ? [] : [expect.stringContaining(note)]);
  });

  // resources/page/pagemeta/pagemeta.go: DecodeBuildConfig
  it.each([
    ...["render: false", "render: 0", 'render: "0"', "render: no", "Render: never", "render: link", "list: local\n  render: FALSE"].map(
      (option) => [option, undefined] as const,
    ),
    ...([
      ['render: "false"\n  list: "local"', { render: "always", list: "local" }],
      ["render: 'no'", { render: "always" }],
      ["render: Never", { render: "always" }],
      ["render: nevr", { render: "always" }],
      ['list: "false"', { list: "always" }],
      ["list: Local", { list: "always" }],
      ["list: false", "as written"],
      ["list: never", "as written"],
      ["render: true", "as written"],
      ["publishResources: false", "as written"],
    ] as const),
  ])("reads the build options as Hugo decodes them: %s", (options, expected) => {
    const { plan } = openSite(hugo, {
      "hugo.toml": "",
      "content/posts/a.md": post("A", `_build:\n  ${options}`),
      "content/posts/b.md": post("B", `Build:\n  ${options}`),
    });
    for (const [name, key] of [["a", "_build"] as const, ["b", "Build"] as const]) {
      const found = plan(`content/posts/${name}.md`);
      if (expected === undefined) expect(found).toEqual({ kind: "left out", what: "pages that the site does not render" });
      else if (expected === "as written") expect(found).not.toHaveProperty("corrections");
      else expect(found).toMatchObject({ kind: "post", corrections: { [key]: expected } });
    }
  });

  it.each([
    ["wip: true", { draft: "false" }],
    ["isDraft: true", { draft: "false" }],
    ["post_status: draft", { draft: "false" }],
    ["wip: false", undefined],
    ["wip: true\ndraft: false", undefined],
    ["wip: true\ndraft: true", undefined],
    ["wip: true\nprivate: true", undefined],
  ])("keeps a page public that only a key without a meaning for Hugo would hide: %s", (keys, corrections) => {
    const { plan } = openSite(hugo, { "hugo.toml": "", "content/posts/a.md": post("A", keys) });
    const planned = plan("content/posts/a.md");
    expect(planned).toMatchObject({ kind: "post" });
    expect(planned !== undefined && "corrections" in planned ? planned.corrections : undefined).toEqual(corrections);
  });

  it("build options with the types of TOML, JSON and cascades", () => {
    const { plan } = openSite(hugo, {
      "hugo.toml": '[[cascade]]\n[cascade.build]\nrender = "false"\n[cascade.target]\npath = "/site/**"',
      "content/posts/quoted.md": '+++\ntitle = "Q"\ndate = 2024-01-01\n[build]\nrender = "false"\n+++\nx',
      "content/posts/plain.md": '+++\ntitle = "P"\ndate = 2024-01-01\n[build]\nrender = false\n+++\nx',
      "content/posts/json.md": '{"title": "J", "date": "2024-01-01", "build": {"render": "false"}}\nx',
      "content/site/a.md": post("A", ""),
      "content/quoted/_index.md": page('cascade:\n  _build: {render: "false", list: "0"}'),
      "content/quoted/a.md": post("A", ""),
      "content/plain/_index.md": page("cascade:\n  - _build: {render: false}"),
      "content/plain/a.md": post("A", ""),
      "content/plain/own.md": post("Own", '_build: {render: "1"}'),
    });
    const kindOf = (name: string) => plan(`content/${name}.md`)?.kind;
    expect(["posts/quoted", "posts/plain", "posts/json"].map(kindOf)).toEqual(["post", "left out", "post"]);
    expect(["site/a", "quoted/a", "plain/a", "plain/own"].map(kindOf)).not.toContain(undefined);
    expect(["site/a", "quoted/a", "plain/own"].map(kindOf)).not.toContain("left out");
    expect(plan("content/quoted/a.md")).toMatchObject({ keys: { _build: { render: "always", list: "never" } } });
    expect(kindOf("plain/a")).toBe("left out");
  });

  // Hugo 0.111 publishes it as /post/raw.html, and Hugo 0.123 as a page.
  it("HTML files without front matter, whose addresses depend on the version of Hugo", () => {
    const files = {
      "content/posts/raw.html": "\n<p>x</p>",
      "content/posts/raw/index.html": "<p>x</p>",
      "content/posts/page.html": page("title: P", "<p>x</p>"),
      "content/posts/empty.html": "---\n---\n<p>x</p>",
    };
    const { addressOf, plan } = openSite(hugo, { "hugo.toml": "", ...files });
    expect(plan("content/posts/raw.html")).toMatchObject({ kind: "page", addressFault: expect.stringContaining("Hugo before 0.123") });
    expect(Object.keys(files).map(addressOf)).toEqual(["unknown", "/posts/raw/", "/posts/page/", "/posts/empty/"]);
    const dated = openSite(hugo, { "hugo.toml": '[permalinks]\nposts = "/:year/:month/:slug/"', ...files });
    expect(Object.keys(files).map(dated.addressOf)).toEqual(["unknown", "unknown", "/1/01/p/", "/1/01/"]);
  });

  it.each(["buildDrafts", "buildExpired"])("the option %s", (option) => {
    const notesWith = (value: boolean) =>
      openSite(hugo, { "hugo.toml": `${option} = ${value}`, "content/posts/a.md": post("A") }).site.notes;
    expect(notesWith(true)).toEqual([expect.stringContaining(`${option} = true published`)]);
    expect(notesWith(false)).toEqual([]);
  });

  it("keys of an earlier generator", () => {
    const text = post("A", "permalink: /old/a.html\npath: /b/");
    const { addressOf, plan } = openSite(hugo, { "hugo.toml": "", "content/posts/a.md": text });
    expect(addressOf("content/posts/a.md")).toBe("/:sections/:slugorfilename/");
    expect(plan("content/posts/a.md")).toHaveProperty("replacement.frontMatter", { title: "A", date: "2023-01-02" });
  });

  it("cascades of sections and of the configuration", () => {
    const { plan } = openSite(hugo, {
      "hugo.toml": '[[cascade]]\nauthor = "Everybody"\n[cascade.target]\npath = "/posts/**"',
      "content/posts/_index.md": page("cascade:\n  tags: [moon]\n  type: x"),
      "content/posts/a.md": post("A"),
      "content/posts/deep/_index.md": page("cascade:\n  - build: {list: never}\n    target: {path: '/posts/deep/b*'}\n  - author: Deep"),
      "content/posts/deep/b.md": post("B"),
      "content/posts/deep/c.md": post("C"),
    });
    expect(plan("content/posts/a.md")).toMatchObject({ keys: { author: "Everybody", tags: ["moon"] } });
    expect(plan("content/posts/deep/b.md")).toMatchObject({ keys: { author: "Deep", build: { list: "never" } } });
    expect(plan("content/posts/deep/c.md")).toMatchObject({ keys: { author: "Deep", tags: ["moon"] } });
  });

  it("dates that only Hugo reads, and posts without a date", () => {
    const { plan, site } = openSite(hugo, {
      "hugo.toml": "",
      "content/posts/changed.md": page("title: C\nlastmod: 2020-02-03"),
      "content/posts/undated.md": page("title: U"),
      "content/posts/empty.md": "",
    });
    expect(plan("content/posts/empty.md")).toMatchObject({ kind: "page" });
    expect(plan("content/posts/changed.md")).toMatchObject({ kind: "post", keys: { date: "2020-02-03" } });
    expect(plan("content/posts/undated.md")).toMatchObject({ kind: "page" });
    expect(site.notes).toEqual(["No date, so the post became a page; add a date and remove feed: false: content/posts/undated.md"]);
  });
});

describe("hugo.plan() of names that begin with _", () => {
  it("takes a section page in any language, also an unknown one", () => {
    const files = { "hugo.toml": "[languages.en]\nweight = 1", "content/posts/a.md": "---\ndate: 2024-01-02\n---\nText" };
    const names = ["content/tags/_index.zh-CN.md", "content/posts/_index.fr.md", "content/_index.org"];
    const { plan } = openSite(hugo, { ...files, ...Object.fromEntries(names.map((name) => [name, "Text"])) });
    for (const name of names) expect(plan(name)).toEqual({ kind: "left out", what: expect.stringMatching(/^section pages/) });
  });

  it("takes the text of a front page, in each language", () => {
    const files = {
      "hugo.toml": "baseURL = 'https://a.org/blog/'\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2",
      "content/_index.md": "---\ntitle: Hello\n---\nText",
      "content/_index.fr.md": "---\ntitle: Bonjour\n---\nTexte",
      "content/posts/a.md": "---\ndate: 2024-01-02\n---\nText",
    };
    const { plan } = openSite(hugo, files);
    expect(plan("content/_index.md")).toEqual({ kind: "page", target: "index.md", address: { path: "/blog/" } });
    expect(plan("content/_index.fr.md")).toEqual({
      kind: "page",
      target: "index.fr.md",
      address: { path: "/blog/fr/" },
      keys: { language: "fr" },
    });
  });

  it.each([
    ["content/_index.md", "---\ntitle: Hello\n---\n"],
    ["content/_index.md", "---\ntitle: Hello\n---\n<!-- nothing yet -->\n"],
    ["content/_index.md", "---\nbuild: { render: never }\n---\nText"],
    ["content/posts/_index.md", "---\ntitle: Posts\n---\n"],
  ])("leaves out the section page %s with %j", (path, text) => {
    const { plan } = openSite(hugo, { "hugo.toml": "", "content/posts/a.md": "---\ndate: 2024-01-02\n---\nText", [path]: text });
    expect(plan(path)).toEqual({ kind: "left out", what: "section pages" });
  });

  it("takes the front pages of folders of languages, and not that of a mounted folder", () => {
    const config = "[languages.en]\ncontentDir = 'content/en'\n[languages.de]\ncontentDir = 'content/de'";
    const text = "---\ntitle: A\n---\nText";
    const { plan } = openSite(hugo, { "hugo.toml": config, "content/en/_index.md": text, "content/de/_index.md": text });
    expect(plan("content/en/_index.md")).toEqual({ kind: "page", target: "index.md", address: { path: "/" } });
    expect(plan("content/de/_index.md")).toMatchObject({ target: "de/index.md", address: { path: "/de/" }, keys: { language: "de" } });
    const mounts =
      "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n[[module.mounts]]\nsource = 'notes'\ntarget = 'content/notes'";
    const mounted = openSite(hugo, { "hugo.toml": mounts, "content/_index.md": text, "notes/_index.md": text });
    expect(mounted.plan("content/_index.md")).toMatchObject({ kind: "page", target: "index.md" });
    expect(mounted.plan("notes/_index.md")).toEqual({ kind: "left out", what: "section pages with a text" });
  });

  it("takes other texts, which Hugo publishes", () => {
    const { site } = openSite(hugo, { "hugo.toml": "", "content/posts/_a.md": "Text", "content/posts/b.md": "Text" });
    expect(site.notes).toEqual([
      "No date, so the post became a page; add a date and remove feed: false: content/posts/_a.md, content/posts/b.md",
    ]);
  });
});

describe("hugo.plan() of a url with white space", () => {
  it.each([
    ["url: java-wrapper\u3000", "/java-wrapper\u3000/"],
    ["url: '/a\u00a0b\u00a0/ '", "/a\u00a0b\u00a0/"],
    ["url: ' '", "/posts/a/"],
  ])("%s", (line, address) => {
    const { addressOf } = openSite(hugo, { "hugo.toml": "", "content/posts/a.md": `---\ndate: 2024-01-02\n${line}\n---\nText` });
    expect(decodeURI(addressOf("content/posts/a.md")).replace("/:sections/:slugorfilename/", "/posts/a/")).toBe(address);
  });
});

describe("hugo.plan() takes the terms of own taxonomies as tags:", () => {
  const config = "[taxonomies]\ntag = 'tags'\nserie = 'serien'\nOrt = 'Orte'\nseries = 'series'\nauthor = 'authors'";

  it.each([
    ["a list", config, "serien: [Winter]\ntags: [a]", { taxonomies: { serien: ["Winter"] } }],
    ["one term, and keys in any case", config, "Serien: Winter\norte: [Graz]", { taxonomies: { serien: "Winter", orte: ["Graz"] } }],
    ["a language of its own", "[languages.en.taxonomies]\nserie = 'serien'", "serien: [Winter]", { taxonomies: { serien: ["Winter"] } }],
    ["known keys", config, "tags: [a]\nauthors: [Ann]", {}],
    ["a known key that the compiler does not read", config, "series: [b]", { taxonomies: { series: ["b"] } }],
    ["a key that may hide the text", "[taxonomies]\nstate = 'status'", "status: moon", {}],
    ["the key of Zola", config, "serien: [a]\ntaxonomies: {b: [c]}", {}],
    ["no taxonomies", "", "serien: [Winter]", {}],
  ])("%s", (_name, toml, lines, keys) => {
    const { plan } = openSite(hugo, { "hugo.toml": toml, "content/posts/a.md": post("A", lines) });
    const dropped = Object.keys("taxonomies" in keys ? keys.taxonomies : {});
    expect(plan("content/posts/a.md")).toMatchObject({ keys, ...(dropped.length > 0 && { dropped }) });
    expect(plan("content/posts/a.md")).toHaveProperty("keys", keys);
  });
});

describe("hugo.notes", () => {
  it("name the titles of other languages, of which the site has one", () => {
    const titles = "title = 'Moon'\n[languages.en]\n[languages.fr]\ntitle = 'Lune'\n[languages.de]\ntitle = 'Moon'";
    const notes = (config: string) =>
      openSite(hugo, { "hugo.toml": config, "content/posts/a.md": "---\ndate: 2024-01-02\n---\nText" }).site.notes;
    expect(notes(titles)).toEqual(['The site has one title, so those of other languages were left out: "Lune" (fr)']);
    expect(notes("[languages.fr]\ntitle = 'Lune'")).toEqual([]);
  });
});
