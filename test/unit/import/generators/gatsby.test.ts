import { describe, expect, it } from "vitest";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { addressesOf, folderWith, open, plansOf } from "./in-memory-site.ts";

const config = (path = `\`\${__dirname}/content/blog\``, more = "", url = "https://example.org/") => ({
  "gatsby-config.js": `module.exports = { ${more}
    siteMetadata: { title: "Lab", description: "News", siteUrl: "${url}", author: { name: "Ada", summary: "x" } },
    plugins: ["gatsby-plugin-image",
      { resolve: "gatsby-source-filesystem", options: { path: ${path}, name: "blog" } },
      { resolve: "gatsby-source-filesystem", options: { path: "src/images", name: "images" } }] };`,
});
const node = (value = "value", path = "post.fields.slug") => ({
  "gatsby-node.js": `exports.createPages = async () => { createPage({ path: ${path}, component: blogPost }); };
    exports.onCreateNode = ({ node, getNode }) => { const value = createFilePath({ node, getNode }); createNodeField({ name: "slug", node, value: ${value} }); };`,
});
const scripts = (table: object) => JSON.stringify({ scripts: table });
const post = "---\ntitle: A\ndate: 2024-02-03\n---\nText";

describe("gatsby.open()", () => {
  it("recognizes a site by its configuration, and reads its settings", () => {
    expect(gatsby.open(folderWith({ "content/blog/a.md": post }))).toBeUndefined();
    expect(open(gatsby, { ...config(), ...node() }).settings).toMatchObject({
      title: "Lab",
      description: "News",
      url: "https://example.org",
      author: { name: "Ada" },
      timezone: "UTC",
    });
  });
});

describe("gatsby.plan()", () => {
  // The addresses that createFilePath of gatsby-source-filesystem makes of these files.
  it.each([
    ["hello/index.md", "/hello/"],
    ["2024/Some File.md", "/2024/Some File/"],
    ["a.b.md", "/a.b/"],
    ["Über.mdx", "/Über/"],
    ["index.md", "/"],
  ])("computes the address of %s", (name, address) => {
    expect(addressesOf(gatsby, { ...config(), ...node(), [`content/blog/${name}`]: post })).toEqual({ [`content/blog/${name}`]: address });
  });

  it.each([
    ["a prefix of the field", config(), node(`\`/blog\${value}\``), "/blog/a/"],
    ["a prefix of the page", config(), node("value", '"/notes" + node.fields.slug'), "/notes/a/"],
    ["trailingSlash: never", config(undefined, 'trailingSlash: "never",'), node(), "/a"],
    ["a path of path.join", config('path.join(__dirname, "content", "blog")'), node(), "/a/"],
    ["a key of front matter", config(), { "gatsby-node.js": "createPage({ path: node.frontmatter.path })" }, "/own"],
    ["a route of src/pages", config(), { "src/pages/b/{mdx.frontmatter__path}.js": "" }, "/b/own"],
    ["an unknown rule", config(), { "gatsby-node.js": "createPage({ path: compute(node) })" }, undefined],
  ])("respects %s", (_name, files, more, address) => {
    const path = "content/blog/a.md";
    expect(addressesOf(gatsby, { ...files, ...more, [path]: "---\ntitle: A\npath: /own\ndate: 2024-02-03\n---\n" })).toEqual({
      [path]: address,
    });
  });

  it.each([
    ["no script", { "package.json": scripts({ build: "gatsby build" }) }, "/a/", "which no script has"],
    ["a script of the build", { "package.json": scripts({ build: "gatsby build --prefix-paths" }) }, "/x/a/", undefined],
    ["a file of the host", { "netlify.toml": 'command = "gatsby build --prefix-paths"' }, "/x/a/", undefined],
    ["a workflow", { ".github/workflows/pages.yml": "env: { PREFIX_PATHS: true }" }, "/x/a/", undefined],
    [
      "deploy alone",
      { "package.json": scripts({ deploy: "gatsby build --prefix-paths && gh-pages -d public" }) },
      "/a/",
      "the script deploy",
    ],
  ])("writes pathPrefix before addresses if the build uses it: %s", (_name, more, address, note) => {
    const files = { ...config(undefined, 'pathPrefix: "/x",'), ...node(), ...more };
    expect(addressesOf(gatsby, { ...files, "content/blog/a.md": post })).toEqual({ "content/blog/a.md": address });
    expect(open(gatsby, files).notes.join()).toContain(note ?? "");
  });

  it.each(["https://ann.github.io", "https://a.example/x"])("writes pathPrefix before the addresses at %s", (url) => {
    const deploy = url.endsWith("/x") ? {} : { "package.json": scripts({ deploy: "gatsby build --prefix-paths" }) };
    const files = { ...config(undefined, 'pathPrefix: "/x",', url), ...node(), ...deploy };
    expect(addressesOf(gatsby, { ...files, "content/blog/a.md": post })).toEqual({ "content/blog/a.md": "/x/a/" });
  });

  it("decides what each file is", () => {
    const files = {
      ...config(),
      ...node(),
      "content/blog/a/index.md": post,
      "content/blog/a/b.png": "",
      "static/c.png": "",
      "src/pages/about.mdx": "Text",
      "content/blog/about.md": "Text",
      "README.md": "x",
      "docs/a.md": post,
    };
    expect(plansOf(gatsby, files)).toMatchObject({
      "content/blog/a/index.md": { kind: "post", target: "a/index.md", address: { pattern: "/:sections/:filename/" } },
      "content/blog/a/b.png": { kind: "media", target: "a/b.png" },
      "static/c.png": { kind: "media", target: "c.png" },
      "src/pages/about.mdx": { kind: "page", address: { path: "/about/" } },
      "content/blog/about.md": { kind: "page" },
    });
    expect(plansOf(gatsby, files)["README.md"] ?? plansOf(gatsby, files)["docs/a.md"]).toBeUndefined();
  });

  it("notes an unknown rule of addresses", () => {
    expect(open(gatsby, config()).notes).toEqual([expect.stringContaining("gatsby-node.js")]);
  });
});
