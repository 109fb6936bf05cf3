import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSite } from "../../../../src/cli/import/read-site.ts";
import { openSite } from "../../../../src/cli/import/site-folder.ts";

const base = mkdtempSync(join(tmpdir(), "broadsheet-configuration-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const post = "---\ntitle: A\ndate: 2024-01-02\n---\n\nText\n";
let count = 0;

/** Reads a site with some files, in a folder with a folder `secret` next to it. @param links link → its target */
function read(files: Readonly<Record<string, string>>, links: Readonly<Record<string, string>> = {}) {
  const root = join(base, String(++count), "site");
  for (const [path, text] of Object.entries({ "../secret/a.md": post, "../secret/hugo.toml": "", ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(target, join(root, path));
  }
  const site = openSite(root);
  if (site === undefined) throw new Error("no folder");
  return readSite(site);
}

const large = "a".repeat(1_100_000);
const list = (length: number) => `[${"[".repeat(length)}${"]".repeat(length)}]`;
const tooLarge = (limit: string) => `it is too large: a configuration has at most ${limit} KiB; make it smaller`;
const bomb = `a0: &a0 [x]\n${Array.from({ length: 9 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(10)}]\n`).join("")}`;

describe("readSite() with a configuration that cannot be read", () => {
  it.each([
    ["TOML", "hugo.toml", `title = "${large}"`, "content/a.md", tooLarge("256")],
    ["nested TOML", "hugo.toml", `title = "A"\n\nx = ${list(2000)}`, "content/a.md", "line 3: tables and lists are nested too deeply"],
    ["TOML with a fault", "hugo.toml", 'title = "A"\nx = yes', "content/a.md", "line 2: write true instead of yes"],
    ["YAML", "_config.yml", `title: ${"a".repeat(70_000)}`, "_posts/2024-01-02-a.md", tooLarge("64")],
    ["nested YAML", "_config.yml", `x: ${list(20_000)}`, "_posts/2024-01-02-a.md", "tables and lists are nested too deeply"],
    ["YAML with a fault", "_config.yml", "title: A\nx: [1", "_posts/2024-01-02-a.md", "line 2: Flow sequence in block collection must be"],
    ["aliases", "_config.yml", bomb, "_posts/2024-01-02-a.md", "its aliases (*name) refer to too many values"],
    ["MkDocs' YAML", "mkdocs.yml", "site_name: A\nx: [1", "docs/2024-01-02-a.md", "line 2: Flow sequence in block collection must be"],
    ["nested YAML of MkDocs", "mkdocs.yml", `x: ${list(20_000)}`, "docs/2024-01-02-a.md", "tables and lists are nested too deeply"],
    ["aliases in a tag of Python", "mkdocs.yml", `${bomb}x: !!python/name:a [*a9]`, "docs/2024-01-02-a.md", "its aliases (*name) refer"],
    ["a list", "_config.yml", "- a", "_posts/2024-01-02-a.md", "it is not a table"],
    ["JavaScript", "astro.config.mjs", `export default {};//${large}`, "src/content/blog/a.md", tooLarge("256")],
    ["JavaScript with a fault", "astro.config.mjs", "export default {\n{", "src/content/blog/a.md", "line 2: "],
    ["nested JavaScript", "astro.config.mjs", `export default ${list(100_000)}`, "src/content/blog/a.md", "its code is nested too deeply"],
    ["Python", "pelicanconf.py", `X = [${"1,".repeat(600_000)}]`, "content/a.md", tooLarge("256")],
  ])("gives the reason for %s, and reports the addresses as uncertain", async (_name, config, text, article, reason) => {
    const { facts, isAssumed, plan } = await read({ [config]: text, [article]: post });
    expect(facts.join("\n")).toContain(`${config}: ${reason}`);
    expect([isAssumed, plan.articles.length]).toEqual([true, 1]);
  });

  it("still trusts the old addresses if only a data file cannot be read", async () => {
    const { facts, isAssumed } = await read({ "_config.yml": "author: ada", "_data/authors.yml": "- a", "_posts/2024-01-02-a.md": post });
    expect(facts.join("\n")).toContain("_data/authors.yml: it is not a table");
    expect(isAssumed).toBe(false);
  });

  it("relies on the addresses of a readable configuration", async () => {
    const { facts, isAssumed } = await read({ "hugo.toml": 'title = "A"', "content/a.md": post });
    expect([facts, isAssumed]).toEqual([[], false]);
  });
});

