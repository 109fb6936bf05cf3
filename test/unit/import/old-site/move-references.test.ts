import { describe, expect, it } from "vitest";
import { articleLink } from "../../../../src/content/links/locate-article.ts";
import { movedImages, moveReferences } from "../../../../src/import/old-site/move-references.ts";
import { MovedFiles } from "../../../../src/import/old-site/moved-files.ts";

const media = [
  { path: "public/img/p.png", target: "img/p.png" },
  { path: "static/a (1).png", target: "a (1).png" },
  { path: "web/static/w.png", target: "w.png" },
  { path: "writing/near.png", target: "near.png" },
  { path: "web/writing/images/moon.png", target: "images/moon.png" },
  { path: "web/writing/post/own.png", target: "post/own.png" },
  { path: "public/Cafe\u0301.png", target: "Caf\u00E9.png" },
];
const files = new MovedFiles({
  articles: [{ path: "blog/2024/x.md", target: "2024/x.md", plan: { kind: "post", target: "" }, frontMatter: {} }],
  media: media.map((file) => ({ ...file, place: file.target })),
  attachments: [
    { path: "static/code/login.py", place: "code/login.py", target: "code/login.py" },
    { path: "static/notes.txt", place: "notes.txt", target: "notes.text" },
    { path: "static/demo/index.html", place: "demo/index.html", target: undefined },
    { path: "src/tool.js", place: "tool.js", target: "tool.js" },
  ],
});
const old = {
  linkBase: "/d/",
  pathsOf: (reference: string) => (reference.startsWith("@site/") ? [reference.slice("@site/".length)] : []),
};
const options = { path: "web/writing/b.md", place: { source: "b.md", address: "/b" }, files, old };
const inPosts = { ...options, path: "web/writing/post/b.md", place: { source: "post/b.md", address: "/post/b/" } };

describe("moveReferences()", () => {
  it("leads links to files that are left out to their addresses", () => {
    const leftOutAddress = (path: string) => (path === "docs/an intro.md" ? "/docs/an intro" : undefined);
    const text = '[a](../../docs/an%20intro.md#b) [c](../docs/d.md) <img src="../../docs/an%20intro.md">';
    expect(moveReferences(text, { ...inPosts, path: "blog/moon/index.md", old: { leftOutAddress } })).toBe(
      '[a](/docs/an%20intro#b) [c](../docs/d.md) <img src="../../docs/an%20intro.md">',
    );
  });

  it.each([
    ["![a](../../public/img/p.png)", "![a](/img/p.png)"],
    ["![a](/public/img/p.png?x#y)", "![a](/img/p.png?x#y)"],
    ['<Image src={import("../../public/img/p.png")} />', '<Image src={import("/img/p.png")} />'],
    ["src={new URL('../../public/img/p.png', import.meta.url)}", "src={new URL('/img/p.png', import.meta.url)}"],
    ["![a](@site/static/a%20(1).png)", "![a](/a%20%281%29.png)"],
    ["[a](@site/blog/2024/x.md#b)", "[a](/2024/x.md#b)"],
    ["![a](../static/w.png) ![a](/static/w.png)", "![a](/w.png) ![a](/w.png)"],
    ['<img src="/public/Caf%C3%A9.png">', '<img src="/Caf%C3%A9.png">'],
    ['[a](/notes.txt) <a href="/notes.txt">', '[a](/notes.text) <a href="/notes.text">'],
    ["[a](../../static/code/login.py)", "[a](/code/login.py)"],
    ['{% image "./public/img/p.png", "p.png", "A moon" %}', '{% image "/img/p.png", "p.png", "A moon" %}'],
    ["[a](/blog/x) [b](/d/blog/x) [c](/d)", "[a](/d/blog/x) [b](/d/blog/x) [c](/d)"],
  ])("moves %s", (text, expected) => {
    expect(moveReferences(text, options)).toBe(expected);
  });

  it.each([
    "![a](/img/p.png)",
    "![a](near.png)",
    "[a](https://example.org/public/img/p.png) [b](//example.org/x) [c](#d)",
    "![a](../../../../public/img/p.png)",
    "[a](nowhere.md) [b](../c/)",
    '<a href="/blog/x">',
    "[a]({{ x }}/public/img/p.png)",
    "[a](%E0%A4%A)",
  ])("keeps %s", (text) => {
    expect(moveReferences(text, options)).toBe(text);
  });

  it.each([
    ["![a](/d/img/p.png)", "![a](/img/p.png)"],
    ['<img src="/d/public/img/p.png?x">', '<img src="/img/p.png?x">'],
    ["![a](/d/nowhere.png)", "![a](/d/nowhere.png)"],
  ])("finds the file of %s below the base of the old site", (text, expected) => {
    expect(moveReferences(text, { ...options, old: { base: "/d" } })).toBe(expected);
    expect(moveReferences(text, options)).toBe(expected);
  });

  it("finds the file at an address of the old site itself", () => {
    const move = (text: string) =>
      moveReferences(text, { ...options, old: { ...old, base: "/d", settings: { url: "https://own.example" } } });
    expect(move("![a](https://own.example/d/img/p.png) [b](http://own.example/notes.txt)")).toBe("![a](/img/p.png) [b](/notes.text)");
    const kept = "![a](https://own.example/img/p.png) [b](https://own.example/x) [c](https://other.example/notes.txt)";
    expect(move(kept)).toBe(kept);
  });

  it("writes no base for a generator without one", () => {
    expect(moveReferences("[a](/blog/x)", { ...options, old: {} })).toBe("[a](/blog/x)");
  });
});

