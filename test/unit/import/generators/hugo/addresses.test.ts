import { describe, expect, it } from "vitest";
import { hugo } from "../../../../../src/import/generators/hugo.ts";
import { openSite } from "../planned-site.ts";

const page = (lines: string) => `---\n${lines}\n---\nText.\n`;
const post = (title: string, more = "") => page(`title: ${title}\ndate: 2020-01-01${more === "" ? "" : `\n${more}`}`);
const old = { "netlify.toml": '[build.environment]\nHUGO_VERSION = "0.111.3"' };
const recent = { "netlify.toml": '[build.environment]\nHUGO_VERSION = "0.155.0"' };

// The addresses that Hugo 0.111.3 makes.
describe("hugo.plan() fills a pattern of [permalinks] with", () => {
  const files = {
    "hugo.toml": `[permalinks]
notes = "/:sections[1:]/:sections[last]/:slug"
kits = "/:sections[:1]/:title"
posts = "/p/:slug"
"posts/sub" = "/x/:slug"`,
    "content/notes/a.md": post("A"),
    "content/notes/sub/_index.md": page("title: Sub"),
    "content/notes/sub/b.md": post("B"),
    "content/kits/sub/c.md": post("a/B test"),
    "content/posts/sub/c.md": post("C"),
  };

  it.each([
    ["no section at the end of a folder without its own page", "notes/a.md", "/a/"],
    ["the sections that have pages", "notes/sub/b.md", "/sub/sub/b/"],
    ["the slash of a title", "kits/sub/c.md", "/kits/a/b-test/"],
    ["no key that names a folder below a section", "posts/sub/c.md", "/p/c/"],
  ])("%s", (_, path, address) => {
    const { addressOf, site } = openSite(hugo, { ...files, ...old });
    expect(addressOf(`content/${path}`).replace(":slugortitle", "c")).toBe(address);
    expect(site.notes).toEqual([]);
  });

  it("a note and a guess, where they depend on the version", () => {
    const { addressOf, plan, site } = openSite(hugo, files);
    expect(addressOf("content/notes/a.md")).toBe("/notes/a/");
    expect(plan("content/posts/sub/c.md")).toMatchObject({ isGuess: true });
    expect(plan("content/notes/a.md")).toMatchObject({ isGuess: true });
    expect(plan("content/kits/sub/c.md")).not.toHaveProperty("isGuess");
    expect(site.notes).toEqual([
      expect.stringMatching(/^Hugo before 0\.123 .*: content\/notes\/a\.md$/),
      expect.stringMatching(/^A key of \[permalinks\] names a folder below a section, .*: content\/posts\/sub\/c\.md$/),
    ]);
  });

  it("the first pattern of a list that is one of the page", () => {
    const { addressOf } = openSite(hugo, {
      "hugo.yaml": `permalinks:
  - { target: { kind: page, path: "/posts/sub/**" }, pattern: "/x/:filename/" }
  - { target: { kind: section, path: "/posts/**" }, pattern: "/z/" }
  - { target: { path: "/posts/**" }, pattern: "/p/:filename/" }`,
      "content/posts/a.md": post("A"),
      "content/posts/sub/c.md": post("C"),
      ...recent,
    });
    expect(addressOf("content/posts/a.md")).toBe("/p/:filename/");
    expect(addressOf("content/posts/sub/c.md")).toBe("/x/:filename/");
  });
});

