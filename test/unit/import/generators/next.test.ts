import { describe, expect, it } from "vitest";
import { next } from "../../../../src/import/generators/next.ts";
import { addressesOf, folderWith, open, plansOf } from "./in-memory-site.ts";

const config = (options = "") => ({ "next.config.mjs": `const nextConfig = { ${options} };\nexport default withMDX(nextConfig);` });
const post = "---\ntitle: A\ndate: 2024-02-03\n---\nText";
const route = { "app/blog/[slug]/page.tsx": "" };

describe("the settings of a site of Next.js", () => {
  const base = { "next.config.js": "module.exports = {}", "posts/a.mdx": "---\ntitle: A\ndate: 2024-01-02\n---\nText" };
  const value = (name: string) => `$\{${name}}`;

  it.each<[string, Record<string, string>, Record<string, unknown>]>([
    [
      "new RSS()",
      {
        "lib/rss.js":
          "export default () => { const feed = new RSS({ title: 'Moon', description: 'About it', site_url: 'https://moon.dev', language: 'fr', copyright: '© Ann' }); }",
      },
      { title: "Moon", description: "About it", url: "https://moon.dev", language: "fr", copyright: "© Ann" },
    ],
    [
      "new Feed()",
      {
        "app/posts.ts":
          "const link = 'https://moon.dev/'; const options = { title: 'Moon', link, author: { name: 'Ann' } }; const feed = new Feed(options as any);",
      },
      { title: "Moon", url: "https://moon.dev", author: { name: "Ann" } },
    ],
    [
      "a template",
      {
        "lib/rss.ts": `export async function xml() { const blogUrl = 'https://moon.dev/blog'; const items = \`<item><title>A</title></item>\`;
          return \`<rss><channel><title>Moon</title><link>${value("blogUrl")}</link><description><![CDATA[About it]]></description><language>ko</language>${value("items")}</channel></rss>\`; }`,
      },
      { title: "Moon", description: "About it", url: "https://moon.dev", language: "ko" },
    ],
    [
      "a template that escapes texts",
      {
        "app/feed.xml/route.ts": `export function GET() { const name = 'Moon & Sun'; return \`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>${value("escapeXml(name)")}</title><subtitle>A &amp; B</subtitle><rights>${value("new Date()")}</rights></feed>\`; }`,
      },
      { title: "Moon & Sun", description: "A & B", language: "fr", copyright: undefined },
    ],
    [
      "next-sitemap.config.js",
      { "next-sitemap.config.js": "module.exports = { siteUrl: 'https://moon.dev' }" },
      { url: "https://moon.dev" },
    ],
    [
      "next-sitemap.js",
      { "next-sitemap.js": "module.exports = { siteUrl: process.env.SITE_URL || 'https://moon.dev' }" },
      { url: "https://moon.dev" },
    ],
    [
      "constants of the site",
      {
        "src/lib/constants.js":
          "export const BLOG_URL = 'https://moon.dev'; export const BLOG_TITLE = 'Moon'; export const API_URL = 'https://a.dev'",
      },
      { url: "https://moon.dev", title: "Moon" },
    ],
    [
      "the feed before the constants",
      {
        "lib/rss.js": "new RSS({ title: 'Feed', site_url: 'https://b.dev' })",
        "siteMetadata.js": "module.exports = { title: 'Moon', siteUrl: 'https://moon.dev' }",
      },
      { title: "Feed", url: "https://moon.dev" },
    ],
    [
      "the constants before feeds with several titles",
      {
        "lib/rss.js": "new RSS({ title: 'A', description: 'About it' }); new RSS({ title: 'B' })",
        "siteMetadata.js": "module.exports = { title: 'Moon' }",
      },
      { title: "Moon", description: "About it" },
    ],
  ])("are those of %s", (_name, files, settings) => {
    expect(open(next, { ...base, ...files }).settings).toMatchObject(settings);
  });

  it("are not those of other code", () => {
    const files = { "lib/read.ts": "const parser = new Parser({ title: 'Moon' }); const s = '<item><title>Moon</title></item>';" };
    expect(open(next, { ...base, ...files }).settings.title).toBeUndefined();
  });
});

