import { describe, expect, it } from "vitest";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { addressesOf, folderWith, open, planOf, plansOf } from "./in-memory-site.ts";

const config = (options = "") => ({ ".vuepress/config.js": `module.exports = { title: "Lab", description: "News", ${options} }` });
const blog = `plugins: [["@vuepress/blog", { directories: [{ id: "post", dirname: "_posts", path: "/" }] }]]`;
const post = "---\ntitle: A\ndate: 2024-02-03\n---\nText";
const second = { "package.json": `{ "devDependencies": { "vuepress": "2.0.0-rc.20" } }` };

describe("vuepress.open()", () => {
  it("recognizes a site by its configuration, and reads its settings", () => {
    expect(vuepress.open(folderWith({ "a.md": post }))).toBeUndefined();
    expect(open(vuepress, config("locales: { '/': { lang: 'de-DE' } }")).settings).toMatchObject({
      title: "Lab",
      description: "News",
      language: "de-DE",
    });
  });

  it.each([
    ["plugins: [['@vuepress/blog', { sitemap: { hostname: 'https://example.org' } }]]"],
    ["plugins: [['sitemap', { hostname: 'https://example.org' }], 'x']"],
    ["plugins: { feed: { canonical_base: 'https://example.org' } }"],
    ["plugins: [blogPlugin(), seoPlugin({ hostname: 'https://example.org/' })]"],
    ["theme: hopeTheme({ hostname: 'https://example.org' })"],
    ["themeConfig: { feed: { canonical_base: 'https://example.org' } }"],
  ])("reads the URL that themes and plugins need: %s", (code) => {
    expect(open(vuepress, config(code)).settings.url).toBe("https://example.org");
  });

  it.each([
    ["plugins: [feedPlugin({ hostname: 'https://example.org', rss: true, count: 30 })]", 30],
    ["theme: hopeTheme({ plugins: { feed: { rss: true, count: 30 } } })", 30],
    ["theme: hopeTheme({ plugins: { feed: { atom: true, count: '30' } } })", 30],
    ["plugins: [['feed', { canonical_base: 'https://example.org', count: 30 }]]", 30],
    ["plugins: [['@vuepress/blog', { feed: { canonical_base: 'https://example.org', count: 30 } }]]", 30],
    ["plugins: [['@vuepress/blog', { feed: { canonical_base: 'https://example.org' } }], ['x', { count: 3 }]]", undefined],
    ["theme: hopeTheme({ blog: { count: 3 }, plugins: { feed: true } })", undefined],
  ])("reads the number of entries in feeds: %s", (code, limit) => {
    expect(open(vuepress, config(code)).settings.limit).toBe(limit);
  });

  it.each([
    [".vuepress/config.yml", "title: Lab\nbase: /v/\nlocales: {/: {lang: fr-FR}}\nthemeConfig: {hostname: https://example.org}\n"],
    [
      ".vuepress/config.toml",
      "title = 'Lab'\nbase = '/v/'\n[themeConfig]\ndomain = 'https://example.org'\n[locales.'/']\nlang = 'fr-FR'\n",
    ],
  ])("reads %s", (path, text) => {
    const files = { [path]: text, "a.md": post };
    expect(open(vuepress, files)).toMatchObject({ settings: { title: "Lab", url: "https://example.org", language: "fr-FR" }, notes: [] });
    expect(addressesOf(vuepress, files)).toMatchObject({ "a.md": "/v/a.html" });
  });

  it("notes a configuration that cannot be read", () => {
    expect(open(vuepress, { ".vuepress/config.yml": "title: [" }).notes).toEqual([
      expect.stringContaining("Cannot read .vuepress/config.yml"),
    ]);
  });
});

