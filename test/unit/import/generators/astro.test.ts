import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { addressesOf, folderWith, open, planOf, plansOf } from "./in-memory-site.ts";

const route = `---
import { getCollection } from "astro:content";
export async function getStaticPaths() {
  const posts = await getCollection("blog");
  return posts.map((post) => ({ params: { slug: post.id }, props: post }));
}
---
<p>text</p>`;
const config = (options = "") => ({ "astro.config.mjs": `export default { site: "https://example.org", ${options} };` });
const dated = "---\ntitle: A\npubDate: 2024-01-02\n---\nText";
const blog = { "src/pages/blog/[...slug].astro": route };

describe("the defaults of a schema", () => {
  const schema = `const blog = defineCollection({ loader: glob({ pattern: "*.md", base: "./src/content/blog" }),
schema: z.object({ tags: z.array(z.string()).default(["others"]), category: z.string().default("News"), description: z.string().default("A post"), lang: z.string().default("fr"), status: z.string().default("new"), excerpt: z.string().default("") }) });
export const collections = { blog };`;
  const keysOf = (frontMatter: string, options: string) => {
    const path = "src/content/blog/a.md";
    const text = `---\ntitle: A\ndate: 2024-01-02\n${frontMatter}---\nText`;
    const files = { ...config(options), "src/content.config.ts": schema, "src/pages/[id].astro": 'getCollection("blog")', [path]: text };
    const plan = plansOf(astro, files)[path];
    return plan !== undefined && "keys" in plan ? plan.keys : undefined;
  };

  it.each<[string, string, Record<string, unknown> | undefined]>([
    ["", "", { tags: ["others"], category: ["News"], description: "A post", lang: "fr" }],
    ["", 'i18n: { defaultLocale: "fr", locales: ["fr"] }', { tags: ["others"], category: ["News"], description: "A post" }],
    ["tags: [moon]\nsummary: Own\n", "", { category: ["News"], lang: "fr" }],
    ["tags: [moon]\ncategory: Sea\ndescription: Own\nlang: de\n", "", undefined],
  ])("are keys of the copies that lack them: %j with %j", (frontMatter, options, keys) => {
    expect(keysOf(frontMatter, options)).toEqual(keys);
  });
});

describe("astro.open()", () => {
  it("recognizes a site by its configuration", () => {
    expect(astro.open(folderWith({ "astro.config.ts": "" }))).toBeDefined();
    expect(astro.open(folderWith({ "src/content/blog/a.md": dated }))).toBeUndefined();
  });

  it("reads settings from the configuration and the constants", () => {
    const files = {
      "astro.config.ts": `import { SITE } from "./src/config";\nexport default defineConfig({ site: SITE.website, integrations: [sitemap()] } satisfies X);`,
      "src/config.ts": `export const SITE: Site = { website: "https://example.org/", author: "Ada", title: "Lab", desc: "News", timezone: "Asia/Bangkok" } as const;`,
    };
    expect(open(astro, files).settings).toMatchObject({
      url: "https://example.org",
      author: { name: "Ada" },
      title: "Lab",
      description: "News",
      timezone: "UTC", // of dates in YAML; AstroPaper's own is for its pages
    });
  });

  it("reads SITE_TITLE and SITE_DESCRIPTION", () => {
    const files = { ...config(), "src/consts.ts": "export const SITE_TITLE = 'Lab';\nexport const SITE_DESCRIPTION = `News`;" };
    expect(open(astro, files).settings).toMatchObject({ title: "Lab", description: "News" });
  });

  it.each(["const { url: siteUrl } = themeConfig.site;", "const siteUrl = themeConfig.site.url;"])(
    "reads the values next to the URL of the site: %s",
    (line) => {
      const files = {
        "astro.config.ts": `import { themeConfig } from "./src/theme";\n${line}\nexport default defineConfig({ site: siteUrl });`,
        "src/theme.ts": `export const themeConfig = {
          owner: { title: "Nobody", url: "https://other.example" },
          site: { title: "Tides", description: "On tides", author: "Kim", url: "https://tides.example" },
        };`,
      };
      const { notes, settings } = open(astro, files);
      expect(settings).toMatchObject({
        title: "Tides",
        description: "On tides",
        author: { name: "Kim" },
        url: "https://tides.example",
      });
      expect(notes).toEqual([]);
    },
  );

  it.each([
    ["site: process.env.SITE_URL", ["Cannot compute site in astro.config.mjs: write url into the settings"]],
    ["site: process.env.SITE_URL || 'https://tides.example'", []],
    ["", []],
  ])("notes a URL that it cannot compute: %s", (options, notes) => {
    expect(open(astro, { "astro.config.mjs": `export default { ${options} };` }).notes).toEqual(notes);
  });

  it("notes a configuration that cannot be read", () => {
    expect(open(astro, { "astro.config.mjs": "export default {{" }).notes).toEqual([
      expect.stringContaining("Cannot read astro.config.mjs"),
    ]);
  });
});

