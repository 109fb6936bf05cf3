import { describe, expect, it } from "vitest";
import { openOldSite } from "../../../../src/import/old-site/open-old-site.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { type Files, folderWith } from "../generators/in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
// Each system has a post of its own, and a command that builds it.
const systems: Readonly<Record<string, { readonly files: Files; readonly build: string }>> = {
  Zola: {
    files: { "zola.toml": 'base_url = "https://z.example.org"', "content/zola.md": "+++\ntitle = 'Z'\ndate = 2024-01-02\n+++\nText" },
    build: "zola build",
  },
  Hugo: { files: { "hugo.toml": "", "content/posts/hugo.md": post }, build: "hugo --minify" },
  Hexo: { files: { "_config.yml": "permalink: :title/", "source/_posts/hexo.md": post }, build: "hexo generate" },
  Jekyll: { files: { "_config.yml": "plugins: [jekyll-feed]", "_posts/2024-01-02-jekyll.md": post }, build: "bundle exec jekyll build" },
  Docusaurus: {
    files: { "docusaurus.config.js": "module.exports = {};", "blog/2024-01-02-docusaurus.md": post },
    build: "docusaurus build",
  },
  VitePress: { files: { ".vitepress/config.js": "export default { srcDir: 'vite' };", "vite/a.md": post }, build: "vitepress build" },
  Astro: {
    files: {
      "astro.config.mjs": "export default {};",
      "src/pages/blog/[...slug].astro": 'getCollection("blog")',
      "src/content/blog/astro.md": post,
    },
    build: "astro build",
  },
  Eleventy: {
    files: { "eleventy.config.js": 'export default () => ({ dir: { input: "eleven" } });', "eleven/a.md": post },
    build: "npx @11ty/eleventy",
  },
  Gatsby: {
    files: {
      "gatsby-config.js":
        "module.exports = { plugins: [{ resolve: 'gatsby-source-filesystem', options: { path: 'gats' } }, 'gatsby-transformer-remark'] };",
      "gats/a.md": post,
    },
    build: "gatsby build",
  },
  "Next.js": { files: { "next.config.js": "module.exports = {};", "pages/next.mdx": post }, build: "next build" },
  Pelican: { files: { "pelicanconf.py": "PATH = 'peli'", "peli/a.md": "Title: A\nDate: 2024-01-02\n\nText" }, build: "pelican peli" },
};
const pairs = Object.keys(systems).flatMap((old) => Object.keys(systems).flatMap((live) => (live === old ? [] : [[old, live] as const])));
const filesOf = (...names: readonly string[]) => Object.assign({}, ...names.map((name) => systems[name]?.files)) as Files;
const scripts = (build: string) => ({ "package.json": JSON.stringify({ scripts: { build } }) });
// They read the same configuration, or the same folders.
const areAlike = (a: string, b: string) =>
  [a, b].every((name) => /^(?:Hexo|Jekyll)$/.test(name)) || [a, b].every((name) => /^(?:Zola|Hugo)$/.test(name));

describe("openOldSite() of two systems in one folder", () => {
  it.each(pairs)("chooses, of %s and %s, the second one, which the build names", (old, live) => {
    const {
      generator,
      isUncertain = false,
      notes,
    } = openOldSite(folderWith({ ...filesOf(old, live), ...scripts(systems[live]?.build ?? "") }));
    expect([generator, isUncertain]).toEqual([live, false]);
    if (!areAlike(old, live))
      expect(notes.join()).toContain(`the rules of ${live} were used, since package.json builds the site with ${live}`);
  });

  it.each(pairs.filter(([a, b]) => a < b && !areAlike(a, b)))("is uncertain with %s and %s if no build names one", (a, b) => {
    const { generator = "", isUncertain, notes } = openOldSite(folderWith(filesOf(a, b)));
    expect([a, b]).toContain(generator);
    expect(isUncertain).toBe(true);
    expect(notes.join()).toMatch(
      /but no build names it as the live site; to use those of \S+ instead, import a copy of the folder without \S+/,
    );
  });

  const both = filesOf("Hugo", "Astro");
  it.each<[string, Files, string, boolean]>([
    ["a command of netlify.toml", { "netlify.toml": '[build]\ncommand = "astro build"' }, "Astro", false],
    [
      "a script that netlify.toml runs",
      { "netlify.toml": '[build]\ncommand = "npm run site"', "package.json": '{"scripts": {"site": "astro build", "build": "hugo"}}' },
      "Astro",
      false,
    ],
    ["a script that a script runs", { "package.json": '{"scripts": {"build": "run-s site:*", "site:a": "astro build"}}' }, "Astro", false],
    ["the framework of vercel.json", { "vercel.json": '{"buildCommand": "yarn build"}', ...scripts("astro build") }, "Astro", false],
    ["an action", { ".github/workflows/a.yml": "- uses: withastro/action@v2" }, "Astro", false],
    ["an action of Hugo", { ".github/workflows/a.yml": "- uses: peaceiris/actions-hugo@v3", ...scripts("astro build") }, "Hugo", false],
    ["the command of wrangler.toml", { "wrangler.toml": '[build]\ncommand = "npx astro build"' }, "Astro", false],
    ["the published folder", { "netlify.toml": '[build]\ncommand = "make"\npublish = "dist/"' }, "Astro", false],
    ["the folder of an artifact", { ".github/workflows/a.yml": "with:\n  path: ./public" }, "Hugo", false],
    ["a comment", { ".github/workflows/a.yml": "  # astro build" }, "Hugo", true],
    ["both", scripts("hugo && astro build"), "Hugo", true],
    ["neither", scripts("make"), "Hugo", true],
    ["a script that only checks", { "package.json": '{"scripts": {"lint": "astro check"}}' }, "Hugo", true],
  ])("reads %s", (_name, files, generator, isUncertain) => {
    expect(openOldSite(folderWith({ ...both, ...files }))).toMatchObject({ generator, isUncertain });
  });

  it("leaves out the posts of the other one, and says how to import them", () => {
    const folder = folderWith({ ...both, ...scripts("astro build") });
    const { notes, site } = openOldSite(folder);
    const { articles, leftOut } = planSite(folder, site);
    expect(articles.map(({ path }) => path)).toEqual(["src/content/blog/astro.md"]);
    expect([...leftOut]).toEqual([["posts of Hugo", ["content/posts/hugo.md"]]]);
    expect(notes[0]).toMatch(/; to use those of Hugo instead, import a copy of the folder without astro\.config\.mjs$/);
  });

  it("does not doubt a folder whose other system has no posts", () => {
    const { isUncertain, notes } = openOldSite(folderWith({ ...filesOf("Hugo"), "astro.config.mjs": "export default {};" }));
    expect(isUncertain).toBe(false);
    expect(notes).toEqual(["The folder is also a site of Astro: the rules of Hugo were used"]);
  });

  it("reads the posts of the live one if the other has none", () => {
    const { generator } = openOldSite(folderWith({ "hugo.toml": "", ...filesOf("Astro"), ...scripts("astro build") }));
    expect(generator).toBe("Astro");
  });
});
