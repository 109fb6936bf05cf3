import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { open, plansOf } from "./in-memory-site.ts";

const route = `---
export async function getStaticPaths() {
  return (await getCollection("blog")).map((post) => ({ params: { slug: post.id } }));
}
---`;
const feed = (link: string, options = "") => `import rss from "@astrojs/rss";
export async function GET(context) {
  const posts = await getCollection("blog");
  return rss({ title: "Wren", description: "On wrens", customData: "<language>en-gb</language>", site: context.site, ${options}
    items: posts.map((post) => ({ ...post.data, link: ${link.replace(/<([\w.]+)>/g, "$\u007b$1}")} })) });
}`;
const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";

function filesWith(config: string, feedSource: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    "astro.config.mjs": `export default { site: "https://wren.example", ${config} };`,
    "src/pages/blog/[...slug].astro": route,
    "src/pages/rss.xml.js": feedSource,
    "src/content/blog/First Post.md": post,
    ...more,
  };
}

function correctionsIn(files: Record<string, string>, path = "src/content/blog/First Post.md"): unknown {
  const plan = plansOf(astro, files)[path];
  return plan !== undefined && "corrections" in plan ? plan.corrections : undefined;
}

const withSlash = { id: "https://wren.example/blog/first-post/" };
const never = 'trailingSlash: "never"';

describe("astro.plan() of entries of @astrojs/rss", () => {
  // The ids that @astrojs/rss 4 makes of these links.
  it.each<[string, string, string, unknown]>([
    [never, "`/blog/<post.id>/`", "", withSlash],
    [never, '"/blog/" + post.slug', "", withSlash],
    [never, "`<import.meta.env.BASE_URL>blog/<post.id>`", "", withSlash],
    [never, "`/blog/<post.id>/`", "trailingSlash: false,", undefined],
    [never, "`https://wren.example/blog/<post.id>`", "", undefined],
    [never, "`/blog/<post.id>.html`", "", { id: "https://wren.example/blog/first-post.html" }],
    [never, "`/posts/<post.id>/`", 'site: "https://old.example",', { id: "https://old.example/posts/first-post/" }],
    ['build: { format: "file" }', "`/blog/<post.id>/`", "", withSlash],
    ["", "`/blog/<post.id>/`", "", undefined],
    ["", "`/blog/<post.id>`", "", undefined],
    ["", "`/blog/<post.id>`", "trailingSlash: false,", { id: "https://wren.example/blog/first-post" }],
    [never, "pathOf(post)", "", undefined],
    [never, "`/blog/<post.data.id>/`", "", undefined],
  ])("keeps the ids of the old feed: %s, %s, %s", (config, link, options, corrections) => {
    expect(correctionsIn(filesWith(config, feed(link, options)))).toEqual(corrections);
  });

  // generateId computes the id of an entry, of which the feed makes its link.
  it.each([
    "pattern: '**/*.md', base: './src/content/blog', generateId: ({ data }) => data.key",
    "pattern: '**/*.md', base: './src/content/blog', generateId({ entry }) { return entry.slice(3); }",
    "pattern: '**/*.md', base: './src/content/blog', generateId",
    "pattern: '**/*.md', base: process.env.POSTS, generateId: keyOf",
  ])("writes no id if code computes those of entries: %s", (options) => {
    const config = `import { keyOf } from "./key";\nexport const collections = { blog: defineCollection({ loader: glob({ ${options} }) }) };`;
    const files = (loader: string) => filesWith(never, feed("`/blog/<post.id>/`"), { "src/content.config.ts": loader });
    expect(correctionsIn(files(config))).toBeUndefined();
    expect(open(astro, files(config)).notes).toEqual([
      expect.stringContaining("generateId computes the addresses of the collection blog"),
      expect.stringContaining("Cannot compute the links in src/pages/rss.xml.js"),
    ]);
    expect(correctionsIn(files(config.replace(/, generateId.*?(?= \}\) \}\))/, "")))).toEqual(withSlash);
  });

  it("keeps the ids of pages", () => {
    const source =
      'import rss, { pagesGlobToRssItems } from "@astrojs/rss";\nexport const GET = () => rss({ items: pagesGlobToRssItems(x) });';
    const files = filesWith(never, source, { "src/pages/posts/a.md": post });
    expect(correctionsIn(files, "src/pages/posts/a.md")).toEqual({ id: "https://wren.example/posts/a/" });
  });

  it.each([
    [never, "pathOf(post)", "", 1],
    [never, "pathOf(post)", "trailingSlash: false,", 0],
    ["", "pathOf(post)", "", 0],
    [never, "`/blog/<post.id>/`", "", 0],
  ])("names a feed whose ids are unknown: %s, %s, %s", (config, link, options, count) => {
    const { notes } = open(astro, filesWith(config, feed(link, options)));
    expect(notes).toHaveLength(count);
    for (const note of notes) expect(note).toContain("Cannot compute the links in src/pages/rss.xml.js");
  });

  it("reads the settings of the feed", () => {
    expect(open(astro, filesWith("", feed('"/"'))).settings).toMatchObject({
      title: "Wren",
      description: "On wrens",
      language: "en-gb",
    });
    const constants = { "src/consts.ts": 'export const SITE_TITLE = "Wren House";' };
    expect(open(astro, filesWith("", feed('"/"'), constants)).settings.title).toBe("Wren House");
    const joined = feed('"/"')
      .replace('"Wren"', 'SITE_TITLE + " — writing"')
      .replace("import rss", 'import { SITE_TITLE } from "../consts"; import rss');
    expect(open(astro, filesWith("", joined, constants)).settings.title).toBe("Wren House — writing");
  });
});

