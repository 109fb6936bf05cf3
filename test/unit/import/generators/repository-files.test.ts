import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { obsidian } from "../../../../src/import/generators/obsidian.ts";
import { unknownFolder } from "../../../../src/import/generators/unknown-folder.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { open, planOf } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-02-02\n---\nText";
const gatsbyConfig = "module.exports = { plugins: [{ resolve: 'gatsby-source-filesystem', options: { path: 'content/blog' } }] }";
const collection =
  "const blog = defineCollection({ loader: glob({ pattern: '**/*.md', base: '.' }) }); export const collections = { blog };";

type Site = readonly [
  name: string,
  generator: Generator,
  config: Readonly<Record<string, string>>,
  folder: string,
  root: string, // of its content
];

const sites: readonly Site[] = [
  ["Eleventy", eleventy, { ".eleventy.js": "module.exports = () => {}" }, "posts", ""],
  ["Gatsby", gatsby, { "gatsby-config.js": gatsbyConfig }, "content/blog/x", "content/blog"],
  ["Next.js", next, { "next.config.mjs": "export default {}", "app/blog/[slug]/page.tsx": "" }, "posts/x", "posts"],
  ["Astro", astro, { "astro.config.mjs": "export default {}", "src/content.config.ts": collection }, "notes", ""],
  ["pages of Astro", astro, { "astro.config.mjs": "export default {}" }, "src/pages/x", "src/pages"],
  [
    "Jekyll",
    jekyll,
    { "_config.yml": "title: T\nplugins: [jekyll-optional-front-matter]\n", "_posts/2024-01-01-a.md": post },
    "personal",
    "",
  ],
  ["Hugo", hugo, { "hugo.toml": "title = 'T'\n" }, "content/posts", "content"],
  ["Zola", zola, { "config.toml": "base_url = 'https://example.org'\n", "content/_index.md": "" }, "content/x", "content"],
  ["pages of Hexo", hexo, { "_config.yml": "theme: x\n", "source/_posts/a.md": post }, "source/x", "source"],
  ["VitePress", vitepress, { ".vitepress/config.js": "export default {}" }, "guide", ""],
  ["VuePress", vuepress, { "package.json": '{"dependencies":{"vuepress":"1"}}', ".vuepress/config.js": "" }, "guide", ""],
  ["Obsidian", obsidian, { ".obsidian/app.json": "{}" }, "notes", ""],
  ["an unknown generator", unknownFolder, {}, "notes", ""],
];

function kindIn([, generator, config]: Site, path: string, text: string): string {
  const site = open(generator, { ...config, [path]: text, [path.replace(/[^/]+$/, "a.md")]: post });
  const kind = planOf(site, path, text)?.kind ?? "left out";
  return kind === "page" || kind === "post" ? "article" : kind;
}

describe.each(sites)("a site of %s", (...site) => {
  const [, , , folder, root] = site;
  const names = ["todo.md", "SECURITY.md", "license.md", "readme.md", "CHANGELOG.md", "code_of_conduct.md"];

  it.each(names)("keeps the article %s with front matter", (name) => {
    expect(kindIn(site, `${folder}/${name}`, post)).toBe("article");
  });

  it("keeps texts without front matter in its folders", () => {
    expect(kindIn(site, `${folder}/todo.md`, "Text")).toBe("article");
  });

  it("leaves out files about the repository", () => {
    const kinds = ["license.md", "CONTRIBUTING.md"].map((name) => kindIn(site, root === "" ? name : `${root}/${name}`, "Text"));
    expect(kinds).toEqual(["left out", "left out"]);
    expect(kindIn(site, `${folder}/Readme.md`, "Text")).toBe(site[0] === "VuePress" ? "article" : "left out");
  });
});

it.each(sites.filter(([name]) => /Hexo|Hugo|Zola|VitePress/.test(name)))(
  "a site of %s, which published README.md, counts it",
  (...site) => {
    const [, generator, config, folder] = site;
    const path = `${folder}/README.md`;
    const plan = planOf(open(generator, { ...config, [path]: "Text" }), path, "Text");
    expect(plan).toEqual({ kind: "left out", what: "files about the repository, such as README.md" });
  },
);

it("unknownFolder.open() recognizes a folder whose only post has the name of a file about the repository", () => {
  expect(unknownFolder.open({ paths: ["license.md"], read: () => post })).toBeDefined();
  expect(unknownFolder.open({ paths: ["license.md"], read: () => "Text" })).toBeUndefined();
});

it.each(["CONTRIBUTING.md", "CHANGELOG.md", "CODE_OF_CONDUCT.md", "SECURITY.md"])(
  "leaves out %s at the top of a folder of any generator, be there a date or not",
  (name) => {
    const site = open(unknownFolder, { "posts/a.md": post, [name]: post });
    expect(planOf(site, name, post)).toMatchObject({ kind: "left out", what: "files about the repository, such as README.md" });
    expect(planOf(open(unknownFolder, { [`posts/${name}`]: post }), `posts/${name}`, post)).toMatchObject({ kind: "post" });
  },
);

it.each(["CLAUDE.md", "AGENTS.md", "GEMINI.md", "QWEN.md", "CLAUDE.local.md", "copilot-instructions.md", "llms-full.txt"])(
  "leaves out %s at the top of a project, which has instructions for programs, be there front matter or not",
  (name) => {
    const code = { "package.json": "{}", "posts/a.md": post };
    for (const text of [post, "Text"]) {
      const site = open(unknownFolder, { ...code, [name]: text });
      expect(planOf(site, name, text)).toMatchObject({ kind: "left out", what: "files about the repository, such as README.md" });
      expect(planOf(site, "posts/a.md", post)).toEqual({ kind: "post", target: "a.md" });
    }
    expect(planOf(open(unknownFolder, code), `posts/${name}`, "Text")).toMatchObject({ kind: "left out" });
  },
);

it.each(["claude.md", "gemini.md", "security.md", "changelog.md"])("keeps the article %s with front matter, also at the top", (name) => {
  expect(planOf(open(unknownFolder, { [name]: post }), name, post)).toEqual({ kind: "post", target: name });
});