describe("next.open()", () => {
  it("recognizes a site by its configuration, and reads its settings", () => {
    expect(next.open(folderWith({ "posts/a.md": post }))).toBeUndefined();
    const files = {
      ...config(),
      "data/siteMetadata.js": `const siteMetadata = { title: "Lab", description: "News", language: "en-us", siteUrl: "https://example.org", author: "Ada" };\nmodule.exports = siteMetadata;`,
    };
    expect(open(next, files).settings).toMatchObject({
      title: "Lab",
      description: "News",
      language: "en-us",
      url: "https://example.org",
      author: { name: "Ada" },
    });
  });

  it.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [
      "the feed has",
      { "constants/index.ts": 'export const DOMAIN = "https://crust.blog";', "pages/rss.tsx": "'<rss>' + DOMAIN" },
      "https://crust.blog",
    ],
    [
      "the package feed has",
      { "src/config/site.ts": 'export const SITE_URL = "https://crust.blog/";', "scripts/a.mjs": "new Feed({ id: SITE_URL })" },
      "https://crust.blog",
    ],
    [
      "no feed has",
      { "constants/index.ts": 'export const BASE_URL = "https://api.crust.blog";', "pages/rss.tsx": "`<rss></rss>`" },
      undefined,
    ],
    [
      "only another page has",
      { "constants/index.ts": 'export const BASE_URL = "https://api.crust.blog";', "pages/a.tsx": "fetch(BASE_URL)" },
      undefined,
    ],
    ["is no URL", { "constants/index.ts": 'export const DOMAIN = "crust";', "pages/rss.tsx": "'<rss>' + DOMAIN" }, undefined],
  ])("reads a constant with the URL that %s", (_name, files, url) => {
    expect(open(next, { ...config(), ...files, "posts/a.mdx": post }).settings.url).toBe(url);
  });
});

describe("pages in a folder that code reads", () => {
  const sitemap = (...folders: string[]) => `readdir(path.join(process.cwd(), ${folders.map((name) => `"${name}"`).join(", ")}))`;

  it.each([
    ["app/sitemap.ts", sitemap("app", "n"), "app/n/1/page.mdx", "/n/1"],
    ["app/sitemap.ts", sitemap("app"), "app/(notes)/n/1/page.md", "/n/1"],
    ["src/app/sitemap.ts", sitemap("src", "app", "n"), "src/app/n/1/page.mdx", "/n/1"],
    ["scripts/feed.mjs", sitemap("pages", "posts"), "pages/posts/a.mdx", "/posts/a"],
  ])("are their own routes: %s with %s", (code, source, path, address) => {
    const files = { ...config(), [code]: source, [path]: post };
    expect(addressesOf(next, files)).toEqual({ [path]: address });
    expect(open(next, files).notes).toEqual([]);
  });

  it("are not the texts next to them", () => {
    const files = { ...config(), "app/n/[slug]/page.tsx": sitemap("app", "n"), "app/n/a.mdx": post, "app/n/1/page.mdx": post };
    expect(addressesOf(next, files)).toEqual({ "app/n/a.mdx": "/n/a", "app/n/1/page.mdx": "/n/1" });
  });
});

