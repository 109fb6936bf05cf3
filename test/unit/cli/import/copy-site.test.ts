import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder, png, settings } from "../sample-folder.ts";

const fixtures = resolve(import.meta.dirname, "../../../fixtures");
const now = Date.UTC(2025, 0, 1, 12);

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => statSync(join(folder, path)).isFile()).sort();
}

// For each system: the paths of our articles and media files, and the files that identify the system.
const layouts: Readonly<Record<string, { files: Record<string, string>; place: (path: string) => string; set: Record<string, string> }>> = {
  jekyll: {
    files: { "_config.yml": "title: x\ntimezone: Europe/Berlin\nplugins: [jekyll-feed]\n", "index.html": "x", "README.md": "x" },
    place: (path) => path,
    set: { permalink: "date", ids: "jekyll-feed", timezone: "Europe/Berlin" },
  },
  hugo: {
    files: {
      "hugo.toml": 'baseURL = "https://example.com"\n[permalinks]\nposts = "/:section/:slug/"\n',
      "layouts/index.html": "x",
      "public/index.html": "x",
    },
    place: (path) => (path.startsWith("img/") ? `static/${path}` : `content/${path}`),
    set: { permalink: "/:section/:slugortitle/" },
  },
  zola: {
    files: { "config.toml": 'base_url = "https://example.com"\n', "templates/index.html": "x", "static/robots.txt": "x" },
    place: (path) => (path === "moon.png" ? `static/${path}` : `content/${path}`),
    set: { permalink: "/:sections/:slug/" },
  },
  astro: {
    files: { "astro.config.mjs": "", "src/pages/index.astro": "x", "node_modules/x/y.md": "x" },
    place: (path) => (path.startsWith("assets/") ? `src/${path}` : `src/content/blog/${path}`),
    set: { permalink: "/blog/:sections/:filename/" },
  },
  eleventy: {
    files: { "eleventy.config.js": "", "package.json": "{}", "README.md": "x", "_site/index.html": "x" },
    place: (path) => `posts/${path}`,
    set: { permalink: "/posts/:slug/" },
  },
  hexo: {
    files: { "_config.yml": "timezone: ''\npermalink: :year/:month/:title/\n", "scaffolds/post.md": "x" },
    place: (path) => `source/${path}`,
    set: { permalink: ":year/:month/:title/" },
  },
  gatsby: {
    files: { "gatsby-config.ts": "", "src/pages/index.tsx": "x" },
    place: (path) => `content/blog/${path}`,
    set: { permalink: "/:sections/:filename/" },
  },
};

function layOut(system: string): { folder: string; site: string; articles: string[] } {
  const { files, place } = layouts[system] as (typeof layouts)[string];
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
  const source = join(fixtures, system, "articles");
  for (const path of filesOf(source)) {
    mkdirSync(dirname(join(folder, "old", place(path))), { recursive: true });
    cpSync(join(source, path), join(folder, "old", place(path)));
  }
  return {
    folder,
    site: join(folder, "old"),
    articles: filesOf(source).filter((path) => !/(?:^|\/)(?:_index\.md|_includes|_layouts)|\.json$/.test(path)),
  };
}

const run = (folder: string, sources: readonly string[], isDryRun = false, site = sampleSite) =>
  importArticles(sources, { site, now, folder: join(folder, "articles"), isDryRun });

describe.each(Object.keys(layouts))("the folder of a %s site", (system) => {
  it("is copied as it is, to where its posts find what they show", async () => {
    const { articles, folder, site } = layOut(system);
    const result = await run(folder, [site]);
    expect(filesOf(join(folder, "articles"))).toEqual(articles);
    for (const path of articles) {
      expect(readFileSync(join(folder, "articles", path))).toEqual(readFileSync(join(fixtures, system, "articles", path)));
    }
    expect(result.written.length + result.media).toBe(articles.length);
    expect(result.concerns).toEqual([]);
    expect(await run(folder, [site])).toMatchObject({ written: [], media: 0, there: result.written.length });
  });

  it("says what to set for every address and id to stay, once", async () => {
    const { folder, site } = layOut(system);
    const { set } = layouts[system] as (typeof layouts)[string];
    const result = await run(folder, [site], true);
    expect(result.settings).toEqual(set);
    expect(filesOf(join(folder, "articles"))).toEqual([]);
    expect(describeImport(result, "articles", true)).toContain(`permalink = ${JSON.stringify(set["permalink"])}`);
    const { permalink: _, ...rest } = set;
    const done = { ...sampleSite, ...rest, permalink: "/:slug" } as typeof sampleSite;
    expect((await run(folder, [site], true, done)).settings).toEqual({ permalink: set["permalink"] });
  });
});

