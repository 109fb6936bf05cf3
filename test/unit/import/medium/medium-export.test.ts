import { describe, expect, it } from "vitest";
import { isMediumExport, mediumEntries } from "../../../../src/import/medium/medium-export.ts";
import { compileImported } from "../imported.ts";

const divider = '<div class="section-divider"><hr class="section-divider"></div>';
const page = (
  canonical = "https://medium.com/@ada/walking-abcdef123456",
) => `<!DOCTYPE html><html><head><title>Walking &amp; more</title></head><body><article class="h-entry">
<header>
<h1 class="p-name">Walking &amp; more</h1>
</header>
<section data-field="subtitle" class="p-summary">
A short walk.
</section>
<section data-field="body" class="e-content">
<section name="a" class="section section--body">${divider}<div class="section-content"><h3 name="1" class="graf graf--h3 graf--title">Walking &amp; more</h3><h4 class="graf graf--h4 graf--subtitle">A short walk.</h4><p class="graf">We left at ten.</p></div></section>
</section>
<footer><p>By <a href="https://medium.com/@ada" class="p-author h-card">Ada Marsh</a> on <a href="https://medium.com/p/abcdef123456"><time class="dt-published" datetime="2024-01-02T22:10:00.000Z">January 2, 2024</time></a>.</p><p><a href="${canonical}" class="p-canonical">Canonical link</a></p></footer></article></body></html>`;
const files = (name: string, text: string) => ({
  paths: ["profile/profile.html", "README.html", name].sort(),
  read: (path: string) => (path === name ? text : undefined),
});
const post = "posts/2024-01-02_Walking---more-abcdef123456.html";

describe("mediumEntries()", () => {
  it("parses a post without its repeated title and subtitle", async () => {
    const notes: string[] = [];
    const entries = [...mediumEntries(files(post, page()), (text) => notes.push(text))];
    expect(entries).toMatchObject([
      {
        id: "https://medium.com/p/abcdef123456",
        title: "Walking & more",
        published: "2024-01-02T22:10:00.000Z",
        authors: [{ name: "Ada Marsh", url: "https://medium.com/@ada" }],
        summary: "A short walk.",
        content:
          '<section name="a" class="section section--body"><div class="section-content"><p class="graf">We left at ten.</p></div></section>',
        draft: false,
      },
    ]);
    expect(entries[0]?.link).toBeUndefined();
    expect(notes).toEqual([
      expect.stringContaining("does not say which posts were unlisted or only for members"),
      expect.stringContaining("2 other files"),
    ]);
    expect(await compileImported(entries)).toMatchObject([
      { title: "Walking & more", content: "<section><div><p>We left at ten.</p></div></section>" },
    ]);
  });

  it("keeps the address of a post on its own domain", () => {
    expect([...mediumEntries(files(post, page("https://blog.example.org/walking-abcdef123456")), () => {})]).toMatchObject([
      { link: "https://blog.example.org/walking-abcdef123456" },
    ]);
  });

  it.each(["", "\n", " \n "])("ends a text before the end of its section: %j", (space) => {
    const html = `<h1 class="p-name">A</h1><section data-field="body" class="e-content"><p>x</p></section>${space}<footer></footer>`;
    expect([...mediumEntries(files("posts/draft_A-abcdef123456.html", html), () => {})]).toMatchObject([{ content: "<p>x</p>" }]);
  });

  it("keeps drafts as drafts", () => {
    expect([...mediumEntries(files("posts/draft_Walking-abcdef123456.html", page()), () => {})]).toMatchObject([{ draft: true }]);
  });

  it("keeps a file without a text as a draft, and names it", () => {
    expect([...mediumEntries(files(post, "<p>x</p>"), () => {})]).toMatchObject([
      { title: "", content: "", published: "2024-01-02", draft: true, notes: [expect.stringContaining(post)] },
    ]);
  });
});

describe("isMediumExport()", () => {
  it("recognizes an export by the names of its posts", () => {
    expect(isMediumExport(files(post, ""))).toBe(true);
    expect(isMediumExport(files("posts/2024-01-02-walking.html", ""))).toBe(false);
  });
});

describe("mediumEntries() offers", () => {
  const offered = (files: Record<string, string>) => {
    const settings: unknown[] = [];
    const folder = { paths: Object.keys(files).sort(), read: (path: string) => files[path] };
    for (const _ of mediumEntries(
      folder,
      () => {},
      (each) => settings.push(each),
    ));
    return settings;
  };

  it("the name of the profile, and no URL on medium.com", () => {
    const profile = '<h1 class="p-name">Ada M.</h1>';
    expect(offered({ [post]: page(), "profile/profile.html": profile })).toEqual([
      { title: "Ada M.", author: { name: "Ada M." }, url: undefined },
    ]);
  });

  it("the name of the author, and the URL of an own domain", () => {
    expect(offered({ [post]: page("https://blog.example.org/walking-abcdef123456") })).toEqual([
      { title: "Ada Marsh", author: { name: "Ada Marsh" }, url: "https://blog.example.org" },
    ]);
  });
});