describe("notes in app", () => {
  const reads = (rest: string) => ({ "app/(site)/thoughts/utils.ts": `fs.readdirSync(path.join(process.cwd(), 'app'${rest}))` });
  const page = "app/(site)/thoughts/moon/page.mdx";
  const notes = { "app/finance/AGENT.md": post, "app/finance/page.tsx": "", "app/(site)/thoughts/moon/notes.md": post };

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    [", '(site)', 'thoughts'", {}],
    [", '(site)', 'thoughts'", route],
    [", '(site)', 'thoughts', slug, 'page.mdx'", route],
    [", folder", route],
    ["", route],
    [" + folder", route],
  ])("are no pages if code reads app%s, with %j", (rest, routes) => {
    const files = { ...config(), ...reads(rest), ...routes, ...notes, [page]: post };
    expect(addressesOf(next, files)).toEqual({ [page]: "/thoughts/moon" });
    expect(Object.values(plansOf(next, files)).filter((plan) => plan?.kind === "post")).toHaveLength(1);
  });

  it("are not the texts of a whole folder that code reads", () => {
    const files = { ...config(), ...reads(", 'blog', 'posts'"), ...route, "app/blog/posts/a.mdx": post, ...notes };
    expect(addressesOf(next, files)).toEqual({ "app/blog/posts/a.mdx": "/blog/a" });
  });
});

describe("a page with a locale", () => {
  const route = { "src/app/[locale]/post/[slug]/page.tsx": "" };
  it.each([
    ["content/en/moon.mdx", {}, "/en/post/moon"],
    ["content/pt-BR/2024/moon.mdx", {}, "/pt-BR/post/moon"],
    ["content/post/de/moon/index.mdx", {}, "/de/post/moon"],
    ["content/en/moon.mdx", { "src/i18n/routing.ts": 'defineRouting({ localePrefix: "always" })' }, "/en/post/moon"],
    ["content/en/moon.mdx", { "src/i18n/routing.ts": 'defineRouting({ localePrefix: "as-needed" })' }, undefined],
    ["content/en/moon.mdx", { "middleware.ts": "return NextResponse.rewrite(url)" }, undefined],
    ["content/moon.mdx", {}, undefined],
    ["content/js/moon.mdx", {}, undefined],
    ["content/moon.en.mdx", {}, undefined],
  ])("publishes %s with %j at %s", (path, more, address) => {
    expect(addressesOf(next, { ...config(), ...route, ...more, [path]: post })).toEqual({ [path]: address });
  });

  it("is the only one of the posts, or is reported", () => {
    expect(open(next, { ...config(), ...route, "content/en/moon.mdx": post }).notes).toEqual([]);
    const files = { ...config(), ...route, "src/proxy.ts": "rewrite(url)", "content/en/moon.mdx": post };
    expect(open(next, files).notes).toEqual([expect.stringContaining("Cannot find the page that publishes content")]);
  });

  it.each(["[lang]/[slug]", "[lng]/[...slug]", "(site)/[language]/[slug]"])("may have another name: %s", (name) => {
    expect(addressesOf(next, { ...config(), [`app/${name}/page.tsx`]: "", "content/en/moon.mdx": post })).toEqual({
      "content/en/moon.mdx": "/en/moon",
    });
  });

  it("is no route with other parameters", () => {
    const files = { ...config(), "app/[locale]/[category]/[slug]/page.tsx": "", "content/en/moon.mdx": post };
    expect(addressesOf(next, files)).toEqual({ "content/en/moon.mdx": undefined });
  });
});

