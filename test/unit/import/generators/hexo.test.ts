import { describe, expect, it } from "vitest";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { openSite, planSite } from "./planned-site.ts";

const page = (lines: string, body = "Text.") => `---\n${lines}\n---\n${body}\n`;
const posts = {
  "source/_posts/hello.md": page("title: Hello\ndate: 2024-01-02 23:30:00\nabbrlink: abc123\nid: 12"),
  "source/_posts/Über Café & C++.md": page("title: C\ndate: 2024-01-02 03:04:05 +0800\nid: 1\ncategories: [Web Dev, Sub Cat]"),
  "source/_posts/folder/Sub File.v1.2.md": page("title: C\ndate: 2024/1/2\nid: 1\ncategories:\n - [A, B]\n - [C C]"),
  "source/_posts/dist.md": page("title: C\ndate: 2024-01-02T10:00:00\nid: 1\ncategories: [Zed, Web Dev]"),
  "source/_posts/own.md": page("title: C\ndate: 2024-01-02\npermalink: x/y"),
  "source/_posts/own2.md": page("title: C\ndate: 2024-01-02\npermalink: /x/y.html"),
};

// The addresses in these tables are those that Hexo 8 made of the same files.
describe("hexo.plan() computes the address of", () => {
  const { addressOf, plan, site } = openSite(hexo, {
    ...posts,
    "_config.yml": `title: T
url: https://example.org/blog
permalink: :category/:year/:title/:hash-:id-:abbrlink.html
permalink_defaults:
  abbrlink: none
timezone: Asia/Tokyo
category_map:
  Web Dev: webdev
default_category: misc
feed:
  limit: 7`,
  });

  it.each([
    ["hello.md", "/blog/misc/2024/hello/a49376463276-12-abc123.html"],
    ["Über Café & C++.md", "/blog/webdev/Sub-Cat/2024/Über Café & C++/f0d2ab07bcec-1-none.html"],
    ["folder/Sub File.v1.2.md", "/blog/C-C/2024/folder/Sub File.v1.2/d029eec75e01-1-none.html"],
    ["dist.md", "/blog/Zed/webdev/2024/dist/b7912db84e3b-1-none.html"],
    ["own.md", "/blog/x/y"],
    ["own2.md", "/blog/x/y.html"],
  ])("%s with :category, :hash, :id and a key of its own", (path, address) => expect(addressOf(`source/_posts/${path}`)).toBe(address));

  it("a post with a number of a database, which was not its id in the feed", () => {
    expect(plan("source/_posts/hello.md")).toHaveProperty("replacement.frontMatter", {
      title: "Hello",
      date: "2024-01-02 23:30:00",
      abbrlink: "abc123",
    });
    expect(plan("source/_posts/own.md")).not.toHaveProperty("replacement");
  });

  it("a post with several categories, with a note", () => {
    expect(site.notes).toEqual(['Several categories, so compare the address, which has "C C": source/_posts/folder/Sub File.v1.2.md']);
  });
});

describe("hexo.plan() follows the option", () => {
  const single = (config: string, path: string, text: string) => {
    const { addressOf } = openSite(hexo, { "_config.yml": `new_post_name: :title.md\n${config}`, [`source/_posts/${path}`]: text });
    return addressOf(`source/_posts/${path}`);
  };
  const dated = (more = "") => page(`title: Ünter\ndate: 2020-01-02${more}`);

  it.each([
    ["", "a.md", dated(), "/:year/:month/:day/:title/"],
    ["permalink: article/:title.html", "a.md", dated(), "/article/:title.html"],
    ["permalink: posts/:abbrlink.html", "a.md", dated("\nabbrlink: 7"), "/posts/7.html"],
    ["permalink: posts/:abbrlink.html", "a.md", dated(), "unknown"],
    ["permalink: :id/", "a.md", dated(), "unknown"],
    ["permalink: :hash/", "a.md", dated(), "unknown"],
    [
      "permalink: :category/:name\npost_asset_folder: true\nfilename_case: 1",
      "cat.md",
      dated("\ncategories: Große Łódź Æ"),
      "/grose-lodz-ae/cat/",
    ],
    ["permalink: :title.html\npretty_urls:\n  trailing_html: false", "a b.md", dated(), "/a b"],
    [
      "permalink: :year/:post_title/\nnew_post_name: :year-:month-:day-:title.md",
      "2023-04-06-x.md",
      page("title: Ünter & Große Łódź"),
      "/2023/unter-grose-lodz/",
    ],
    ["permalink: :lang/:title/\nnew_post_name: :lang/:title.md", "de/x.md", dated(), "/de/x/"],
  ])("%s", (config, path, text, address) => expect(single(config, path, text)).toBe(address));
});

