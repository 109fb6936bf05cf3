import { describe, expect, it } from "vitest";
import { openOldSite } from "../../../../src/import/old-site/open-old-site.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { type Files, folderWith } from "../generators/in-memory-site.ts";

const jekyllIn = (folder: string) => ({
  [`${folder}/_config.yml`]: "",
  [`${folder}/_posts/2024-01-02-moon.md`]: "---\ntitle: x\n---\nText",
});
const repository = { "README.md": "Text", "package.json": "{}", "lib/a.js": "" };

function opened(files: Files) {
  const folder = folderWith(files);
  const { generator, notes, site } = openOldSite(folder);
  return { generator, notes, articles: planSite(folder, site).articles.map(({ path, target }) => [path, target]) };
}

function inFolder(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

describe("openOldSite()", () => {
  it.each([["docs"], ["packages/blog"]])("opens the only site of a repository, in the folder %s", (folder) => {
    expect(opened({ ...repository, ...jekyllIn(folder) })).toEqual({
      generator: "Jekyll",
      notes: folder === "docs" ? [] : ["The site is in the folder packages"],
      articles: [[`${folder}/_posts/2024-01-02-moon.md`, "_posts/2024-01-02-moon.md"]],
    });
  });

  it("opens the site in a folder of a theme without articles", () => {
    const theme = { ...repository, "_config.yml": "theme: x\nplugins: []\nexclude: [docs, test]", "_layouts/post.html": "" };
    expect(opened({ ...theme, ...jekyllIn("docs"), ...jekyllIn("test") })).toMatchObject({
      notes: ["The site is in the folder docs"],
      articles: [["docs/_posts/2024-01-02-moon.md", "_posts/2024-01-02-moon.md"]],
    });
  });

  it("reads other folders if the default ones of a system have no texts, and says so", () => {
    const files = {
      "package.json": '{"dependencies": {"next": "1"}}',
      "app/page.js": "",
      "words/a.md": "---\ndate: 2024-01-02\n---\nText",
    };
    expect(opened(files)).toEqual({
      generator: undefined,
      notes: [expect.stringMatching(/Next\.js usually has contain no texts.*write permalink/)],
      articles: [["words/a.md", "a.md"]],
    });
  });

  it("keeps the rules of a site if the folder also matches another system", () => {
    const note = "---\ndate: 2024-01-02\n---\nText %%hidden%%";
    const files = {
      ...{ "quartz.config.ts": 'export default { configuration: { baseUrl: "example.com/notes" } }', "content/a.md": note },
      ...{ ".obsidian/app.json": "{}", "b.md": note },
    };
    const { generator, site } = openOldSite(folderWith(files));
    expect([generator, site.publicText?.("a %%b%%"), site.linkBase]).toEqual(["Quartz", "a ", "/notes/"]);
  });

  it("counts the posts of another system in the same folder", () => {
    const files = {
      ...{ "hugo.toml": 'title = "T"', "content/posts/a.md": "---\ndate: 2024-01-02\n---\nText" },
      ...{ "_config.yml": "plugins: [jekyll-feed]", "_posts/2014-01-02-j.md": "---\n---\nText" },
    };
    const folder = folderWith(files);
    const { notes, site } = openOldSite(folder);
    const { articles, leftOut } = planSite(folder, site);
    expect(articles.map(({ path }) => path)).toEqual(["content/posts/a.md"]);
    expect([...leftOut]).toEqual([["posts of Jekyll", ["_posts/2014-01-02-j.md"]]]);
    expect(notes).toEqual([
      "The folder is also a site of Jekyll: the rules of Hugo were used, but no build names it as the live site; to use those of Jekyll instead, import a copy of the folder without hugo.toml",
    ]);
  });

  it.each<[string, Files, string[]]>([
    ["alone", {}, []],
    ["with a theme of Jekyll", { "_layouts/post.html": "" }, ["The folder is also a site of Jekyll: the rules of Hexo were used"]],
    [
      "with posts of Jekyll",
      { "_posts/2024-01-02-b.md": "Text" },
      [expect.stringMatching(/^The folder is also a site of Jekyll: the rules of Hexo were used, but no build names it/)],
    ],
  ])("recognizes a site of Hexo with a dated file name, %s", (_name, others, notes) => {
    const files = { "_config.yml": "permalink: :year/:title/", "source/_posts/2015-03-04-a.md": "---\ntitle: A\n---\nText", ...others };
    expect(opened(files)).toMatchObject({ generator: "Hexo", notes });
  });

  const hugoInBlog = { "blog/hugo.toml": "", "blog/content/posts/a.md": "---\ndate: 2024-01-02\n---\nText" };
  const docusaurusInWebsite = { "website/docusaurus.config.js": "module.exports = {};", "website/blog/2023-02-03-b.md": "Text" };

  it("lists the sites of several systems", () => {
    expect(() => opened({ ...repository, ...hugoInBlog, ...docusaurusInWebsite })).toThrow(
      "The folder has several sites: blog (Hugo), website (Docusaurus)",
    );
  });

  it("prefers the site at the top to those in its folders", () => {
    const top = { "hugo.toml": "", "content/posts/c.md": "---\ndate: 2024-01-02\n---\nText" };
    expect(opened({ ...top, ...hugoInBlog, ...docusaurusInWebsite })).toMatchObject({ generator: "Hugo" });
  });

  it("lists several sites", () => {
    const files = {
      ...repository,
      "_config.yml": "theme: x\nplugins: []\nexclude: [docs, example]",
      ...jekyllIn("docs"),
      ...jekyllIn("example"),
    };
    expect(() => opened(files)).toThrow("The folder has several sites: docs (Jekyll), example (Jekyll)");
  });

  it("lists several sites of the same system", () => {
    const site = { "hugo.toml": "", "content/posts/a.md": "---\ndate: 2024-01-02\n---\nText" };
    expect(() => opened({ ...repository, ...inFolder("site-a", site), ...inFolder("site-b", site) })).toThrow(
      /^The folder has several sites: site-a \(Hugo\), site-b \(Hugo\)$/,
    );
  });

  it("opens the site at the top if its folders contain others of its system", () => {
    const files = { "hugo.toml": "", "content/posts/a.md": "---\ndate: 2024-01-02\n---\nText" };
    const all = { ...files, ...inFolder("one", files), ...inFolder("two", files) };
    expect(opened(all).articles).toEqual([["content/posts/a.md", "posts/a.md"]]);
  });

  it.each([
    ["that has articles", { "_config.yml": "theme: x\nplugins: []", "_posts/2024-01-01-a.md": "---\n---\nText", ...jekyllIn("docs") }],
    ["of dated texts", { "2024-01-01-a.md": "Text", ...jekyllIn("x/blog") }],
  ])("prefers the folder itself %s", (_name, files) => {
    expect(opened(files).articles.map(([path]) => path)).toContain(Object.keys(files).find((path) => path.includes("2024-01-01-a")));
  });

  it("opens dated documents and the documentation of MkDocs only if nothing else has articles", () => {
    const dated = { ...repository, "docs/a.md": "---\ndate: 2024-01-02\n---\nText" };
    expect(opened(dated).articles).toEqual([["docs/a.md", "a.md"]]);
    const documentation = { ...repository, "mkdocs.yml": "site_name: A", "docs/b.md": "# B" };
    expect(opened(documentation)).toMatchObject({ generator: "MkDocs", articles: [["docs/b.md", "b.md"]] });
    for (const files of [dated, documentation])
      expect(opened({ ...files, ...hugoInBlog }).articles.map(([path]) => path)).not.toContainEqual(expect.stringMatching(/^docs/));
    expect(opened({ ...documentation, "posts/2024-01-02-c.md": "Text" }).articles).toEqual([["posts/2024-01-02-c.md", "2024-01-02-c.md"]]);
  });

  it("reads dated documents of a site whose own folders contain no texts", () => {
    const files = { ...repository, "hugo.toml": "", "docs/2024-01-02-a.md": "Text" };
    expect(opened(files).articles).toEqual([["docs/2024-01-02-a.md", "2024-01-02-a.md"]]);
  });

  describe("with a site at the top and another one in a folder", () => {
    const dated = "---\ndate: 2024-01-02\n---\nText";
    const blog = (posts: number) => Object.fromEntries(Array.from({ length: posts }, (_, index) => [`content/blog/p${index}.md`, dated]));
    const eleventy = (posts: number) => ({ "eleventy.config.js": 'export default () => ({ dir: { input: "content" } });', ...blog(posts) });
    const astro = (posts: number, folder = "trial") =>
      inFolder(folder, {
        "astro.config.mjs": "export default {};",
        "src/pages/[...slug].astro": 'getCollection("blog")',
        ...Object.fromEntries(Object.entries(blog(posts)).map(([path, text]) => [`src/${path}`, text])),
      });
    const packageWith = (build: string) => ({ "package.json": JSON.stringify({ scripts: { build } }) });

    it.each<[string, Files]>([
      ["with more posts", { ...eleventy(2), ...astro(1) }],
      ["that netlify.toml builds", { ...eleventy(1), ...astro(2), "netlify.toml": '[build]\npublish = "_site"' }],
      ["that vercel.json builds", { ...eleventy(1), ...astro(2), "vercel.json": '{"outputDirectory": "_site"}' }],
      ["that package.json builds", { ...eleventy(1), ...astro(2), ...packageWith("npx @11ty/eleventy") }],
      ["that a workflow builds", { ...eleventy(1), ...astro(2), ".github/workflows/a.yml": "uses: actions/upload-pages-artifact@v3" }],
      ["in spite of the word `next`", { ...eleventy(1), ...astro(2, "next"), ...packageWith("eleventy && echo next: next") }],
    ])("opens the one at the top, %s", (_name, files) => {
      const { articles, generator, notes } = opened(files);
      expect(generator).toBe("Eleventy");
      expect(articles.every(([path]) => path?.startsWith("content/blog/"))).toBe(true);
      expect(notes).toEqual([
        expect.stringMatching(/^The folder also has a site in (?:trial|next) \(Astro\), which was left out, since .+; import that folder/),
      ]);
    });

    it("counts the texts of the other one", () => {
      const folder = folderWith({ ...eleventy(2), ...astro(1) });
      expect([...planSite(folder, openOldSite(folder).site).leftOut]).toEqual([
        ["texts of the site in trial", ["trial/src/content/blog/p0.md"]],
      ]);
    });

    it.each<[string, Files]>([
      ["netlify.toml", { "netlify.toml": '[build]\nbase = "trial"\npublish = "dist"' }],
      ["a workflow", { ".github/workflows/a.yml": "run: npm run build\nworking-directory: ./trial" }],
      ["package.json", packageWith("cd trial && astro build")],
      ["the folder of its output", { "netlify.toml": '[build]\npublish = "trial/dist"' }],
    ])("opens the one in the folder that %s names", (_name, files) => {
      const found = opened({ ...eleventy(3), ...astro(1), ...files });
      expect(found).toMatchObject({ generator: "Astro", articles: [["trial/src/content/blog/p0.md", "p0.md"]] });
    });

    it.each<[string, Files]>([
      ["the same number of posts", {}],
      ["files of builds for both", { "netlify.toml": '[build]\npublish = "_site"', "vercel.json": '{"rootDirectory": "trial"}' }],
    ])("lists both with %s", (_name, files) => {
      expect(() => opened({ ...eleventy(1), ...astro(1), ...files })).toThrow(
        "The folder has several sites: the folder itself (Eleventy), trial (Astro)",
      );
    });
  });

  it("reports that there is nothing to import", () => {
    expect(() => opened(repository)).toThrow("Nothing to import");
  });
});