describe("readSite() of Jekyll with a source that does not exist", () => {
  const config = { "_config.yml": "source: .tmp\ntitle: T\n", Gemfile: "gem 'jekyll'" };

  it("uses the configuration for the only posts", async () => {
    const { isAssumed, old } = await read({ ...config, "src/_posts/2024-01-02-a.md": post });
    expect([old.settings.title, isAssumed]).toEqual(["T", false]);
    expect(old.notes.join("\n")).toContain("source is a folder that does not exist (.tmp)");
  });

  it.each([{}, { "a/_config.yml": "title: A" }])("reports it as unused if the posts of several folders may be meant (%j)", async (more) => {
    const { facts, isAssumed } = await read({ ...config, ...more, "a/_posts/2024-01-02-a.md": post, "b/_posts/2024-01-02-b.md": post });
    expect(facts.join("\n")).toContain('_config.yml: source does not exist: ".tmp"; import the folder again after the step that makes it');
    expect(isAssumed).toBe(true);
  });
});

describe("readSite() with Python that doubles a value", () => {
  it.each(["[1]", "'a'"])("stops at a limit for %s", async (value) => {
    const { plan } = await read({ "pelicanconf.py": `X = ${value}\n${"X = X + X\n".repeat(20_000)}`, "content/a.md": post });
    expect(plan.articles).toHaveLength(1);
  });
});

describe("readSite() with settings that lead outside the folder", () => {
  it.each([
    ["Hugo", { "hugo.toml": 'contentDir = "../secret"' }, 'hugo.toml: contentDir leads outside the folder: "../secret"'],
    ["Hugo's folder", { "config/_default/hugo.toml": 'contentDir = "../secret"' }, "config/_default/hugo.toml: contentDir leads outside"],
    ["Hugo's mounts", { "hugo.toml": '[[module.mounts]]\nsource = "../secret"\ntarget = "content"' }, "source leads outside"],
    ["Hugo's languages", { "hugo.toml": '[languages.en]\ncontentDir = "/srv/secret"' }, "contentDir leads outside"],
    ["Jekyll", { "_config.yml": "source: a/../../secret" }, "_config.yml: source leads outside"],
    ["Jekyll, with an absolute path", { "_config.yml": "source: /srv/site" }, '_config.yml: source leads outside the folder: "/srv/site"'],
    ["MkDocs' folder", { "mkdocs.yml": "docs_dir: ../secret" }, 'mkdocs.yml: docs_dir leads outside the folder: "../secret"'],
    ["Jekyll's collections", { "_config.yml": "collections_dir: ../secret" }, "collections_dir leads outside"],
    ["Hexo", { "_config.yml": "source_dir: ../secret" }, "source_dir leads outside"],
    ["Pelican", { "pelicanconf.py": 'PATH = "/srv/secret"' }, "pelicanconf.py: PATH leads outside"],
    ["Nikola", { "conf.py": 'POSTS = (("../secret/*.md", "posts", "x"),)' }, "conf.py: POSTS leads outside"],
    ["Astro", { "astro.config.mjs": 'export default { srcDir: "../secret" }' }, "srcDir leads outside"],
    ["VitePress' folder", { ".vitepress/config.js": 'export default { srcDir: "../secret" }' }, "srcDir leads outside"],
    ["VitePress", { ".vitepress/config.ts": 'export default { srcDir: "../../secret" }' }, "srcDir leads outside"],
    ["Eleventy", { ".eleventy.js": 'module.exports = () => ({ dir: { input: "../secret" } })' }, "input leads outside"],
    ["Eleventy's call", { "eleventy.config.js": 'export default (c) => { c.setInputDirectory("../secret") }' }, "input leads outside"],
    [
      "Gatsby",
      { "gatsby-config.js": 'module.exports = { plugins: [{ options: { path: __dirname + "/../secret" } }] }' },
      "path leads outside",
    ],
  ] as const)("reports it for %s", async (_name, files, expected) => {
    await expect(read(files as Readonly<Record<string, string>>)).rejects.toThrow(expected);
  });

  it("keeps the other settings of Pelican", async () => {
    const settings = "SITENAME = 'Sea'\nSITEURL = 'https://sea.example'\nPATH = '../secret'\n";
    const { facts, old } = await read({ "pelicanconf.py": settings, "content/a.md": "Title: A\nDate: 2024-01-01\n\nText" });
    expect(old.settings).toMatchObject({ title: "Sea", url: "https://sea.example" });
    expect(facts.join("\n")).not.toMatch(/no pelicanconf\.py|SITEURL is unknown/);
  });

  it.each([
    ["a path back into the folder", { "website/hugo.toml": 'contentDir = "../text"', "text/a.md": post }],
    ["a path from the root that is in the folder", { "hugo.toml": 'contentDir = "/text"', "text/a.md": post }],
    ["a menu of Jekyll", { "_config.yml": "menu: {Posts: /posts.html, Source: ../src, Path: /x}", "_posts/2024-01-02-a.md": post }],
    ["a menu of Jekyll with upper folders", { "_config.yml": "nav:\n- Pages: ../pages\n- input: ../x\n", "_posts/2024-01-02-a.md": post }],
    [
      "a menu of Hexo",
      { "_config.yml": "source_dir: source\ntheme_config: {menu: {Posts: /posts.html || far fa-edit}}", "source/_posts/a.md": post },
    ],
    ["redirects of Hugo", { "hugo.toml": '[[params.redirects]]\nsource = "/a"\n[params.menu]\nposts = "../x"', "content/a.md": post }],
    [
      "input of a bundler",
      { "astro.config.mjs": 'export default { vite: { build: { rollupOptions: { input: "../x" } } } }', "src/content/blog/a.md": post },
    ],
    ["a variable of Python", { "pelicanconf.py": "SITENAME = 'A'\nMENU = {'POSTS': '../x'}\npath = '../x'", "content/a.md": post }],
    ["an address", { "gatsby-config.js": 'module.exports = { menu: [{ path: "/about" }] }', "content/blog/a.md": post }],
  ] as const)("accepts %s", async (_name, files) => {
    expect((await read(files as Readonly<Record<string, string>>)).facts.join("\n")).not.toContain("outside");
  });

  it.each([
    [{ "config/_default/hugo.toml": "../../../secret/hugo.toml" }, "a link leads out of the folder"],
    [{ "mkdocs.yml": "../secret/hugo.toml" }, "a link leads out of the folder"],
    [{ "config/_default": "../../secret" }, "a link leads out of the folder"],
    [{ content: "../secret" }, "content: a link leads out of the folder"],
  ] as const)("names the link %j", async (links, expected) => {
    await expect(read({ "readme.toml": "" }, links as unknown as Readonly<Record<string, string>>)).rejects.toThrow(expected);
  });
});

