import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { unknownFolder } from "../../../../src/import/generators/unknown-folder.ts";
import { describeSite } from "../../../../src/import/old-site/imported-site.ts";
import { emptyPosts } from "../../../../src/import/old-site/left-out-article.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { codePages, unreadTexts } from "../../../../src/import/site-rules/content-file.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { folderWith, open } from "../generators/in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText\n";
const component = "export default function About() {\n  return <p>Me</p>;\n}\n";

/** Returns the paths that the import of a site names as pages of code. */
function foundIn(generator: Generator, files: Readonly<Record<string, string>>): readonly string[] {
  return planSite(folderWith(files), open(generator, files)).leftOut.get(codePages) ?? [];
}

function withPaths(content: string, paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, content]));
}

describe("CodePages.has()", () => {
  it.each<[string, Generator, Readonly<Record<string, string>>, string, readonly string[], readonly string[]]>([
    [
      "Astro",
      astro,
      { "astro.config.mjs": "", "src/content/blog/a.md": post },
      "---\nimport L from '../L.astro';\n---\n<L>Me</L>",
      ["src/pages/[lang]/uses.astro", "src/pages/about.astro", "src/pages/cv/index.astro", "src/pages/now.html"],
      [
        ...["src/pages/index.astro", "src/pages/blog/index.astro", "src/pages/blog/[slug].astro", "src/pages/tags/[tag].astro"],
        ...["src/pages/recipes/index.astro", "src/pages/recipes/[...id].astro", "src/pages/404.astro", "src/pages/rss.xml.js"],
        ...["src/pages/_part.astro", "src/pages/_parts/a.astro", "src/layouts/Base.astro", "src/components/A.astro"],
        ...["src/pages/archive.astro", "src/pages/api/likes.ts", "src/pages/[lang]/index.astro"],
      ],
    ],
    [
      "Next.js",
      next,
      { "next.config.js": "export default {};", "package.json": '{"dependencies":{"next":"1"}}', "posts/a.md": post },
      component,
      ["app/(site)/about/page.tsx", "app/[locale]/uses/page.jsx", "pages/cv.js", "pages/now/index.tsx"],
      [
        ...["app/page.tsx", "app/layout.tsx", "app/about/loading.tsx", "app/about/card.tsx", "app/blog/page.tsx"],
        ...["app/blog/[slug]/page.tsx", "app/shop/page.tsx", "app/shop/[id]/page.tsx", "app/@modal/photo/page.tsx"],
        ...["app/not-found.tsx", "app/sitemap.ts", "app/feed.xml/route.ts", "pages/_app.tsx", "pages/api/likes.ts", "pages/404.js"],
        ...["pages/index.js", "pages/posts/[id].js", "components/a.tsx", "pages/about.test.tsx"],
      ],
    ],
    [
      "Docusaurus",
      docusaurus,
      { "docusaurus.config.js": "export default { title: 'T' };", "blog/a.md": post },
      component,
      ["src/pages/about.tsx", "src/pages/team/index.js"],
      ["src/pages/index.js", "src/pages/_card.js", "src/components/a.js", "src/theme/Footer.js", "src/pages/about.test.js"],
    ],
    [
      "Gatsby",
      gatsby,
      { "gatsby-config.js": "module.exports = {};", "package.json": '{"dependencies":{"gatsby":"1"}}', "content/blog/a.md": post },
      component,
      ["src/pages/about.js", "src/pages/uses.tsx"],
      [
        ...["src/pages/index.js", "src/pages/404.js", "src/pages/tags.js", "src/pages/{Mdx.slug}.js", "src/templates/post.js"],
        ...["src/pages/using-typescript.d.ts", "src/pages/shop/index.js", "src/pages/shop/[...].js"],
      ],
    ],
    [
      "Hexo",
      hexo,
      { "_config.yml": "title: T", "package.json": '{"dependencies":{"hexo":"1"}}', "source/_posts/a.md": post },
      "<p><%= config.title %></p>",
      ["source/about/index.ejs", "source/links.pug"],
      ["source/index.ejs", "source/tags/index.ejs", "source/_data/a.ejs", "themes/a/layout/post.ejs", "source/js/a.js"],
    ],
    [
      "Eleventy",
      eleventy,
      { "eleventy.config.js": "export default () => ({ dir: { input: 'src' } });", "src/posts/a.md": post },
      "export default () => '<p>{% x %}</p>';",
      ["src/about.njk", "src/now/index.webc", "src/uses.11ty.js"],
      [
        "src/_includes/base.njk",
        "src/_components/a.webc",
        "src/components/a.webc",
        "src/index.njk",
        "src/feed.11ty.js",
        "src/posts/posts.11tydata.js",
      ],
    ],
    [
      "Nuxt, SvelteKit and Remix",
      unknownFolder,
      { "content/a.md": post },
      "<template><p>Me</p></template>\nexport default 1",
      ["app/routes/now.tsx", "pages/about.vue", "src/routes/uses/+page.svelte"],
      [
        ...["pages/index.vue", "pages/blog/[slug].vue", "components/a.vue", "src/routes/+layout.svelte", "src/routes/uses/+error.svelte"],
        ...["src/routes/+page.svelte", "app/routes/posts.$slug.tsx", "layouts/default.vue"],
      ],
    ],
  ])("names the pages of %s, and neither lists nor parts", (_, generator, site, content, named, others) => {
    expect(foundIn(generator, { ...site, ...withPaths(content, [...named, ...others]) })).toEqual(named);
  });

  it.each([
    ["an empty file", "about.astro", "\n"],
    ["a redirect", "about.astro", "---\nreturn Astro.redirect('/me');\n---\n"],
    ["a page of Markdown", "about.md", "Text"],
  ])("does not name %s", (_, name, content) => {
    expect(foundIn(astro, { "astro.config.mjs": "", "src/content/blog/a.md": post, [`src/pages/${name}`]: content })).toEqual([]);
  });

  it.each([
    ["export { default } from '../about';", 1],
    ["const About = () => null;\nexport { About as default };", 1],
    ["module.exports = () => null;", 1],
    ["export const sum = (a, b) => a + b;", 0],
    ["import { redirect } from 'next/navigation';\nexport default () => redirect('/me');", 0],
  ])("names a script only if it exports a page: %j", (content, count) => {
    const site = {
      "gatsby-config.js": "module.exports = {};",
      "package.json": '{"dependencies":{"gatsby":"1"}}',
      "content/blog/a.md": post,
    };
    expect(foundIn(gatsby, { ...site, "src/pages/about.js": content })).toHaveLength(count);
  });

  it("does not name a style sheet or a feed of Eleventy in JavaScript", () => {
    const site = { "eleventy.config.js": "export default () => {};", "posts/a.md": post };
    const code = (permalink: string) => `export default class {\n  data() { return { permalink: "${permalink}" }; }\n}`;
    expect(foundIn(eleventy, { ...site, "style.11ty.js": code("/a.css"), "cv.11ty.js": code("/cv/") })).toEqual(["cv.11ty.js"]);
  });
});

describe("describeSite() of pages of code", () => {
  it("prints one line with their number, the first names and the advice", () => {
    const paths = ["a.astro", "b.astro", "c.astro", "d.astro"];
    const counts = { posts: 1, drafts: 0, pages: 0, media: 0, kept: 0, facts: [], notes: [], changed: [], unknown: [], settings: {} };
    const report = { root: "old", generator: "Astro", ...counts, leftOut: new Map([[codePages, paths]]) };
    expect(describeSite(report, { isVerbose: false, isWritten: false })).toContain(
      "left out 4 pages written as code or as templates: a.astro, b.astro, c.astro, and 1 more; to keep a page, write it as Markdown with feed: false",
    );
  });
  it.each([emptyPosts, unreadTexts])("names %s", (kind) => {
    const counts = { posts: 1, drafts: 0, pages: 0, media: 0, kept: 0, facts: [], notes: [], changed: [], unknown: [], settings: {} };
    const report = { root: "old", generator: "Gatsby", ...counts, leftOut: new Map([[kind, ["a.md", "b.md", "c.md", "d.md"]]]) };
    expect(describeSite(report, { isVerbose: false, isWritten: false })).toContain(`left out 4 ${kind}: a.md, b.md, c.md, and 1 more`);
  });
});
