import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const links = "[a](/x/login.py) [b](/x/Makefile) [c](/x/notes.txt) [d](/x/run.ipynb)";
const post = `---\ntitle: A\ndate: 2024-01-02\n---\n${links}`;
const code = { "login.py": "print()", Makefile: "all:", "notes.txt": "Notes", "run.ipynb": "{}", "unused.c": "int x;" };
const copies = ["x/Makefile", "x/login.py", "x/notes.text", "x/run.ipynb"];

function below(folder: string, names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(names).map(([name, text]) => [`old/${folder}/${name}`, text]));
}

async function importSite(files: Readonly<Record<string, string>>) {
  const folder = makeFolder(files);
  const articles = join(folder, "articles");
  const result = await importArticles([join(folder, "old")], {
    site: sampleSite,
    now: Date.UTC(2025, 0),
    folder: articles,
    isDryRun: false,
  });
  const paths = readdirSync(articles, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const copied = paths.map(({ name, parentPath }) => join(parentPath, name).slice(articles.length + 1)).sort();
  const report = describeImport(result, "articles", false).map((line) => line.replace(folder, ""));
  return { copied, report, read: (path: string) => readFileSync(join(articles, path), "utf8") };
}

describe("an import copies the files to which articles link, of any type, from the static files of", () => {
  it.each([
    ["Hugo", "static/x", { "hugo.toml": "", "content/posts/a.md": post }],
    ["Zola", "static/x", { "config.toml": 'base_url = "https://example.org"', "content/a.md": post, "templates/index.html": "" }],
    ["Jekyll", "x", { "_config.yml": "", "_posts/2024-01-02-a.md": post }],
    ["Hexo", "source/x", { "_config.yml": "source_dir: source", "source/_posts/a.md": post }],
    ["Pelican", "content/x", { "pelicanconf.py": 'PATH = "content"', "content/a.md": `Title: A\nDate: 2024-01-02\n\n${links}` }],
    ["Astro", "public/x", { "astro.config.mjs": "export default {}", "src/pages/a.md": post }],
    ["Gatsby", "static/x", { "gatsby-config.js": "module.exports = {}", "content/blog/a.md": post }],
    ["Next.js", "public/x", { "next.config.js": "module.exports = {}", "posts/a.md": post }],
    ["Docusaurus", "static/x", { "docusaurus.config.js": "module.exports = {}", "blog/a.md": post }],
    ["VitePress", "public/x", { ".vitepress/config.js": "export default {}", "a.md": post }],
    ["VuePress", ".vuepress/public/x", { ".vuepress/config.js": "module.exports = {}", "a.md": post }],
    ["Eleventy", "x", { "eleventy.config.js": "export default () => {}", "a.md": post }],
    ["an unknown generator", "static/x", { "a.md": post }],
  ])("%s", async (_name, folder, files) => {
    const { copied, report } = await importSite({
      ...below(folder, code),
      ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])),
    });
    expect(copied.filter((path) => !/\.md$/.test(path))).toEqual(copies);
    expect(report.join("\n")).toMatch(/4 media files, 0 need attention/);
  });
});