describe("a folder of nobody's", () => {
  it("is taken as it is, but for what no article is and nobody wrote", async () => {
    const old = {
      "a.md": "---\ndate: 2024-01-02\n---\nx",
      "b/c.png": png,
      "b/d.org": "x",
      "e.css": "x",
      ".git/f.md": "x",
      "node_modules/g.md": "x",
    };
    const folder = makeFolder(Object.fromEntries(Object.entries(old).map(([path, text]) => [`old/${path}`, text])));
    const result = await run(folder, [join(folder, "old")]);
    expect(filesOf(join(folder, "articles"))).toEqual(["a.md", "b/c.png"]);
    expect(result.concerns).toMatchObject([{ from: join(folder, "old"), entry: "b/d.org", note: expect.stringContaining("Left out") }]);
    expect(describeImport(result, "articles", false)).toContain(
      "2 entries found: 1 written to articles/, 0 already exist, 1 left out, 1 media file, 1 needs attention",
    );
  });

  it("goes over nothing, and says what would be lost", async () => {
    const folder = makeFolder({
      "old/a.md": "---\ndate: 2024-01-02\n---\nnew",
      "old/b.md": "---\ndate: 2024-01-02\nid: urn:b\n---\nx",
      "articles/a.md": "---\ndate: 2024-01-02\n---\nold",
      "articles/other.md": "---\ndate: 2024-01-02\nid: urn:b\n---\nx",
    });
    const result = await run(folder, [join(folder, "old")]);
    expect(result).toMatchObject({ written: [], there: 1, leftOut: 1 });
    expect(result.concerns).toMatchObject([{ note: "Left out: articles/a.md is there already and says something else" }]);
    expect(readFileSync(join(folder, "articles/a.md"), "utf8")).toContain("old");
  });

  it("tells what does not compile yet, by file and line", async () => {
    const folder = makeFolder({
      "old/a.md": "---\ntitle: A\ndate: 2024-13-31\n---\n",
      "old/b.md": Buffer.from("caf\xe9", "latin1"),
      "old/c.md": "On 5 May 2020",
    });
    const result = await run(folder, [join(folder, "old")]);
    expect(result.written).toEqual(["a.md", "b.md", "c.md"]);
    expect(result.concerns.map(({ file, note }) => `${file} ${note}`)).toEqual([
      expect.stringMatching(/^a\.md line 3: Cannot read date "2024-13-31"/),
      expect.stringMatching(/^b\.md line 1: .*not UTF-8/),
      expect.stringMatching(/^c\.md line 1: Cannot find a date .*"5 May 2020"/),
    ]);
  });
});

describe("a file that is an article", () => {
  it("is copied with its name", async () => {
    const folder = makeFolder({
      "x/a.md": "---\ndate: 2024-01-02\n---\nx",
      "x/2024-01-03-b.markdown": "x",
      "x/c.html": "---\ndate: 2024-01-02\n---\n<p>x",
      "wrangler.toml": settings,
    });
    const result = await run(
      folder,
      ["x/a.md", "x/2024-01-03-b.markdown", "x/c.html"].map((path) => join(folder, path)),
    );
    expect(result.written).toEqual(["a.md", "2024-01-03-b.markdown", "c.html"]);
    expect(readFileSync(join(folder, "articles/c.html"), "utf8")).toBe("---\ndate: 2024-01-02\n---\n<p>x");
  });
});