describe("a site without a configuration", () => {
  const files = {
    "package.json": '{ "dependencies": { "next": "14" } }',
    "src/app/posts/[slug]/page.tsx": "",
    "_posts/hello-world.md": "---\ndate: 2024-02-03\n---\nText",
  };

  it("is recognized by its package and its pages", () => {
    expect(addressesOf(next, files)).toEqual({ "_posts/hello-world.md": "/posts/hello-world" });
    expect(open(next, files).notes).toEqual([]);
    expect(next.open(folderWith({ ...files, "package.json": '{ "dependencies": { "nexta": "1" } }' }))).toBeUndefined();
    expect(next.open(folderWith({ "package.json": files["package.json"], "_posts/a.md": "Text" }))).toBeUndefined();
  });

  it.each([
    `path.join(process.cwd(), 'src', 'contents', 'blog')`,
    `\`\${process.cwd()}/src/contents/blog\``,
    `makeSource({ contentDirPath: "src/contents/blog" })`,
    `fs.readdirSync("./src/contents/blog/")`,
  ])("is read from the content folder of its code: %s", (code) => {
    const own = { "src/contents/blog/2021/moon.md": "---\ndate: 2024-02-03\n---\nText", "src/lib/posts.ts": code };
    const { "_posts/hello-world.md": _, ...rest } = files;
    expect(addressesOf(next, { ...rest, ...own })).toEqual({ "src/contents/blog/2021/moon.md": "/posts/moon" });
  });

  it("is read like one with an empty configuration", () => {
    expect(open(next, { ...files, "next.config.mjs": "export default {};" }).notes).toEqual([]);
    expect(open(next, { ...files, "next.config.mjs": "export default {" }).notes).toEqual([
      "Cannot read next.config.mjs: its defaults were assumed",
    ]);
  });

  it.each([
    ["title: 'N', description: `D`", { title: "N", description: "D" }],
    ["title: { default: 'N', template: '%s | N' }", { title: "N" }],
    ["title: { absolute: 'N' }, metadataBase: new URL('https://example.org/x')", { title: "N", url: "https://example.org" }],
    [
      "openGraph: { siteName: 'N', description: 'D', url: 'https://example.org' }",
      { title: "N", description: "D", url: "https://example.org" },
    ],
    [
      "title: NAME, authors: [{ name: 'Ann', url: 'https://ann.example' }]",
      { title: "Nova", author: { name: "Ann", url: "https://ann.example" } },
    ],
  ])("has the settings of its root layout: %s", (metadata, settings) => {
    const layout = `import type { Metadata } from "next";
import { NAME } from "@/lib/constants";
export const metadata: Metadata = { ${metadata} };
export default function Layout({ children }: { children: React.ReactNode }) { return <html lang="de"><body>{children}</body></html>; }`;
    const all = { ...files, "src/app/(site)/layout.tsx": layout, "src/lib/constants.ts": 'export const NAME = "Nova";' };
    expect(open(next, all).settings).toMatchObject({ language: "de", ...settings });
  });
});