describe("astro.plan()", () => {
  it.each<[string, Record<string, string>]>([
    ["src/content/authors", { "src/content/authors/ann.json": '{"name":"Ann Lee"}', "src/content/authors/max.yaml": "name: Max Ito" }],
    [
      "src/data/authors",
      { "src/data/authors/ann.json": '{"name":"Ann Lee"}', "src/data/authors/x.toml": 'slug = "max"\nname = "Max Ito"' },
    ],
    ["texts", { "src/content/team/ann.md": "---\nname: Ann Lee\n---\n", "src/content/team/Max.mdx": "---\ntitle: Max Ito\n---\n" }],
    ["a table", { "src/data/authors.json": '{"ann":{"name":"Ann Lee"},"max":{"name":"Max Ito"}}' }],
    ["a list in JSON", { "src/data/authors.json": '[{"id":"ann","name":"Ann Lee"},{"id":"max","name":"Max Ito"}]' }],
    ["a list in YAML", { "src/data/authors.yml": "- id: ann\n  name: Ann Lee\n- id: max\n  name: Max Ito" }],
  ])("names the authors of data collections: %s", (_name, data) => {
    const files = {
      ...{ ...config(), ...blog, ...data },
      "src/content/blog/a.md": "---\npubDate: 2024-01-02\nauthor: ann\n---\nText",
      "src/content/blog/b.md": "---\npubDate: 2024-01-02\nauthors: [ann, max, Zoe]\n---\nText",
      "src/content/blog/c.md": "---\npubDate: 2024-01-02\nauthor: Zoe\n---\nText",
    };
    const plans = plansOf(astro, files);
    expect(["a", "b", "c"].map((name) => (plans[`src/content/blog/${name}.md`] as { corrections?: unknown }).corrections)).toEqual([
      { author: "Ann Lee" },
      { authors: ["Ann Lee", "Max Ito", "Zoe"] },
      undefined,
    ]);
  });

  // The addresses that Astro 7.3.5 makes of these files.
  it.each([
    ["First Post.md", "", "/blog/first-post/"],
    ["v1.2.md", "", "/blog/v12/"],
    ["sub/Über_uns.md", "", "/blog/sub/über_uns/"],
    ["idx/index.md", "", "/blog/idx/"],
    ["slugged.md", "slug: my/Own Slug\n", "/blog/my/Own Slug/"],
    ["What's up & more.md", "", "/blog/whats-up--more/"],
  ])("computes the address of %s", (name, keys, address) => {
    const path = `src/content/blog/${name}`;
    const files = { ...config(), ...blog, [path]: `---\npubDate: 2024-01-01\n${keys}---\n` };
    expect(addressesOf(astro, files)).toEqual({ [path]: address });
  });

  it.each([
    ["build: { format: 'file' }", "/blog/a.html"],
    ["trailingSlash: 'never'", "/blog/a"],
    ["base: '/sub', trailingSlash: 'always'", "/sub/blog/a/"],
    ["base: '/sub/', build: { format: 'preserve' }", "/sub/blog/a.html"],
  ])("respects %s", (options, address) => {
    const files = { ...config(options), ...blog, "src/content/blog/a.md": dated };
    expect(addressesOf(astro, files)).toEqual({ "src/content/blog/a.md": address });
  });

  it("reads loaders of collections, and the base of their addresses", () => {
    const files = {
      ...config(),
      "src/content.config.ts": `import { glob } from "astro/loaders";
        export const BLOG_PATH = "src/data/blog";
        const blog = defineCollection({ loader: glob({ pattern: "**/[^_]*.md", base: \`./\${BLOG_PATH}\` }), schema: z.object({ title: z.string() }) });
        const notes = defineCollection({ loader: glob({ base: "./notes", pattern: ["**/*.md"] }) });
        const people = defineCollection({ loader: glob({ base: "./people", pattern: "*.md" }) });
        export const collections = { blog, notes, people };`,
      "src/pages/posts/[...slug]/index.astro": route,
      "src/pages/n/[id].astro": route.replace('"blog"', "'notes'").replace("slug: post.id", "id: post.id"),
      "src/pages/tags/[tag].astro": route.replace("slug: post.id", "tag: t"),
      "src/data/blog/2024/a.md": dated,
      "src/data/blog/2024/a.png": "",
      "src/data/blog/_draft.md": dated,
      "notes/b.md": dated,
      "people/ada.md": "---\nname: Ada\n---",
      "README.md": "Read me",
    };
    expect(plansOf(astro, files)).toMatchObject({
      "src/data/blog/2024/a.md": { kind: "post", target: "posts/2024/a.md", address: { pattern: "/:sections/:filename/" } },
      "src/data/blog/2024/a.png": { kind: "media", target: "posts/2024/a.png" },
      "src/data/blog/_draft.md": { kind: "left out" },
      "notes/b.md": { kind: "post", target: "n/b.md", address: { pattern: "/:sections/:filename/" } },
      "people/ada.md": { kind: "left out" },
    });
    expect(plansOf(astro, files)["README.md"]).toBeUndefined();
    expect(plansOf(astro, files)["src/pages/tags/[tag].astro"]).toBeUndefined();
  });

  it("publishes Markdown files of src/pages", () => {
    const files = {
      ...config(),
      "src/pages/about.md": "Text",
      "src/pages/posts/Post One.md": dated,
      "src/pages/posts/index.md": "x",
      "src/pages/_no.md": "x",
    };
    expect(plansOf(astro, files)).toMatchObject({
      "src/pages/about.md": { kind: "page", target: "about.md", address: { path: "/about/" } },
      "src/pages/posts/Post One.md": { kind: "post", address: { path: "/posts/Post One/" } },
      "src/pages/posts/index.md": { kind: "page", address: { path: "/posts/" } },
    });
    expect(plansOf(astro, files)["src/pages/_no.md"]).toBeUndefined();
  });

  it("copies pictures of public, src/assets and the posts", () => {
    const files = {
      ...config(),
      ...blog,
      "public/a.png": "",
      "src/assets/b.png": "",
      "src/content/blog/c.png": "",
      "src/content/blog/a.md": dated,
      "src/x.ts": "",
    };
    const targets = Object.entries(plansOf(astro, files)).map(([path, plan]) => [path, plan && "target" in plan ? plan.target : undefined]);
    expect(Object.fromEntries(targets)).toMatchObject({
      "public/a.png": "a.png",
      "src/assets/b.png": "assets/b.png",
      "src/content/blog/c.png": "c.png",
      "src/x.ts": undefined,
    });
  });

  it.each([
    ["src/pages/blog/[...slug].astro", route.replace("post.id", "computed(post)"), "computes the addresses"],
    ["src/pages/[lang]/blog/[...slug].astro", route, "computes the addresses"],
    ["src/pages/other.astro", "", "its addresses are unknown; write permalink into the settings"],
  ])("notes that the addresses of %s are unknown", (path, source, note) => {
    const site = open(astro, { ...config(), [path]: source, "src/content/blog/a.md": dated });
    expect(site.notes).toEqual([expect.stringContaining(note)]);
    expect(planOf(site, "src/content/blog/a.md", dated)).toEqual({ kind: "post", target: "a.md" });
  });

  const typed =
    "import { paths } from \"../../lib/paths\";\ninterface Props { entry: CollectionEntry<'blog'> }\nexport const getStaticPaths = () => paths;";
  const paths = (params: string) =>
    `const posts = await getCollection("blog"); export const paths = posts.map((post) => ({ params: { ${params} } }));`;
  it.each([
    [typed, { "src/lib/paths.ts": paths("slug: post.slug") }, "/posts/a/"],
    [typed.replace("../../", "@/"), { "src/lib/paths/index.js": paths("slug: post.id") }, "/posts/a/"],
    [typed.replace("../../", "~/"), { "src/lib/paths.mjs": `${paths("tag: tag.name")}${paths("slug: post.id")}` }, "/posts/a/"],
    ['export { getStaticPaths } from "../../lib/paths";', { "src/lib/paths.ts": paths("slug: post.id") }, "/posts/a/"],
    [typed, {}, "/posts/a/"],
    [typed, { "src/lib/paths.ts": paths("slug: computed(post)") }, undefined],
    [typed, { "src/lib/paths.ts": paths("tag") }, undefined],
    [typed.replace("'blog'", "'talks'"), {}, undefined],
    ['export { paths } from "../../lib/paths";', { "src/lib/paths.ts": `${paths("slug")}getCollection("talks")` }, undefined],
  ])("finds the collection of a page that imports its static paths: %s with %j", (page, modules, address) => {
    const files = { ...config(), "src/pages/posts/[...slug].astro": page, ...modules, "src/content/blog/a.md": dated };
    expect(addressesOf(astro, files)["src/content/blog/a.md"]).toBe(address);
  });

  it("prefers the page that loads a collection to one that has its type", () => {
    const files = {
      ...config(),
      "src/pages/a/[...slug].astro": typed,
      "src/pages/blog/[...slug].astro": route,
      "src/content/blog/a.md": dated,
    };
    expect(addressesOf(astro, files)["src/content/blog/a.md"]).toBe("/blog/a/");
  });

  const padded = 'year: d.getFullYear(), month: String(d.getMonth() + 1).padStart(2, "0"), day: "0", slug: post.id';
  const languages = "lang, slug: slug.join('/')";
  it.each([
    ["[year]/[month]/[day]/[slug].astro", padded, "a.md", "/2024/01/02/a/", "/:year/:month/:day/:filename/"],
    ["blog/[year]/[slug]/index.astro", "slug: post.slug, year: y", "a.md", "/blog/2024/a/", "/blog/:year/:filename/"],
    ["[year]/[month]/[slug].astro", "year: d.getFullYear(), month: d.getMonth() + 1, slug: post.id", "a.md", "/2024/1/a/", undefined],
    ["[year]/[slug].astro", "year, slug: post.data.name", "a.md", undefined, undefined],
    ["[...slug].astro", "slug: post.id", "a.md", "/a/", "/:sections/:filename/"],
    ["posts/[slug]/index.astro", "slug: post.id", "a.md", "/posts/a/", "/posts/:sections/:filename/"],
    ["[lang]/blog/[...slug].astro", "lang, slug", "en/a.md", "/en/blog/a/", undefined],
    ["[lang]/blog/[...slug].astro", "lang, slug", "a.md", undefined, undefined],
    ["[lang]/blog/[...slug].astro", languages, "en/a.md", undefined, undefined],
    ["[version]/[...slug].astro", "version, slug", "a.md", undefined, undefined],
  ])("derives the addresses of src/pages/%s with %s", (page, params, name, address, pattern) => {
    const template = `const posts = await getCollection("blog"); const [lang, ...rest] = post.id.split("/"); ({ params: { ${params} }, props })`;
    const path = `src/content/blog/${name}`;
    const files = { ...config(), [`src/pages/${page}`]: template, [path]: dated };
    expect(addressesOf(astro, files)[path]).toBe(address);
    if (pattern !== undefined) expect(plansOf(astro, files)[path]).toMatchObject({ address: { pattern } });
  });

  it("finds a site in a subfolder of a repository", () => {
    const files = {
      "web/astro.config.mjs": "export default {}",
      "web/src/pages/blog/[...slug].astro": route,
      "web/src/content/blog/a.md": dated,
      "a.md": dated,
    };
    expect(addressesOf(astro, files)).toEqual({ "web/src/content/blog/a.md": "/blog/a/" });
  });
});