describe("an import", () => {
  it("copies what posts of a project of code link to outside of their folder, and keeps its documents out", async () => {
    const { copied, read, report } = await importSite({
      "old/package.json": "{}",
      "old/about.md": "---\ntitle: About\n---\nText ![p](me.png)",
      "old/me.png": "png",
      "old/shots/p.png": "png",
      "old/shots/unused.png": "png",
      "old/src/tool.py": "print()",
      "old/README.md": "Read me",
      "old/DESIGN.md": "# Design",
      "old/posts/2024-01-02-a.md":
        "---\ntitle: A\n---\n[about](../about.md) ![p](../shots/p.png) [c](../src/tool.py) [r](../README.md)\n<img src='../shots/p.png'>",
      "old/posts/2024-01-03-b.md": "---\ntitle: B\n---\nText",
    });
    expect(copied).toEqual([
      ...["2024-01-02-a.md", "2024-01-03-b.md", "README.md.text", "about.md", "me.png", "shots/p.png", "src/tool.py"],
    ]);
    expect(read("2024-01-02-a.md")).toContain(
      "[about](../about.md) ![p](../shots/p.png) [c](../src/tool.py) [r](/README.md.text)\n<img src='../shots/p.png'>",
    );
    expect(read("about.md")).toMatch(/^feed: false$/m);
    expect(report.join("\n")).toContain("texts outside of the folder posts");
  });

  it("changes links to a text that becomes an article to its copy", async () => {
    const { read } = await importSite({ "old/hugo.toml": "", "old/content/posts/a.md": post, ...below("static/x", code) });
    expect(read("posts/a.md")).toContain("[a](/x/login.py) [b](/x/Makefile) [c](/x/notes.text)");
    expect(read("x/notes.text")).toBe("Notes");
  });

  it("names linked files that the site cannot serve, in one line", async () => {
    const { copied, report } = await importSite({
      "old/_config.yml": "",
      "old/_posts/2024-01-02-a.md": "---\ntitle: A\n---\n[a](/demo/) [b](/other.html) [c](/feed.xml) [d](/read.md)",
      ...below("demo", { "index.html": "<p>Demo</p>", "unused.html": "x" }),
      ...below(".", { "other.html": "<p>x</p>", "feed.xml": "---\n---\n<feed/>", "read.md": "Me" }),
    });
    expect(copied).toEqual(["_posts/2024-01-02-a.md", "read.md.text"]);
    expect(report.filter((line) => /link to/.test(line))).toEqual([expect.stringMatching(/demo\/index\.html, other\.html$/)]);
    expect(report.join("\n")).toMatch(/2 need attention/);
    expect(report).toContain("left out one of the HTML files without front matter");
  });

  it("reports that the feeds are empty if no text is a post, and ignores locks of open documents", async () => {
    const line = /No text is a post/;
    const vault = { "old/.obsidian/app.json": "{}", "old/a.md": "Text", "old/~$a.docx": "x", "old/b.docx": "x" };
    const { copied, report } = await importSite(vault);
    expect([copied, report.filter((text) => line.test(text)).length]).toEqual([["a.md", "b.docx"], 1]);
    const dated = await importSite({ ...vault, "old/c.md": "---\ndate: 2024-01-02\n---\nText" });
    expect(dated.report.filter((text) => line.test(text))).toEqual([]);
  });
});

describe("an import copies the pictures that aliases of Vite and webpack name, of", () => {
  const tsconfig = '{ "compilerOptions": { "paths": { "@pics/*": ["./src/pics/*"] } } }';
  const shown = `---\ntitle: A\ndate: 2024-01-02\ncover: "@pics/a.png"\n---\nimport c from '@pics/c.png';\n\n![b](@pics/b.png)`;

  it.each([
    ["Astro", { "astro.config.mjs": "export default {}", "src/pages/a.mdx": shown }, "/pics", "a.mdx"],
    ["Gatsby", { "gatsby-config.js": "module.exports = {}", "content/blog/a.mdx": shown }, "/src/pics", "a.mdx"],
    ["Next.js", { "next.config.js": "module.exports = {}", "posts/a.mdx": shown }, "/src/pics", "a.mdx"],
    ["Docusaurus", { "docusaurus.config.js": "module.exports = {}", "blog/a.mdx": shown }, "/src/pics", "a.mdx"],
    ["VitePress", { ".vitepress/config.js": "export default {}", "a.md": shown }, "/src/pics", "a.md"],
    ["VuePress", { ".vuepress/config.js": "module.exports = {}", "a.md": shown }, "/src/pics", "a.md"],
    ["Eleventy", { "eleventy.config.js": "export default () => {}", "a.md": shown }, "/src/pics", "a.md"],
    ["an unknown generator", { "package.json": "{}", "src/posts/a.md": shown }, "/pics", "a.md"],
  ])("%s", async (_name, files, folder, name) => {
    const pictures = { "a.png": "a", "b.png": "b", "c.png": "c" };
    const site = { ...below("", { ...files, "tsconfig.json": tsconfig }), ...below("src/pics", pictures) };
    const { copied, read } = await importSite(site);
    expect(copied.filter((path) => path.endsWith(".png"))).toEqual(Object.keys(pictures).map((path) => `${folder.slice(1)}/${path}`));
    const article = copied.find((path) => path.endsWith(name)) ?? "";
    for (const picture of [`cover: ${folder}/a.png`, `from '${folder}/c.png'`, `![b](${folder}/b.png)`])
      expect(read(article)).toContain(picture);
  });
});