describe("hexo.plan() names the missing value of", () => {
  const noteOf = (config: string, date = "date: 2024-01-02") =>
    openSite(hexo, {
      "_config.yml": config,
      "source/_posts/a.md": page(`title: A\n${date}`),
      "package.json": '{"dependencies":{"hexo":"7"}}',
    })
      .site.notes.filter((note) => note.startsWith("The files"))
      .join();

  it.each([":hash", ":timestamp"])("%s: the time zone", (token) => {
    const needed = `The files do not determine ${token} without the timezone of the machine that built the site, so the address is unknown; write timezone into _config.yml, and import again: source/_posts/a.md`;
    expect(noteOf(`timezone: ''\npermalink: ':title-${token}.html'`)).toBe(needed);
    expect(noteOf(`timezone: UTC\npermalink: ':title-${token}.html'`)).toBe("");
  });

  it.each([
    ["permalink: ':title-:hash.html'", ""],
    ["permalink: ':id/:hash'", "date: 2024-01-02"],
  ])("%s: a key of the post", (config, date) => {
    expect(noteOf(config, date)).toMatch(/determine :\w+, so the address is unknown; write permalink into the post: /);
  });
});

describe("hexo.plan() recognizes", () => {
  const { addressOf, plan, site } = openSite(hexo, {
    ...posts,
    "_config.yml": "title: T\nurl: https://example.org\npost_asset_folder: true\nskip_render: ['raw/**', README.md]",
    "source/_posts/hello/tide.png": "",
    "source/_posts/hello/data.txt": "x",
    "source/_posts/_hidden.md": page("title: H"),
    "source/_posts/undated.md": page("title: U"),
    "source/_posts/empty.md": page("title: E", ""),
    "source/_posts/2020-05-06-named.md": page("title: N"),
    "source/_drafts/idea.md": page("title: Idea"),
    "source/about/index.md": page("title: About"),
    "source/plain.md": page("title: Plain\npermalink: foo"),
    "source/tags/index.md": page("title: Tags\ntype: tags", ""),
    "source/raw/x.md": page("title: Raw"),
    "source/raw/y.html": "<p>Raw</p>",
    "source/README.md": "Read me",
    "source/_data/links.yml": "x: 1",
    "source/google123.html": "google",
    "source/images/moon.png": "",
    "themes/x/layout/index.ejs": "x",
    "README.md": "Read me",
  });

  it.each([
    ["source/_posts/hello.md", { kind: "post", target: "hello.md" }],
    ["source/_posts/hello/tide.png", { kind: "media", target: "hello/tide.png" }],
    ["source/_posts/hello/data.txt", { kind: "media", target: "hello/data.txt" }],
    ["source/_posts/undated.md", { kind: "page", target: "undated.md" }],
    ["source/_posts/empty.md", { kind: "page", target: "empty.md" }],
    ["source/_posts/2020-05-06-named.md", { kind: "post", target: "2020-05-06-named.md" }],
    ["source/_drafts/idea.md", { kind: "post", target: "_drafts/idea.md" }],
    ["source/about/index.md", { kind: "page", target: "about/index.md", address: { path: "/about/" } }],
    ["source/plain.md", { kind: "page", address: { path: "/foo.html" } }],
    ["source/tags/index.md", { kind: "left out", what: "pages of lists" }],
    ["source/google123.html", { kind: "left out", what: "HTML files without front matter" }],
    ["source/raw/x.md", { kind: "left out", what: "texts that skip_render names", place: "raw/x.md" }],
    ["source/raw/y.html", { kind: "left out", place: "raw/y.html" }],
    ["source/images/moon.png", { kind: "media", target: "images/moon.png" }],
  ])("%s", (path, expected) => expect(plan(path)).toMatchObject(expected));

  it.each(["source/_posts/_hidden.md", "source/README.md", "source/_data/links.yml", "themes/x/layout/index.ejs", "README.md"])(
    "%s is not content",
    (path) => expect(plan(path)).toBeUndefined(),
  );

  it("a time zone and dates that are missing", () => {
    expect(site.notes).toEqual([
      "_config.yml has no timezone, so Hexo used that of your machine: write it into the settings as timezone",
      "No date (Hexo used that of the file), so the post became a page; add a date and remove feed: false: source/_posts/undated.md",
      "The files do not determine :year, so the address is unknown; write permalink into the post: source/_posts/undated.md, source/_posts/2020-05-06-named.md",
    ]);
    expect(addressOf("source/_posts/undated.md")).toBe("unknown");
  });
});

