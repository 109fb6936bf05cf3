import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { mkdocs } from "../../../../src/import/generators/mkdocs.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { nikola } from "../../../../src/import/generators/nikola.ts";
import { obsidian } from "../../../../src/import/generators/obsidian.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, open } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText\n";
const markdownOf = (generator: Generator, files: Files) => open(generator, files).markdown;
const parserRulesOf = (generator: Generator, files: Files) => {
  const { shownSigns: _, ...rules } = markdownOf(generator, files) ?? {};
  return rules;
};
const breaksOf = (generator: Generator, files: Files) => markdownOf(generator, files)?.breaks;

describe("OldSite.markdown states the line breaks", () => {
  const hexoSite = (config: string, renderer = ""): Files => ({
    "_config.yml": `title: A\n${config}`,
    "package.json": JSON.stringify({ dependencies: { hexo: "7", [renderer || "hexo-renderer-marked"]: "1" } }),
    "source/_posts/a.md": post,
  });

  it.each([
    ["", "", "hexo-renderer-marked (breaks: true)"],
    ["marked:\n  breaks: false", "", undefined],
    ["marked:\n  gfm: false", "", undefined],
    ["", "hexo-renderer-markdown-it", "hexo-renderer-markdown-it (breaks: true)"],
    ["markdown:\n  render:\n    breaks: false", "hexo-renderer-markdown-it", undefined],
    ["marked:\n  breaks: false", "hexo-renderer-markdown-it", "hexo-renderer-markdown-it (breaks: true)"],
    ["kramed:\n  breaks: false", "hexo-renderer-kramed", undefined],
    ["", "hexo-renderer-kramed", "hexo-renderer-kramed (breaks: true)"],
    ["", "hexo-renderer-pandoc", undefined],
    ["", "hexo-renderer-markdown", undefined],
    ["", "hexo-renderer-stylus", "hexo-renderer-marked (breaks: true)"],
  ])("of Hexo with %j and %j", (config, renderer, expected) => {
    expect(breaksOf(hexo, hexoSite(config, renderer))).toBe(expected);
  });

  it.each([
    ["", "", "all"],
    ["", "hexo-renderer-markdown-it", "all"],
    ["markdown:\n  plugins:\n    - name: '@traptitech/markdown-it-katex'", "hexo-renderer-markdown-it", undefined],
    ["", "hexo-renderer-markdown-it-plus", undefined],
    ["", "hexo-renderer-kramed", undefined],
    ["", "hexo-renderer-pandoc", undefined],
    ["", "hexo-katex", undefined],
    ["", "hexo-filter-mathjax", "all"],
  ])("and the formulas of Hexo with %j and %j", (config, renderer, expected) => {
    expect(markdownOf(hexo, hexoSite(config, renderer))?.unescapedFormulas).toBe(expected);
  });

  it.each([
    ["{}", "Obsidian (strict line breaks are off)"],
    ['{"strictLineBreaks": true}', undefined],
    ['{"strictLineBreaks": false}', "Obsidian (strict line breaks are off)"],
  ])("of Obsidian with %j", (config, expected) => {
    expect(breaksOf(obsidian, { ".obsidian/app.json": config, "a.md": post })).toBe(expected);
  });

  const kramdown = { parser: "kramdown", unescapedFormulas: "single dollars" };
  const jekyllSite = (config: string): Files => ({ "_config.yml": `title: A\n${config}`, "_posts/2024-01-02-a.md": post });

  it.each([
    ["kramdown:\n  hard_wrap: true", { ...kramdown, breaks: "kramdown (hard_wrap: true)" }],
    ["kramdown:\n  hard_wrap: true\n  input: kramdown", kramdown],
    [
      "markdown: CommonMarkGhPages\ncommonmark:\n  options: [FOOTNOTES, HARDBREAKS]",
      { breaks: "CommonMark (HARDBREAKS)", unescapedFormulas: "all" },
    ],
    ["markdown: CommonMark", { unescapedFormulas: "all" }],
    ["plugins: [jekyll-spaceship]", { parser: "kramdown" }],
    ["markdown: redcarpet", { parser: "kramdown" }],
  ])("of Jekyll with %j", (config, expected) => {
    expect(parserRulesOf(jekyll, jekyllSite(config))).toEqual(expected);
  });

  const python = { parser: "Python-Markdown" };
  const withBreaks = { ...python, breaks: "Python-Markdown (nl2br)" };
  const mkdocsSite = (config: string): Files => ({ "mkdocs.yml": `site_name: A\n${config}`, "docs/a.md": post });
  const pelicanSite = (config: string): Files => ({ "pelicanconf.py": `SITENAME = 'A'\n${config}`, "content/a.md": "Title: A\n\nText" });
  const nikolaSite = (config: string): Files => ({
    "conf.py": `BLOG_TITLE = 'A'\nPOSTS = (("posts/*.md", "posts", "post.tmpl"),)\n${config}`,
    "posts/a.md": ".. title: A\n\nText",
  });

  it.each([
    [mkdocs, mkdocsSite(""), python],
    [mkdocs, mkdocsSite("markdown_extensions:\n  - toc:\n      permalink: true\n  - nl2br"), withBreaks],
    [pelican, pelicanSite(""), python],
    [pelican, pelicanSite("MARKDOWN = {'extension_configs': {'markdown.extensions.nl2br': {}}}"), withBreaks],
    [pelican, pelicanSite("MARKDOWN = {'extensions': ['nl2br']}"), withBreaks],
    [pelican, pelicanSite("MD_EXTENSIONS = ['extra', 'nl2br']"), withBreaks],
    [nikola, nikolaSite(""), python],
    [nikola, nikolaSite("MARKDOWN_EXTENSIONS = ['markdown.extensions.nl2br']"), withBreaks],
    [nikola, nikolaSite("COMPILERS = {'markdown': ('.markdown',), 'pandoc': ('.md',)}"), {}],
  ])("of $name: %#", (generator, files: Files, expected) => {
    expect(parserRulesOf(generator, files)).toEqual(expected);
  });

  const quartzConfig = (plugin: string) => `export default { configuration: {}, plugins: { transformers: [${plugin}] } };`;

  it.each([
    [quartz, { "quartz.config.ts": quartzConfig("Plugin.HardLineBreaks()"), "content/a.md": post }, "Quartz (HardLineBreaks)"],
    [quartz, { "quartz.config.ts": quartzConfig("// Plugin.HardLineBreaks()\n"), "content/a.md": post }, undefined],
    [vitepress, { ".vitepress/config.mts": "export default { markdown: { breaks: true } };", "a.md": post }, "markdown-it (breaks: true)"],
    [
      vitepress,
      { ".vitepress/config.mts": "export default { markdown: { config: (md) => { md.set({ breaks: true }); } } };", "a.md": post },
      "markdown-it (breaks: true)",
    ],
    [vitepress, { ".vitepress/config.mts": "export default {};", "a.md": post }, undefined],
    [vuepress, { ".vuepress/config.js": "module.exports = { markdown: { breaks: true } };", "a.md": post }, "markdown-it (breaks: true)"],
    [
      eleventy,
      {
        "eleventy.config.js":
          'import markdownIt from "markdown-it";\nexport default (c) => { c.setLibrary("md", markdownIt({ html: true, breaks: true })); };',
        "a.md": post,
      },
      "markdown-it (breaks: true)",
    ],
    [
      eleventy,
      { "eleventy.config.js": 'export default (c) => { c.amendLibrary("md", (md) => md.set({ breaks: true })); };', "a.md": post },
      "markdown-it (breaks: true)",
    ],
    [eleventy, { "eleventy.config.js": "export default () => {};", "a.md": post }, undefined],
    [hugo, { "hugo.toml": "[markup.goldmark.renderer]\nhardWraps = true", "content/posts/a.md": post }, "Goldmark (hardWraps = true)"],
    [hugo, { "hugo.toml": "title = 'A'", "content/posts/a.md": post }, undefined],
    [
      astro,
      {
        "astro.config.mjs": 'import breaks from "remark-breaks";\nexport default { markdown: { remarkPlugins: [breaks] } };',
        "src/content/blog/a.md": post,
      },
      "remark-breaks",
    ],
    [astro, { "astro.config.mjs": '// import "remark-breaks"\nexport default {};', "src/content/blog/a.md": post }, undefined],
    [
      next,
      { "next.config.mjs": "export default {};", "lib/md.ts": "import breaks from 'remark-breaks';", "content/a.md": post },
      "remark-breaks",
    ],
    [gatsby, { "gatsby-config.js": 'module.exports = { plugins: [{ resolve: "gatsby-remark-breaks" }] };', "a.md": post }, "remark-breaks"],
    [docusaurus, { "docusaurus.config.js": "module.exports = { title: 'A' };", "blog/a.md": post }, undefined],
  ])("of $name: %#", (generator: Generator, files: Files, expected) => {
    expect(breaksOf(generator, files)).toBe(expected);
  });
});
