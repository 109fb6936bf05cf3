import { describe, expect, it } from "vitest";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { describeHiding } from "../../../../src/import/old-site/describe-hiding.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import { type Files, folderWith, open } from "./in-memory-site.ts";

const base = "content/blog";
const text = (keys: string) => `---\ntitle: A\n${keys}\n---\nText`;
const config = `module.exports = { plugins: [{ resolve: "gatsby-source-filesystem", options: { path: "${base}", name: "blog" } }] }`;
const posts = {
  [`${base}/post/index.md`]: text("date: 2024-01-02\ntype: post\npublished: true\ntags: [moon]"),
  [`${base}/post/scrap.md`]: text("date: 2024-01-03\ntype: scrap\nhush: true"),
  [`${base}/notes.md`]: "Raw notes",
};

const query = (filter: string, name = "allMarkdownRemark") =>
  `const result = await graphql(\`{ ${name}${filter === "" ? "" : `(sort: { frontmatter: { date: DESC } }, filter: ${filter}, limit: 9)`} { nodes { id fields { slug } } } tags: allMarkdownRemark(limit: 9) { group(field: tags) { fieldValue } } }\`); if (result.errors) { throw result.errors }`;
const each = (body: string, list = "result.data.allMarkdownRemark.nodes") =>
  `const posts = ${list}; posts.forEach((post, index) => { ${body} });`;
const page = "createPage({ path: post.fields.slug, component });";
const fields = (code: string) =>
  `exports.onCreateNode = ({ node, actions, getNode }) => { const { createNodeField } = actions;
  if (node.internal.type === \`MarkdownRemark\`) { ${code} createNodeField({ node, name: "slug", value: createFilePath({ node, getNode }) }); } };`;
const pages = (code: string, field = "") =>
  `exports.createPages = async ({ graphql, actions: { createPage } }) => { ${code} };\n${fields(field)}`;

function planned(code: string, more: Files = {}) {
  const files = { "gatsby-config.js": config, ...posts, "gatsby-node.js": code, ...more };
  return planSite(folderWith(files), open(gatsby, files)).articles;
}

function hiddenBy(code: string, more: Files = {}): Record<string, string> {
  const hidden = planned(code, more).flatMap(({ path, plan: { hiddenBy } }) =>
    hiddenBy === undefined ? [] : [[path.slice(base.length + 1, -3), hiddenBy.isCertain ? "hidden" : "perhaps"]],
  );
  return Object.fromEntries(hidden);
}

const [hidden, perhaps] = ["hidden", "perhaps"];
const scrap = { "post/scrap": hidden };
const onlyPost = { ...scrap, notes: hidden };
const isIndex = `const fileNode = getNode(node.parent); const isPost = fileNode?.base === \`index.md\`; createNodeField({ node, name: "isPost", value: isPost });`;

describe("gatsby.plan() of texts that a query leaves out", () => {
  it.each<[string, Record<string, string>]>([
    ["", {}],
    ['{ frontmatter: { type: { eq: "post" } } }', onlyPost],
    ['{ frontmatter: { type: { ne: "scrap" } } }', scrap],
    ['{ frontmatter: { type: { in: ["post", "page"] } } }', onlyPost],
    ['{ frontmatter: { type: { nin: ["scrap"] } } }', scrap],
    ["{ frontmatter: { published: { eq: true } } }", onlyPost],
    ["{ frontmatter: { draft: { ne: true } } }", {}],
    ["{ frontmatter: { date: { ne: null } } }", { notes: hidden }],
    ['{ frontmatter: { tags: { eq: "moon" } } }', onlyPost],
    ['{ fileAbsolutePath: { regex: "/content\\\\/blog\\\\/post/" } }', { notes: hidden }],
    ['{ fileAbsolutePath: { regex: "/blog/.*.md$/" } }', {}],
    ['{ fields: { collection: { eq: "blog" } } }', {}],
    [`{ frontmatter: { lang: { eq: "$\{lang}" } } }`, {}],
    ["{ frontmatter: { level: { lte: $level } } }", { "post/index": perhaps, "post/scrap": perhaps, notes: perhaps }],
    ["$".concat("{filter}"), { "post/index": perhaps, "post/scrap": perhaps, notes: perhaps }],
  ])("with the filter %s", (filter, expected) => {
    expect(hiddenBy(pages(query(filter) + each(page)))).toEqual(expected);
  });

  it("names the filter", () => {
    const [, , article] = planned(pages(query('{ frontmatter: { type: { eq: "post" } } }') + each(page)));
    expect(article && describeHiding(article.plan)).toBe(
      'Kept as drafts, since the old site hid them by filter: { frontmatter: { type: { eq: "post" } } } in gatsby-node.js',
    );
  });

  it("computes fields of the site's own", () => {
    const filter = '{ fields: { collection: { eq: "blog" }, isPost: { eq: true } } }';
    expect(hiddenBy(pages(query(filter) + each(page), isIndex))).toEqual(onlyPost);
    const bySource = `createNodeField({ node, name: "collection", value: getNode(node.parent).sourceInstanceName });`;
    expect(hiddenBy(pages(query('{ fields: { collection: { eq: "blog" } } }') + each(page), bySource))).toEqual({});
    expect(hiddenBy(pages(query('{ fields: { collection: { eq: "talks" } } }') + each(page), bySource))).toHaveProperty("notes", hidden);
  });

  it("publishes what one of several queries selects", () => {
    const two =
      query('{ frontmatter: { type: { eq: "post" } } }', "a: allMarkdownRemark") +
      query('{ frontmatter: { type: { eq: "scrap" } } }', "b: allMarkdownRemark").replace("const result", "const other");
    const code =
      each(page, "result.data.a.nodes") +
      each(page, "other.data.b.nodes").replace("const posts", "const others").replace("posts.", "others.");
    expect(hiddenBy(pages(two + code))).toEqual({ notes: hidden });
  });

  it("ignores the filter if a file of src/pages makes all pages", () => {
    const code = pages(query('{ frontmatter: { type: { eq: "post" } } }') + each(page));
    expect(hiddenBy(code, { "src/pages/{MarkdownRemark.fields__slug}.js": "" })).toEqual({});
  });
});