describe("next.plan()", () => {
  it.each([
    ["posts/a.md", { "pages/posts/[slug].js": "" }, "", "/posts/a"],
    ["_posts/Some File.md", { "pages/posts/[slug].js": "" }, "", "/posts/Some File"],
    ["posts/2024/a.md", { "app/(site)/posts/[...slug]/page.tsx": "" }, "basePath: '/x',", "/x/posts/2024/a"],
    [
      "data/blog/a.mdx",
      { "app/blog/[...slug]/page.tsx": "", "app/tags/[tag]/page.tsx": "", "app/authors/[...slug]/page.tsx": "" },
      "trailingSlash: true,",
      "/blog/a/",
    ],
    ["content/posts/a.mdx", { "src/app/[slug]/page.tsx": "" }, "", "/a"],
    ["posts/a.md", {}, "", undefined],
    ["pages/posts/a.mdx", {}, "", "/posts/a"],
    ["pages/index.mdx", {}, "", "/"],
    ["app/notes/(group)/moon/page.mdx", {}, "", "/notes/moon"],
  ])("computes the address of %s with %j", (path, files, options, address) => {
    expect(addressesOf(next, { ...config(options), ...files, [path]: post })).toEqual({ [path]: address });
  });

  it.each(["data/blog", "data", "content"])("publishes the collections next to or in %s by the pages of their names", (blog) => {
    const pages = { "pages/blog/[...slug].js": "", "pages/case-studies/[slug].js": "", "pages/work/notes/[slug].js": "" };
    const content = blog.replace("/blog", "");
    const texts = [`${blog}/2024/a.mdx`, `${content}/case-studies/c.mdx`, `${content}/notes/n.mdx`];
    const picture = `${content}/case-studies/c.png`;
    const files = { ...config(), ...pages, ...Object.fromEntries(texts.map((path) => [path, post])), [picture]: "" };
    expect(addressesOf(next, files)).toMatchObject({
      [texts[1] as string]: "/case-studies/c",
      [texts[2] as string]: "/work/notes/n",
      ...(blog === "data/blog" && { [texts[0] as string]: "/blog/2024/a" }),
    });
    expect(plansOf(next, files)[picture]).toEqual({ kind: "media", target: "c.png" });
  });

  it("reads the content folder of Nextra", () => {
    const files = {
      "next.config.mjs": `import nextra from "nextra";\nconst withNextra = nextra({ defaultShowCopyCode: true });\nexport default withNextra({ reactStrictMode: true });`,
      "content/posts/a.mdx": post,
      "content/index.mdx": "Text",
    };
    expect(addressesOf(next, files)).toEqual({ "content/posts/a.mdx": "/posts/a", "content/index.mdx": "/" });
  });

  it("reads metadata that MDX exports", () => {
    const body = `export const metadata = {\n  title: "Moon",\n  date: "2024-02-03",\n  tags: ["a", "b"],\n  image: logo,\n};\n\nText { x }`;
    expect(plansOf(next, { ...config(), "app/moon/page.mdx": body })["app/moon/page.mdx"]).toEqual({
      kind: "post",
      target: "moon/index.mdx",
      address: { pattern: "/:sections/:filename" },
      keys: { title: "Moon", date: "2024-02-03", tags: ["a", "b"] },
    });
  });

  it.each(["# Head", "[a](b)", "* a", "> a", "- a", "`a`", "(a)", "<p>a</p>", "“a”", "text", "; a", "export const x = 1"])(
    "reads metadata that ends with a blank line, before %j",
    (text) => {
      const body = `import x from "./x"\n\nexport const metadata = {\n  title: 'A',\n\n  date: '2023-01-01',\n}\n\n${text}\n\ntext`;
      expect(plansOf(next, { ...config(), "app/a/page.mdx": body })["app/a/page.mdx"]).toMatchObject({
        kind: "post",
        keys: { title: "A", date: "2023-01-01" },
      });
    },
  );

  it("ignores metadata that is no code", () => {
    const body = "export const metadata = { title: 'A', date\n\n# Head";
    expect(plansOf(next, { ...config(), "app/a/page.mdx": body })["app/a/page.mdx"]).toMatchObject({ kind: "page" });
  });

  it("skips the files of authors", () => {
    const files = {
      ...config(),
      ...route,
      "data/authors/ann.mdx": "---\nname: Ann Lee\n---\nText",
      "data/blog/a.mdx": "---\ndate: 2024-02-03\nauthors: [ann, bo]\n---\nText",
    };
    expect(plansOf(next, files)).toMatchObject({
      "data/authors/ann.mdx": { kind: "left out", what: "texts about authors" },
      "data/blog/a.mdx": { kind: "post" },
    });
  });

  it("reads texts next to their pictures in public", () => {
    const files = { ...config(), "app/[slug]/page.js": "", "public/moon/index.md": post, "public/moon/a.png": "" };
    expect(plansOf(next, files)).toMatchObject({ "public/moon/a.png": { kind: "media", target: "moon/a.png" } });
    expect(addressesOf(next, files)).toEqual({ "public/moon/index.md": "/moon" });
  });

  it("copies pictures, and skips code and README", () => {
    const files = { ...config(), ...route, "posts/a.md": post, "posts/b.png": "", "public/c.png": "", "README.md": post, "lib/x.md": post };
    expect(plansOf(next, files)).toMatchObject({
      "posts/b.png": { kind: "media", target: "b.png" },
      "public/c.png": { kind: "media", target: "c.png" },
    });
    expect(plansOf(next, files)["README.md"] ?? plansOf(next, files)["lib/x.md"]).toBeUndefined();
  });
});