describe("the default author of a schema", () => {
  const schema = (author: string) => `const blog = defineCollection({ loader: glob({ pattern: "*.md", base: "src/content/blog" }),
  schema: ({ image }) => z.object({ title: z.string(), ${author} }) });
export const collections = { blog };`;
  const authors = { "src/data/authors.json": '{"wren":{"name":"Wren Hall"},"bob":{"name":"Bob K."}}' };

  it.each([
    'author: reference("authors").default("wren")',
    'authors: z.array(reference("authors")).default(["wren"])',
    "author: z.string().optional().default('Wren Hall')",
  ])("is that of the site if it has no other: %s", (author) => {
    const files = filesWith("", "", { ...authors, "src/content.config.ts": schema(author) });
    expect(open(astro, files).settings.author).toEqual({ name: "Wren Hall" });
    expect(correctionsIn(files)).toBeUndefined();
  });

  it("is written into texts if the site has another author", () => {
    const files = filesWith("", "", {
      ...authors,
      "src/content.config.ts": schema('author: reference("authors").default("wren")'),
      "src/consts.ts": 'export const SITE = { author: "Zoe" };',
      "src/content/blog/b.md": post.replace("title: A", "title: B\nauthor: bob"),
    });
    expect(open(astro, files).settings.author).toEqual({ name: "Zoe" });
    expect(correctionsIn(files)).toEqual({ author: "Wren Hall" });
    expect(correctionsIn(files, "src/content/blog/b.md")).toEqual({ author: "Bob K." });
  });
});

describe("the settings of a site with several feeds", () => {
  const poems = feed('"/x/"').replace("Wren", "Poems").replace("On wrens", "Verses");

  it.each(["src/pages/poems/rss.xml.js", "src/pages/zines/a/rss.xml.js"])(
    "are those of the feed nearest to the root, not of %s",
    (path) => {
      const { notes, settings } = open(astro, filesWith("", feed('"/x/"'), { [path]: poems }));
      expect(settings).toMatchObject({ title: "Wren", description: "On wrens" });
      expect(notes).toContain(
        `The title of the site is that of the feed in src/pages/rss.xml.js; other feeds have other titles: "Poems" in ${path}`,
      );
    },
  );

  it("have no note if the feeds agree, or another file has the title", () => {
    const same = open(astro, filesWith("", feed('"/x/"'), { "src/pages/poems/rss.xml.js": feed('"/x/"') }));
    const other = filesWith("", feed('"/x/"'), {
      "src/pages/poems/rss.xml.js": poems,
      "src/consts.ts": "export const SITE_TITLE = 'Nest';",
    });
    for (const { notes } of [same, open(astro, other)]) expect(notes.filter((note) => note.includes("The title"))).toEqual([]);
  });
});
