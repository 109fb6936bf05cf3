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
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { quartz } from "../../../../src/import/generators/quartz.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
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
    [
      "a folder anywhere in .eleventyignore",
      eleventy,
      { ".eleventy.js": "module.exports = () => ({})", ".eleventyignore": "**/private/**\n" },
      "posts/private/a.md",
      "posts/unprivate/a.md",
    ],
    [
      "a folder at the top in .eleventyignore",
      eleventy,
      { ".eleventy.js": "module.exports = () => ({})", ".eleventyignore": "**/private\n" },
      "private/a.md",
      "unprivate/a.md",
    ],
    [
      "exclude_docs",
      mkdocs,
      { "mkdocs.yml": "site_name: A\nplugins: [blog]\nexclude_docs: |\n  private/\n" },
      "docs/blog/posts/private/a.md",
      "docs/blog/posts/a.md",
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

  it.each([
    ["**/hidden/**", "content/hidden/h.md"],
    ["**/hidden/**", "content/blog/hidden/h.md"],
    ["**/hidden/*", "content/hidden/x/h.md"],
    ["**/hidden", "content/hidden/h.md"],
    ["*/hidden/*.md", "content/hidden/h.md"],
    ["*/hidden/*.md", "content/blog/hidden/x/h.md"],
    ["*hidden*", "content/hidden/h.md"],
    ["*hidden*", "content/unhidden.md"],
    ["**/content/hidden/**", "content/hidden/h.md"],
    ["content/hidden/*", "content/hidden/h.md"],
    ["**/{drafts,hidden}/**", "content/hidden/h.md"],
    ["**/wip*.md", "content/wip-1.md"],
    ["*.bak.md", "content/blog/a.bak.md"],
    ["[!a-c].md", "content/d.md"],
    ["*.hidden.png", "content/blog/h.hidden.png"],
    ["**/hidden/**", "content/hidden/_index.md"],
  ])("ignored_content of Zola with %s excludes %s", (pattern, excluded) => {
    const config = `base_url = "https://a.example"\nignored_content = ["${pattern}"]\n`;
    const site = open(zola, { "config.toml": config, [excluded]: post, "content/a.md": post });
    expect(planOf(site, excluded, post)).toEqual({ kind: "left out", what: "files that ignored_content names" });
    expect(planOf(site, "content/a.md", post)).toMatchObject({ kind: "post" });
  });

  const mounted = (options: string, source = "content", target = "content") => ({
    "config/_default/module.toml": `[[mounts]]\nsource = "${source}"\ntarget = "${target}"\n${options}\n`,
  });
  it.each([
    ['excludeFiles = "private/**"', "private/p.md", true],
    ['excludeFiles = "Private/**"', "private/p.md", true],
    ['excludeFiles = ["/private/**"]', "private/p.md", true],
    ['excludeFiles = ["private"]', "private/x/p.md", true],
    ['excludeFiles = ["private/*"]', "private/p.md", true],
    ['excludeFiles = ["*.md"]', "p.md", true],
    ['excludeFiles = ["*.md"]', "posts/p.md", false],
    ['excludeFiles = ["**.wip.md"]', "posts/x.wip.md", true],
    ['excludeFiles = ["**/private/**"]', "posts/private/p.md", true],
    ['excludeFiles = ["**/private/**"]', "private/p.md", false],
    ['excludeFiles = ["private/"]', "private/p.md", false],
    ['excludeFiles = ["content/private/**"]', "private/p.md", false],
    ['excludeFiles = ["{drafts,private}/*"]', "private/p.md", true],
    ['excludeFiles = ["[!a]op.md"]', "top.md", true],
    ['excludeFiles = ["private/**"]', "private/p.png", true],
    ['includeFiles = ["posts/**"]', "private/p.md", true],
    ['includeFiles = "posts/*"', "posts/x/p.md", true],
    ['includeFiles = ["**"]\nexcludeFiles = "private/**"', "private/p.md", true],
    ['files = ["! private/**", "**"]', "private/p.md", true],
  ])("module.mounts of Hugo with %s: %s", (options, path, isExcluded) => {
    const file = `content/${path}`;
    const site = open(hugo, { ...mounted(options), [file]: post, "content/posts/a.md": post });
    if (isExcluded)
      expect(planOf(site, file, post)).toEqual({ kind: "left out", what: "files that the patterns of module.mounts exclude" });
    else expect(planOf(site, file, post)?.kind).toMatch(/^(?:post|page)$/);
    expect(planOf(site, "content/posts/a.md", post)).toMatchObject({ kind: "post" });
  });

  it("files of a mounted static folder of Hugo", () => {
    const files = { ...mounted("excludeFiles = 'private/**'", "files", "static"), "content/posts/a.md": post };
    const site = open(hugo, { ...files, "files/private/p.png": "", "files/a.png": "" });
    expect(planOf(site, "files/private/p.png", "")).toMatchObject({ kind: "left out" });
    expect(planOf(site, "files/a.png", "")).toEqual({ kind: "media", target: "a.png" });
  });

  it("a file that one mount of Hugo excludes and another one has", () => {
    const english = mounted("lang = 'en'\nexcludeFiles = 'de/**'")["config/_default/module.toml"];
    const german = "[[mounts]]\nsource = 'content'\ntarget = 'content'\nlang = 'de'\nincludeFiles = 'de/**'\n";
    const languages = { "hugo.toml": "defaultContentLanguage = 'en'\n[languages.en]\n[languages.de]\n" };
    const site = open(hugo, { ...languages, "config/_default/module.toml": english + german, "content/de/a.md": post });
    expect(planOf(site, "content/de/a.md", post)).toMatchObject({ keys: { language: "de" } });
  });

  it("a bundle that a mount of Hugo excludes", () => {
    const site = open(hugo, { ...mounted("excludeFiles = '*/index.md'"), "content/posts/index.md": post, "content/posts/a.md": post });
    expect(planOf(site, "content/posts/a.md", post)).toMatchObject({ kind: "post" });
  });

  it("pages at the top of a Hugo site whose mount excludes the only section", () => {
    const site = open(hugo, { ...mounted("excludeFiles = 'private/**'"), "content/private/p.md": post, "content/a.md": post });
    expect(planOf(site, "content/a.md", post)).toMatchObject({ kind: "post" });
  });

  const preset = (options: string) => `presets: [['classic', { ${options} }]]`;
  it.each([
    [preset("pages: { exclude: ['drafts/**', '**/_*.md'] }"), "src/pages/drafts/p.md"],
    [preset("pages: { exclude: ['**/drafts/**'] }"), "src/pages/drafts/p.md"],
    [preset("pages: { path: 'src/pages', exclude: ['**/*.draft.md'] }"), "src/pages/x/p.draft.md"],
    [preset("pages: { path: './src/pages/', include: ['*.md'] }"), "src/pages/drafts/p.md"],
    [preset("pages: { exclude: process.env.ALL ? [] : ['drafts/**'] }"), "src/pages/drafts/p.md"],
    ["plugins: [['@docusaurus/plugin-content-pages', { exclude: ['drafts/**'] }]]", "src/pages/drafts/p.md"],
    [`${preset("pages: false")}, plugins: [['content-pages', { exclude: ['drafts/**'] }]]`, "src/pages/drafts/p.md"],
  ])("pages of Docusaurus with %s", (options, excluded) => {
    const site = open(docusaurus, { "docusaurus.config.js": `module.exports = { ${options} }`, "blog/a.md": post });
    expect(planOf(site, excluded, post)).toEqual({ kind: "left out", what: "files that the options of the pages exclude" });
    expect(planOf(site, "src/pages/a.md", post)).toMatchObject({ kind: "page", address: { path: "/a" } });
  });

  it("pages of Docusaurus in another folder, at another address, and none", () => {
    const config = (options: string) => ({ "docusaurus.config.js": `module.exports = { ${preset(options)} }`, "blog/a.md": post });
    const site = open(docusaurus, config("pages: { path: 'pages', routeBasePath: '/more/', exclude: ['x/**'] }"));
    expect(planOf(site, "pages/a.md", "x")).toMatchObject({ kind: "page", target: "more/a.md", address: { path: "/more/a" } });
    expect(planOf(site, "pages/x/a.md", "x")).toMatchObject({ kind: "left out" });
    expect(planOf(open(docusaurus, config("pages: false")), "src/pages/a.md", "x")).toMatchObject({ kind: "left out" });
  });

  it("reports patterns of the pages of Docusaurus that it cannot read", () => {
    const config = `module.exports = { ${preset("pages: { exclude: findDrafts() }")} }`;
    const { notes } = open(docusaurus, { "docusaurus.config.js": config, "blog/a.md": post });
    expect(notes).toEqual([expect.stringContaining("Cannot read all patterns of exclude of the pages in docusaurus.config.js")]);
  });

  const pelicanKind = (settings: string, path: string) => {
    const site = open(pelican, {
      "pelicanconf.py": `SITENAME = 'A'\nPATH = 'content'\n${settings.replaceAll("; ", "\n")}\n`,
      [path]: headed,
      "content/a.md": headed,
    });
    const plan = planOf(site, path, headed);
    return plan?.kind === "left out" ? plan.what : plan?.kind;
  };
  const [byPages, byArticles] = ["files that PAGE_EXCLUDES names", "files that ARTICLE_EXCLUDES names"];
  it.each([
    ["PAGE_EXCLUDES = ['pages/private']", "pages/private/a.md", byPages],
    ["PAGE_EXCLUDES = ['/pages/private/']", "pages/private/x/a.md", byPages],
    ["ARTICLE_PATHS = ['blog']; PAGE_EXCLUDES = ['pages/private']", "pages/private/a.md", byPages],
    ["PAGE_PATHS = ['.']; ARTICLE_PATHS = ['blog']; PAGE_EXCLUDES = ['private']", "private/a.md", byPages],
    ["PAGE_EXCLUDES = ['private']", "pages/private/a.md", "page"],
    ["PAGE_EXCLUDES = ['notes']", "notes/a.md", "post"],
    ["PAGE_EXCLUDES = ['pages']", "pages/a.md", "page"],
    ["ARTICLE_EXCLUDES = ['notes']", "notes/a.md", byArticles],
    ["ARTICLE_EXCLUDES = ['notes']", "notes2/a.md", "post"],
    ["ARTICLE_PATHS = ['.']; ARTICLE_EXCLUDES = ['./notes']", "notes/a.md", byArticles],
    ["ARTICLE_PATHS = ['blog']; ARTICLE_EXCLUDES = ['blog/notes']", "blog/notes/a.md", byArticles],
    ["ARTICLE_PATHS = ['blog']; ARTICLE_EXCLUDES = ['blog']", "blog/a.md", "post"],
    ["ARTICLE_EXCLUDES = ['blog/a.md']", "blog/a.md", "post"],
    ["ARTICLE_EXCLUDES = ['pages/old']", "pages/old/a.md", "page"],
    ["PAGE_PATHS = ['pages']; ARTICLE_PATHS = ['pages/news']", "pages/news/a.md", "post"],
    ["ARTICLE_EXCLUDES = ['notes']; STATIC_PATHS = ['notes']", "notes/a.md", undefined],
    ["ARTICLE_PATHS = ['blog']", "notes/a.md", undefined],
  ])("%s of Pelican: %s", (settings, path, expected) => expect(pelicanKind(settings, `content/${path}`)).toBe(expected));

  it.each([
    ["private", "private/x.md", true],
    ["private/", "sub/private/x.md", false],
    ["_posts/private", "_posts/private/2024-02-02-a.md", true],
    ["wip-*.md", "wip-one.md", true],
    ["private", "_private/x.md", undefined],
    ["node_modules", "node_modules/a/README.md", undefined],
  ])("exclude: [%s] of Jekyll: %s", (pattern, path, isExcluded) => {
    const text = path.includes("README") ? "# A" : post;
    const site = open(jekyll, { "_config.yml": `title: A\nexclude: ["${pattern}"]\n`, "_posts/2024-01-01-a.md": post, [path]: text });
    const plan = planOf(site, path, text);
    if (isExcluded === undefined) expect(plan).toBeUndefined();
    else if (isExcluded) expect(plan).toEqual({ kind: "left out", what: "files that exclude names" });
    else expect(plan).toMatchObject({ kind: "page" });
  });

  it.each([
    [
      "contentlayer.config.js",
      "export default makeSource({ contentDirPath: './content', contentDirExclude: ['posts/private'], documentTypes: [] })",
    ],
    [
      "content-collections.ts",
      "const posts = defineCollection({ name: 'posts', directory: 'content/posts', include: '**/*.md', exclude: 'private/**' })",
    ],
    [
      "content-collections.ts",
      "const posts = defineCollection({ directory: './content/posts/', include: '**/*.md', exclude: ['x', '**/private/**'] })",
    ],
    ["velite.config.ts", "const posts = defineCollection({ name: 'Post', pattern: ['posts/**/*.md', '!posts/private/**'] })"],
    [
      "velite.config.ts",
      "export default defineConfig({ root: 'content/posts', collections: { p: { pattern: ['**/*.md', '!private/**'] } } })",
    ],
  ])("%s of Next.js: %s", (path, source) => {
    const [excluded, published] = ["content/posts/private/b.md", "content/posts/a.md"];
    const files = { "next.config.js": "module.exports = {}", "pages/posts/[...slug].js": "", [path]: source };
    const site = open(next, { ...files, [excluded]: post, [published]: post });
    expect(planOf(site, excluded, post)).toEqual({ kind: "left out", what: "texts that the configuration excludes" });
    expect(planOf(site, published, post)).toMatchObject({ kind: "post" });
  });

  const types = (...patterns: string[]) =>
    patterns.map((pattern, index) => `const T${index} = defineDocumentType(() => ({ name: 'T${index}', ${pattern} }));`).join("\n");
  const source = (options = "contentDirPath: 'data'") => `export default makeSource({ ${options} });`;
  it.each([
    ["a pattern", `${types("filePathPattern: 'blog/**/*.mdx'")}${source()}`, ["blog/in.mdx", "blog/2024/deep.mdx"]],
    [
      "several document types",
      `${types("filePathPattern: 'blog/**/*.mdx'", "filePathPattern: 'notes/' + '*.{md,mdx}'")}${source()}`,
      ["blog/in.mdx", "blog/2024/deep.mdx", "notes/a.md"],
    ],
    ["every folder", `${types("filePathPattern: '**/*.mdx'")}${source()}`, ["blog/in.mdx", "blog/2024/deep.mdx"]],
    [
      "a constant",
      `const pattern = 'blog/**/*.{md,mdx}'; ${types("filePathPattern: pattern")}${source()}`,
      ["blog/in.mdx", "blog/2024/deep.mdx", "blog/note.md"],
    ],
    [
      "contentDirInclude",
      `${types("filePathPattern: '**/*'")}${source("contentDirPath: 'data', contentDirInclude: ['notes', 'blog/2024']")}`,
      ["blog/2024/deep.mdx", "notes/a.md", "notes/x/b.md"],
    ],
    ["a type that texts state", `${types("fields: {}")}${source()}`, undefined],
    ["a pattern that code computes", `${types("filePathPattern: patternOf('blog')")}${source()}`, undefined],
  ])("publish only the texts that Contentlayer reads: %s", (_name, configuration, expected) => {
    const texts = ["blog/in.mdx", "blog/2024/deep.mdx", "blog/note.md", "notes/a.md", "notes/x/b.md"].map((path) => `data/${path}`);
    const files = {
      "package.json": '{"dependencies":{"next":"14"}}',
      "app/blog/[...slug]/page.tsx": "",
      "contentlayer.config.ts": configuration,
    };
    const site = open(next, { ...files, ...Object.fromEntries(texts.map((path) => [path, post])), "data/blog/typed.md": post });
    const published = texts.filter((path) => planOf(site, path, post)?.kind === "post");
    expect(published).toEqual(expected?.map((path) => `data/${path}`) ?? texts);
    for (const path of texts.filter((each) => !published.includes(each)))
      expect(planOf(site, path, post)).toEqual({ kind: "left out", what: "Markdown files that no source of the old site reads" });
    const typed = post.replace("---\n", "---\ntype: T0\n");
    expect(planOf(site, "data/blog/typed.md", typed)).toMatchObject({ kind: "post" });
    const unread = "Cannot read the patterns of files in contentlayer.config.ts: delete the copies of texts that they do not select";
    expect(site.notes.filter((note) => note === unread)).toHaveLength(configuration.includes("patternOf") ? 1 : 0);
  });

  it.each([
    ["velite.config.ts", "export default defineConfig({ collections: { posts: { name: 'Post', pattern: 'posts/**/*.mdx' } } })"],
    [
      "velite.config.ts",
      "const posts = defineCollection({ pattern: ['posts/*.mdx'] }); export default defineConfig({ root: 'content', collections: { posts } })",
    ],
    ["content-collections.ts", "const posts = defineCollection({ name: 'posts', directory: 'content/posts', include: '**/*.mdx' })"],
  ])("publish only the texts that %s reads: %s", (path, configuration) => {
    const [unread, published] = ["content/posts/note.md", "content/posts/a.mdx"];
    const files = { "next.config.js": "module.exports = {}", "pages/posts/[...slug].js": "", [path]: configuration };
    const site = open(next, { ...files, [unread]: post, [published]: post });
    expect(planOf(site, unread, post)).toMatchObject({ kind: "left out" });
    expect(planOf(site, published, post)).toMatchObject({ kind: "post" });
  });

  it.each([
    ["private/*", "private/x/b.md", true],
    ["*.tmp.md", "x/b.tmp.md", true],
    ["private", "private/b.md", false],
  ])("the plugin exclude of MkDocs with %s: %s", (glob, path, isExcluded) => {
    const config = `site_name: A\nplugins:\n  - exclude:\n      glob:\n        - "${glob}"\n      regex: "x$"\n`;
    const site = open(mkdocs, { "mkdocs.yml": config, [`docs/${path}`]: post, "docs/a.md": post });
    const expected = isExcluded ? { kind: "left out", what: "texts that the plugin exclude names" } : { kind: "post" };
    expect(planOf(site, `docs/${path}`, post)).toMatchObject(expected);
    expect(planOf(site, "docs/a.md", post)).toMatchObject({ kind: "post" });
    expect(site.notes).toContain("Cannot evaluate regex of the plugin exclude in mkdocs.yml: delete the copies that it names");
  });

  it("reports an expression of Hugo that it cannot evaluate", () => {
    const site = open(hugo, { "hugo.toml": "ignoreFiles = ['(a+)+\\d$']\n", "content/posts/a.md": post });
    expect(site.notes).toContainEqual(expect.stringContaining('Cannot evaluate ignoreFiles "(a+)+\\\\d$"'));
  });
});