describe("vuepress.plan()", () => {
  it("reads the languages of locales", () => {
    const locales = "locales: { '/': { lang: 'en-US' }, '/zh/': { lang: 'zh-CN' }, '/en/': { lang: 'en-US' } }";
    const plans = plansOf(vuepress, { ...config(locales), "a.md": post, "zh/a.md": post, "en/a.md": post });
    expect(plans["a.md"]).not.toHaveProperty("keys");
    expect(plans["en/a.md"]).not.toHaveProperty("keys");
    expect(plans["zh/a.md"]).toHaveProperty("keys", { language: "zh-CN" });
  });

  it.each([
    [
      "theme: hopeTheme({ encrypt: { config: { '/guide/': ['1', '2'], '/x.html': { password: '3', hint: 'h' } } } })",
      ["guide/a.md", "x.md"],
    ],
    ["themeConfig: { encrypt: { config: { '/guide/': secret.guide } } }", ["guide/a.md"]],
    ["theme: hopeTheme({ encrypt: { global: true, admin: '1' } })", ["b.md", "guide/a.md", "x.md"]],
    ["themeConfig: { encrypt: { status: 'global', global: '1' } }", ["b.md", "guide/a.md", "x.md"]],
    ["themeConfig: { encrypt: { status: 'local', global: '1' } }", []],
    ["plugins: [['posts-encrypt', { checkAll: true, passwd: 1 }]]", ["b.md", "guide/a.md", "x.md"]],
    ["theme: hopeTheme({ encrypt: { global: false } })", []],
  ])("finds the texts that have a password: %s", (options, paths) => {
    const plans = plansOf(vuepress, { ...config(options), "b.md": post, "guide/a.md": post, "x.md": post });
    const found = Object.entries(plans).filter(([, plan]) => plan !== undefined && "isProtected" in plan);
    expect(found.map(([path]) => path)).toEqual(paths);
  });

  it.each([
    ["the source of the theme", "./theme.js", ".vuepress/theme.ts", ""],
    ["a module", "./theme.mjs", ".vuepress/theme.mts", ""],
    ["the index of a folder", "./theme/index.js", ".vuepress/theme/index.ts", ""],
    ["a folder", "./theme", ".vuepress/theme/index.mts", ""],
    ["a function", "./theme.js", ".vuepress/theme.ts", "() => "],
  ])("finds the texts that have a password in another file: %s", (_name, target, path, start) => {
    const theme = `hopeTheme({ hostname: "https://moon.example", author: { name: "Ann" }, encrypt: { config: { "/x.html": "1" } } })`;
    const files = {
      ".vuepress/config.ts": `import theme from "${target}";\nexport default defineUserConfig({ theme${start === "" ? "" : ": theme()"} });`,
      [path]: `import { hopeTheme } from "vuepress-theme-hope";\nexport default ${start}${theme};`,
      ...{ ...second, "x.md": post, "y.md": post },
    };
    const plans = plansOf(vuepress, files);
    expect(plans["x.md"]).toHaveProperty("isProtected", true);
    expect(plans["y.md"]).not.toHaveProperty("isProtected");
    expect(open(vuepress, files).settings).toMatchObject({ url: "https://moon.example", author: { name: "Ann" } });
  });

  it.each([
    ["article: false", "page"],
    ["article: true", "post"],
    ["article: false\nfeed: true", "post"],
    ["home: true", "page"],
  ])("respects %j, as the plugin of feeds does", (keys, kind) => {
    const files = { ...config(), ...second, "a.md": `---\ntitle: A\ndate: 2024-02-03\n${keys}\n---\nText` };
    expect(plansOf(vuepress, files)["a.md"]).toMatchObject({ kind });
  });

  it("plans a dated front page as a page", () => {
    const files = { ...config(), ...second, "README.md": post, "guide/README.md": post };
    expect(plansOf(vuepress, files)).toMatchObject({ "README.md": { kind: "page" }, "guide/README.md": { kind: "post" } });
  });

  it.each([
    ["README.md", "", "/"],
    ["guide/readme.md", "", "/guide/"],
    ["guide/Some File.md", "", "/guide/Some File.html"],
    ["a.md", "permalink: /x/y", "/x/y/"],
    ["_posts/a.md", "date: 2024-02-03", "/2024/02/03/a/"],
    ["_posts/2024-01-02-Über uns.md", "", "/2024/01/02/uber-uns/"],
    ["_posts/2024-01-02-a.b_c.md", "", "/2024/01/02/a-b-c/"],
    ["_posts/2024-01-02-3-ways.md", "", "/2024/01/02/_3-ways/"],
    ["_posts/undated.md", "", undefined],
    ["b.md", "date: 2024-02-03\npermalink: /:year/:i_month/:i_day/:slug", "/2024/2/3/b/"],
  ])("computes the address of %s with %j in VuePress 1", (path, keys, address) => {
    expect(addressesOf(vuepress, { ...config(blog), [path]: `---\n${keys}\n---\n` })[path]).toBe(address);
  });

  it.each([
    ["README.md", "", "/"],
    ["posts/2024-01-02-Über.md", "", "/posts/2024-01-02-Über.html"],
    ["a.md", "permalink: /x/y", "/x/y"],
    ["posts/2024-01-02-Name.md", 'permalinkPattern: ":year/:month/:slug.html"', "/2024/01/Name.html"],
    ["posts/2024-01-02-x.md", "permalinkPattern: ':raw'", "/posts/2024-01-02-x.md"],
  ])("computes the address of %s with %j in VuePress 2", (path, keys, address) => {
    expect(addressesOf(vuepress, { ...config(), ...second, [path]: `---\n${keys}\n---\n` })[path]).toBe(address);
  });

  it("reads the pattern of the configuration", () => {
    const files = { ...config("permalinkPattern: '/:year/:month/:day/:slug.html', base: '/b/'"), ...second, "a.md": post };
    expect(plansOf(vuepress, files)["a.md"]).toEqual({
      kind: "post",
      target: "a.md",
      address: { pattern: "/b/:year/:month/:day/:name.html" },
    });
  });

  it("finds the blog of a theme, and the pictures of .vuepress/public", () => {
    const files = {
      ".vuepress/config.js": "module.exports = { theme: '@vuepress/theme-blog', themeConfig: {} }",
      "_posts/a.md": post,
      ".vuepress/public/b.png": "",
      "LICENSE.md": "x",
    };
    expect(plansOf(vuepress, files)).toEqual({
      ".vuepress/config.js": undefined,
      "_posts/a.md": { kind: "post", target: "_posts/a.md", address: { pattern: "/:year/:month/:day/:name/" } },
      ".vuepress/public/b.png": { kind: "media", target: "b.png" },
      "LICENSE.md": { kind: "left out", what: "files about the repository, such as LICENSE.md" },
    });
  });
});