describe("readSite() of a repository", () => {
  const modules = '[submodule "posts"]\n\tpath = content\n\turl = https://example.org/posts.git\n[submodule "x"]\n\tpath = themes/x\n';
  const advice = /^content: a Git submodule that is empty; run git -C \S+\/site submodule update --init, and import again$/;

  it("names an empty submodule", async () => {
    const { facts } = await read({ ".gitmodules": modules, "hugo.toml": "contentDir = 'texts'", "texts/posts/a.md": post });
    expect(facts).toEqual([expect.stringMatching(advice)]);
  });

  it.each([
    ["public", { "hugo.toml": "", "content/posts/a.md": post }],
    ["web/public", { "web/hugo.toml": "", "web/content/posts/a.md": post }],
    ["_site", { "_config.yml": "timezone: UTC", "_posts/2024-01-02-a.md": post }],
    [".deploy_git", { "_config.yml": "new_post_name: x", "source/_posts/a.md": post }],
    ["dist", { "astro.config.mjs": "", "src/pages/a.md": post }],
  ])("does not name the submodule %s, which the generator writes", async (folder, files) => {
    const { facts } = await read({ ...files, ".gitmodules": modules.replace("content", folder) });
    expect(facts.filter((fact) => fact.includes("submodule"))).toEqual([]);
  });

  it("names a submodule public in which the generator reads pictures", async () => {
    const { facts } = await read({ "astro.config.mjs": "", "src/pages/a.md": post, ".gitmodules": modules.replace("content", "public") });
    expect(facts.join()).toMatch(/public: a Git submodule that is empty/);
  });

  it("does not name a submodule with files", async () => {
    const { facts } = await read({ ".gitmodules": modules, "hugo.toml": "", "content/posts/a.md": post });
    expect(facts).toEqual([]);
  });

  it("names the submodule as the reason for missing articles", async () => {
    await expect(read({ ".gitmodules": modules, "hugo.toml": "" })).rejects.toThrow(
      /^Nothing to import: .*; content: a Git submodule that is empty; run git -C /,
    );
  });

  it("prints the command for each of several sites", async () => {
    const files = { "a/hugo.toml": "", "a/content/posts/a.md": post, "it's b/hugo.toml": "", "it's b/content/posts/a.md": post };
    await expect(read(files)).rejects.toThrow(
      /: a \(Hugo\), it's b \(Hugo\); import one of them: npm run import -- \S+\/site\/a, npm run import -- '\S+\/site\/it'\\''s b'$/,
    );
  });

  it("says how to import the site at the top if there is another one in a folder", async () => {
    const jekyll = { "_config.yml": "plugins: [jekyll-feed]", "_posts/2024-01-02-a.md": post };
    await expect(read({ ...jekyll, "trial/hugo.toml": "", "trial/content/posts/a.md": post })).rejects.toThrow(
      /: the folder itself \(Jekyll\), trial \(Hugo\); import one of them: npm run import -- \S+\/site after you move trial out of it, npm run import -- \S+\/site\/trial$/,
    );
  });
});