describe("a site with several pages that publish texts", () => {
  const files = {
    ...config(),
    "app/(pages)/blog/[slug]/page.tsx": "",
    "app/(pages)/notes/[slug]/page.tsx": "",
    "posts/a.mdx": post,
    "notes/b.mdx": post,
    "drafts/c.mdx": post,
  };

  it("publishes posts at the only page with a name for posts, and other texts at the page of their folder", () => {
    expect(addressesOf(next, files)).toEqual({ "posts/a.mdx": "/blog/a", "notes/b.mdx": "/notes/b" });
    expect(open(next, files).notes).toEqual([]);
  });

  it.each([
    ["app/(site)/[...slug]/page.tsx", "content/pages/about.mdx", "/about"],
    ["app/[...slug]/page.tsx", "content/pages/a/b.mdx", "/a/b"],
    ["pages/[slug].tsx", "content/pages/about.mdx", "/about"],
    ["app/[locale]/[...slug]/page.tsx", "content/pages/de/about.mdx", "/de/about"],
    ["app/(site)/[...slug]/page.tsx", "content/notes/about.mdx", undefined],
    ["app/docs/[...slug]/page.tsx", "content/pages/about.mdx", undefined],
  ])("publishes the folder pages at the root of the site: %s, %s", (route, path, address) => {
    const more = { "app/blog/[...slug]/page.tsx": "", [route]: "", "content/posts/b.mdx": post, "content/notes/c.mdx": post, [path]: "A" };
    expect(addressesOf(next, { ...config(), ...more })).toMatchObject({ [path]: address });
  });

  it("does not guess which of two pages publishes posts", () => {
    const two = { ...files, "app/articles/[slug]/page.tsx": "" };
    expect(addressesOf(next, two)).toEqual({ "posts/a.mdx": undefined, "notes/b.mdx": "/notes/b" });
    expect(open(next, two).notes).toEqual([expect.stringContaining("Cannot find the page that publishes posts")]);
  });
});

describe("a blog with nextra-theme-blog", () => {
  const theme = { "package.json": '{ "dependencies": { "next": "14", "nextra": "2", "nextra-theme-blog": "2" } }' };
  const typed = (type: string) => `---\ntitle: A\ndate: 2024-02-03\ntype: ${type}\n---\nText`;
  const list = { kind: "left out", what: "pages that only list others" };
  const texts = {
    "pages/index.mdx": typed("page"),
    "pages/photos.mdx": `export const metadata = { type: "page", date: "2024-02-03" };\n\nText`,
    "pages/posts/index.md": typed("posts"),
    "pages/posts/a.md": typed("post"),
    "pages/posts/b.md": post,
    "pages/tags/[tag].mdx": typed("tag"),
  };

  it.each<readonly [string, Readonly<Record<string, string>>]>([
    ["package.json", { ...config(), ...theme }],
    ["package.json, without next.config", theme],
    ["next.config", { "next.config.js": `module.exports = require("nextra")({ theme: "nextra-theme-blog" })()` }],
  ])("has the types of texts that the theme has: named in %s", (_, files) => {
    expect(plansOf(next, { ...files, ...texts })).toMatchObject({
      "pages/index.mdx": { kind: "page", target: "index.mdx" },
      "pages/photos.mdx": { kind: "page", target: "photos.mdx" },
      "pages/posts/index.md": list,
      "pages/posts/a.md": { kind: "post" },
      "pages/posts/b.md": { kind: "post" },
      "pages/tags/[tag].mdx": list,
    });
  });

  it("is unlike other sites of Next.js, which give types any meaning", () => {
    const plans = plansOf(next, { ...config(), ...texts });
    expect(plans).toMatchObject({ "pages/index.mdx": { kind: "post" }, "pages/posts/index.md": { kind: "post" } });
    expect(plans["pages/tags/[tag].mdx"]).toEqual({ kind: "left out", what: "templates of dynamic routes" });
  });
});
