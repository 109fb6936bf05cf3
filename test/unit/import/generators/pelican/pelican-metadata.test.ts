import { describe, expect, it } from "vitest";
import { pelican } from "../../../../../src/import/generators/pelican.ts";
import { openSite } from "../planned-site.ts";

const text = (lines = "") => `Title: Tide\nDate: 2016-01-01\n${lines}\n\nText\n`;
const open = (config: string, files: Readonly<Record<string, string>>) =>
  openSite(pelican, { "pelicanconf.py": `PATH = 'content'\nSITEURL = 'https://moon.example'\n${config}\n`, ...files });

// The status, addresses and ids are those of Pelican 4.8.
describe("EXTRA_PATH_METADATA", () => {
  const config = `EXTRA_PATH_METADATA = {
    'notes/shown/b.md': {'status': 'published', 'Slug': 'b-one'},
    'notes': {'status': 'draft', 'category': 'ignored'},
    'b.md': {'status': 'hidden'},
    'c.md': {'url': 'custom/c/', 'save_as': 'custom/c/index.html', 'slug': 'cc'},
    'extra/': {'save_as': 'all.txt'},
    'extra/a.txt': {'path': '/a.txt'},
    'pages/about.md': {'lang': 'de'},
  }`;
  const { addressOf, plan } = open(config, {
    "content/notes/a.md": text(),
    "content/notes/own.md": text("Status: published"),
    "content/notes/shown/b.md": text(),
    "content/notes2/a.md": text(),
    "content/b.md": text(),
    "content/c.md": text(),
    "content/pages/about.md": text(),
    "content/extra/x.png": "",
  });

  it.each([
    ["notes/a.md", { status: "draft", category: "notes" }],
    ["notes/own.md", { status: "published" }],
    ["notes/shown/b.md", { status: "published", slug: "b-one" }],
    ["b.md", { status: "hidden" }],
    ["c.md", { slug: "cc", id: "tag:moon.example,2016-01-01:/custom/c/" }],
    ["pages/about.md", { language: "de" }],
  ])("is metadata of %s", (path, expected) => {
    expect(plan(`content/${path}`)).toMatchObject({ replacement: { frontMatter: expected } });
  });

  it("is no metadata of a folder with a longer name", () => {
    expect(plan("content/notes2/a.md")).not.toHaveProperty("replacement.frontMatter.status");
  });

  it("makes addresses, and moves files", () => {
    expect(addressOf("content/c.md")).toBe("/custom/c/");
    expect(plan("content/extra/x.png")).toMatchObject({ target: "all.txt" });
  });

  it("gives the path of an address", () => {
    const { addressOf: found } = open("ARTICLE_URL = '{path}'\nEXTRA_PATH_METADATA = {'a.md': {'path': 'b/c.html'}}", {
      "content/a.md": text(),
      "content/d.md": text(),
    });
    expect([found("content/a.md"), found("content/d.md")]).toEqual(["/b/c.html", "/d.md"]);
  });

  it("is named if Python computes it", () => {
    const { site } = open("EXTRA_PATH_METADATA = dict(paths())", { "content/a.md": text() });
    expect(site.notes).toEqual(["pelicanconf.py computes EXTRA_PATH_METADATA with Python: Pelican's defaults were assumed"]);
  });
});

describe("DEFAULT_CATEGORY", () => {
  const categoriesOf = (config: string) => {
    const { plan } = open(config, { "content/a.md": text(), "content/sub/a.md": text(), "content/pages/a.md": text() });
    return ["a.md", "sub/a.md", "pages/a.md"].map(
      (path) => (plan(`content/${path}`) as { replacement: { frontMatter: { category?: string } } }).replacement.frontMatter.category,
    );
  };

  it.each([
    ["", ["misc", "sub", undefined]],
    ["DEFAULT_CATEGORY = 'news'", ["news", "sub", "news"]],
    ["USE_FOLDER_AS_CATEGORY = False", ["misc", "misc", undefined]],
  ])("%j is the category of articles", (config, expected) => expect(categoriesOf(config)).toEqual(expected));
});

describe("READERS", () => {
  const page = '<html><head><title>H</title><meta name="date" content="2020-01-03"></head><body>H</body></html>';
  const files = { "content/a.md": text(), "content/old/h.html": page, "content/extra/google.html": page, "content/old/h.htm": page };

  it("leaves out texts without a reader, and copies those of STATIC_PATHS for links", () => {
    const { plan } = open("READERS = {'html': None}\nSTATIC_PATHS = ['extra']", files);
    expect(plan("content/old/h.html")).toEqual({ kind: "left out", what: "files that READERS names" });
    expect(plan("content/extra/google.html")).toEqual({ kind: "left out", what: "files that READERS names", place: "extra/google.html" });
    expect(plan("content/old/h.htm")).toMatchObject({ kind: "post" });
    expect(plan("content/a.md")).toMatchObject({ kind: "post" });
  });

  it("of other formats change nothing", () => {
    expect(open("READERS = {'org': None}", files).plan("content/old/h.html")).toMatchObject({ kind: "post" });
  });
});