describe("hugo.plan() of aliases", () => {
  const aliasesOf = (config: string, files: Readonly<Record<string, string>>) => {
    const { plan } = openSite(hugo, { "hugo.toml": config, ...files });
    const path = Object.keys(files).find((each) => each.startsWith("content/")) ?? "";
    return (plan(path) as { readonly replacement?: { readonly frontMatter: { readonly aliases?: unknown } } }).replacement?.frontMatter
      .aliases;
  };
  const french = { "content/posts/a.fr.md": post("A", "aliases: [/old/, rel, ../up, /fr/own]") };
  const languages = 'baseURL = "https://moon.org/blog/"\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2';

  it("writes the one of the root for Hugo before 0.155, and that below the language for later versions", () => {
    const relative = ["/blog/fr/posts/rel", "/blog/fr/up"];
    expect(aliasesOf(languages, { ...french, ...old })).toEqual(["/blog/old/", ...relative, "/blog/fr/own"]);
    const both = ["/blog/old/", "/blog/fr/old/", ...relative, "/blog/fr/own"];
    expect(aliasesOf(languages, { ...french, ...recent })).toEqual(both);
    expect(aliasesOf(languages, french)).toEqual(both);
  });

  it("adds .html with uglyURLs", () => {
    const files = { "content/posts/a.md": post("A", "aliases: [/old, rel, /dir/, x.html]") };
    expect(aliasesOf("uglyURLs = true", files)).toEqual(["/old.html", "/posts/rel.html", "/dir.html", "/posts/x.html"]);
  });

  it("takes the folder of a page at a file for the page", () => {
    const files = { "content/docs/m.md": post("M", "url: /notes/moon.html\naliases: [rel, /abs]") };
    expect(aliasesOf("", files)).toEqual(["/rel", "/abs"]);
  });
});

// The addresses that Hugo 0.111.3 makes, and the ids of its feeds.
describe("hugo.plan() of languages with their own baseURL", () => {
  const config = (languages: string) => `[permalinks]\nnotes = "/:year/:slug/"\n${languages}`;
  const files = {
    "hugo.toml": config(`[languages.en]
baseURL = "https://moon.org/blog/"
[languages.fr]
baseURL = "https://lune.fr/"
[languages.de]
baseURL = "https://moon.org/de-blog/"`),
    ...Object.fromEntries(["", ".fr", ".de"].map((tag) => [`content/notes/ünï${tag}.md`, post("Ü b", "aliases: [/old, /fr/x, rel]")])),
    "content/about.fr.md": page("title: A"),
    "content/_index.fr.md": page("title: Lune"),
  };
  const { addressOf, plan, site } = openSite(hugo, files);

  it("have the addresses and the ids of that URL", () => {
    expect(site.settings.url).toBe("https://moon.org");
    expect(addressOf("content/notes/ünï.md")).toBe("/blog/:year/:slugortitle/");
    expect(addressOf("content/notes/ünï.de.md")).toBe("/de-blog/2020/ü-b/");
    expect(addressOf("content/notes/ünï.fr.md")).toBe("/blog/fr/2020/ü-b/");
    expect(plan("content/notes/ünï.fr.md")).toMatchObject({ isGuess: true, keys: { id: "https://lune.fr/2020/%C3%BC-b/" } });
    expect(plan("content/notes/ünï.de.md")).not.toHaveProperty("isGuess");
    expect(plan("content/notes/ünï.de.md")).not.toHaveProperty("keys.id");
  });

  it("give a page no id", () => {
    expect(plan("content/about.fr.md")).toMatchObject({ kind: "page", isGuess: true });
    expect(plan("content/about.fr.md")).not.toHaveProperty("keys.id");
    expect(plan("content/_index.fr.md")).toMatchObject({ isGuess: true, address: { path: "/blog/fr/" }, keys: { language: "fr" } });
  });

  it("have the aliases below that URL", () => {
    const aliases = (path: string) =>
      (plan(path) as { replacement: { frontMatter: { aliases: unknown } } } | undefined)?.replacement.frontMatter.aliases;
    expect(aliases("content/notes/ünï.de.md")).toEqual(["/de-blog/old", "/de-blog/fr/x", "/de-blog/2020/rel"]);
    expect(aliases("content/notes/ünï.fr.md")).toEqual(["/blog/fr/old", "/blog/fr/x", "/blog/fr/2020/rel"]);
  });

  it("are named if they were on another host", () => {
    expect(site.notes).toEqual([
      "The language fr has its own baseURL: its pages have addresses on this site now, and the posts their old ids",
    ]);
  });
});
