import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readArticles } from "../../../../src/build/source/article-files.ts";
import { isArticle, isLeftOut } from "../../../../src/build/source/article-path.ts";
import { FileCache } from "../../../../src/build/source/file-cache.ts";
import { dedupeDiagnostics } from "../../../../src/model/dedupe-diagnostics.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

function problemsOf(content: string | Uint8Array): string[] {
  return readArticles(makeFolder({ "moon.md": content })).problems.map(formatDiagnostic);
}

function leftOutIn(folder: string): string[] {
  return dedupeDiagnostics(readArticles(folder).leftOut).map(formatDiagnostic);
}

describe("readArticles()", () => {
  it("reads Markdown, HTML and text at any depth, by path", () => {
    const folder = makeFolder({ "b.md": "b", "a/c.html": "c", "a/b/d.txt": "d", "a/moon.png": "x", "notes.doc": "x" });
    expect(readArticles(folder)).toEqual({
      articles: [
        { source: "a/b/d.txt", text: "d" },
        { source: "a/c.html", text: "c" },
        { source: "b.md", text: "b" },
      ],
      removed: "",
      authorFiles: [],
      problems: [],
      leftOut: [],
      namedTexts: new Set(),
      isReadable: true,
    });
  });

  it.each<[key: string, name: string]>([
    ["transcript: t.txt", "t.txt"],
    ["transcripts: [a.vtt, ./t.html]", "t.html"],
    ["transcript: my talk.txt", "my talk.txt"],
    ["transcript:\n  - url: t.md\n    type: text/plain", "t.md"],
    ["transcript: { url: 't.txt', language: de }", "t.txt"],
    ["chapters: t.txt", "t.txt"],
  ])("does not read a text as an article if it is named as %j", (key, name) => {
    const folder = makeFolder({ "a/ep.md": `---\n${key}\nother: other.md\n---\nText`, [`a/${name}`]: "Ada: Hi", "a/other.md": "x" });
    const cache = new FileCache<string>(Date.now() + 10_000);
    for (const versions of [undefined, cache, cache]) {
      const { articles, namedTexts } = readArticles(folder, versions);
      expect(articles.map(({ source }) => source)).toEqual(["a/ep.md", "a/other.md"]);
      expect([...namedTexts]).toEqual([`a/${name}`]);
    }
  });

  it("does not read a text in another folder as an article if it is a transcript", () => {
    const folder = makeFolder({ "a/ep.md": "---\ntranscript: ../b/t.txt\n---\nText", "b/t.txt": "Ada: Hi" });
    expect([...readArticles(folder).namedTexts]).toEqual(["b/t.txt"]);
  });

  it.each<[string, Uint8Array]>([
    ["in Latin-1", Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c])],
    ["of 3 MB", new Uint8Array(3 * 1024 * 1024).fill(0x61)],
  ])("does not report a text %s if it is a transcript", (_, text) => {
    const files = { "ep.md": "---\ntranscript: t.txt\n---\nText", "t.txt": text };
    const { namedTexts, problems } = readArticles(makeFolder(files));
    expect({ named: [...namedTexts], problems }).toEqual({ named: ["t.txt"], problems: [] });
    expect(problemsOf(text)).toHaveLength(1);
  });

  it("reads an article with front matter even if another one names it as a transcript", () => {
    const folder = makeFolder({ "ep.md": "---\ntranscript: [t.txt, ep.md, none.txt]\n---\nText", "t.txt": "---\ntitle: T\n---\nx" });
    expect(readArticles(folder).articles).toHaveLength(2);
  });

  it("ignores names that start with _ or .", () => {
    const folder = makeFolder({ "_a.md": "", ".b.md": "", "_c/d.md": "", ".e/f.md": "", "g/_h/i.md": "", "j_k.l.md": "text" });
    expect(readArticles(folder).articles).toEqual([{ source: "j_k.l.md", text: "text" }]);
  });

  it("reads Jekyll's folders of posts and drafts, but no others that start with _", () => {
    const names = [
      "_posts/2024-11-06-a.md",
      "b/_posts/c.markdown",
      "_drafts/d.mkd",
      "_posts/_e/f.md",
      "_layouts/g.html",
      "_posts/_h.md",
      "_posts.md",
    ];
    const folder = makeFolder(Object.fromEntries(names.map((name) => [name, "x"])));
    expect(readArticles(folder).articles.map(({ source }) => source)).toEqual(names.slice(0, 3).sort());
  });

  it("reports in one line texts that other generators would read", () => {
    const folder = makeFolder({ "a.rst": "", "b/c.rst": "", "_d.rst": "", "e.org": "", "f.md": "x" });
    expect(leftOutIn(folder)).toEqual([
      "articles/a.rst:1:1 warning Left out: articles are .md, .html and .txt; convert files with the extension .rst to one of them (and in 1 more file)",
      "articles/e.org:1:1 warning Left out: articles are .md, .html and .txt; convert files with the extension .org to one of them",
    ]);
  });

  it("reads the list of removed addresses, at the top only", () => {
    expect(readArticles(makeFolder({ "_removed.txt": "/old\n", "a/_removed.txt": "/other" }))).toEqual({
      articles: [],
      removed: "/old\n",
      authorFiles: [],
      problems: [],
      leftOut: [],
      namedTexts: new Set(),
      isReadable: true,
    });
    expect(readArticles(makeFolder({ "_removed.txt": Buffer.from([0xff]) })).problems.map(formatDiagnostic)).toEqual([
      "articles/_removed.txt:1:1 error Cannot read this character: the file is not in UTF-8, but probably in Latin-1 or another old encoding; save it as UTF-8",
    ]);
  });

  it("reports texts without an extension, and those with an unknown one, once for each extension", () => {
    const texts = { "2024-11-06-moon": "Über", "a/README": "x", "b.text": "x", "c.rmd": "x", "d.md~": "x", md: "x" };
    const others = {
      "e.css": "x",
      "f.png": "x",
      "g.dat": Buffer.from([0, 1]),
      "h.xyz": Buffer.from([0xff, 0xfe]),
      _notes: "x",
      ".hidden": "x",
      empty: "",
    };
    const rename = "Left out: articles are .md, .html and .txt; rename";
    expect(leftOutIn(makeFolder({ ...texts, ...others }))).toEqual([
      `articles/2024-11-06-moon:1:1 warning ${rename} what has no extension if it is an article (and in 2 more files)`,
      `articles/b.text:1:1 warning ${rename} what is .text if it is an article`,
      `articles/c.rmd:1:1 warning ${rename} what is .rmd if it is an article`,
      `articles/d.md~:1:1 warning ${rename} what is .md~ if it is an article`,
    ]);
  });

  it("reads the files of authors", () => {
    const folder = makeFolder({
      "_data/authors.yml": "a",
      "blog/authors.yml": "b",
      "_x/authors.yml": "c",
      "authors.json": "d",
      "a.md": "x",
    });
    expect(readArticles(folder)).toMatchObject({
      authorFiles: [
        { path: "_data/authors.yml", text: "a" },
        { path: "authors.json", text: "d" },
        { path: "blog/authors.yml", text: "b" },
      ],
      problems: [],
    });
  });

  it("reads extensions in upper case", () => {
    const names = ["A.MD", "b.Markdown", "c.HTML", "d.TXT", "e.MDX", "f.Htm"];
    const { articles, leftOut } = readArticles(makeFolder(Object.fromEntries([...names, "g.ORG"].map((name) => [name, "text"]))));
    expect(articles.map(({ source }) => source)).toEqual(names);
    expect(leftOut.map(({ file }) => file)).toEqual(["articles/g.ORG"]);
  });

  it("does not treat a folder as an article", () => {
    const folder = makeFolder({});
    mkdirSync(join(folder, "moon.md"));
    expect(readArticles(folder)).toEqual({
      articles: [],
      removed: "",
      authorFiles: [],
      problems: [],
      leftOut: [],
      namedTexts: new Set(),
      isReadable: true,
    });
  });

  it("recognizes UTF-16 by its byte order mark", () => {
    const message = "Cannot read the file: it is in UTF-16, by its byte order mark; save it as UTF-8";
    expect(problemsOf(Buffer.from("\uFEFFMoon\n", "utf16le"))).toEqual([`articles/moon.md:1:1 error ${message}`]);
  });

  it("reads UTF-8 with and without a byte-order mark", () => {
    expect(readArticles(makeFolder({ "a.md": "\uFEFFüber 🐟" })).articles).toEqual([{ source: "a.md", text: "über 🐟" }]);
  });

  it.each([
    ["Latin-1", Buffer.from("Moon\n\n\u00DCber", "latin1"), "3:1"],
    ["Latin-1 after other characters", Buffer.concat([Buffer.from("Moon\n月 und "), Buffer.from([0xfc])]), "2:7"],
    ["half a character", Buffer.from("Moon 🐟").subarray(0, -1), "1:6"],
    ["a surrogate", Buffer.from([0x61, 0xed, 0xa0, 0x80]), "1:2"],
    ["an overlong form", Buffer.from([0x61, 0x0a, 0xc0, 0xaf]), "2:1"],
  ])("locates the first byte that is not UTF-8 in a file in %s", (_, bytes, place) => {
    expect(problemsOf(bytes)).toEqual([
      `articles/moon.md:${place} error Cannot read this character: the file is not in UTF-8, but probably in Latin-1 or another old encoding; save it as UTF-8`,
    ]);
  });

  it("rejects a file of 20 MB", () => {
    expect(problemsOf(Buffer.alloc(20 * 1024 * 1024, "a"))).toEqual([
      "articles/moon.md:1:1 error Cannot compile an article of 20.0 MB: readers give up on feeds of 5 MB; the limit is 2 MB",
    ]);
    expect(problemsOf(Buffer.alloc(2 * 1024 * 1024, "a"))).toEqual([]);
  });

  it("reports an unreadable file, and reads the others", () => {
    const folder = makeFolder({ "sun.md": "Sun" });
    symlinkSync("nowhere.md", join(folder, "moon.md"));
    const { articles, problems } = readArticles(folder);
    expect(articles).toHaveLength(1);
    expect(problems.map(formatDiagnostic)).toEqual([
      "articles/moon.md:1:1 error Cannot read it: a link leads to nowhere.md, which does not exist; repair or remove the link",
    ]);
  });
});

describe("isLeftOut()", () => {
  it.each([
    ["a.md", false],
    ["a/b_c/d.md", false],
    ["_a.md", true],
    ["_posts/a.md", false],
    ["a/_drafts/b/c.png", false],
    ["_posts/_a.md", true],
    ["_data/a.md", true],
    ["_posts", true],
    ["a/.b/c.png", true],
    ["../a.png", true],
  ])("%s: %s", (path, expected) => {
    expect(isLeftOut(path)).toBe(expected);
  });
});

describe("isArticle()", () => {
  it.each([
    ["a/b.md", true],
    ["b.html", true],
    ["b.txt", true],
    ["b.mdx", true],
    ["b.markdown", true],
    ["b.mkd", true],
    ["b.mdown", true],
    ["b.htm", true],
    ["_posts/b.md", true],
    ["b.png", false],
    ["_b.md", false],
  ])("%s: %s", (path, expected) => {
    expect(isArticle(path)).toBe(expected);
  });
});