describe("gatsby.plan() of texts that code leaves out", () => {
  it.each<[string, Record<string, string>]>([
    [each(`if (post.frontmatter.type === "post") { ${page} }`), onlyPost],
    [each(`if (post.frontmatter.hush) return; ${page}`), scrap],
    [each(`const { hush } = post.frontmatter; if (hush) { return; } ${page}`), scrap],
    [each(`const isOpen = !post.frontmatter.hush; isOpen && ${page}`), scrap],
    [each(`if (post.frontmatter.type === "post") ${page} else ${page}`), {}],
    [each(`if (post.frontmatter.type === "post") ${page} else if (post.frontmatter.type === "scrap") ${page}`), { notes: hidden }],
    [each(`const { lang } = post.frontmatter; if (lang !== locale) return; ${page}`), {}],
    [each(`if (compute(post)) { ${page} } else { ${page} }`), {}],
    [each(`if (post.fields.isPost) { ${page} }`), onlyPost],
    [
      "const all = (await graphql(`{ a: allMarkdownRemark { nodes { frontmatter { title } } } }`)).data.a.nodes; all.forEach((post, index) => { if (all[index + 1] === undefined) return; createPage({ path: post.fields.slug }); });",
      {},
    ],
    [
      "const all = await graphql(`{ a: allMarkdownRemark { nodes { frontmatter { title } } } }`); if (all.errors) return; for (let i = 0; i < 9; i++) createPage({ path: all.data.a.nodes[i].fields.slug });",
      {},
    ],
    [
      each(`if (_.get(post, "frontmatter.kind") === "page") { ${page} } else if (_.get(post, "frontmatter.kind") === "post") { ${page} }`),
      {},
    ],
    [each(`if (index > 0) { ${page} }`), {}],
    [each(`let isReady = true; if (isReady) { ${page} }`), {}],
    [each(`if (isHidden(post)) return; ${page}`), { "post/index": perhaps, "post/scrap": perhaps, notes: perhaps }],
    [each(`if (/blog/.test(post.fileAbsolutePath)) { ${page} }`), {}],
    [each(`if (post.frontmatter.lang === lang) { ${page} }`), {}],
    [each(page, "result.data.allMarkdownRemark.nodes.filter((node) => !node.frontmatter.hush)"), scrap],
    [each(page, "result.data.allMarkdownRemark.edges.map((edge) => edge.node).filter(isOpen)"), scrap],
    [
      each(page).replaceAll("post.fields", "post.node.fields").replace("createPage", "if (post.node.frontmatter.type) createPage"),
      { notes: hidden },
    ],
    [
      "for (const { node: post } of result.data.allMarkdownRemark.edges) { if (post.frontmatter.hush) continue; createPage({ path: post.fields.slug }); }",
      scrap,
    ],
    [
      "_.each(result.data.allMarkdownRemark.nodes, (post) => { if (!post.frontmatter.hush) createPage({ path: post.fields.slug }); });",
      scrap,
    ],
  ])("%s", (code, expected) => {
    const top = "const isOpen = (node) => node.frontmatter.hush !== true;\n";
    expect(hiddenBy(top + pages(query("") + code, isIndex))).toEqual(expected);
  });
});
