import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";
import { resolveLinks } from "../../../../src/content/links/resolve-links.ts";
import { fixedPaths } from "../../../../src/routing/path-registry.ts";

const dataPicture = "data:image/png;base64,iVBORw0KGgo=";

const files: Readonly<Record<string, { url: string; anchorPrefix?: string; width?: number; height?: number }>> = {
  "moon.png": { url: "https://example.com/media/ab/moon.png", width: 400, height: 200 },
  [dataPicture]: { url: "https://example.com/media/ab/data.png", width: 4, height: 2 },
  "night sky.png": { url: "https://example.com/media/cd/night%20sky.png" },
  "other.md": { url: "https://example.com/articles/other", anchorPrefix: "other" },
  "100%.md": { url: "https://example.com/articles/100", anchorPrefix: "100" },
};

interface Resolved {
  readonly html: string;
  readonly found: readonly string[];
  readonly missing: readonly string[];
  readonly anchors: readonly string[];
  readonly pages: readonly string[];
}

function resolved(html: string): Resolved {
  const tree = parseHtml(html);
  const missing: string[] = [];
  const targets = {
    ...{ base: "https://example.com/articles/notes/moon", anchorPrefix: "notes-moon" },
    idBase: "https://old.example",
    redirected: new Set(["/files/ü.pdf"]),
    file: (path: string) => files[path.replace(/^\//, "")],
    articleNamed: () => undefined,
    articleAt: () => undefined,
    fileNamed: (name: string) => (name === "sky.png" ? files["night sky.png"] : undefined),
    hasArticle: (path: string) => path.startsWith("faulty"),
    describeMissing: (path: string) => path,
  };
  const found: string[] = [];
  const anchors: string[] = [];
  const pages: string[] = [];
  resolveLinks(tree, targets, {
    found: (reference, { tagName }, { url }) => found.push(`${tagName} ${reference} ${url}`),
    missing: (path) => missing.push(path),
    page: (path) => pages.push(path),
    faulty: (path) => missing.push(`article ${path}`),
    lost: (reference, _element, kind) => missing.push(`lost ${kind} ${reference}`),
    anchor: (_reference, _element, anchor, { anchorPrefix }) => anchors.push(`${anchorPrefix} ${anchor}`),
  });
  return { html: toHtml(tree), found, missing, anchors, pages };
}

function hrefOf(reference: string): string | undefined {
  return /href="([^"]*)"/.exec(resolved(`<a href="${reference.replaceAll('"', "&quot;")}">x</a>`).html)?.[1];
}