describe("vuepress templates", () => {
  const site = open(vuepress, { ".vuepress/config.js": "module.exports = {}", "a.md": post });

  it("have the front matter and the title", () => {
    const file = { path: "a.md", frontMatter: { title: "A", mood: "calm" }, body: "" };
    expect(site.templateLanguage?.(file)).toBe("vue");
    expect(site.templateValues?.(file)).toMatchObject({ $frontmatter: { mood: "calm" }, $page: { title: "A" } });
  });

  it("have paths below the base", () => {
    expect(site.publicText?.(`<img :src="$withBase('/a.png')" alt="x"> <a :href="withBase('/b')">`)).toBe(
      '<img src="/a.png" alt="x"> <a href="/b">',
    );
  });
});

it("vuepress.notes name drafts, which the generator itself does not know", () => {
  const site = open(vuepress, { "package.json": '{"dependencies":{"vuepress":"2"}}', ".vuepress/config.js": "export default {}" });
  for (const draft of ["true", "false"]) planOf(site, `${draft}.md`, `---\ntitle: A\ndate: 2024-02-02\ndraft: ${draft}\n---\nText`);
  expect(site.notes).toEqual([expect.stringMatching(/do not read draft themselves.*: true\.md$/)]);
});

describe("vuepress.idOf()", () => {
  const feed = "plugins: { feed: { rss: true } }";
  const id = "https://moon.dev/blog/posts/a.html";
  const plugin = (options: string) => `plugins: [feedPlugin({ rss: true, ${options} })]`;
  it.each([
    [`theme: hopeTheme({ hostname: "https://moon.dev/blog/", ${feed} })`, id],
    [`theme: hopeTheme({ hostname: "moon.dev/blog", ${feed} })`, id],
    [`base: "/blog/", theme: hopeTheme({ hostname: "https://moon.dev/blog", ${feed} })`, "https://moon.dev/blog/blog/posts/a.html"],
    [plugin('hostname: "https://moon.dev/blog"'), id],
    [`theme: hopeTheme({ hostname: "https://moon.dev/", ${feed} })`, undefined],
    ['theme: hopeTheme({ hostname: "https://moon.dev/blog/" })', undefined],
  ])("computes the id in the feed of %s", (code, expected) => {
    const site = open(vuepress, { ...config(code), ...second, "posts/a.md": post });
    const path = `${code.startsWith("base") ? "/blog" : ""}/posts/a.html`;
    expect(site.idOf?.({ id: `https://moon.dev${path}`, path }, { path: "posts/a.md", frontMatter: {}, body: "" })).toBe(expected);
    expect(site.notes).toEqual([]);
  });

  it("reads the GUID that a page states for the feed", () => {
    const site = open(vuepress, { ...config(plugin('hostname: "https://moon.dev"')), ...second });
    const file = { path: "a.md", frontMatter: { feed: { guid: "urn:a" } }, body: "" };
    expect(site.idOf?.({ id: "https://moon.dev/a.html", path: "/a.html" }, file)).toBe("urn:a");
  });

  it.each([
    [plugin('hostname: "https://moon.dev", getter: { link: (page) => f(page) }'), second],
    ["plugins: [['feed', { canonical_base: 'https://moon.dev/blog' }]]", {}],
  ])("names a plugin whose ids are unknown: %s", (code, files) => {
    const { notes } = open(vuepress, { ...config(code), ...files });
    expect(notes).toEqual([expect.stringContaining("Cannot compute the ids that the plugin of feeds in .vuepress/config.js makes")]);
  });
});
