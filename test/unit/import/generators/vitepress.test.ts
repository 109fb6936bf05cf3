import { describe, expect, it } from "vitest";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { dynamicRoutes } from "../../../../src/import/site-rules/content-file.ts";
import { addressesOf, folderWith, open, planOf, plansOf } from "./in-memory-site.ts";
import { openSite } from "./planned-site.ts";

const config = (options = "") => ({
  ".vitepress/config.mts": `import { defineConfig } from "vitepress";\nexport default defineConfig({ title: "Lab", description: "News", lang: "en-US", ${options} });`,
});
const post = "---\ntitle: A\ndate: 2024-02-02\n---\nText";

describe("vitepress.open()", () => {
  it("recognizes a site by its configuration, and reads its settings", () => {
    expect(vitepress.open(folderWith({ "posts/a.md": post }))).toBeUndefined();
    expect(open(vitepress, config("sitemap: { hostname: 'https://example.org' }")).settings).toMatchObject({
      title: "Lab",
      description: "News",
      language: "en-US",
      url: "https://example.org",
    });
  });

  it("reads what code of a feed in the configuration states", () => {
    const [source = ""] = Object.values(
      config(`async buildEnd() {
      const feed = new Feed({ title: "Moon", description: "About it", id: hostname, link: hostname, language: "fr", copyright: "© Ann" });
    }`),
    );
    const files = { ".vitepress/config.ts": `const hostname: string = "https://moon.dev";\n${source}` };
    const settings = { title: "Moon", description: "About it", language: "fr", url: "https://moon.dev", copyright: "© Ann" };
    expect(open(vitepress, files).settings).toMatchObject(settings);
  });
});

