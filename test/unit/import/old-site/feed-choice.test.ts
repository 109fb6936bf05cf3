import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { sveltekit } from "../../../../src/import/generators/sveltekit.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, folderWith, open } from "../generators/in-memory-site.ts";

const post = (keys = "") => `---\ntitle: A\ndate: 2024-01-02\n${keys}\n---\nText`;

/** The posts of a site that are in the feeds, those that are not, and the notes about the choice. */
function feedOf(generator: Generator, files: Files) {
  const { articles, notes } = planSite(folderWith(files), open(generator, files));
  const isOut = ({ plan }: (typeof articles)[number]) => plan.corrections?.["feed"] === "false";
  const pathsOf = (some: typeof articles) => some.map(({ path }) => path.replace(/^.*\//, "")).sort();
  return {
    out: pathsOf(articles.filter(isOut)),
    kinds: new Set(articles.map(({ plan }) => plan.kind)),
    notes: notes.filter((note) => note.includes("feed")),
  };
}

const leftOut = (condition: string, ...names: string[]) =>
  `Left out of the feeds (feed: false), as the old feed did by ${condition}: ${names.join(", ")}`;
const unknown = (condition: string, ...names: string[]) =>
  `The old feed may have left out posts by ${condition}, which only it can run; write feed: false into those that it left out: ${names.join(", ")}`;

describe("planSite() keeps posts out of the feeds that a filter of the old feed left out: a template of Jekyll", () => {
  const item = "<item><link>{{ post.url }}</link></item>";
  const posts = {
    "_posts/2024-01-02-in.md": post(),
    "_posts/2024-01-03-out.md": post("no_feed: true\nkind: note"),
    "_posts/2024-01-04-yes.md": post("no_feed: false\nlisted: true"),
  };
  const feed = (body: string, path = "feed.xml") => ({ [path]: `---\n---\n<rss><channel>${body}</channel></rss>` });
  const loop = (inner: string, list = "site.posts limit:10") => `{% for post in ${list} %}${inner}{% endfor %}`;
  const out = "_posts/2024-01-03-out.md";
  it.each([
    [
      "unless",
      loop(`{% unless post.no_feed %}${item}{% endunless %}`),
      ["2024-01-03-out.md"],
      [leftOut("{% unless post.no_feed %} in feed.xml", out)],
    ],
    [
      "a comparison",
      loop(`{%- if post.no_feed != true -%}${item}{%- endif -%}`),
      ["2024-01-03-out.md"],
      [leftOut("{%- if post.no_feed != true -%} in feed.xml", out)],
    ],
    [
      "else",
      loop(`{% if post.kind == "note" %}{% else %}${item}{% endif %}`),
      ["2024-01-03-out.md"],
      [leftOut('{% if post.kind == "note" %} in feed.xml', out)],
    ],
    [
      "continue",
      loop(`{% if post.no_feed %}{% continue %}{% endif %}${item}`),
      ["2024-01-03-out.md"],
      [leftOut("{% if post.no_feed %} in feed.xml", out)],
    ],
    [
      "where",
      `{% assign posts = site.posts | where: "listed", true %}${loop(item, "posts")}`,
      ["2024-01-02-in.md", "2024-01-03-out.md"],
      [leftOut('where: "listed", true in feed.xml', "_posts/2024-01-02-in.md", out)],
    ],
    [
      "where_exp",
      `{% assign all = site.posts | where_exp: "p", "p.no_feed != true" %}{% assign posts = all | reverse %}${loop(item, "posts limit:10 reversed")}`,
      ["2024-01-03-out.md"],
      [leftOut('where_exp: "p", "p.no_feed != true" in feed.xml', out)],
    ],
    [
      "a condition that only the site can run",
      loop(`{% if post.no_feed | own %}${item}{% endif %}`),
      [],
      [unknown("{% if post.no_feed | own %} in feed.xml", "_posts/2024-01-02-in.md", out, "_posts/2024-01-04-yes.md")],
    ],
    ["the number of items", loop(`{% if forloop.index < 10 %}${item}{% endif %}`), [], []],
    [
      "a count",
      `{% assign count = 0 %}${loop(`{% if post.no_feed != "x" and count < 10 %}{% assign count = count | plus: 1 %}${item}{% endif %}`)}`,
      [],
      "any",
    ],
    ["no filter", loop(item), [], []],
  ])("%s", (_name, template, expected, notes) => {
    const found = feedOf(jekyll, { "_config.yml": "title: A\nurl: https://a.be", ...feed(template), ...posts });
    expect(found).toEqual({
      out: expected,
      kinds: new Set(["post"]),
      notes: notes === "any" ? [expect.stringContaining("may have")] : notes,
    });
  });

  it("keeps posts that another feed has", () => {
    const files = { "_config.yml": "title: A\nurl: https://a.be", ...posts, ...feed(loop(item), "atom.xml") };
    expect(feedOf(jekyll, { ...files, ...feed(loop(`{% unless post.no_feed %}${item}{% endunless %}`)) })).toMatchObject({
      out: [],
      notes: [],
    });
  });
});

describe("planSite() keeps posts out of the feeds that a filter of the old feed left out: code", () => {
  const texts = (folder: string) => ({
    [`${folder}/in.md`]: post(),
    [`${folder}/out.md`]: post("hideFromFeed: true\ntags: [news]"),
    [`${folder}/other.md`]: post("hideFromFeed: false"),
  });
  const rules: [string, string, string[], "certain" | "unknown" | "none"][] = [
    ["a switch", "(post) => !post.DATA.hideFromFeed", ["out.md"], "certain"],
    ["a comparison", "({ DATA }) => DATA.hideFromFeed !== true", ["out.md"], "certain"],
    ["a function", "(post) => isShown(post.DATA.hideFromFeed)", [], "unknown"],
    ["a date", "(post) => post.DATA.date < new Date()", [], "none"],
  ];
  const expectRule = (
    generator: Generator,
    files: Files,
    filter: string,
    path: string,
    expected: string[],
    kind: string,
    folder: string,
  ) => {
    const all = ["in.md", "other.md", "out.md"].map((name) => `${folder}/${name}`);
    const notes =
      kind === "certain"
        ? [leftOut(`${filter} in ${path}`, `${folder}/out.md`)]
        : kind === "unknown"
          ? [unknown(`${filter} in ${path}`, ...all)]
          : [];
    expect(feedOf(generator, files)).toMatchObject({ out: expected, notes });
  };

  it.each(rules)("Astro: %s", (_name, rule, expected, kind) => {
    const filter = rule.replaceAll("DATA", "data");
    const files = {
      "package.json": '{"dependencies":{"astro":"5"}}',
      "src/content.config.ts":
        'export const collections = { articles: defineCollection({ loader: glob({ pattern: "**/*.md", base: "src/content/articles" }) }) };',
      "src/pages/articles/[...id].astro":
        '---\nexport async function getStaticPaths() { return (await getCollection("articles")).map((p) => ({ params: { id: p.id } })); }\n---\n',
      "src/pages/rss.xml.js": `import rss from "@astrojs/rss"; export async function GET() { const posts = (await getCollection("articles")).filter(${filter}); return rss({ items: posts.map((p) => ({ link: "/" + p.id })) }); }`,
      ...texts("src/content/articles"),
    };
    expectRule(astro, files, filter, "src/pages/rss.xml.js", expected, kind, "src/content/articles");
  });

  it.each(rules)("Eleventy: %s", (_name, rule, expected, kind) => {
    const filter = rule.replaceAll("DATA", "data");
    const files = {
      "eleventy.config.js": `export default function (config) { config.addCollection("posts", (api) => api.getFilteredByGlob("blog/*.md").filter(${filter})); config.addPlugin(feedPlugin, { collection: { name: "posts" } }); }`,
      ...texts("blog"),
    };
    expectRule(eleventy, files, filter, "eleventy.config.js", expected, kind, "blog");
  });

  it.each([
    [
      "a condition",
      "{% for post in collections.posts %}{% if not post.data.hideFromFeed %}<entry></entry>{% endif %}{% endfor %}",
      "{% if not post.data.hideFromFeed %}",
    ],
    [
      "rejectattr",
      '{% for post in collections.posts | rejectattr("data.hideFromFeed") | reverse %}<entry></entry>{% endfor %}',
      'rejectattr("data.hideFromFeed")',
    ],
    ["an own filter", "{% for post in collections.posts | onlyPublic %}<entry></entry>{% endfor %}", undefined],
  ])("Eleventy, in a template: %s", (_name, template, condition) => {
    const files = { "eleventy.config.js": "export default function () {}", "feed.njk": template, ...texts("posts") };
    expect(feedOf(eleventy, files)).toMatchObject(
      condition === undefined
        ? { out: [], notes: [unknown("onlyPublic in feed.njk", "posts/in.md", "posts/other.md", "posts/out.md")] }
        : { out: ["out.md"], notes: [leftOut(`${condition} in feed.njk`, "posts/out.md")] },
    );
  });

  it.each(rules)("VitePress: %s", (_name, rule, expected, kind) => {
    const filter = rule.replaceAll("DATA", "frontmatter");
    const files = {
      ".vitepress/config.ts": "export default { title: 'A' }",
      ".vitepress/genFeed.ts": `const feed = new Feed({}); for (const post of posts.filter(${filter})) feed.addItem({ id: post.url });`,
      ...texts("posts"),
    };
    expectRule(vitepress, files, filter, ".vitepress/genFeed.ts", expected, kind, "posts");
  });

  it.each(rules)("SvelteKit: %s", (_name, rule, expected, kind) => {
    const filter = rule.replaceAll("DATA", "metadata");
    const files = {
      "package.json": '{"devDependencies":{"@sveltejs/kit":"2"}}',
      "svelte.config.js": "export default { kit: {} };",
      "src/routes/blog/[slug]/+page.js": 'export const load = ({ params }) => import.meta.glob("/src/posts/*.md")[params.slug];',
      "src/routes/blog/[slug]/+page.svelte": "{data}",
      "src/routes/rss.xml/+server.js": `const items = posts.filter(${filter}).map((post) => post.xml); export const GET = () => new Response("<rss>" + items);`,
      ...texts("src/posts"),
    };
    expectRule(sveltekit, files, filter, "src/routes/rss.xml/+server.js", expected, kind, "src/posts");
  });

  const nextSite = (code: string) => ({
    "package.json": '{"dependencies":{"next":"14"}}',
    "app/blog/[slug]/page.tsx": "",
    "app/feed.xml/route.ts": `const feed = new RSS({}); ${code}`,
    ...texts("content/blog"),
  });
  it.each(rules)("Next.js: %s", (_name, rule, expected, kind) => {
    const filter = rule.replaceAll("DATA", "metadata");
    expectRule(
      next,
      nextSite(`allPosts.filter(${filter}).map((post) => feed.item({ url: post.url }));`),
      filter,
      "app/feed.xml/route.ts",
      expected,
      kind,
      "content/blog",
    );
  });

  it.each([
    ["a branch", "allPosts.forEach((post) => { if (!post.hideFromFeed) feed.item({ url: post.slug }); });", ["out.md"]],
    ["a guard", "for (const post of allPosts) { if (post.hideFromFeed) continue; feed.item({ url: post.slug }); }", ["out.md"]],
    [
      "lists of tags besides the feed",
      "allPosts.filter((post) => !post.hideFromFeed).map(f); allPosts.filter((post) => post.tags.includes('x')).map(f);",
      ["out.md"],
    ],
    ["other lists", "files.filter((file) => file.endsWith('.md')).filter(Boolean).map(f);", []],
  ])("Next.js: %s", (_name, code, expected) => {
    const found = feedOf(next, nextSite(code));
    expect([found.out, found.notes.length]).toEqual([expected, expected.length]);
  });

  const query = (filter: string) => `{ allMarkdownRemark(${filter}sort: {frontmatter: {date: DESC}}) { nodes { fields { slug } } } }`;
  it.each([
    [
      "a query",
      query("filter: {frontmatter: {hideFromFeed: {ne: true}}} "),
      "nodes.map(f)",
      "filter: {frontmatter: {hideFromFeed: {ne: true}}}",
    ],
    ["code", query(""), "nodes.filter((node) => !node.frontmatter.hideFromFeed).map(f)", "(node) => !node.frontmatter.hideFromFeed"],
    ["no filter", query(""), "nodes.map(f)", undefined],
  ])("Gatsby: %s", (_name, graphql, code, condition) => {
    const files = {
      "gatsby-config.js": `module.exports = { plugins: [
        { resolve: "gatsby-source-filesystem", options: { path: "content/blog", name: "blog" } },
        { resolve: "gatsby-plugin-feed", options: { feeds: [{ query: \`${graphql}\`, serialize: ({ query: { nodes } }) => ${code} }] } } ] };`,
      "gatsby-node.js": "createPage({ path: node.frontmatter.path });",
      ...texts("content/blog"),
    };
    expect(feedOf(gatsby, files)).toMatchObject(
      condition === undefined
        ? { out: [], notes: [] }
        : { out: ["out.md"], notes: [leftOut(`${condition} in gatsby-config.js`, "content/blog/out.md")] },
    );
  });

  // Hugo 0.111 gave the same results for `where` and `if`, also for keys that are missing.
  it.each([
    [
      "where",
      '{{ range where .Site.RegularPages "Params.hideFromFeed" "ne" true }}<item></item>{{ end }}',
      ["out.md"],
      'where .Site.RegularPages "Params.hideFromFeed" "ne" true',
    ],
    [
      "where with another operator",
      '{{ $pages := where site.RegularPages ".Params.hidefromfeed" "!=" true }}{{ range $pages }}<item>{{ end }}',
      ["out.md"],
      'where site.RegularPages ".Params.hidefromfeed" "!=" true',
    ],
    [
      "where for the home page",
      '{{ if .IsHome }}{{ $p = where $p "Params.hideFromFeed" false }}{{ end }}{{ range $p }}<item>{{ end }}',
      ["in.md", "out.md"],
      'where $p "Params.hideFromFeed" false',
    ],
    [
      "a condition",
      "{{ range .Pages }}{{ if not .Params.hideFromFeed }}<item></item>{{ end }}{{ end }}",
      ["out.md"],
      "not .Params.hideFromFeed",
    ],
    [
      "else",
      "{{ range .Pages }}{{ if eq .Params.hideFromFeed true }}{{ else }}<item></item>{{ end }}{{ end }}",
      ["out.md"],
      "eq .Params.hideFromFeed true",
    ],
    ["a condition on the site", "{{ if .Site.Params.full }}{{ range .Pages }}<item></item>{{ end }}{{ end }}", [], undefined],
    [
      "an unknown condition",
      "{{ range .Pages }}{{ if and .Params.hideFromFeed .Params.x }}<item></item>{{ end }}{{ end }}",
      [],
      "and .Params.hideFromFeed .Params.x",
    ],
  ])("Hugo: %s", (_name, template, expected, condition) => {
    const files = { "hugo.toml": 'title = "A"', "layouts/_default/rss.xml": template, ...texts("content/posts") };
    const named = (expected.length > 0 ? expected : ["in.md", "other.md", "out.md"]).map((name) => `content/posts/${name}`);
    const note = `${condition} in layouts/_default/rss.xml`;
    const notes = condition === undefined ? [] : [expected.length > 0 ? leftOut(note, ...named) : unknown(note, ...named)];
    expect(feedOf(hugo, files)).toMatchObject({ out: expected, notes });
  });
});
