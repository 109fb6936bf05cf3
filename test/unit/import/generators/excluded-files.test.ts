import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { open, planOf } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-02-02\n---\nText";
const headed = "Title: A\nDate: 2024-02-02\n\nText";
const astroConfig = (pattern: string) =>
  `import { glob } from "astro/loaders"; const blog = defineCollection({ loader: glob({ pattern: ${pattern}, base: "src/blog" }) }); export const collections = { blog };`;
const vue = (options: string) => ({
  "package.json": '{"dependencies":{"vuepress":"1"}}',
  ".vuepress/config.js": `module.exports = { ${options} }`,
});

// A text that the old site did not publish may be private.
describe("plan() excludes the same files as the old configuration", () => {
  it.each([
    [
      "srcExclude",
      vitepress,
      { ".vitepress/config.js": "export default { srcExclude: ['private/**', '**/TODO.md'] }" },
      "private/a.md",
      "a.md",
    ],
    ["folders named dist", vitepress, { ".vitepress/config.js": "export default {}" }, "guide/dist/a.md", "distances/a.md"],
    ["patterns", vuepress, vue("patterns: ['**/*.md', '!private/**']"), "private/a.md", "a.md"],
    ["pagePatterns", vuepress, vue("pagePatterns: ['**/*.md', '!private']"), "private/a.md", "a.md"],
    [
      "exclude of a blog",
      docusaurus,
      { "docusaurus.config.js": "module.exports = { presets: [['classic', { blog: { exclude: ['**/private/**'] } }]] }" },
      "blog/private/a.md",
      "blog/a.md",
    ],
    [
      "globs of ignorePatterns",
      quartz,
      { "quartz.config.ts": "const config = { configuration: { ignorePatterns: ['**/*.secret.md', 'me/**'] } }; export default config" },
      "content/x/a.secret.md",
      "content/a.md",
    ],
    ["exclude", hexo, { "_config.yml": "exclude: ['_posts/private/**']\n" }, "source/_posts/private/a.md", "source/_posts/a.md"],
    ["ignore", hexo, { "_config.yml": "ignore: '**/private'\n" }, "source/_posts/private/a.md", "source/_posts/a.md"],
    [
      "a pattern with !",
      astro,
      { "astro.config.mjs": "export default {}", "src/content.config.ts": astroConfig('["**/*.md", "!private/**"]') },
      "src/blog/private/a.md",
      "src/blog/a.md",
    ],
    [
      "a pattern without folders",
      astro,
      { "astro.config.mjs": "export default {}", "src/content.config.ts": astroConfig('"*.md"') },
      "src/blog/private/a.md",
      "src/blog/a.md",
    ],
    ["ignores.add", eleventy, { ".eleventy.js": "module.exports = (c) => { c.ignores.add('private/**'); }" }, "private/a.md", "a.md"],
    [
      "the option ignore",
      gatsby,
      {
        "gatsby-config.js":
          "module.exports = { plugins: [{ resolve: 'gatsby-source-filesystem', options: { path: 'content', ignore: ['**/private/**'] } }] }",
      },
      "content/private/a.md",
      "content/a.md",
    ],
    ["ignoreFiles", hugo, { "hugo.toml": "ignoreFiles = ['private/.*\\.md$']\n" }, "content/posts/private/a.md", "content/posts/a.md"],
    [
      "alternatives of ignoreFiles",
      hugo,
      { "hugo.toml": "ignoreFiles = ['_(a|b)\\.md$']\n" },
      "content/posts/x_b.md",
      "content/posts/a.md",
    ],
  ])("%s", (_, generator, config, excluded, published) => {
    const site = open(generator, { ...config, [excluded]: post, [published]: post });
    expect(planOf(site, excluded, post)).toMatchObject({ kind: "left out" });
    expect(planOf(site, published, post)).toMatchObject({ kind: "post" });
  });

  it.each([
    ["IGNORE_FILES = ['*.secret.md']", "content/x/a.secret.md"],
    ["IGNORE_FILES = ['private']", "content/private/a.md"],
  ])("%s of Pelican", (line, excluded) => {
    const site = open(pelican, {
      "pelicanconf.py": `SITENAME = 'A'\nPATH = 'content'\n${line}\n`,
      [excluded]: headed,
      "content/a.md": headed,
    });
    expect(planOf(site, excluded, headed)).toMatchObject({ kind: "left out" });
    expect(planOf(site, "content/a.md", headed)).toMatchObject({ kind: "post" });
  });

  it("PAGE_EXCLUDES of Pelican", () => {
    const config = "SITENAME = 'A'\nPATH = 'content'\nARTICLE_PATHS = ['blog']\nPAGE_EXCLUDES = ['pages/private']\n";
    const site = open(pelican, { "pelicanconf.py": config, "content/pages/private/a.md": headed, "content/blog/a.md": headed });
    expect(planOf(site, "content/pages/private/a.md", headed)).toBeUndefined();
  });

  it("reports an expression of Hugo that it cannot evaluate", () => {
    const site = open(hugo, { "hugo.toml": "ignoreFiles = ['(a+)+\\d$']\n", "content/posts/a.md": post });
    expect(site.notes).toContainEqual(expect.stringContaining('Cannot evaluate ignoreFiles "(a+)+\\\\d$"'));
  });
});