describe("movedImages()", () => {
  it("finds a picture in the folder images next to the article by its file name", () => {
    expect(movedImages({ coverImage: "moon.png", image: "none.png" }, options)).toEqual({ coverImage: "/images/moon.png" });
  });

  it.each([
    [{ featured_image: "img/p.png" }, { featured_image: "/img/p.png" }],
    [{ cover: "./img/p.png?x" }, { cover: "/img/p.png" }],
    [{ images: ["img/p.png", "w.png"] }, { image: "/img/p.png" }],
    [{ cover: { image: "img/p.png" } }, { image: "/img/p.png" }],
    [{ cover: { image: "img/p.png", alt: "Tide" } }, { image: { url: "/img/p.png", alt: "Tide" } }],
    [{ image: { url: "../../public/img/p.png" } }, { image: "/img/p.png" }],
  ])("finds the picture of %j from the root of the site", (frontMatter, expected) => {
    expect(movedImages(frontMatter, inPosts)).toEqual(expected);
  });

  it.each([
    [{ image: "tide.png" }, { image: "/images/tide.png" }],
    [{ images: [{ type: "desktop", src: "tide.png" }] }, { image: "/images/tide.png" }],
    [{ thumbnail: "wave.png" }, { thumbnail: "/assets/img/wave.png" }],
    [{ image: "both.png" }, {}],
    [{ image: "x/tide.png" }, {}],
    [{ image: "near.png" }, {}],
    [{ image: "none.png" }, {}],
  ])("finds the picture of %j in the folder that a layout writes before its name", (frontMatter, expected) => {
    const targets = ["images/tide.png", "assets/img/wave.png", "images/both.png", "img/both.png", "images/near.png", "post/near.png"];
    const pictures = targets.map((target) => ({ path: `web/${target}`, target, place: target }));
    const place = { source: "post/b.md", address: "/post/b/" };
    const shown = { ...options, path: "web/posts/b.md", place, files: new MovedFiles({ articles: [], media: pictures, attachments: [] }) };
    expect(movedImages(frontMatter, shown)).toEqual(expected);
  });

  it.each([
    { image: "own.png" },
    { images: ["own.png", "img/p.png"] },
    { images: ["/img/p.png"] },
    { image: "img/none.png", cover: "https://a.example/img/p.png" },
    { cover: { image: "{{ x }}" } },
  ])("keeps the picture of %j", (frontMatter) => {
    expect(movedImages(frontMatter, inPosts)).toEqual({});
  });

  it("returns the keys of pictures that moved", () => {
    const frontMatter = { image: "../../public/img/p.png", cover: "/img/p.png", title: "/public/img/p.png" };
    expect(movedImages(frontMatter, options)).toEqual({ image: "/img/p.png" });
  });
});

describe("articleLink()", () => {
  it("encodes characters that would end a link", () => {
    expect(articleLink("a b/(c)?d#e.md")).toBe("/a%20b/%28c%29%3fd%23e.md");
  });
});

describe("MovedFiles.linked", () => {
  it("contains linked files and indexes of folders, but no modules", () => {
    moveReferences(`[a](/code/login.py) [b](/demo/) import t from "../../src/tool.js"; <script src="/tool.js">`, options);
    expect([...files.linked].map(({ path }) => path).sort()).toEqual([
      "static/code/login.py",
      "static/demo/index.html",
      "static/notes.txt",
    ]);
  });
});
