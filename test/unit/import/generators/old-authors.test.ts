import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { nikola } from "../../../../src/import/generators/nikola.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import type { Generator, OldSettings } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, open } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
const ann = { author: { name: "Ann Lee" } };
const withEmail = { author: { name: "Ann Lee", email: "ann@lee.example" } };

function settingsOf(generator: Generator, files: Files): OldSettings {
  return JSON.parse(JSON.stringify(open(generator, files).settings));
}

describe("the author, the title and the description of the configurations of themes", () => {
  it.each<readonly [string, OldSettings]>([
    [
      "social: {name: Ann Lee, email: ann@lee.example, links: ['https://a.org/ann', 'https://b.org']}",
      { author: { name: "Ann Lee", email: "ann@lee.example", url: "https://a.org/ann" } },
    ],
    ["social: {name: Ann Lee}\nemail: ann@lee.example", withEmail],
    ["author: Ann Lee\nsocial: {name: Other}", ann],
    ["author: {name: Your Name}\nsocial: {name: Ann Lee}", ann],
    ["author: {name: Ann Lee, email: ann@lee.example}", withEmail],
    ["author: Ann Lee\nauthor_email: ann@lee.example", withEmail],
    ["owner: {name: Ann Lee, email: ann@lee.example}", withEmail],
    ["title: Lab\nname: Ann Lee\nsubtitle: News", { title: "Lab", description: "News", ...ann }],
    ["title: blank\nfirst_name: Ann\nmiddle_name:\nlast_name: Lee", { title: "Ann Lee", ...ann }],
    ["name: Lab", { title: "Lab" }],
    ["title: Lab of tides\nname: Lab", { title: "Lab of tides" }],
  ])("are read for Jekyll: %s", (config, expected) => {
    const { author, description, title } = settingsOf(jekyll, { "_config.yml": config, "_posts/2024-01-02-a.md": post });
    expect({ author, description, title }).toEqual(expected);
  });

  it.each<readonly [string, string, OldSettings]>([
    ["hugo.toml", '[params]\nauthor = "Ann Lee"\nemail = "ann@lee.example"', withEmail],
    ["hugo.toml", '[params.author]\nname = "Ann Lee"\nemail = "ann@lee.example"', withEmail],
    ["hugo.toml", '[author]\nname = "Ann Lee"', ann],
    ["hugo.toml", '[params]\nauthor = ["Ann Lee", "Bo"]\nsubtitle = "News"', { ...ann, description: "News" }],
    ["hugo.toml", '[params]\nauthorName = "Ann Lee"\ntitle = "Lab"', { ...ann, title: "Lab" }],
    ["hugo.toml", '[params]\nauthor = "Your Name"\n[author]\nname = "Ann Lee"', ann],
    ["config/_default/languages.en.toml", 'title = "Lab"\n[author]\nname = "Ann Lee"', { ...ann, title: "Lab" }],
    [
      "config/_default/languages.de.toml",
      'title = "Lab"\n[params]\ndescription = "News"\n[params.author]\nname = "Ann Lee"',
      { ...ann, title: "Lab", description: "News" },
    ],
  ])("are read for Hugo: %s %s", (path, config, expected) => {
    expect(settingsOf(hugo, { [path]: config, "content/posts/a.md": post })).toMatchObject(expected);
  });

  it.each<readonly [Files, OldSettings]>([
    [{ "_config.yml": "author: Ann Lee\nemail: ann@lee.example" }, withEmail],
    [{ "_config.yml": "author: {name: Ann Lee, email: ann@lee.example}" }, withEmail],
    [
      {
        "_config.yml": "author: John Doe\ntheme: icarus",
        "_config.icarus.yml": "widgets: [{type: toc}, {type: profile, author: Ann Lee}]",
      },
      ann,
    ],
    [{ "_config.yml": "theme: fluid", "_config.fluid.yml": "about: {name: Ann Lee}" }, ann],
    [{ "_config.yml": "theme: next\ntheme_config: {author: Ann Lee}" }, ann],
  ])("are read for Hexo: %j", (files, expected) => {
    expect(settingsOf(hexo, { ...files, "package.json": '{"dependencies":{"hexo":"7"}}', "source/_posts/a.md": post })).toMatchObject(
      expected,
    );
  });

  it.each<readonly [string, OldSettings]>([
    ['author = "Ann Lee"\n[extra]\nemail = "ann@lee.example"', withEmail],
    ['[extra]\nauthor = { name = "Ann Lee", email = "ann@lee.example" }', withEmail],
    ['[extra]\nauthors = ["Ann Lee"]\ndescription = "News"', { ...ann, description: "News" }],
    ['[extra.profile]\nname = "Ann Lee"', ann],
    ['[extra]\nname = "Ann Lee"', ann],
  ])("are read for Zola: %s", (config, expected) => {
    expect(settingsOf(zola, { "zola.toml": `base_url = "https://a.org"\n${config}`, "content/a.md": post })).toMatchObject(expected);
  });

  it("are read for Pelican and Nikola", () => {
    const file = "AUTHOR_NAME = 'Ann Lee'\nEMAIL = 'ann@lee.example'\nSITETITLE = 'Lab'\nSITEDESCRIPTION = 'News'";
    const expected = { ...withEmail, title: "Lab", description: "News" };
    expect(settingsOf(pelican, { "pelicanconf.py": file, "content/a.md": "Title: A\nDate: 2024-01-02\n\nText" })).toMatchObject(expected);
    const conf = 'BLOG_AUTHOR = "Ann Lee"\nBLOG_EMAIL = "ann@lee.example"\nPOSTS = (("posts/*.md", "posts", "post.tmpl"),)';
    expect(settingsOf(nikola, { "conf.py": conf, "posts/a.md": ".. title: A\n\nText" })).toMatchObject(withEmail);
  });

  it.each<readonly [string, Generator, Files, OldSettings]>([
    [
      "Eleventy",
      eleventy,
      { "_data/meta.js": 'export const siteName = "Lab";\nexport const author = { name: "Ann Lee" };' },
      { ...ann, title: "Lab" },
    ],
    ["Eleventy", eleventy, { "_data/site.yaml": "authorName: Ann Lee\nauthorEmail: ann@lee.example" }, withEmail],
    ["Eleventy", eleventy, { "_data/author.json": '{"name":"Ann Lee","email":"ann@lee.example"}' }, withEmail],
    ["Eleventy", eleventy, { "_data/metadata.js": 'module.exports = { author: { name: "Ann Lee" } }' }, ann],
    ["Gatsby", gatsby, { "gatsby-config.js": 'module.exports = { siteMetadata: { author: { name: "Ann Lee", summary: "x" } } }' }, ann],
    [
      "Gatsby",
      gatsby,
      { "gatsby-config.js": 'module.exports = { siteMetadata: { siteTitle: "Lab", authors: ["Ann Lee"] } }' },
      { ...ann, title: "Lab" },
    ],
    [
      "Next.js",
      next,
      { "blog.config.js": 'const BLOG = { author: "Ann Lee", email: "ann@lee.example", link: "https://a.org" };\nmodule.exports = BLOG' },
      { ...withEmail, url: "https://a.org" },
    ],
    ["Next.js", next, { "app/layout.tsx": 'export const metadata = { title: "Lab", creator: "Ann Lee" };' }, { ...ann, title: "Lab" }],
    [
      "Astro",
      astro,
      { "src/consts.ts": 'export const SITE = { NAME: "Lab", AUTHOR: "Ann Lee", EMAIL: "ann@lee.example", DESCRIPTION: "News" };' },
      { ...withEmail, title: "Lab", description: "News" },
    ],
    [
      "Astro",
      astro,
      {
        "src/config.ts": 'export const siteConfig = { title: "Lab", subtitle: "News" };\nexport const profileConfig = { name: "Ann Lee" };',
      },
      { ...ann, title: "Lab", description: "News" },
    ],
    [
      "Astro",
      astro,
      { "src/consts.ts": 'export const SITE_TITLE = "Lab";\nexport const AUTHOR_NAME = "Ann Lee";' },
      { ...ann, title: "Lab" },
    ],
    [
      "Astro",
      astro,
      { "src/config.yaml": "site: {name: Lab, site: 'https://a.org'}\nmetadata: {title: {default: Other}, description: News}" },
      { title: "Lab", url: "https://a.org", description: "News" },
    ],
    [
      "Astro",
      astro,
      { "astro.config.mjs": 'export default defineConfig({ integrations: [starlight({ title: "Lab" })] })' },
      { title: "Lab" },
    ],
    [
      "Docusaurus",
      docusaurus,
      { "docusaurus.config.js": 'module.exports = { themeConfig: { metadata: [{ name: "author", content: "Ann Lee" }] } }' },
      ann,
    ],
    [
      "VitePress",
      vitepress,
      { ".vitepress/config.mjs": 'export default { head: [["link", {}], ["meta", { name: "author", content: "Ann Lee" }]] }' },
      ann,
    ],
    ["VitePress", vitepress, { ".vitepress/config.mjs": 'export default { themeConfig: { author: "Ann Lee" } }' }, ann],
    ["VuePress", vuepress, { ".vuepress/config.js": 'module.exports = { head: [["meta", { name: "author", content: "Ann Lee" }]] }' }, ann],
    [
      "VuePress",
      vuepress,
      { ".vuepress/config.js": 'module.exports = { themeConfig: { author: { name: "Ann Lee", email: "ann@lee.example" } } }' },
      withEmail,
    ],
  ])("are read for %s: %#", (_name, generator, files, expected) => {
    const config: Files = {
      "eleventy.config.js": "export default function () {}",
      "gatsby-config.js": "",
      "next.config.js": "",
      "astro.config.mjs": "export default {}",
    };
    expect(settingsOf(generator, { ...config, "posts/a.md": post, ...files })).toMatchObject(expected);
  });
});