const vitepressWith = (before: string, patterns: string, after = "") => ({
  ".vitepress/config.js": `${before}\nconst config = { srcExclude: ${patterns} };\n${after}\nexport default config;`,
});
const isProduction = "const isProd = process.env.NODE_ENV === 'production';";

describe("plan() excludes what a build of the whole site excludes", () => {
  it.each([
    ["a condition", isProduction, "isProd ? ['private/**'] : []", ""],
    ["a condition without a name", "", "import.meta.env.PROD ? ['private/**'] : []", ""],
    ["a condition that is reversed", "const { NODE_ENV } = process.env;", "NODE_ENV === 'development' ? [] : ['private/**']", ""],
    ["a host", "", "process.env.CONTEXT === 'production' ? ['private/**'] : []", ""],
    ["a list of names", "", "['production', 'x'].includes(process.env.VERCEL_ENV) ? ['private/**'] : []", ""],
    ["an import", "import { env } from 'node:process';", "env.NODE_ENV !== 'development' ? ['private/**'] : []", ""],
    ["a command", "const dev = process.argv.includes('dev');", "dev ? [] : ['private/**']", ""],
    ["a function", "const isProd = () => process.env.NODE_ENV === 'production';", "isProd() ? ['private/**'] : []", ""],
    ["a function with the patterns", `${isProduction} function hidden() { if (isProd) return ['private/**']; return []; }`, "hidden()", ""],
    ["a table", "", "{ production: ['private/**'], development: [] }[process.env.NODE_ENV]", ""],
    ["a spread list", isProduction, "['README.md', ...(isProd ? ['private/**'] : [])]", ""],
    ["&& in a list", isProduction, "['README.md', isProd && 'private/**'].filter(Boolean)", ""],
    ["concat()", isProduction, "['README.md'].concat(isProd ? 'private/**' : [])", ""],
    ["push()", isProduction, "[]", "if (isProd) { config.srcExclude.push('private/**'); }"],
    ["an assignment", isProduction, "[]", "if (!isProd) config.srcExclude = []; else config.srcExclude = ['private/**'];"],
    ["an assignment after &&", isProduction, "[]", "isProd && config.srcExclude.push('private/**');"],
    ["a variable", `${isProduction} let hidden = []; if (isProd) hidden = [...hidden, 'private/**'];`, "hidden", ""],
  ])("reads %s", (_name, before, patterns, after) => {
    const files = vitepressWith(before, patterns, after);
    expect(planOf(open(vitepress, files), "private/a.md", post)).toMatchObject({ kind: "left out" });
    expect(planOf(open(vitepress, files), "a.md", post)).toMatchObject({ kind: "post" });
    expect(open(vitepress, files).notes).toEqual([]);
  });

  it.each([
    ["mode", "({ mode }) => ({ srcExclude: mode === 'production' ? ['private/**'] : [] })"],
    ["command", "(env) => { const isBuild = env.command === 'build'; return { srcExclude: isBuild ? ['private/**'] : [] }; }"],
    ["a return in a branch", "({ command }) => { if (command === 'serve') return {}; return { srcExclude: ['private/**'] }; }"],
  ])("reads a configuration that is a function of %s", (_name, code) => {
    const files = { ".vitepress/config.js": `export default defineConfig(${code})` };
    expect(planOf(open(vitepress, files), "private/a.md", post)).toMatchObject({ kind: "left out" });
    expect(planOf(open(vitepress, files), "a.md", post)).toMatchObject({ kind: "post" });
  });

  it.each([
    ["the other branch", "isProd ? [] : ['big/**']", ""],
    ["development alone", "[]", "if (!isProd) config.srcExclude.push('big/**');"],
    ["&& in a list", "[...(!isProd && ['big/**'])]", ""],
  ])("publishes what only %s excludes", (_name, patterns, after) => {
    expect(planOf(open(vitepress, vitepressWith(isProduction, patterns, after)), "big/a.md", post)).toMatchObject({ kind: "post" });
  });

  it.each([
    ["a branch", "process.env.SHOW_ALL ? ['a/**'] : ['private/**']", "", "depends on a condition"],
    ["a spread list", "[...(process.env.HIDE === '1' ? ['private/**'] : [])]", "", "depends on a condition"],
    ["push()", "[]", "if (flags.hidden) config.srcExclude.push('private/**');", "depends on a condition"],
    ["a switch that is off by default", "(process.env.HIDE || false) ? ['private/**'] : []", "", "depends on a condition"],
    ["a computed list", "['private/**', ...findHidden()]", "", "Cannot read all patterns of srcExclude"],
    ["a call", "[...readPatterns('x'), 'private/**']", "", "Cannot read all patterns of srcExclude"],
  ])("leaves out what any branch excludes if the condition is unknown, and says so: %s", (_name, patterns, after, note) => {
    const files = vitepressWith("", patterns, after);
    expect(planOf(open(vitepress, files), "private/a.md", post)).toMatchObject({ kind: "left out" });
    expect(planOf(open(vitepress, files), "b.md", post)).toMatchObject({ kind: "post" });
    expect(open(vitepress, files).notes).toEqual([expect.stringContaining(note)]);
  });

  const conditional = (code: string, isKnown: boolean) =>
    code.replaceAll("isProd", isKnown ? "(process.env.NODE_ENV === 'production')" : "(process.env.WITH_SECRETS === '1')");
  const docusaurusConfig = (code: string) => ({
    "docusaurus.config.js": `module.exports = { presets: [['classic', { blog: { exclude: ${code} } }]] }`,
  });
  const quartzConfig = (code: string) => ({
    "quartz.config.ts": `const config = { configuration: { ignorePatterns: ${code} } }; export default config`,
  });
  const gatsbyConfig = (code: string) => ({
    "gatsby-config.js": `module.exports = { plugins: [{ resolve: "gatsby-source-filesystem", options: { path: "blog", ignore: ${code} } }] }`,
  });
  const astroWith = (pattern: string) => ({ "astro.config.mjs": "export default {}", "src/content.config.ts": astroConfig(pattern) });
  it.each([
    ["Docusaurus", docusaurus, docusaurusConfig("isProd ? ['private/**'] : []"), "blog/"],
    ["VuePress", vuepress, vue("patterns: isProd ? ['**/*.md', '!private/**'] : ['**/*.md']"), ""],
    ["Quartz", quartz, quartzConfig("['x', ...(isProd ? ['private'] : [])]"), "content/"],
    ["Gatsby", gatsby, gatsbyConfig("isProd ? ['**/private/**'] : []"), "blog/"],
    ["Astro", astro, astroWith("isProd ? ['**/*.md', '!private/**'] : '**/*.md'"), "src/blog/"],
  ])("does so for %s", (_name, generator, files, folder) => {
    for (const isKnown of [true, false]) {
      const code = Object.fromEntries(Object.entries(files).map(([path, each]) => [path, conditional(each, isKnown)]));
      const written = { ...code, [`${folder}a.md`]: post };
      expect(planOf(open(generator, written), `${folder}private/a.md`, post)?.kind).not.toBe("post");
      expect(planOf(open(generator, written), `${folder}a.md`, post)).toMatchObject({ kind: "post" });
      const says = open(generator, written).notes.some((note) => note.includes("what any of its branches excludes is left out"));
      expect(says).toBe(!isKnown);
    }
  });

  it("does so for Eleventy, whose ignored files may be those of development", () => {
    const files = {
      "eleventy.config.js": `export default function (config) {
        const isProd = process.env.NODE_ENV === "production";
        if (isProd) config.ignores.add("posts/private/**");
        else config.ignores.add("posts/big/**");
        if (process.env.HIDE) config.ignores.add("posts/hidden/**");
      }`,
    };
    const kinds = ["private", "big", "hidden"].map((name) => planOf(open(eleventy, files), `posts/${name}/a.md`, post)?.kind);
    expect(kinds).toEqual(["left out", "post", "left out"]);
    const computed = { "eleventy.config.js": "export default (config) => { hidden.forEach((glob) => config.ignores.add(glob)); }" };
    expect(open(eleventy, computed).notes).toContainEqual(expect.stringContaining("Cannot read all globs of ignores.add()"));
  });
});