describe("resolveLinks() of an address of the site itself", () => {
  it.each(["/files/%C3%BC.pdf", "../../files/ü.pdf", "https://example.com/files/%c3%bc.pdf?x"])(
    "reports no missing file at %s, which the settings redirect",
    (reference) => {
      expect(resolved(`<a href="${reference}">x</a>`).missing).toEqual([]);
      expect(resolved(`<a href="${reference.replace("files", "others")}">x</a>`).missing).toHaveLength(1);
    },
  );

  it.each([...fixedPaths])("reports no missing file at %s, a default path of every site", (path) => {
    const html = `<a href="${path}?x#y">x</a><img src="${path}"><img src="https://example.com${path}">`;
    expect(resolved(html).missing).toEqual([]);
    expect(resolved(html).html).toContain(`<img src="https://example.com${path}">`);
  });

  it.each("a.py a.js a.ts a.json a.css a.csv a.docx a.xml a.yaml a.sh a.ipynb a.rs a.go a.tar.gz a.PY".split(" "))(
    "reports the missing file %s",
    (name) => {
      expect(resolved(`<a href="${name}">x</a>`).missing).toEqual([name]);
      expect(resolved(`<a href="/code/${name}?x#L1">x</a>`).missing).toEqual([`/code/${name}`]);
      expect(resolved(`<a href="https://e.org/${name}">x</a>`).missing).toEqual([]);
    },
  );

  it.each(["/feed.xml", "/tags/moon/rss.xml", "/tags/moon/feed.json", "/index.xml", "/atom.xml", "other", "a.html", "v1.2"])(
    "reports no missing file at %s, which is a feed or a page",
    (path) => {
      expect(resolved(`<a href="${path}">x</a>`).missing).toEqual([]);
    },
  );

  const image = "https://example.com/media/ab/moon.png";

  it.each([
    "https://example.com",
    "http://example.com",
    "//example.com",
    "https://www.example.com",
    "https://old.example",
    "https://www.old.example",
  ])("finds the file at %s", (origin) => {
    const { found, html, missing } = resolved(`<img src="${origin}/moon.png"><a href="${origin}/other.md#part">x</a>`);
    expect([found.length, missing]).toEqual([2, []]);
    expect(html).toContain(`src="${image}" width="400" height="200"`);
    expect(html).toContain('href="https://example.com/articles/other#other-part"');
  });

  it("reports a link without a file, and keeps it", () => {
    const text = '<img src="https://example.com/none.png"><a href="http://example.com/none.pdf">x</a>';
    const { html, missing } = resolved(text);
    expect([html, missing]).toEqual([text, ["/none.png", "/none.pdf"]]);
  });

  it.each([
    "https://www.example.com/none.png",
    "https://old.example/none.png",
    "https://example.org/moon.png",
    "https://example.com/media/ab/gone.png",
    "https://example.com/",
    "https://example.com/about?x#y",
  ])("keeps %s without a warning", (url) => {
    const { found, html, missing } = resolved(`<a href="${url}">x</a>`);
    expect([html, found, missing]).toEqual([`<a href="${url}">x</a>`, [], []]);
  });
});