describe("vitepress.plan()", () => {
  it("reads the languages of locales", () => {
    const files = {
      ".vitepress/config.js": `export default { title: "Lab", locales: { root: { lang: "en", description: "News" }, fr: { lang: "fr-CH" },
        de: { label: "Deutsch" }, other: { label: "Other" }, "zh/tw": { lang: "zh-TW" }, zh: { lang: "zh_CN" } } };`,
      ...{ "a.md": post, "fr/a.md": post, "de/a.md": post, "other/a.md": post, "zh/a.md": post, "zh/tw/a.md": post },
      "fr/b.md": post.replace("title: A", "title: A\nlang: it"),
      "french/a.md": post,
    };
    expect(open(vitepress, files).settings).toMatchObject({ language: "en", description: "News" });
    const keys = Object.entries(plansOf(vitepress, files)).map(([path, plan]) => [path, plan && "keys" in plan ? plan.keys : undefined]);
    expect(Object.fromEntries(keys)).toEqual({
      ".vitepress/config.js": undefined,
      ...{ "a.md": undefined, "other/a.md": undefined, "fr/b.md": undefined, "french/a.md": undefined },
      "fr/a.md": { language: "fr-CH" },
      "de/a.md": { language: "de" },
      "zh/a.md": { language: "zh-CN" },
      "zh/tw/a.md": { language: "zh-TW" },
    });
  });

  // The addresses that VitePress 1.6.4 makes of these files.
  it.each([
    ["index.md", "/", "/"],
    ["posts/Some File.md", "/posts/Some File.html", "/posts/Some File"],
    ["posts/Über.v1.md", "/posts/Über.v1.html", "/posts/Über.v1"],
    ["posts/index.md", "/posts/", "/posts/"],
    ["posts/2024-01-01-a.md", "/posts/2024-01-01-a.html", "/posts/2024-01-01-a"],
    ["_u/z.md", "/_u/z.html", "/_u/z"],
  ])("computes the address of %s", (path, address, clean) => {
    expect(addressesOf(vitepress, { ...config(), [path]: "Text" })[path]).toBe(address);
    expect(addressesOf(vitepress, { ...config("cleanUrls: true"), [path]: "Text" })[path]).toBe(clean);
  });

  it.each([
    ["index.md", post, "page"],
    ["index.md", "---\nlayout: home\ndate: 2021-06-30\ntitle: home\n---\n", "page"],
    ["fr/index.md", "---\nlayout: home\ndate: 2021-06-30\n---\nText", "page"],
    ["home.md", "---\nhome: true\ndate: 2021-06-30\n---\nText", "page"],
    ["posts/index.md", post, "post"],
    ["posts/a/index.md", post, "post"],
    ["posts/a.md", "---\nlayout: doc\ndate: 2021-06-30\n---\nText", "post"],
  ])("plans the dated text %s (%j) as a %s: a front page is no post", (path, text, kind) => {
    expect(plansOf(vitepress, { ...config(), [path]: text })[path]).toMatchObject({ kind });
  });

  it("gives texts in folders that builds ignore another name and the old address", () => {
    const files = { ...config(), "_x/a.md": "Text", "guide/_b.md": post, "_posts/c.md": post };
    expect(plansOf(vitepress, files)).toMatchObject({
      "_x/a.md": { kind: "page", target: "x/a.md", address: { path: "/_x/a.html" } },
      "guide/_b.md": { kind: "post", target: "guide/b.md", address: { path: "/guide/_b.html" } },
      "_posts/c.md": { target: "_posts/c.md" },
    });
  });

  it("respects srcDir and base, and finds a site in a subfolder", () => {
    const files = {
      "docs/.vitepress/config.js": "export default { srcDir: './src', base: '/x/' }",
      "docs/src/a.md": post,
      "docs/src/public/b.png": "",
      "docs/c.md": post,
    };
    expect(plansOf(vitepress, files)).toEqual({
      "docs/.vitepress/config.js": undefined,
      "docs/src/a.md": { kind: "post", target: "a.md", address: { pattern: "/x/:sections/:filename.html" } },
      "docs/src/public/b.png": { kind: "media", target: "b.png" },
      "docs/c.md": undefined,
    });
  });

  it.each([
    ["'posts/:slug.md': ':slug.md'", "posts/a.md", "/a.html"],
    ["'packages/:pkg/src/:slug*': ':pkg/:slug*'", "packages/x/src/b/c.md", "/x/b/c.html"],
    ["'posts/:slug.md': ':slug.md'", "posts/x/a.md", "/posts/x/a.html"],
    ["'a.md': 'b.md', ':x.md': 'c/:x.md'", "a.md", "/b.html"],
    ["'posts/:year/:month/:slug.md': ':year/:month/:slug.md'", "posts/2019/03/a.md", "/2019/03/a.html"],
    ["':a/:b/:c/:d/:e-:f.md': ':e/:f.md'", "1/2/3/4/x-y.md", "/x/y.html"],
  ])("follows the rewrite %s of %s", (rewrites, path, address) => {
    expect(addressesOf(vitepress, { ...config(`rewrites: { ${rewrites} }`), [path]: post })).toEqual({ [path]: address });
  });

  it.each(["<!--@include: ./b.md-->", "<<< @/a.js", "<<<./a.js{1}"])("notes that it does not read %s", (line) => {
    const files = { ...config(), "a.md": `${post}\n\n${line}\n` };
    const site = open(vitepress, files);
    planOf(site, "a.md", files["a.md"]);
    expect(site.notes).toEqual([expect.stringContaining("Included files are not read")]);
  });

  it.each([
    ["pkgs/[pkg].md", "paths: () => [{ params: { pkg: 'foo' } }, { params: { pkg: 'bar' } }]", "/b/pkgs/foo.html, /b/pkgs/bar.html"],
    ["pkgs/[pkg].md", "paths() { return [{ params: { pkg: 1 } }] }", "/b/pkgs/1.html"],
    ["[pkg]/index.md", "async paths() { return [{ params: { pkg: 'foo' } }] }", "/b/foo/"],
    ["[lang]/[pkg].md", "paths: [{ params: { lang: 'de', pkg: 'foo' } }, { params: { lang: 'fr' } }]", "/b/de/foo.html"],
    ["pkg-[pkg].md", "paths: ['a', 'b', 'c', 'd'].map((pkg) => ({ params: { pkg } }))", undefined],
    ["pkgs/[pkg].md", undefined, undefined],
  ])("leaves out the template of a dynamic route, and names its pages: %s with %s", (path, code, pages) => {
    const routes = code === undefined ? {} : { [path.replace(".md", ".paths.js")]: `export default { ${code} }` };
    const { plan, site } = openSite(vitepress, { ...config("base: '/b/'"), [path]: "# Package", "a.md": post, ...routes });
    expect(plan(path)).toEqual({ kind: "left out", what: dynamicRoutes });
    expect(site.notes).toEqual(pages === undefined ? [] : [`The pages of dynamic routes are not imported: ${path} (${pages})`]);
  });

  it("publishes names that are no parameters", () => {
    expect(openSite(vitepress, { ...config(), "[...x].md": post }).plan("[...x].md")).toMatchObject({ kind: "post" });
    expect(openSite(vitepress, { ...config(), "[a b].md": post }).plan("[a b].md")).toMatchObject({ kind: "post" });
  });

  it("follows rewrites of files, and notes others", () => {
    const files = { ...config("rewrites: { 'a.md': 'b/c.md', 'pkg/:name/(.*)': 'p/:name' }"), "a.md": post, "pkg/x/y.md": post };
    expect(addressesOf(vitepress, files)).toEqual({ "a.md": "/b/c.html", "pkg/x/y.md": undefined });
    expect(open(vitepress, files).notes).toEqual([expect.stringMatching(/rewrites .*; write permalink into the settings or the posts$/)]);
  });

  it.each(["':a-:b-:c.md': ':a.md'", "':a*/:b*/:c*/d.md': ':a.md'"])("notes the rewrite %s, which may take very long", (rewrites) => {
    const files = { ...config(`rewrites: { ${rewrites} }`), "a.md": post };
    expect(open(vitepress, files).notes).toEqual([expect.stringContaining("rewrites that are not read")]);
  });

  it("imports dated files as posts, and others as pages", () => {
    const files = { ...config(), "a.md": post, "about.md": "Text", "README.md": "Text", "x.png": "" };
    expect(plansOf(vitepress, files)).toMatchObject({
      "a.md": { kind: "post" },
      "about.md": { kind: "page" },
      "README.md": { kind: "left out" },
      "x.png": { kind: "media" },
    });
  });
});

describe("vitepress templates", () => {
  const site = open(vitepress, { ".vitepress/config.js": "export default {}", "a.md": post });

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

it("vitepress.notes name drafts, which the generator itself does not know", () => {
  const site = open(vitepress, { ".vitepress/config.js": "export default {}" });
  for (const draft of ["true", "false"]) planOf(site, `${draft}.md`, `---\ntitle: A\ndate: 2024-02-02\ndraft: ${draft}\n---\nText`);
  expect(site.notes).toEqual([expect.stringMatching(/do not read draft themselves.*: true\.md$/)]);
});