describe("hexo.open()", () => {
  it("reads the settings", () => {
    const { settings } = openSite(hexo, {
      ...posts,
      "_config.yml":
        "title: T\nsubtitle: S\nauthor: Ann\nemail: ann@example.org\nlanguage: [zh-CN, en]\ntimezone: Europe/Nowhere\nurl: https://example.org/b\nfeed: {limit: 7}",
    }).site;
    expect(settings).toEqual({
      title: "T",
      description: "S",
      author: { name: "Ann", email: "ann@example.org" },
      language: "zh-CN",
      timezone: undefined,
      unusedTimezone: { value: "Europe/Nowhere", file: "_config.yml" },
      url: "https://example.org",
      limit: 7,
      ids: "addresses",
    });
  });

  it("does not recognize Octopress, which has the same folders", () => {
    expect(planSite(hexo, { ...posts, "_config.yml": "source: source", Gemfile: "gem 'jekyll'" })).toBeUndefined();
  });

  it("notes a configuration that cannot be read", () => {
    expect(openSite(hexo, { ...posts, "_config.yml": "a: [" }).site.notes[0]).toBe("Cannot read _config.yml: Hexo's defaults were assumed");
  });
});

// hexo-generator-feed writes the links as ids; the router of Hexo ends the paths of files before a question mark.
describe("hexo.plan() keeps the id of a link with a sign that is not a part of its path:", () => {
  const open = (name: string) => {
    const text = page("title: C\ndate: 2023-01-02");
    const { addressOf, plan } = openSite(hexo, {
      "_config.yml": `url: https://example.org/b\npermalink: :title/\nnew_post_name: :title.md`,
      [`source/_posts/${name}`]: text,
    });
    return [addressOf(`source/_posts/${name}`), plan(`source/_posts/${name}`)];
  };

  it.each([
    ["Is it good?.md", "/b/Is it good", "https://example.org/b/Is%20it%20good?/"],
    ["Why? Because.md", "/b/Why", "https://example.org/b/Why?%20Because/"],
    ["C# 9.md", "/b/C%23 9/", "https://example.org/b/C#%209/"],
    ["At 100%.md", "/b/At 100%25/", "https://example.org/b/At%20100%/"],
  ])("%s", (name, address, id) => {
    expect(open(name)).toEqual([address, expect.objectContaining({ keys: { id } })]);
  });

  it("a page, which has no id", () => {
    const { addressOf } = openSite(hexo, { ...posts, "_config.yml": "new_post_name: :title.md", "source/what?.md": page("title: W") });
    expect(addressOf("source/what?.md")).toBe("/what");
  });

  it("but states no id for other names and escapes", () => {
    expect(open("Über & C++.md")[1]).not.toHaveProperty("keys");
    const text = page("title: C\ndate: 2023-01-02\npermalink: a%20b");
    const { plan } = openSite(hexo, { "_config.yml": "url: https://example.org\nnew_post_name: :title.md", "source/_posts/a.md": text });
    expect(plan("source/_posts/a.md")).not.toHaveProperty("keys");
  });
});