describe("resolveLinks()", () => {
  it.each([
    ["other.md", "https://example.com/articles/other"],
    ["other.md#part", "https://example.com/articles/other#other-part"],
    [" other.md ", "https://example.com/articles/other"],
    ["other.md#", "https://example.com/articles/other#"],
    ["other.md?print", "https://example.com/articles/other?print"],
    ["100%.md", "https://example.com/articles/100"],
    ["moon.png", "https://example.com/media/ab/moon.png"],
    ["moon.png#xywh=1", "https://example.com/media/ab/moon.png#xywh=1"],
    ["night%20sky.png", "https://example.com/media/cd/night%20sky.png"],
    ["night sky.png", "https://example.com/media/cd/night%20sky.png"],
  ])("resolves %s to the file of that name", (reference, expected) => {
    expect(hrefOf(reference)).toBe(expected);
  });

  it.each([
    ["#part", "https://example.com/articles/notes/moon#notes-moon-part"],
    ["#", "https://example.com/articles/notes/moon#"],
    ["#top", "https://example.com/articles/notes/moon#top"],
    ["#:~:text=tide", "https://example.com/articles/notes/moon#:~:text=tide"],
    [" #part ", "https://example.com/articles/notes/moon#notes-moon-part"],
    ["#Über", "https://example.com/articles/notes/moon#notes-moon-%C3%9Cber"],
    ["", "https://example.com/articles/notes/moon"],
    ["?page=2", "https://example.com/articles/notes/moon?page=2"],
    ["sun", "https://example.com/articles/notes/sun"],
    ["../sun", "https://example.com/articles/sun"],
    ["/about", "https://example.com/about"],
    ["//cdn.example/x", "https://cdn.example/x"],
    ["\\\\cdn.example\\x", "https://cdn.example/x"],
    ["https://EXAMPLE.org", "https://example.org/"],
    ["https://example.org/ü|[x]?q=a b", "https://example.org/%C3%BC%7C%5Bx%5D?q=a%20b"],
    ["https://example.org/100%", "https://example.org/100%25"],
    [" https://example.org/ ", "https://example.org/"],
    ["mailto:ada@example.com", "mailto:ada@example.com"],
  ])("makes %j absolute", (reference, expected) => {
    expect(hrefOf(reference)).toBe(expected);
  });

  it.each(["_index.md", "../posts/_index.md", "@/posts/_index.md", "/_index.de.md"])(
    "resolves the section page %s to the front page",
    (reference) => {
      expect(resolved(`<a href="${reference}#new">x</a>`)).toEqual({
        html: '<a href="https://example.com/#new">x</a>',
        found: [],
        missing: [],
        anchors: [],
        pages: [],
      });
    },
  );

  it.each(["http://", "https://[::1", "http://a b/", "//", "https://exa%mple.com/"])("removes the malformed %s", (reference) => {
    expect(resolved(`<a href="${reference}">x</a>`)).toEqual({ html: "<a>x</a>", found: [], missing: [], anchors: [], pages: [] });
  });

  it.each(["src", "poster", "cite"])("resolves %s, too", (attribute) => {
    expect(resolved(`<video ${attribute}="moon.png"></video>`).html).toBe(
      `<video ${attribute}="https://example.com/media/ab/moon.png"></video>`,
    );
  });

  it.each([
    ["", 'width="400" height="200"'],
    ['width="100"', 'width="100" height="50"'],
    ['height="100"', 'height="100" width="200"'],
    ['width="10" height="10"', 'width="10" height="10"'],
    ['width="50%"', 'width="50%"'],
    ['width="0"', 'width="0"'],
    ['width="1e+308"', 'width="1e+308"'],
    ['height="0.001"', 'height="0.001"'],
    ['width="250001"', 'width="250001"'],
  ])("writes the size in pixels of a picture with %j", (given, expected) => {
    expect(resolved(`<img src="moon.png" ${given}>`).html.replace(/ src="[^"]*"/, "")).toBe(`<img ${expected}>`);
  });

  it.each([
    [1e308, 1e308],
    [200_000, 1],
    [1, 200_000],
    [0.1, 0.1],
    [Number.NaN, 1],
  ])("writes no size for a picture of %d × %d pixels", (width, height) => {
    const tree = parseHtml('<img src="lie.png">');
    const file = () => ({ url: "https://example.com/lie.png", width, height });
    resolveLinks(
      tree,
      {
        base: "https://example.com/",
        anchorPrefix: "x",
        file,
        articleNamed: () => undefined,
        articleAt: () => undefined,
        fileNamed: () => undefined,
        hasArticle: () => false,
        describeMissing: String,
      },
      { found() {}, missing() {}, faulty() {}, lost() {}, anchor() {}, page() {} },
    );
    expect(toHtml(tree)).toBe('<img src="https://example.com/lie.png">');
  });

  it("reports links to anchors of other articles", () => {
    const html = '<a href="other.md#x%20y">a</a><a href="other.md#">b</a><a href="other.md#top">c</a><a href="#z">d</a>';
    expect(resolved(html).anchors).toEqual(["other x y"]);
  });

  it("reports links to pages of the site that are not articles", () => {
    const links = ["/about", "x y?a#b", "https://example.com/old.html", "other.md", "https://example.org/z", "#a", "lost.png"];
    expect(resolved(links.map((link) => `<a href="${link}">a</a>`).join("")).pages).toEqual([
      ...["/about", "/articles/notes/x%20y", "/old.html", "/articles/notes/lost.png"],
    ]);
    expect(resolved('<img src="/about">').pages).toEqual([]);
  });

  it("finds the file of an embed in any folder", () => {
    expect(resolved('<img src="sky.png" data-anywhere>').html).toContain("media/cd/night%20sky.png");
    expect(resolved('<img src="sky.png">').missing).toEqual(["sky.png"]);
  });

  it("makes the poster of a film a file, without changing the size of the film", () => {
    const { html, missing } = resolved(`<video poster=" ${dataPicture}"></video><img src="${dataPicture}">`);
    expect(html).toBe(
      '<video poster="https://example.com/media/ab/data.png"></video><img src="https://example.com/media/ab/data.png" width="4" height="2">',
    );
    expect(missing).toEqual([]);
  });

  it("reports no picture of the same computer during development", () => {
    const lost: string[] = [];
    resolveLinks(
      parseHtml('<img src="http://localhost:8787/x.png">'),
      {
        ...{ base: "http://localhost:8787/articles/moon", anchorPrefix: "moon" },
        ...{
          file: () => undefined,
          articleNamed: () => undefined,
          articleAt: () => undefined,
          fileNamed: () => undefined,
          hasArticle: () => false,
          describeMissing: String,
        },
      },
      { found() {}, missing() {}, faulty() {}, anchor() {}, page() {}, lost: (reference) => lost.push(reference) },
    );
    expect(lost).toEqual([]);
  });

  it("reports the files that it finds, with their elements", () => {
    expect(resolved('<img src="moon.png"><a href="other.md#part">x</a><a href="https://example.org/moon.png">x</a>').found).toEqual([
      "img moon.png https://example.com/media/ab/moon.png",
      "a other.md#part https://example.com/articles/other",
    ]);
  });

  it.each([
    ['<img src="sun.png">', ["sun.png"]],
    ['<img src="sun">', ["sun"]],
    ['<a href="sun.md#x">x</a>', ["sun.md"]],
    ['<img src="caf%C3%A9%20noir.png?1">', ["café noir.png"]],
    ['<img src="100%.png">', ["100%.png"]],
    ['<a href="faulty.md#x">x</a><a href="faulty.html">x</a>', ["article faulty.md", "article faulty.html"]],
    ['<a href="faulty%20caf%C3%A9.md">x</a>', ["article faulty café.md"]],
    ['<a href="talk.MP3">x</a>', ["talk.MP3"]],
    ['<audio src="talk.ogg"></audio>', ["talk.ogg"]],
    ['<a href="sun">x</a>', []],
    ['<a href="https://example.org/sun.md">x</a>', []],
    ['<img src="//cdn.example/sun.png">', []],
    ['<img src="data:image/png;base64,AA">', ["lost picture data:image/png;base64,AA"]],
    ['<img src="moon.png">', []],
    ['<a href="photos/sun.jpg">x</a><a href="/sun.jpeg">x</a>', ["photos/sun.jpg", "/sun.jpeg"]],
    ['<img src="photos/a:b.png">', ["photos/a:b.png"]],
    ['<a href="sun.png/large">x</a>', []],
    ['<img src="HTTPS://example.org/sun.png"><img src="web+pics:sun.png">', ["lost picture web+pics:sun.png"]],
    ['<img src="/media/0/icon.png"><a href="/robots.png">x</a>', ["/media/0/icon.png", "/robots.png"]],
    ['<video poster="data:image/png;base64,AA"></video>', ["lost picture data:image/png;base64,AA"]],
    ['<audio src="data:audio/mpeg;base64,AA"></audio>', ["lost recording data:audio/mpeg;base64,AA"]],
    ['<a href="http://localhost:1313/x" data-embed>x</a>', ["lost embed http://localhost:1313/x"]],
    ['<a href="http://localhost:1313/x">x</a><a href="https://e.org/x" data-embed>x</a><a href="x" data-embed>x</a>', []],
    ['<video><source src="blob:x"></video>', ["lost recording blob:x"]],
    ['<img src="http://localhost:3000/x.png">', ["lost picture http://localhost:3000/x.png"]],
    ['<video poster="http://192.168.1.2/x.png"></video>', ["lost picture http://192.168.1.2/x.png"]],
    ['<a href="data:text/plain,x">x</a><a href="obsidian://open">x</a>', ["lost link data:text/plain,x", "lost link obsidian://open"]],
    ['<a href="http://localhost:3000/x.png">x</a><a href="mailto:a@example.org">x</a><a href="javascript:x()">x</a><a href="">x</a>', []],
    ['<img src="icon.png"><img src="https://www.example.com/favicon.svg">', ["icon.png"]],
  ])("reports missing files in %s", (html, missing) => {
    expect(resolved(html).missing).toEqual(missing);
  });
});

it.each([
  ['<a href="pathname:///files/a">a</a>', '<a href="https://example.com/files/a">a</a>'],
  ['<img src="pathname:///moon.png">', '<img src="https://example.com/media/ab/moon.png" width="400" height="200">'],
])("resolveLinks() reads the scheme of Docusaurus in %s", (html, shown) => {
  expect(resolved(html).html).toBe(shown);
});
