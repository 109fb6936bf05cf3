import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { nikola } from "../../../../src/import/generators/nikola.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import { type Files, open } from "./in-memory-site.ts";

const text = "---\ntitle: A\ndate: 2024-01-02\n---\nx";

describe("OldSite.linkBase", () => {
  it.each([
    [docusaurus, "docusaurus.config.js", 'module.exports = { baseUrl: "/d/", presets: [["classic", {}]] }', "/d/"],
    [docusaurus, "docusaurus.config.js", 'module.exports = { baseUrl: "/" }', undefined],
    [vitepress, ".vitepress/config.js", 'export default { base: "/v/" }', "/v/"],
    [vitepress, ".vitepress/config.js", "export default {}", undefined],
    [vuepress, ".vuepress/config.js", 'module.exports = { base: "/v/w/" }', "/v/w/"],
    [gatsby, "gatsby-config.js", 'module.exports = { pathPrefix: "/g", siteMetadata: { siteUrl: "https://a.example/g" } }', "/g/"],
    [gatsby, "gatsby-config.js", "module.exports = {}", undefined],
    [quartz, "quartz.config.ts", 'export default { configuration: { baseUrl: "ann.example/q" } }', "/q/"],
    [quartz, "quartz.config.ts", 'export default { configuration: { baseUrl: "ann.example" } }', undefined],
  ])("is the base path that $name writes before links", (generator, path, config, expected) => {
    expect(open(generator, { [path]: config, "blog/a.md": text }).linkBase).toBe(expected);
  });
});

describe("OldSite.base", () => {
  it.each([
    [hexo, { "_config.yml": "url: https://ann.example/blog\nnew_post_name: :title.md\n", "source/_posts/a.md": text }, "/blog"],
    [hugo, { "hugo.toml": 'baseURL = "https://ann.example/blog/"', "content/posts/a.md": text }, "/blog"],
    [zola, { "config.toml": 'base_url = "https://ann.example/blog"', "content/a.md": "+++\ntitle = 'A'\n+++\nx" }, "/blog"],
    [jekyll, { "_config.yml": "baseurl: /blog", "_posts/2024-01-02-a.md": text }, "/blog"],
    [astro, { "astro.config.mjs": 'export default { base: "/blog" }', "src/pages/a.md": text }, "/blog"],
    [next, { "next.config.js": 'module.exports = { basePath: "/blog" }', "pages/a.mdx": text }, "/blog"],
    [nikola, { "conf.py": 'SITE_URL = "https://ann.example/blog/"\nPOSTS = [("posts/*.md", "", "x")]', "posts/a.md": text }, "/blog"],
    [pelican, { "pelicanconf.py": "SITENAME = 'A'\nSITEURL = 'https://ann.example/blog'", "content/a.md": "Title: A\n\nx" }, "/blog"],
  ])("is the path of a site of $name", (generator, files, expected) => {
    expect(open(generator, files as Files).base).toBe(expected);
  });
});

describe("OldSite.pathsOf()", () => {
  it("resolves the names of folders", () => {
    expect(open(docusaurus, { "web/docusaurus.config.js": "module.exports = {}" }).pathsOf?.("@site/static/a.png")).toEqual([
      "web/static/a.png",
    ]);
    const site = open(astro, { "astro.config.mjs": "export default {}", "src/content/blog/a.md": text });
    expect(["@/assets/a.png", "~/assets/a.png", "./a.png"].map((reference) => site.pathsOf?.(reference)[0])).toEqual([
      "src/assets/a.png",
      "src/assets/a.png",
      undefined,
    ]);
  });
});

describe("OldSite.markdown", () => {
  it.each([
    [jekyll, { "_config.yml": "title: A", "_posts/2024-01-02-a.md": text }, { parser: "kramdown", unescapedFormulas: "single dollars" }],
    [pelican, { "pelicanconf.py": "SITENAME = 'A'", "content/a.md": "Title: A\n\nx" }, { parser: "Python-Markdown" }],
    [hugo, { "hugo.toml": "title = 'A'", "content/posts/a.md": text }, { unescapedFormulas: "all" }],
  ])("is true for the Markdown of $name: %#", (generator, files: Files, expected) => {
    expect(open(generator, files).markdown).toMatchObject(expected);
  });
});
