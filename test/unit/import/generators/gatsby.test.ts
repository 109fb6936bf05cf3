import { describe, expect, it } from "vitest";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { addressesOf, folderWith, open, planOf, plansOf } from "./in-memory-site.ts";

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

  it.each([
    ["limit: 25", '"Nils in the North"', { title: "Nils in the North", limit: 25 }],
    ["limit: 2500", "titleOf(site)", { title: "Lab", limit: 1000 }],
    ["sort: {order: DESC}", '"Lab"', { title: "Lab", limit: undefined }],
  ])("reads the feed of gatsby-plugin-feed: %s and %s", (argument, title, expected) => {
    const feed = `{ resolve: "gatsby-plugin-feed", options: { feeds: [{ title: ${title}, query: "{ allMarkdownRemark(${argument}) { nodes { id } } }" }] } },`;
    const files = {
      "gatsby-config.js": config()["gatsby-config.js"].replace("plugins: [", `plugins: [${feed}`),
      "content/blog/a.md": post,
    };
    expect(open(gatsby, files).settings).toMatchObject(expected);
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

  const field =
    "exports.onCreateNode = ({ node, getNode }) => { createNodeField({ name: `slug`, node, value: createFilePath({ node, getNode }) }); };";
  const forEach = (code: string) => `${field}\nexports.createPages = async () => { posts.forEach((post) => { ${code} }); };`;
  it.each([
    [
      "pages of tags after it",
      `createPage({ path: post.fields.slug }); createPage({ path: \`/tags/\${_.kebabCase(tag.fieldValue)}/\` });`,
      "/a/",
    ],
    [
      "pages of tags before it",
      `createPage({ path: \`/tags/\${tag}\` }); createPage({ path: \`/blog\${post.fields.slug}\` });`,
      "/blog/a/",
    ],
    [
      "tags in a loop",
      `createPage({ path: post.fields.slug }); for (const slug of tags) createPage({ path: \`/topics/\${slug}\` });`,
      "/a/",
    ],
    [
      "pages of lists",
      `createPage({ path: "/writing" }); createPage({ path: \`/writing/\${page}\` }); createPage({ path: post.node.fields.slug });`,
      "/a/",
    ],
    ["a constant", `const base = "/notes"; const { slug } = post.fields; createPage({ path: \`\${base}\${slug}\` });`, "/notes/a/"],
    ["names of parameters", "all.forEach(({ node: { fields: { slug } } }) => actions.createPage({ path: slug }));", "/a/"],
    ["an optional chain", "createPage({ path: post?.node?.fields?.slug });", "/a/"],
    ["createFilePath itself", "const path = createFilePath({ node, getNode }); createPage({ path });", "/a/"],
    ["a key of front matter with a slash", `createPage({ path: \`/b/\${post.frontmatter.slug}/\` });`, "/b/own/"],
    ["a page below that of the post", `createPage({ path: post.fields.slug }); createPage({ path: \`\${post.fields.slug}amp/\` });`, "/a/"],
    ["two pages of posts", `createPage({ path: post.fields.slug }); createPage({ path: \`/blog\${post.fields.slug}\` });`, undefined],
    ["a language", `createPage({ path: \`/\${post.fields.language}\${post.fields.slug}\` });`, undefined],
    ["a function", "createPage({ path: slash(post.fields.slug) });", undefined],
    ["pages of tags alone", `createPage({ path: \`/tags/\${tag}/\` });`, undefined],
    ["options elsewhere", "createPage(pageOf(post));", undefined],
    [
      "a name of another place",
      `{ const { slug } = post.fields; } for (const slug of tags) createPage({ path: \`/t/\${slug}\` });`,
      undefined,
    ],
    ["an ending", `createPage({ path: \`\${post.fields.slug}.html\` });`, undefined],
  ])("finds the page of posts: %s", (_name, code, address) => {
    const path = "content/blog/a.md";
    const files = { ...config(), "gatsby-node.js": forEach(code), [path]: "---\nslug: own\ndate: 2024-02-03\n---\n" };
    expect(addressesOf(gatsby, files)).toEqual({ [path]: address });
  });

  it.each([
    [
      "of another file",
      {
        "gatsby-node.js": `${field} exports.createPages = require("./gatsby/pages");`,
        "gatsby/pages.js": `createPage({ path: \`/x\${node.fields.slug}\` });`,
      },
      "/x/a/",
    ],
    ["of src/pages", { "gatsby-node.js": field, "src/pages/blog/{MarkdownRemark.fields__slug}.js": "" }, "/blog/a/"],
    ["that is missing", { "gatsby-node.js": field }, undefined],
    [
      "with two fields",
      {
        "gatsby-node.js": forEach(
          `createPage({ path: post.fields.slug }); createNodeField({ name: 'slug', value: \`/b\${createFilePath(x)}\` });`,
        ),
      },
      undefined,
    ],
    [
      "with a field of another name",
      {
        "gatsby-node.js": forEach(
          `createPage({ path: post.fields.slug }); createNodeField({ name: 'tag', value: \`/b\${createFilePath(x)}\` });`,
        ),
      },
      "/a/",
    ],
  ])("finds a page %s", (_name, files, address) => {
    expect(addressesOf(gatsby, { ...config(), ...files, "content/blog/a.md": post })).toEqual({ "content/blog/a.md": address });
  });

  it.each([
    ["pages", "blog/a.md", "/blog/a/"],
    ["blog", "blog/a.md", "/a/"],
    ["/blog/", "blog/b/a.md", "/b/a/"],
    ["blog/x", "blog/a.md", "/a/"],
    ["a.md", "a.md", "/a/"],
  ])("makes paths relative to basePath: %s with %s", (basePath, name, address) => {
    const code = `createPage({ path: post.fields.slug }); createNodeField({ name: "slug", value: createFilePath({ node, getNode, basePath: \`${basePath}\` }) });`;
    const files = { ...config(`\`\${__dirname}/content\``), "gatsby-node.js": code, [`content/${name}`]: post };
    expect(addressesOf(gatsby, files)).toEqual({ [`content/${name}`]: address });
  });

  const theme = "@lekoarts/gatsby-theme-minimal-blog";
  const texts = {
    "content/posts/a/index.mdx": post,
    "content/posts/b.mdx": post.replace("title", "slug: /own\ntitle"),
    "content/pages/about/index.mdx": '---\ntitle: About\nslug: "/about"\n---\nI',
  };
  it.each([
    ["without options", `[{ resolve: "${theme}", options: {} }]`],
    ["by its name", `["${theme}"]`],
    ["with folders", `[{ resolve: "${theme}", options: { postsPath: "content/posts", pagesPath: "content/pages", blogPath: "/blog" } }]`],
    ["with one folder", `[{ resolve: "${theme}", options: { postsPath: "content/posts" } }]`],
    ["with a source of pictures", `["${theme}", { resolve: "gatsby-source-filesystem", options: { path: "src/images" } }]`],
    ["with a source of its own", `["${theme}", { resolve: "gatsby-source-filesystem", options: { path: "content/posts" } }]`],
  ])("reads the folders of a theme %s", (_name, plugins) => {
    const files = { "gatsby-config.js": `module.exports = { plugins: ${plugins} }`, ...texts };
    const { "gatsby-config.js": _, ...plans } = plansOf(gatsby, files);
    expect(plans).toEqual({
      "content/posts/a/index.mdx": { kind: "post", target: "posts/a/index.mdx" },
      "content/posts/b.mdx": { kind: "post", target: "posts/b.mdx", address: { path: "/own" } },
      "content/pages/about/index.mdx": { kind: "page", target: "pages/about/index.mdx", address: { path: "/about" } },
    });
    expect(open(gatsby, files).notes).toEqual([expect.stringContaining(`The theme ${theme} makes the addresses: those of texts`)]);
  });

  it.each([
    ["a theme that adds a folder to slugs", `[{ resolve: "${theme}", options: { basePath: "/blog" } }]`, undefined],
    ["a theme of components", '["gatsby-theme-material-ui"]', undefined],
  ])("computes no address for %s", (_name, plugins, address) => {
    const files = { "gatsby-config.js": `module.exports = { plugins: ${plugins} }`, ...texts };
    expect(addressesOf(gatsby, files)["content/posts/b.mdx"]).toBe(address);
  });

  it("leaves out no Markdown if the sources are unknown", () => {
    expect(plansOf(gatsby, { "gatsby-config.js": "module.exports = { plugins: [] }", ...texts })).toMatchObject({
      "content/posts/a/index.mdx": { kind: "post" },
      "content/pages/about/index.mdx": { kind: "page" },
    });
  });

  it("leaves out Markdown next to the sources that none of them reads", () => {
    const texts = { "content/blog/a.md": post, "content/brain/b.md": "B", "content/brain/deep/c.mdx": "C", "content/d.md": post };
    const others = { "content/README.md": "R", "docs/e.md": "E", "README.md": "R", "src/pages/f.md": "F", "content/g.png": "" };
    const plans = plansOf(gatsby, { ...config(), ...node(), ...texts, ...others });
    const leftOut = Object.keys(plans).filter((path) => plans[path]?.kind === "left out");
    expect(leftOut).toEqual(["content/brain/b.md", "content/brain/deep/c.mdx", "content/d.md"]);
    const atTop = plansOf(gatsby, { ...config('"posts"'), ...node(), "posts/a.md": post, "notes/b.md": "B" });
    expect(atTop["notes/b.md"]).toBeUndefined();
  });

  const created = (code: string, options: string) =>
    `${code} exports.onCreateNode = ({ node, getNode }) => { INNER createNodeField({ name: "slug", value: createFilePath({ node, getNode, ${options} }) }); };
     createPage({ path: post.fields.slug });`;
  it.each([
    ["a literal", created("", 'basePath: "blog"'), "/2018/a/"],
    ["the default", created("", "trailingSlash: true"), "/blog/2018/a/"],
    ["a constant of the module", created('const basePath = "blog";', "basePath"), "/2018/a/"],
    ["joined names", created('const folder = "blog";', "basePath: path.join(folder, '2018')"), "/a/"],
    ["a constant of the function", created("", "basePath").replace("INNER", 'const basePath = "./blog/";'), "/2018/a/"],
    ["a variable", created("", "basePath").replace("INNER", 'let basePath = ""; if (isPost(node)) basePath = "blog";'), undefined],
    ["a condition", created("", 'basePath: isPost(node) ? "blog" : "micro"'), undefined],
    ["options elsewhere", created("", "...options"), undefined],
    ["two folders", `${created("", 'basePath: "blog"')} createFilePath({ node, getNode, basePath: "micro" });`, undefined],
  ])("computes the basePath of posts in src/pages and elsewhere: %s", (_name, code, address) => {
    const script = { "gatsby-node.js": code.replace("INNER", "") };
    for (const folder of ["src/pages", "src/content"]) {
      const path = `${folder}/blog/2018/a.md`;
      expect(addressesOf(gatsby, { ...config(`\`\${__dirname}/${folder}\``), ...script, [path]: post })).toEqual({ [path]: address });
      expect(plansOf(gatsby, { ...config(`\`\${__dirname}/${folder}\``), ...script, [path]: post })[path]).toMatchObject({
        target: "blog/2018/a.md",
      });
    }
  });

  const folders = (code: string) => ({
    "gatsby-config.js": `module.exports = { plugins: [
      { resolve: "gatsby-source-filesystem", options: { path: "content/blog", name: "blog" } },
      { resolve: "gatsby-source-filesystem", options: { path: "content/notes", name: "notes" } } ] };`,
    "gatsby-node.js": `exports.onCreateNode = ({ node, getNode, actions }) => { ${code} };
      createPage({ path: post.fields.slug });`,
    "content/blog/posts/a.md": post,
    "content/notes/micro/b.md": post,
  });
  const slugField = (basePath: string) =>
    `actions.createNodeField({ node, name: "slug", value: createFilePath({ node, getNode, basePath: ${basePath} }) });`;
  const collection = "const collection = getNode(node.parent).sourceInstanceName;";
  const isMarkdown = 'node.internal.type === "MarkdownRemark"';

  it.each([
    [
      "branches",
      `if (${isMarkdown}) { ${collection} if (collection === "blog") { ${slugField('"posts"')} } else { ${slugField('"micro"')} } }`,
      "/a/",
      "/b/",
    ],
    ["a guard", `if (!(${isMarkdown})) return; ${collection} if (collection !== "notes") ${slugField('"posts"')}`, "/a/", "/micro/b/"],
    ["a condition", `${collection} ${slugField('collection === "blog" ? "posts" : "pages"')}`, "/a/", "/micro/b/"],
    [
      "a member",
      `const parent = getNode(node.parent); ${slugField('parent.sourceInstanceName === "notes" ? "micro" : "x"')}`,
      "/posts/a/",
      "/b/",
    ],
    [
      "another value",
      `${collection} const kind = getNode(node.parent).relativePath; ${slugField('kind === "a" ? "posts" : "x"')}`,
      undefined,
      undefined,
    ],
    ["a function", `${collection} ${slugField("folderOf(collection)")}`, undefined, undefined],
  ])("computes the basePath that code chooses by the source: %s", (_name, code, blog, notes) => {
    expect(addressesOf(gatsby, folders(code))).toEqual({ "content/blog/posts/a.md": blog, "content/notes/micro/b.md": notes });
  });

  const sourceName = "const sourceName = getNode(node.parent).sourceInstanceName; const value = createFilePath({ node, getNode });";
  const slugOf = (value: string) => `actions.createNodeField({ name: "slug", node, value: ${value} });`;
  const prefixed = `\`/journal\${value}\``;
  it.each([
    ["a value", `${sourceName} ${slugOf(`sourceName === "blog" ? ${prefixed} : value`)}`, "/journal/posts/a/", "/micro/b/"],
    [
      "a branch",
      `${sourceName} if (sourceName === "blog") { ${slugOf(prefixed)} } else ${slugOf("value")}`,
      "/journal/posts/a/",
      "/micro/b/",
    ],
    [
      "a case",
      `${sourceName} switch (sourceName) { case "x": case "notes": ${slugOf('"/n" + value')} break; default: ${slugOf("value")} }`,
      "/posts/a/",
      "/n/micro/b/",
    ],
    [
      "a variable",
      `${sourceName} let base = ""; if (sourceName === "blog") { base = "/journal"; } ${slugOf("base + value")}`,
      "/journal/posts/a/",
      "/micro/b/",
    ],
    [
      "a variable of a case",
      `${sourceName} let base; switch (sourceName) { case "blog": base = "/j"; break; default: base = ""; } ${slugOf("base + value")}`,
      "/j/posts/a/",
      "/micro/b/",
    ],
    ["an unknown condition", `${sourceName} ${slugOf(`isJournal(node) ? ${prefixed} : value`)}`, undefined, undefined],
    ["an unknown branch", `${sourceName} if (isJournal(node)) ${slugOf(prefixed)} else ${slugOf("value")}`, undefined, undefined],
    [
      "an unknown case",
      `${sourceName} switch (kindOf(node)) { case "blog": ${slugOf(prefixed)} break; default: ${slugOf("value")} }`,
      undefined,
      undefined,
    ],
  ])("computes addresses and ids by the source of a text: %s", (_name, code, first, second) => {
    const all = folders(code);
    const feed = `{ resolve: "gatsby-plugin-feed", options: { feeds: [{ serialize: (query) => nodes.map((node) => ({ guid: site.siteMetadata.siteUrl + node.fields.slug })) }] } },`;
    const files = {
      ...all,
      "gatsby-config.js": all["gatsby-config.js"].replace("plugins: [", `siteMetadata: { siteUrl: "https://nils.no/" }, plugins: [${feed}`),
    };
    expect(addressesOf(gatsby, files)).toEqual({ "content/blog/posts/a.md": first, "content/notes/micro/b.md": second });
    const site = open(gatsby, files);
    const plans = ["content/blog/posts/a.md", "content/notes/micro/b.md"].map((path) =>
      site.plan({ path, frontMatter: { title: "A", date: "2024-02-03" }, body: "Text" }),
    );
    const idOf = (path: string | undefined) => (path === undefined ? {} : { keys: { id: `https://nils.no/${path}` } });
    expect(plans).toMatchObject([idOf(first), idOf(second)]);
    const unknown = [expect.stringContaining("Cannot find the rule of the addresses"), expect.stringContaining("Cannot compute the ids")];
    expect(site.notes).toEqual(first === undefined ? unknown : []);
  });

  it.each([
    [
      "a value",
      'createPage({ path: post.fields.kind === "blog" ? "/journal" + post.fields.slug : post.fields.slug });',
      "/journal/posts/a/",
      "/micro/b/",
    ],
    [
      "branches",
      'if (post.fields.kind === "blog") { createPage({ path: "/journal" + post.fields.slug }); } else { createPage({ path: post.fields.slug }); }',
      "/journal/posts/a/",
      "/micro/b/",
    ],
    ["a key", "createPage({ path: post.frontmatter.path || post.fields.slug });", "/posts/a/", "/micro/b/"],
    ["an unknown value", 'createPage({ path: isOld(post) ? "/journal" + post.fields.slug : post.fields.slug });', undefined, undefined],
  ])("computes the path of the page of each text: %s", (_name, code, first, second) => {
    const fields = `${sourceName} ${slugOf("value")} actions.createNodeField({ name: "kind", node, value: sourceName });`;
    const files = { ...folders(fields) };
    const script = files["gatsby-node.js"].replace("createPage({ path: post.fields.slug });", `posts.forEach((post) => { ${code} });`);
    expect(addressesOf(gatsby, { ...files, "gatsby-node.js": script })).toEqual({
      "content/blog/posts/a.md": first,
      "content/notes/micro/b.md": second,
    });
  });

  it("gives Markdown in src/pages that no source reads, and MDX, the address of the file", () => {
    const script = { "gatsby-node.js": created("", 'basePath: "blog"').replace("INNER", "") };
    const files = { ...script, "src/pages/blog/a.mdx": post };
    expect(addressesOf(gatsby, { ...config('"src/pages"'), ...files })).toEqual({ "src/pages/blog/a.mdx": "/blog/a/" });
    const other = { ...script, "src/pages/blog/a.md": post };
    expect(addressesOf(gatsby, { ...config(), ...other })).toEqual({ "src/pages/blog/a.md": "/blog/a/" });
  });

  it("knows the key of front matter if the basePath is unknown", () => {
    const code = created("", "basePath: folderOf(node)").replace("INNER", "").replace("post.fields.slug", "post.frontmatter.slug");
    const files = { ...config(), "gatsby-node.js": code, "content/blog/a.md": "---\nslug: own\ndate: 2024-02-03\n---\n" };
    expect(addressesOf(gatsby, files)).toEqual({ "content/blog/a.md": "/own" });
  });

  const old = (versions: object) => ({ "package.json": JSON.stringify({ dependencies: versions }) });
  const code = '---\ndate: 2024-02-03\n---\nAdd:\n\n    { "a": { "b": "c && d" } }\n';
  it.each([
    [code, old({ "gatsby-plugin-mdx": "^1.2.12" }), "a.md"],
    [code, old({ "@mdx-js/mdx": "^1.6.4" }), "a.md"],
    [code, old({ "gatsby-plugin-mdx": "3.20.0" }), "a.md"],
    [code, old({ "gatsby-plugin-mdx": "^4.0.0", "@mdx-js/react": "^1.0.0" }), "a.mdx"],
    [code, old({ "@mdx-js/mdx": "^10.0.0" }), "a.mdx"],
    [code, {}, "a.mdx"],
    ["<https://a.example>", old({ "@mdx-js/mdx": "1" }), "a.md"],
    ["A\n\n<!-- b -->", old({ "@mdx-js/mdx": "~1.5" }), "a.md"],
    ["A <b>b</b> and {1 + 1}", old({ "@mdx-js/mdx": "^1.6.4" }), "a.mdx"],
    ['import A from "./a";\n\n<A />\n', old({ "@mdx-js/mdx": "^1.6.4" }), "a.mdx"],
    ["$\\frac{a}{b}$", old({ "@mdx-js/mdx": "^1.6.4" }), "a.mdx"],
  ])("copies %j with %j as %s", (text, packages, target) => {
    const files = { ...config(), ...node(), ...packages, "content/blog/a.mdx": text, "src/pages/a.mdx": text };
    const site = open(gatsby, files);
    const planned = ["content/blog/a.mdx", "src/pages/a.mdx"].map((path) => planOf(site, path, text));
    expect(planned).toMatchObject([{ target }, { target }]);
    expect(addressesOf(gatsby, files)["content/blog/a.mdx"]).toBe("/a/");
    const note = expect.stringMatching(/only MDX 1 accepts the text.*: content\/blog\/a\.mdx, src\/pages\/a\.mdx$/);
    expect(site.notes).toEqual(target === "a.md" ? [note] : []);
  });

  it("notes an unknown rule of addresses", () => {
    expect(open(gatsby, config()).notes).toEqual([expect.stringContaining("gatsby-node.js")]);
  });
});

describe("gatsby.plan() of the ids in the feed", () => {
  const feed = (item: string, url: string, code = "") => ({
    "gatsby-config.js": `${code}\nmodule.exports = { siteMetadata: { title: "Lab", siteUrl: "${url}" }, plugins: [
      { resolve: "gatsby-source-filesystem", options: { path: "content/blog" } },
      { resolve: "gatsby-plugin-feed", options: { feeds: [{ serialize: ({ query: { site, allMarkdownRemark } }) =>
        allMarkdownRemark.nodes.map(node => Object.assign({}, node.frontmatter, { ${item} })) }] } }] };`,
  });
  const start = "guid: site.siteMetadata.siteUrl + node.fields.slug";
  const idsOf = (files: Readonly<Record<string, string>>, front = "") => {
    const path = "content/blog/Mond ü/index.md";
    const site = open(gatsby, { ...node(), ...files, [path]: "" });
    return planOf(site, path, `---\ntitle: A\ndate: 2024-02-03\n${front}\n---\nText`) as { keys?: { id?: string } };
  };

  it.each([
    [start, "https://crust.blog/", "https://crust.blog//Mond ü/"],
    [start, "https://crust.blog", "https://crust.blog/Mond ü/"],
    ["guid: `$" + "{site.siteMetadata.siteUrl}/blog$" + "{node.fields.slug}`", "https://crust.blog/", "https://crust.blog//blog/Mond ü/"],
    ["guid: site.siteMetadata.site_url + '/' + node.frontmatter.slug", "https://crust.blog", "https://crust.blog/own"],
    ["url: site.siteMetadata.siteUrl + node.fields.slug, custom_elements: []", "https://crust.blog/", "https://crust.blog//Mond ü/"],
    ["guid: node.frontmatter.slug", "https://crust.blog", "own"],
  ])("joins the texts as the code does: %s with %s", (item, url, id) => {
    expect(idsOf(feed(item, url), "slug: own").keys).toEqual({ id });
  });

  it("writes no id that is the address, and none of an undated page or the URL of a starter", () => {
    const plain = feed(start, "https://crust.blog");
    const site = open(gatsby, { ...node(), ...plain, "content/blog/a.md": post });
    expect(planOf(site, "content/blog/a.md", post)).not.toHaveProperty("keys");
    const slash = open(gatsby, { ...node(), ...feed(start, "https://crust.blog/"), "content/blog/a.md": "Text" });
    expect(planOf(slash, "content/blog/a.md", "Text")).not.toHaveProperty("keys");
    expect(idsOf(feed(start, "https://gatsbystarterblogsource.gatsbyjs.io/"))).not.toHaveProperty("keys");
  });

  it("follows a function of another module that makes the items", () => {
    const config = `const { items } = require("./items"); module.exports = { siteMetadata: { siteUrl: "https://crust.blog/" }, plugins: [
      { resolve: "gatsby-source-filesystem", options: { path: "content/blog" } },
      { resolve: "gatsby-plugin-feed", options: { feeds: [{ serialize: ({ query }) => items(query) }] } }] };`;
    const code = `const urlOf = (node) => "https://crust.blog/x" + node.fields.slug;
      exports.items = ({ all }) => all.nodes.map((node) => ({ title: "", guid: urlOf(node) }));`;
    expect(idsOf({ "gatsby-config.js": config, "items.js": code }).keys).toEqual({ id: "https://crust.blog/x/Mond ü/" });
  });

  it("knows the ids that the plugin makes by default", () => {
    const plugins = 'plugins: [{ resolve: "gatsby-source-filesystem", options: { path: "content/blog" } }, "gatsby-plugin-feed"]';
    const files = { "gatsby-config.js": `module.exports = { siteMetadata: { siteUrl: "https://crust.blog/" }, ${plugins} };` };
    expect(idsOf(files).keys).toEqual({ id: "https://crust.blog//Mond ü/" });
  });

  it.each([
    ["a computed value", feed("guid: hash(node)", "https://crust.blog/")],
    [
      "items of other code",
      {
        "gatsby-config.js": `module.exports = { siteMetadata: { siteUrl: "https://crust.blog/" }, plugins: [
      { resolve: "gatsby-plugin-feed", options: { feeds: [{ serialize: ({ query }) => load(query) }] } }] };`,
      },
    ],
    ["two ways", feed(`${start}, x: { guid: site.siteMetadata.siteUrl }`, "https://crust.blog/")],
  ])("says that ids are unknown: %s", (_name, files) => {
    expect(idsOf(files)).not.toHaveProperty("keys");
    const { notes } = open(gatsby, { ...node(), ...files, "content/blog/a.md": post });
    expect(notes).toContainEqual(expect.stringContaining("Cannot compute the ids that gatsby-config.js gives to the feed"));
  });
});
